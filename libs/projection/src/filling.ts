import { stoppedKeys, writeChanges } from './changes.js';
import type { Database } from './database.js';
import { folding } from './folding.js';
import { foldPage, readable } from './pages.js';
import type { Progress, RebuildOptions } from './read-models.js';
import type { Statements } from './rows-table.js';

const PAGE = 5_000;
/** A row that many events touch is written as seldom as memory allows: about half a kilobyte an event. */
const FLUSH_EVENTS = 200_000;
const HELD_ROWS = 10_000;
/** So few events are folded while the live rows wait. Positions may lie far apart, so events are counted. */
const CLOSE = 500;

/** Rows that nobody reads, and how far they have come. */
export interface Aside {
  readonly rows: string;
  readonly position: number;
  readonly changedAt: number;
  /** Keeps the position, in the transaction that writes what led there. */
  readonly keep: (on: Statements, reached: Reflected) => Promise<unknown>;
}

export interface Reflected {
  readonly position: number;
  readonly changedAt: number;
}

/** Rows that want a few events only. */
export interface Filled {
  /** Folds the rest, at least up to where the live rows are. In the transaction that swaps, with those rows locked. */
  finish(on: Statements, live: number): Promise<Reflected & Progress>;
}

/** Folds the ledger into rows beside those that serve, until they want a few events only. */
export async function fill(
  database: Database,
  { store, projection, onProgress, signal }: RebuildOptions,
  { rows, keep, ...from }: Aside,
): Promise<Filled> {
  const fold = folding(projection, await stoppedKeys(database.pool, rows));
  let { position, changedAt } = from;
  let events = 0;

  const take = () => {
    const changes = fold.take(HELD_ROWS);
    changedAt = Math.max(changedAt, changes.changedAt);
    events = 0;
    return changes;
  };
  const write = async (on: Statements) => {
    await writeChanges(on, projection, rows, take());
    await keep(on, { position, changedAt });
  };
  const flush = () =>
    database.transaction(async (on) => {
      await on.query('set local synchronous_commit = off');
      await write(on);
    });
  /** Up to the end, or until a position is reached; tells how many events there were. */
  const readOn = async (on: Statements, flush: () => Promise<void>, until = Infinity) => {
    let read = 0;
    for await (const page of store.readAll(position, { pageSize: PAGE })) {
      signal?.throwIfAborted();
      await foldPage(on, projection, rows, fold, page.events.map(readable), position);
      position = page.events.at(-1)?.position ?? position;
      events += page.events.length;
      read += page.events.length;
      if (events >= FLUSH_EVENTS || fold.held > HELD_ROWS) await flush();
      onProgress?.({ position, head: Math.max(head, position) });
      if (position >= until) break;
    }
    return read;
  };

  let head = await store.head();
  let behind = Infinity;
  while (behind > CLOSE) {
    behind = await readOn(database.pool, flush);
    await flush();
    head = await store.head();
  }
  signal?.throwIfAborted();
  return {
    async finish(on, live) {
      if (live > position) await readOn(on, () => write(on), live);
      await write(on);
      return { position, changedAt, head: Math.max(head, position) };
    },
  };
}
