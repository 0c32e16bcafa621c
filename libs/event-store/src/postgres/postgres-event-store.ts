import pg from 'pg';
import { admit, isEventId, LIMITS } from '../admissible.js';
import { type Clock, systemClock } from '../clock.js';
import { Unavailable } from '../errors.js';
import type { Appended, EventStore } from '../event-store.js';
import { sharedPages } from '../shared-pages.js';
import { pages, type ReadPage, tail } from '../tail.js';
import { copyOut, EVENT_COLUMNS, eventOf, int8, type Row } from './copy-out.js';
import { groupCommit } from './group-commit.js';
import { lineOfProcess } from './line-of-process.js';
import { prepare, sessionConfig } from './session.js';
import { streamReads } from './stream-reads.js';
import { wakeUps } from './wake-ups.js';

export interface PostgresEventStoreOptions {
  /** Of a database that `migrate` has prepared; the service role is enough. */
  readonly url: string;
  readonly clock?: Clock;
  /** Sessions for reading, besides the one that appends and the one that listens. */
  readonly readers?: number;
  readonly connectTimeoutMs?: number;
  /** A lost acknowledgement is asked after for this long before the caller hears that the outcome is unknown. */
  readonly settleMs?: number;
  readonly flushTimeoutMs?: number;
  readonly readTimeoutMs?: number;
  /** A subscription looks again after this long, whether it was woken or not. */
  readonly pollMs?: number;
}

/** The ledger in PostgreSQL: positions without gaps, appends of the process committed in groups. */
export function postgresEventStore({
  url,
  clock = systemClock,
  readers = 3,
  connectTimeoutMs = 3_000,
  settleMs = 10_000,
  flushTimeoutMs = 15_000,
  readTimeoutMs = 30_000,
  pollMs = 1_000,
}: PostgresEventStoreOptions): EventStore {
  const session = { url, connectTimeoutMs };
  // The pool awaits `onConnect`, which its types do not tell.
  const onConnect = prepare as (client: pg.ClientBase) => void;
  const pool = new pg.Pool({ ...sessionConfig(session), max: readers, onConnect });
  // A session that is lost rejects its reader and is replaced when the next one is needed.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const wake = wakeUps({ ...session, pollMs });
  const line = lineOfProcess(session);
  const written = (position: number) => {
    line.durable(position);
    wake.ring(position);
  };
  const commit = groupCommit({ line: line.open, drop: line.drop, clock, settleMs, flushTimeoutMs, written });
  let closed = false;

  const query = (sql: string) => {
    if (closed) return Promise.reject(new Unavailable('The event store is closed', { reason: 'closing' }));
    return copyOut(pool, sql, readTimeoutMs);
  };
  /** Events, with the column of their position: nobody sees one that a crash could still take back. */
  const queryEvents = (sql: string, column: number) =>
    line.durably(
      () => query(sql),
      (rows) => lastOf(rows, column),
    );
  const read = streamReads((sql) => queryEvents(sql, 2));

  const readPage: ReadPage = sharedPages(async (after, size) => {
    const rows = await queryEvents(
      `select ${EVENT_COLUMNS} from ledger.event e where e.position > ${Math.trunc(after)} order by e.position limit ${Math.trunc(size)}`,
      0,
    );
    return { events: rows.map((row) => eventOf(row)), caughtUp: rows.length < size };
  });

  const append: EventStore['append'] = async (stream, events, expected) => {
    const appends = [{ stream, events, expected }];
    admit(appends);
    return events.length > 0 ? (await commit.submit(appends))[0]! : nothingAppended(stream);
  };

  const appendAll: EventStore['appendAll'] = async (appends) => {
    admit(appends);
    const substantial = appends.filter(({ events }) => events.length > 0);
    const appended = substantial.length > 0 ? await commit.submit(substantial) : [];
    const results = new Map(appended.map((result) => [result.stream, result]));
    return Promise.all(appends.map(({ stream }) => results.get(stream) ?? nothingAppended(stream)));
  };

  const nothingAppended = async (stream: string): Promise<Appended> => {
    const { revision } = await read(stream, { limit: 0 });
    return { stream, revision, position: 0, recordedAt: new Date(clock.now()).toISOString(), duplicate: false };
  };

  return {
    append,
    appendAll,
    read,
    async find(ids) {
      const known = ids.filter(isEventId);
      if (known.length === 0) return [];
      const rows = await queryEvents(
        `select ${EVENT_COLUMNS} from unnest('{${known.join()}}'::uuid[]) i(id)
         cross join lateral (select * from ledger.event where id = i.id limit 1) e`,
        0,
      );
      const found = new Map(rows.map((row) => eventOf(row)).map((event) => [event.id, event]));
      return [...found.values()].sort((a, b) => a.position - b.position);
    },
    readAll: (after, options) => pages(readPage, after, options),
    subscribe: (after, options) => tail(readPage, wake.bell, after, options),
    async head() {
      const rows = await query('select position from ledger.head');
      return Number(rows[0]![0]!.readBigInt64BE());
    },
    async latest() {
      const [row] = await queryEvents(
        `select ${EVENT_COLUMNS} from ledger.event e where e.position = (select position from ledger.head)`,
        0,
      );
      return row && eventOf(row);
    },
    limits: LIMITS,
    async close() {
      if (closed) return;
      await commit.close();
      closed = true;
      await wake.close();
      await line.close();
      await pool.end();
    },
  };
}

function lastOf(rows: readonly Row[], column: number): number {
  let last = 0;
  for (const row of rows) {
    const position = row[column];
    if (position) last = Math.max(last, int8(position));
  }
  return last;
}
