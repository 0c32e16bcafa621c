import type { Recorded } from '#decider';
import type { Projection } from './projection.js';
import type { Written } from './rows-table.js';

/** A fact that a projection is addressed by, with the rows it belongs to. */
export interface Addressed {
  readonly fact: Recorded;
  readonly keys: readonly string[];
}

/** A fact that could not be folded, or that came after one for the same key. */
export interface Stuck {
  readonly key: string;
  readonly position: number;
  readonly eventId: string;
  readonly type: string;
  readonly reason: string;
}

/** What must be written for the rows to be as folded. */
export interface Changes {
  readonly written: readonly Written[];
  readonly deleted: readonly string[];
  readonly stuck: readonly Stuck[];
  /** Position of the last event that changed a row; 0 when none did. */
  readonly changedAt: number;
}

interface Held<Row> {
  readonly row: Row | undefined;
  readonly position: number;
  readonly columns: Written['columns'];
}

/** Rows in memory: what was loaded, what was folded since, what could not be. */
export interface Folding<Row extends object> {
  /** Which rows a fact belongs to. A fact whose rows cannot be told is parked under the empty key. */
  address(fact: Recorded): Addressed | undefined;
  /** Keys among these that must be loaded before they can be folded. */
  missing(addressed: readonly Addressed[]): string[];
  /** Rows as they are stored; keys that were missing and are not among them have no row. */
  hold(
    keys: readonly string[],
    rows: readonly { readonly key: string; readonly row: Row; readonly at: number }[],
  ): void;
  fold(addressed: readonly Addressed[]): void;
  park(fact: Pick<Recorded, 'id' | 'type' | 'position'>, key: string, reason: unknown): void;
  /** How many rows are held. */
  readonly held: number;
  /** Everything changed since it was last asked for. Lets go of rows beyond `keep`. */
  take(keep: number): Changes;
}

const sentence = (reason: unknown): string =>
  reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);

/** @param stopped keys that wait for a parked event and take no more. */
export function folding<Row extends object>(projection: Projection<Row>, stopped: Iterable<string> = []): Folding<Row> {
  const held = new Map<string, Held<Row>>();
  const waiting = new Set(stopped);
  const columns = Object.values(projection.columns ?? {});
  let dirty = new Set<string>();
  let stuck: Stuck[] = [];
  let changedAt = 0;

  const park: Folding<Row>['park'] = ({ id, type, position }, key, reason) => {
    stuck.push({ key, position, eventId: id, type, reason: sentence(reason) });
    if (key !== '') waiting.add(key);
  };

  const foldOne = (fact: Recorded, key: string) => {
    if (waiting.has(key)) return park(fact, key, 'waits for the event before it / 等待此前的事件');
    try {
      const before = held.get(key)?.row ?? projection.blank(key);
      const row = projection.when[fact.type]!(before, fact, key);
      if (row === before) return;
      // Also the columns, so that a value that cannot be told is the fault of this event and of no other.
      const values = row ? columns.map(({ of }) => of(row as never, key)) : [];
      held.set(key, { row, position: fact.position, columns: values });
      dirty.add(key);
      changedAt = fact.position;
    } catch (reason) {
      park(fact, key, reason);
    }
  };

  return {
    park,
    address(fact) {
      if (!Object.hasOwn(projection.when, fact.type)) return undefined;
      try {
        const keys = projection.key(fact);
        if (keys === undefined) return undefined;
        return { fact, keys: typeof keys === 'string' ? [keys] : [...new Set(keys)] };
      } catch (reason) {
        park(fact, '', reason);
        return undefined;
      }
    },
    missing(addressed) {
      const keys = new Set<string>();
      for (const fact of addressed) for (const key of fact.keys) if (!held.has(key)) keys.add(key);
      return [...keys];
    },
    hold(keys, rows) {
      for (const key of keys) held.set(key, { row: undefined, position: 0, columns: [] });
      for (const { key, row, at } of rows) held.set(key, { row, position: at, columns: [] });
    },
    fold(addressed) {
      for (const { fact, keys } of addressed) for (const key of keys) foldOne(fact, key);
    },
    get held() {
      return held.size;
    },
    take(keep) {
      const written: Written[] = [];
      const deleted: string[] = [];
      for (const key of dirty) {
        const { row, position, columns } = held.get(key)!;
        if (row) written.push({ key, row, position, columns });
        else deleted.push(key);
      }
      const changes = { written, deleted, stuck, changedAt };
      dirty = new Set();
      stuck = [];
      changedAt = 0;
      if (held.size > keep) held.clear();
      return changes;
    },
  };
}
