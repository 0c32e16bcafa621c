import { decode } from '#contracts';
import type { Recorded } from '#decider';
import type { StoredEvent } from '#event-store';
import type { Addressed, Folding } from './folding.js';
import type { Projection } from './projection.js';
import { loadRows, type Statements } from './rows-table.js';

/** An event that is read at most once, by the first projection it is addressed to. */
export interface Readable {
  readonly event: StoredEvent;
  /** Throws what was wrong with the bytes, each time. */
  readonly fact: () => Recorded;
}

export function readable(event: StoredEvent): Readable {
  let fact: Recorded | undefined;
  return { event, fact: () => (fact ??= decode(event)) };
}

/** Folds the events of a page that lie after a position. Rows that are not held yet are loaded in one query. */
export async function foldPage(
  on: Statements,
  projection: Projection,
  rows: string,
  folding: Folding<object>,
  page: readonly Readable[],
  after: number,
): Promise<void> {
  const addressed: Addressed[] = [];
  for (const { event, fact } of page) {
    if (event.position <= after || !Object.hasOwn(projection.when, event.type)) continue;
    let read: Recorded;
    try {
      read = fact();
    } catch (reason) {
      folding.park(event, '', reason);
      continue;
    }
    const one = folding.address(read);
    if (one) addressed.push(one);
  }
  const missing = folding.missing(addressed);
  if (missing.length > 0) folding.hold(missing, await loadRows(on, rows, missing));
  folding.fold(addressed);
}
