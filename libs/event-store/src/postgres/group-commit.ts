import { setImmediate, setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { type Clock } from '../clock.js';
import { Conflict, StaleRevision, Unavailable } from '../errors.js';
import type { Appended, Expected, NewEvent, StreamAppend } from '../event-store.js';
import { byteas, int4s, texts, uuids } from './binary-arrays.js';
import { isConnectionLoss, translated } from './errors.js';
import { openSession, type SessionOptions } from './session.js';

/** How much one flush takes. A single append may be larger and then has a flush of its own. */
const FLUSH = { events: 2_000, bytes: 8 * 1024 * 1024 };
const CLAIMS = { 'no-stream': -1, any: -2, 'stream-exists': -3 } as const;
const WRITTEN = 0;
const DUPLICATE = 1;
const STALE = 2;

export interface GroupCommitOptions extends SessionOptions {
  readonly clock: Clock;
  /** How long a lost outcome is asked after, before the caller hears that it is unknown. */
  readonly settleMs: number;
  /** After this long without an answer to a flush, its session is given up for lost. */
  readonly flushTimeoutMs: number;
  /** Called with the position of the last event of a flush. */
  readonly written: (position: number) => void;
}

/** What one caller asked for, and how it hears of the outcome. */
interface Unit {
  readonly appends: readonly StreamAppend[];
  readonly bytes: number;
  readonly resolve: (appended: readonly Appended[]) => void;
  readonly reject: (error: unknown) => void;
}

interface Verdicts {
  readonly outcomes: number[];
  readonly revisions: number[];
  readonly positions: number[];
  readonly recorded: number[];
  readonly takenIds: string[];
}

/**
 * One session appends for the whole process. While a flush is in flight callers queue; the next flush takes them all and
 * each hears of an outcome of its own.
 *
 * A flush whose answer was lost is simply put again: what was written the first time is then known by its ids, what was
 * not is judged now, and a late first attempt finds its own ids taken. The head row lets them pass one at a time.
 */
export function groupCommit({ clock, settleMs, flushTimeoutMs, written, ...session }: GroupCommitOptions) {
  let waiting: Unit[] = [];
  let running: Promise<void> | undefined;
  let client: pg.Client | undefined;
  let closing = false;

  function submit(appends: readonly StreamAppend[]): Promise<readonly Appended[]> {
    if (closing) return Promise.reject(new Unavailable('The event store is closing', { reason: 'closing' }));
    return new Promise((resolve, reject) => {
      waiting.push({ appends, bytes: appends.reduce((sum, { events }) => sum + bytesOf(events), 0), resolve, reject });
      running ??= run();
    });
  }

  async function run(): Promise<void> {
    // Once round the event loop, so that all who are about to append are in.
    for (await setImmediate(); waiting.length > 0; await setImmediate()) {
      const flush = take();
      await settle(flush).catch((error: unknown) => flush.forEach(({ reject }) => reject(error)));
    }
    // In the same turn as the last look at the queue: nobody can come in between.
    running = undefined;
  }

  /** The oldest units that make one flush. An id that comes again waits for the next, where it is known. */
  function take(): Unit[] {
    const ids = new Set<string>();
    let bytes = 0;
    const end = waiting.findIndex((unit, index) => {
      const events = unit.appends.flatMap(({ events }) => events);
      const full = ids.size + events.length > FLUSH.events || bytes + unit.bytes > FLUSH.bytes;
      if (index > 0 && (full || isAtomic(unit) || isAtomic(waiting[0]!) || events.some(({ id }) => ids.has(id))))
        return true;
      for (const { id } of events) ids.add(id);
      bytes += unit.bytes;
      return false;
    });
    const flush = end === -1 ? waiting : waiting.slice(0, end);
    waiting = end === -1 ? [] : waiting.slice(end);
    return flush;
  }

  async function settle(flush: readonly Unit[]): Promise<void> {
    const deadline = performance.now() + settleMs;
    for (let sent = false; ; await pause(50)) {
      try {
        client ??= await connect();
        sent = true;
        answer(flush, await write(client, flush));
        return;
      } catch (error) {
        if (!isConnectionLoss(error)) throw translated(error);
        drop();
        if (!sent) throw translated(error);
        if (performance.now() < deadline) continue;
        const message = `The database was lost during the append and did not come back within ${settleMs} ms: whether it was written is not known. Put it again with the same ids.`;
        throw new Unavailable(message, { cause: error });
      }
    }
  }

  async function connect(): Promise<pg.Client> {
    const opened: pg.Client = await openSession(session, () => {
      if (client === opened) client = undefined;
    });
    return opened;
  }

  function drop(): void {
    const lost = client;
    client = undefined;
    lost?.end().catch(() => {});
  }

  async function write(client: pg.Client, flush: readonly Unit[]): Promise<Verdicts> {
    const query = client.query<(string | null)[]>({
      name: 'append',
      text: 'select * from ledger.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
      values: [new Date(clock.now()).toISOString(), isAtomic(flush[0]!), ...columns(flush)],
      rowMode: 'array',
      types: { getTypeParser: () => String },
    } as pg.QueryArrayConfig);
    const { rows } = await withinMs(flushTimeoutMs, query);
    const [outcomes, revisions, positions, recorded, takenIds] = rows[0]!;
    return {
      outcomes: numbers(outcomes!),
      revisions: numbers(revisions!),
      positions: numbers(positions!),
      recorded: numbers(recorded!),
      takenIds: takenIds ? takenIds.slice(1, -1).split(',') : [],
    };
  }

  function answer(flush: readonly Unit[], verdicts: Verdicts): void {
    let at = 0;
    let last = 0;
    for (const { appends, resolve, reject } of flush) {
      const from = at;
      at += appends.length;
      const outcomes = verdicts.outcomes.slice(from, at);
      if (outcomes.every((outcome) => outcome === WRITTEN)) last = verdicts.positions[at - 1]!;
      else if (!outcomes.every((outcome) => outcome === DUPLICATE)) {
        reject(refusal(appends, outcomes, verdicts.revisions.slice(from, at), verdicts.takenIds));
        continue;
      }
      resolve(
        appends.map(({ stream }, index) => ({
          stream,
          revision: verdicts.revisions[from + index]!,
          position: verdicts.positions[from + index]!,
          recordedAt: new Date(verdicts.recorded[from + index]!).toISOString(),
          duplicate: outcomes[index] === DUPLICATE,
        })),
      );
    }
    if (last > 0) written(last);
  }

  return {
    submit,
    /** Answers everybody who is waiting, then lets go of the session. */
    async close(): Promise<void> {
      closing = true;
      await running;
      await client?.end();
    },
  };
}

const isAtomic = ({ appends }: Unit) => appends.length > 1;
const bytesOf = (events: readonly NewEvent[]) =>
  events.reduce((sum, { data, meta }) => sum + data.length + meta.length, 0);
const claim = (expected: Expected) => (typeof expected === 'number' ? expected : CLAIMS[expected]);
const numbers = (array: string): number[] => JSON.parse(`[${array.slice(1, -1)}]`) as number[];

function columns(flush: readonly Unit[]): Buffer[] {
  const appends = flush.flatMap(({ appends }) => appends);
  const events = appends.flatMap(({ events }) => events);
  const lastOf = new Map<string, number>();
  const previous = appends.map(({ stream }, index) => {
    const before = lastOf.get(stream) ?? 0;
    lastOf.set(stream, index + 1);
    return before;
  });
  return [
    texts(appends.map(({ stream }) => stream)),
    int4s(appends.map(({ expected }) => claim(expected))),
    int4s(previous),
    int4s(appends.map(({ events }) => events.length)),
    int4s(appends.flatMap(({ events }, index) => events.map(() => index + 1))),
    int4s(appends.flatMap(({ events }) => events.map((_, place) => place))),
    uuids(events.map(({ id }) => id)),
    texts(events.map(({ type }) => type)),
    byteas(events.map(({ data }) => data)),
    byteas(events.map(({ meta }) => meta)),
  ];
}

function refusal(appends: readonly StreamAppend[], outcomes: number[], revisions: number[], takenIds: string[]): Error {
  const stale = outcomes.indexOf(STALE);
  const known = outcomes.findIndex((outcome) => outcome !== STALE && outcome !== WRITTEN);
  if (known === -1) return new StaleRevision(appends[stale]!.stream, appends[stale]!.expected, revisions[stale]!);
  const ids = new Set(appends.flatMap(({ events }) => events.map(({ id }) => id)));
  return new Conflict(
    appends[known]!.stream,
    takenIds.filter((id) => ids.has(id)),
  );
}

async function withinMs<T>(ms: number, answer: Promise<T>): Promise<T> {
  const timer = Promise.withResolvers<never>();
  const timeout = setTimeout(() => timer.reject(new Error(`The database did not answer within ${ms} ms`)), ms);
  try {
    return await Promise.race([answer, timer.promise]);
  } finally {
    clearTimeout(timeout);
  }
}
