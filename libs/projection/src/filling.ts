import type { EventStore } from '#event-store';
import { stoppedKeys, writeChanges } from './changes.js';
import type { Database } from './database.js';
import { folding } from './folding.js';
import { foldPage, readable, type Readable } from './pages.js';
import type { Projection } from './projection.js';
import type { Progress } from './read-models.js';
import type { Statements } from './rows-table.js';

const PAGE = 5_000;
/** A row that many events touch is written as seldom as memory allows: about half a kilobyte an event. */
const FLUSH_EVENTS = 200_000;
const HELD_ROWS = 10_000;
/** So few events are folded while the live rows wait. Positions may lie far apart, so events are counted. */
const CLOSE = 500;

/** Rows that nobody reads, and how far they have come. */
export interface Aside {
  readonly projection: Projection;
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
export interface Filled extends Aside {
  /** Folds the rest, at least up to where the live rows are. In the transaction that swaps, with those rows locked. */
  finish(on: Statements, live: number): Promise<Reflected & Progress>;
}

interface Filling {
  readonly store: EventStore;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Folds one reading of the ledger into all of these rows beside those that serve, until they want a few events only. */
export async function fill(
  database: Database,
  { store, onProgress, signal }: Filling,
  asides: readonly Aside[],
): Promise<Filled[]> {
  const asked = await Promise.all(asides.map((aside) => filling(database, aside)));
  /** Up to the end, or until a position is reached; tells how many events there were. */
  const readOn = async (those: readonly Rows[], on?: Statements, until = Infinity) => {
    const after = Math.min(...those.map(({ reached }) => reached.position));
    let read = 0;
    for await (const { events } of ahead(store.readAll(after, { pageSize: PAGE }))) {
      signal?.throwIfAborted();
      const page = events.map(readable);
      await Promise.all(those.map((one) => one.take(page, on)));
      read += events.length;
      const position = events.at(-1)?.position ?? after;
      onProgress?.({ position, head: Math.max(head, position) });
      if (position >= until) break;
    }
    return read;
  };

  let head = await store.head();
  let behind = Infinity;
  while (behind > CLOSE) {
    behind = await readOn(asked);
    await Promise.all(asked.map((one) => one.flush()));
    head = await store.head();
  }
  signal?.throwIfAborted();
  return asked.map((one, at) => ({
    ...asides[at]!,
    async finish(on, live) {
      if (live > one.reached.position) await readOn([one], on, live);
      await one.write(on);
      return { ...one.reached, head: Math.max(head, one.reached.position) };
    },
  }));
}

/** Rows as they fill, which know when it is time to write what was folded. */
interface Rows {
  readonly reached: Reflected;
  /** Folds a page. What is full is written on the connection, or in a transaction of its own. */
  take(page: readonly Readable[], on?: Statements): Promise<void>;
  write(on: Statements): Promise<void>;
  flush(): Promise<void>;
}

async function filling(database: Database, { projection, rows, keep, ...from }: Aside): Promise<Rows> {
  const fold = folding(projection, await stoppedKeys(database.pool, rows));
  let { position, changedAt } = from;
  let events = 0;
  const write = async (on: Statements) => {
    const changes = fold.take(HELD_ROWS);
    changedAt = Math.max(changedAt, changes.changedAt);
    events = 0;
    await writeChanges(on, projection, rows, changes);
    await keep(on, { position, changedAt });
  };
  const flush = () =>
    database.transaction(async (on) => {
      await on.query('set local synchronous_commit = off');
      await write(on);
    });
  return {
    get reached() {
      return { position, changedAt };
    },
    write,
    flush,
    async take(page, on) {
      await foldPage(on ?? database.pool, projection, rows, fold, page, position);
      position = Math.max(position, page.at(-1)?.event.position ?? 0);
      events += page.length;
      if (events >= FLUSH_EVENTS || fold.held > HELD_ROWS) await (on ? write(on) : flush());
    },
  };
}

/** The next page is fetched while this one is folded. */
async function* ahead<Page>(pages: AsyncIterable<Page>): AsyncGenerator<Page, void> {
  const source = pages[Symbol.asyncIterator]();
  const fetch = () => {
    const fetched = source.next();
    // Awaited at the next turn; a failure must not count as nobody's until then.
    fetched.catch(() => {});
    return fetched;
  };
  try {
    for (let coming = fetch(); ;) {
      const { done, value } = await coming;
      if (done) return;
      coming = fetch();
      yield value;
    }
  } finally {
    await source.return?.();
  }
}
