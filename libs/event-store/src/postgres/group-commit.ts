import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Clock } from '../clock.js';
import { Unavailable } from '../errors.js';
import type { Appended, StreamAppend } from '../event-store.js';
import { isConnectionLoss, translated } from './errors.js';
import { answer, columns, flushLength, isAtomic, type Unit, type Verdicts } from './flush.js';
import { openSession, type SessionOptions } from './session.js';

/** While the server works on one flush this process writes the next: both are then never idle. */
const FLUSHES = 2;
/** Callers so few are not parted: a flush costs the server as much as a dozen of its events. */
const TOGETHER = 24;

export interface GroupCommitOptions extends SessionOptions {
  readonly clock: Clock;
  /** How long a lost outcome is asked after, before the caller hears that it is unknown. */
  readonly settleMs: number;
  /** After this long without an answer to a flush, its session is given up for lost. */
  readonly flushTimeoutMs: number;
  /** Called with the position of the last event of a flush. */
  readonly written: (position: number) => void;
}

/**
 * One session appends for the whole process. While flushes are in flight callers queue; the next one takes them all and
 * each hears of an outcome of its own.
 *
 * A flush whose answer was lost is simply put again: what was written the first time is then known by its ids, what was
 * not is judged now, and a late first attempt finds its own ids taken. The head row lets them pass one at a time.
 */
export function groupCommit({ clock, settleMs, flushTimeoutMs, written, ...session }: GroupCommitOptions) {
  let waiting: Unit[] = [];
  let outstanding = 0;
  let stirred = false;
  let closing = false;
  let client: Promise<pg.Client> | undefined;
  const flushes = new Set<Promise<void>>();

  function submit(appends: readonly StreamAppend[]): Promise<readonly Appended[]> {
    if (closing) return Promise.reject(new Unavailable('The event store is closing', { reason: 'closing' }));
    return new Promise((resolve, reject) => {
      waiting.push({ appends, resolve, reject });
      outstanding++;
      stir();
    });
  }

  /** Once round the event loop, so that all who are about to append are in. */
  function stir(): void {
    if (stirred) return;
    stirred = true;
    setImmediate(() => {
      stirred = false;
      while (flushes.size < FLUSHES && waiting.length > 0) launch();
    });
  }

  function launch(): void {
    const length = flushLength(waiting, Math.max(TOGETHER, Math.ceil(outstanding / FLUSHES)));
    const flush = waiting.slice(0, length);
    waiting = waiting.slice(length);
    const settled = settle(flush)
      .catch((error: unknown) => flush.forEach(({ reject }) => reject(error)))
      .then(() => {
        outstanding -= length;
        flushes.delete(settled);
        stir();
      });
    flushes.add(settled);
  }

  async function settle(flush: readonly Unit[]): Promise<void> {
    const deadline = performance.now() + settleMs;
    for (let sent = false; ; await pause(50)) {
      const opened = (client ??= connect());
      try {
        const session = await opened;
        sent = true;
        const last = answer(flush, await write(session, flush));
        if (last > 0) written(last);
        return;
      } catch (error) {
        if (!isConnectionLoss(error)) throw translated(error);
        drop(opened);
        if (!sent) throw translated(error);
        if (performance.now() < deadline) continue;
        const message = `The database was lost during the append and did not come back within ${settleMs} ms: whether it was written is not known. Put it again with the same ids.`;
        throw new Unavailable(message, { cause: error });
      }
    }
  }

  function connect(): Promise<pg.Client> {
    const opened: Promise<pg.Client> = openSession({ ...session, pipeline: true }, () => drop(opened));
    opened.catch(() => drop(opened));
    return opened;
  }

  function drop(lost: Promise<pg.Client>): void {
    if (client === lost) client = undefined;
    // Ending what has ended, or never began, is nothing.
    lost.then((session) => session.end()).catch(() => {});
  }

  async function write(client: pg.Client, flush: readonly Unit[]): Promise<Verdicts> {
    const query = client.query<string[]>({
      name: 'append',
      text: 'select * from ledger.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
      values: [new Date(clock.now()).toISOString(), isAtomic(flush[0]!), ...columns(flush)],
      rowMode: 'array',
      types: { getTypeParser: () => String },
    } as pg.QueryArrayConfig);
    const { rows } = await withinMs(flushTimeoutMs, query);
    return rows[0] as unknown as Verdicts;
  }

  return {
    submit,
    /** Answers everybody who is waiting, then lets go of the session. */
    async close(): Promise<void> {
      closing = true;
      while (outstanding > 0) await (flushes.size > 0 ? Promise.race(flushes) : new Promise(setImmediate));
      await client?.then((session) => session.end());
    },
  };
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
