import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Clock } from '../clock.js';
import { Unavailable } from '../errors.js';
import type { Appended, StreamAppend } from '../event-store.js';
import { isConnectionLoss, translated } from './errors.js';
import { answer, columns, flushLength, isAtomic, type Unit, type Verdicts } from './flush.js';
import type { Line } from './line.js';

/** While the server works on one flush this process writes the next: both are then never idle. */
const FLUSHES = 2;
/** Callers so few are not parted: a flush costs the server as much as a dozen of its events. */
const TOGETHER = 24;

const ARGUMENTS = Array.from({ length: 12 }, (_, at) => `$${at + 1}`).join();
const OUTCOME = 'outcomes, revisions, positions, recorded, taken_ids';
const APPEND = `select ${OUTCOME} from ledger.append(${ARGUMENTS})`;
/** Commits without waiting for the disk, so that the head row is free for the next flush. */
const APPEND_AND_GO_ON = `select ${OUTCOME}, set_config('synchronous_commit', 'off', true) from ledger.append(${ARGUMENTS})`;

export interface GroupCommitOptions {
  /** The line of the process, opened when there is none. */
  readonly line: () => Promise<Line>;
  readonly drop: (lost: Promise<Line>) => void;
  readonly clock: Clock;
  /** How long a lost outcome is asked after, before the caller hears that it is unknown. */
  readonly settleMs: number;
  /** After this long without an answer to a flush, its session is given up for lost. */
  readonly flushTimeoutMs: number;
  /** Called with the position of the last event of a flush, when it is durable. */
  readonly written: (position: number) => void;
}

/**
 * One session appends for the whole process. While flushes are in flight callers queue; the next one takes them all and
 * each hears of an outcome of its own.
 *
 * A flush whose answer was lost is simply put again: what was written the first time is then known by its ids, what was
 * not is judged now, and a late first attempt finds its own ids taken. The head row lets them pass one at a time.
 */
export function groupCommit({ clock, settleMs, flushTimeoutMs, written, line, drop }: GroupCommitOptions) {
  let waiting: Unit[] = [];
  let outstanding = 0;
  let stirred = false;
  let closing = false;
  let reached = 0;
  let othersAppend = false;
  const flushes = new Set<Promise<void>>();

  /** Where others append too the server is never idle: fewer, larger flushes then cost everybody less. */
  const most = () => (othersAppend ? 1 : FLUSHES);

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
      while (flushes.size < most() && waiting.length > 0) launch();
    });
  }

  function launch(): void {
    const length = flushLength(waiting, Math.max(TOGETHER, Math.ceil(outstanding / most())));
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
      const opened = line();
      try {
        const { appending, persist } = await opened;
        sent = true;
        // With nobody behind it a flush may hold the head row until it is on disk: that saves a trip to the server.
        const alone = flushes.size <= 1 && !othersAppend;
        const verdicts = await write(appending, flush, alone);
        // Nobody hears of an outcome, or decides upon one, before it is durable.
        if (!alone) await withinMs(flushTimeoutMs, persist());
        const last = answer(flush, verdicts);
        if (last > 0) seen(last, flush);
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

  /** Positions that this process did not take were taken by another, which then waits for the head row too. */
  function seen(last: number, flush: readonly Unit[]): void {
    const most = flush.reduce((sum, { appends }) => sum + appends.reduce((n, { events }) => n + events.length, 0), 0);
    othersAppend = last - most > reached;
    reached = Math.max(reached, last);
    written(last);
  }

  async function write(client: pg.Client, flush: readonly Unit[], alone: boolean): Promise<Verdicts> {
    const query = client.query<string[]>({
      name: alone ? 'append and wait' : 'append',
      text: alone ? APPEND : APPEND_AND_GO_ON,
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
