import pg from 'pg';
import { LIMITS } from '../admissible.js';
import type { Appended, EventStore, NewEvent, StoredEvent, StreamAppend } from '../event-store.js';
import { StaleRevision } from '../errors.js';
import { expectationHolds } from '../expected.js';
import { pages, type ReadPage, tail } from '../tail.js';

/**
 * Stores that are broken on purpose, in ways that are often published as working. The conformance suite MUST notice
 * each of them; they serve nothing else.
 */
export type Flaw =
  /** Positions from a sequence: they are handed out in one order and become visible in another. */
  | 'sequence'
  /** `on conflict do nothing`, which reports success for an event that was never written. */
  | 'do-nothing'
  /** Looks at the last revision and then inserts, with nothing that keeps another from doing so in between. */
  | 'unlocked';

const SESSIONS = 9;
/** A reader who lost an event is not kept waiting for it. */
const IDLE_MS = 1_000;

const schema = (flaw: Flaw) => `
  create table if not exists event (
    position bigserial primary key, revision integer not null,
    recorded_at timestamptz not null,
    id uuid not null unique, stream text not null, type text not null, data bytea not null, meta bytea not null
    ${flaw === 'unlocked' ? '' : ', constraint next unique (stream, revision)'}
  )`;

export async function brokenStore(url: string, flaw: Flaw): Promise<EventStore> {
  const pool = new pg.Pool({ connectionString: url, max: SESSIONS });
  pool.on('error', () => {});
  await pool.query(schema(flaw));
  // All sessions are there before the first rule: whoever comes first would otherwise be done before the others come.
  await Promise.all(Array.from({ length: SESSIONS }, () => pool.query('select pg_sleep(0.01)')));
  let transactions = 0;

  const appendAll: EventStore['appendAll'] = async (appends) => {
    const before = flaw === 'do-nothing' ? undefined : await written(appends);
    if (before) return before;
    const client = await pool.connect();
    try {
      await client.query('begin');
      if (flaw === 'do-nothing') await client.query('lock table event in exclusive mode');
      const appended: Appended[] = [];
      for (const each of appends) appended.push(await append(client, each));
      // Every other transaction takes a little longer between its number and its commit, as transactions do.
      if (flaw === 'sequence' && transactions++ % 2 === 0) await client.query('select pg_sleep(0.01)');
      await client.query('commit');
      return appended;
    } catch (error) {
      await client.query('rollback');
      if ((error as pg.DatabaseError).constraint !== 'next') throw error;
      const { stream, expected } = appends[0]!;
      throw new StaleRevision(stream, expected, (await read(stream)).revision);
    } finally {
      client.release();
    }
  };

  /** The first result again, when it is all there. */
  const written = async (appends: readonly StreamAppend[]): Promise<Appended[] | undefined> => {
    const last = new Map(
      (await find(appends.flatMap(({ events }) => events.map(({ id }) => id)))).map((each) => [each.stream, each]),
    );
    if (last.size === 0) return undefined;
    return appends.map(({ stream }) => ({ ...last.get(stream)!, duplicate: true }));
  };

  const append = async (client: pg.PoolClient, { stream, events, expected }: StreamAppend): Promise<Appended> => {
    const { rows } = await client.query<{ last: number; now: Date }>(
      `select coalesce(max(revision), -1) as last, date_trunc('milliseconds', clock_timestamp()) as now
       from event where stream = $1`,
      [stream],
    );
    const { last, now } = rows[0]!;
    if (!expectationHolds(expected, last)) throw new StaleRevision(stream, expected, last);
    if (flaw === 'unlocked') await client.query('select pg_sleep(0.005)');
    const position = await insert(client, stream, events, last, now);
    return { stream, revision: last + events.length, position, recordedAt: now.toISOString(), duplicate: false };
  };

  const insert = async (
    client: pg.PoolClient,
    stream: string,
    events: readonly NewEvent[],
    last: number,
    now: Date,
  ): Promise<number> => {
    let place = 0;
    for (const [index, { id, type, data, meta }] of events.entries()) {
      const { rows } = await client.query<{ position: string }>(
        `insert into event (revision, id, stream, type, data, meta, recorded_at) values ($1, $2, $3, $4, $5, $6, $7)
         ${flaw === 'do-nothing' ? 'on conflict do nothing' : ''} returning position`,
        [last + 1 + index, id, stream, type, data, meta, now],
      );
      place = Number(rows[0]?.position ?? place);
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

  const read: EventStore['read'] = async (stream) => {
    const events = await select('stream = $1 order by revision', [stream]);
    return { exists: events.length > 0, revision: events.length - 1, events };
  };

  const find: EventStore['find'] = (ids) => select('id = any($1) order by position', [ids]);

  const readPage: ReadPage = async (after, size) => {
    const events = await select('position > $1 order by position limit $2', [after, size]);
    return { events, caughtUp: events.length < size };
  };

  const soon = { heard: () => new Promise<void>((resolve) => setTimeout(resolve, 1)) };

  return {
    append: async (stream, events, expected) => (await appendAll([{ stream, events, expected }]))[0]!,
    appendAll,
    read,
    find,
    readAll: (after, options) => pages(readPage, after, options),
    async *subscribe(after, { signal, ...options }) {
      const idle = new AbortController();
      const patience = setTimeout(() => idle.abort(), IDLE_MS);
      for await (const page of tail(readPage, soon, after, {
        ...options,
        signal: AbortSignal.any([signal, idle.signal]),
      })) {
        if (page.events.length > 0) patience.refresh();
        yield page;
      }
      clearTimeout(patience);
    },
    latest: async () => (await select('true order by position desc limit 1', []))[0],
    limits: LIMITS,
    head: async () => (await select('true order by position desc limit 1', []))[0]?.position ?? 0,
    close: () => pool.end(),
  };
}
