import pg from 'pg';
import { LIMITS } from '../admissible.js';
import type { EventStore, NewEvent, StoredEvent } from '../event-store.js';
import { StaleRevision } from '../errors.js';
import { expectationHolds } from '../expected.js';
import { pages, type ReadPage, tail } from '../tail.js';

/**
 * Stores that are broken on purpose, in two ways that are often published as working. The conformance suite MUST
 * notice both; they serve nothing else.
 */
export type Flaw =
  /** Positions from a sequence: they are handed out in one order and become visible in another. */
  | 'sequence'
  /** `on conflict do nothing`, which reports success for an event that was never written. */
  | 'do-nothing';

const SCHEMA = `
  create table event (
    position bigserial primary key, revision integer not null, recorded_at timestamptz not null default date_trunc('milliseconds', now()),
    id uuid not null unique, stream text not null, type text not null, data bytea not null, meta bytea not null,
    unique (stream, revision)
  )`;

export async function brokenStore(url: string, flaw: Flaw): Promise<EventStore> {
  const pool = new pg.Pool({ connectionString: url, max: 9 });
  pool.on('error', () => {});
  await pool.query(SCHEMA);
  let appends = 0;

  const append: EventStore['append'] = async (stream, events, expected) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      if (flaw === 'do-nothing') await client.query('lock table event in exclusive mode');
      const { rows } = await client.query<{ last: number }>(
        'select coalesce(max(revision), -1) as last from event where stream = $1',
        [stream],
      );
      const last = rows[0]!.last;
      if (!expectationHolds(expected, last)) throw new StaleRevision(stream, expected, last);
      const place = await insert(client, stream, events, last);
      // Every other transaction takes a little longer between its number and its commit, as transactions do.
      if (flaw === 'sequence' && appends++ % 2 === 0) await client.query('select pg_sleep(0.01)');
      await client.query('commit');
      return { stream, revision: last + events.length, ...place, duplicate: false };
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };

  const insert = async (client: pg.PoolClient, stream: string, events: readonly NewEvent[], last: number) => {
    let place = { position: 0, recordedAt: new Date(0).toISOString() };
    for (const [index, { id, type, data, meta }] of events.entries()) {
      const { rows } = await client.query<{ position: string; recorded_at: Date }>(
        `insert into event (revision, id, stream, type, data, meta) values ($1, $2, $3, $4, $5, $6)
         ${flaw === 'do-nothing' ? 'on conflict do nothing' : ''} returning position, recorded_at`,
        [last + 1 + index, id, stream, type, data, meta],
      );
      if (rows[0]) place = { position: Number(rows[0].position), recordedAt: rows[0].recorded_at.toISOString() };
    }
    return place;
  };

  const select = async (where: string, values: unknown[]): Promise<StoredEvent[]> => {
    const { rows } = await pool.query<StoredEvent & { recorded_at: Date }>(
      `select * from event where ${where}`,
      values,
    );
    return rows.map(({ recorded_at, ...row }) => ({
      ...row,
      position: Number(row.position),
      recordedAt: recorded_at.toISOString(),
    }));
  };

  const readPage: ReadPage = async (after, size) => {
    const events = await select('position > $1 order by position limit $2', [after, size]);
    return { events, caughtUp: events.length < size };
  };

  const soon = { heard: () => new Promise<void>((resolve) => setTimeout(resolve, 1)) };

  return {
    append,
    appendAll: () => Promise.reject(new Error('A broken store appends to one stream at a time')),
    async read(stream) {
      const events = await select('stream = $1 order by revision', [stream]);
      return { exists: events.length > 0, revision: events.length - 1, events };
    },
    find: (ids) => select('id = any($1) order by position', [ids]),
    readAll: (after, options) => pages(readPage, after, options),
    subscribe: (after, options) => tail(readPage, soon, after, options),
    latest: async () => (await select('true order by position desc limit 1', []))[0],
    limits: LIMITS,
    head: async () => (await select('true order by position desc limit 1', []))[0]?.position ?? 0,
    close: () => pool.end(),
  };
}
