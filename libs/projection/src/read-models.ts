import type { Bilingual } from '#decider';
import type { EventStore } from '#event-store';
import type { Checkpoints } from './checkpoints.js';
import type { Projection } from './projection.js';

/** What an answer reflects: everything up to this position, as this version of the projection sees it. */
export interface AsOf {
  readonly position: number;
  /** Position of the last event that changed this row, or any row when the answer is a page; 0 for none. */
  readonly changedAt: number;
  readonly version: number;
}

/** How far a projection has come, and the last event that changed a row of it. */
export interface Heard {
  readonly position: number;
  readonly changedAt: number;
}

/** A row with its key. */
export interface Keyed<Row> {
  readonly key: string;
  readonly row: Row;
}

/** Rows of another projection that belong to a row: one of their columns holds its key. */
export interface Related {
  readonly projection: Projection;
  readonly by: string;
}

/** What a column must hold, or a column of some row that is related. */
export type Condition = {
  readonly column: string;
  readonly of?: Related;
} & (
  | { readonly is: string | number | boolean | null }
  | { readonly before: string | number }
  | { readonly after: string | number }
  | { readonly contains: string }
  /** All of them, among what a `text[]` holds. */
  | { readonly has: readonly string[] }
);

/** A column by whose values rows are counted. */
export interface Facet {
  readonly column: string;
  readonly of?: Related;
  /**
   * Ascending. Values are then counted by the interval that they lie in, `0` before the first edge, and rows without a
   * value not at all.
   */
  readonly edges?: readonly string[];
}

/** How many rows have a value; `null` for none. Values are texts, whatever the column. */
export interface Count {
  readonly value: string | null;
  readonly count: number;
}

export interface Query {
  /** All of them must hold. */
  readonly where?: readonly Condition[];
  /** Columns to sort by, ascending; the key is always the last. */
  readonly orderBy?: readonly string[];
  /** Values of `orderBy` and the key of the last row of the page before. */
  readonly after?: readonly (string | number | boolean)[];
  readonly limit: number;
  /**
   * What to count, by name, over all pages. A facet does not heed conditions on its own column: it tells what there would
   * be for each of its values.
   */
  readonly facets?: Readonly<Record<string, Facet>>;
}

/** Of each facet that was asked for, the most frequent first. */
export type Counts = Readonly<Record<string, readonly Count[]>>;

/** Rows of one projection. Each answer is one snapshot: rows and position agree. */
export interface ReadModel<Row> {
  get(key: string): Promise<AsOf & { readonly row: Row | undefined }>;
  /** The rows with these keys that exist, in the order of the keys. */
  pick(keys: readonly string[]): Promise<AsOf & { readonly rows: readonly Keyed<Row>[] }>;
  /** The page, and when facets are asked for, what they count. */
  page(query: Query): Promise<AsOf & { readonly rows: readonly Keyed<Row>[]; readonly counts?: Counts }>;
}

/** An event that a projection could not take, or that came after one for the same key. */
export interface Parked {
  readonly projection: string;
  /** Empty when not even the key could be told. */
  readonly key: string;
  readonly position: number;
  readonly eventId: string;
  readonly type: string;
  readonly reason: string;
  readonly parkedAt: string;
}

export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly table: string;
  readonly position: number;
  readonly parked: number;
  /** A build beside this one, when there is one. */
  readonly building?: { readonly version: number; readonly position: number };
  /** The rows that served before the last swap, and where they stand: what `rollback` goes back to. */
  readonly previous?: { readonly version: number; readonly position: number };
}

/** What the runner tells about its work. */
export interface Told {
  readonly event: 'projecting' | 'retired' | 'building' | 'built' | 'parked' | 'failed';
  readonly projection?: string;
  readonly reason?: string;
}

/** Projections at work in this process, or waiting for another process to let go of them. */
export interface Running {
  /** Names of the projections that this process writes; another process may write the others. */
  readonly projecting: readonly string[];
  /** Writes what it has folded and lets go. */
  stop(): Promise<void>;
}

export interface RunOptions {
  readonly store: EventStore;
  readonly projections: readonly Projection[];
  readonly tell?: (told: Told) => void;
  /** True while callers wait for this process: projections then take turns with them instead of going first. */
  readonly busy?: () => boolean;
}

export interface Progress {
  readonly position: number;
  readonly head: number;
}

export interface RebuildOptions {
  readonly store: EventStore;
  /** The ledger is read once for all of them. */
  readonly projections: readonly Projection[];
  readonly onProgress?: (progress: Progress) => void;
  /** Cancels: what serves goes on serving and no half-built table is left. */
  readonly signal?: AbortSignal;
}

export type RollbackOptions = Omit<RebuildOptions, 'projections'> & { readonly projection: Projection };

/** Work that only one of several processes may do at a time. */
export interface AloneOptions {
  /** Works until the signal aborts: when it is stopped, or another process may begin. `well` says that it succeeds. */
  readonly work: (signal: AbortSignal, well: () => void) => Promise<void>;
  readonly signal: AbortSignal;
  /** Hears of what ended the work before its time; it begins again after a pause. */
  readonly failed: (error: unknown) => void;
}

/** What became of parked events that were tried again. */
export interface Retried {
  readonly released: number;
  readonly stillParked: number;
}

/** The read side on PostgreSQL: rows, positions, checkpoints. */
export interface ReadModels {
  of<Row extends object>(projection: Projection<Row>): ReadModel<Row>;
  readonly checkpoints: Checkpoints;
  /** How far a projection is known to have come, at no cost; nothing while nothing is known for certain. */
  heard(name: string): Heard | undefined;
  /** Resolves with the position once the projection reflects at least `position`; `NotReached` after the time. */
  waitFor(name: string, position: number, timeoutMs: number): Promise<number>;
  /** True once a row changed by an event after `position`; false when the time is over or the signal aborts. */
  changed(name: string, position: number, timeoutMs: number, signal?: AbortSignal): Promise<boolean>;
  status(): Promise<readonly ProjectionStatus[]>;
  parked(name?: string): Promise<readonly Parked[]>;
  /** Gives projections that were never seen before an empty table, so that they can be asked at once. */
  prepare(projections: readonly Projection[]): Promise<void>;
  /** Folds the ledger into rows as it grows, until stopped. Of several processes one writes, another takes over. */
  run(options: RunOptions): Running;
  /**
   * Builds projections anew beside their live rows, then swaps each in one transaction. Live writes go on meanwhile.
   * Answers with how far the least of them has come.
   */
  rebuild(options: RebuildOptions): Promise<Progress>;
  /**
   * Lets the rows serve that served before the last swap, brought up to the ledger first; what serves now is kept, so
   * that rolling back again returns to it. Throws `NoWayBack` when there are none that this release can fold. A newer
   * version that was rolled back is not built again by itself: `rebuild` does it, or a version newer still.
   */
  rollback(options: RollbackOptions): Promise<Progress>;
  /** Throws the `NoWayBack` that `rollback` would. */
  wayBack(projection: Projection): Promise<void>;
  /** Folds parked events again, in order, under the law of today's projection. */
  retry(options: {
    readonly store: EventStore;
    readonly projection: Projection;
    readonly key?: string;
  }): Promise<Retried>;
  /**
   * Does work of that name in one process at a time, until the signal aborts; another process takes over when this one
   * dies. Of two that overlap for a moment nothing keeps the first from finishing what it began.
   */
  alone(name: string, options: AloneOptions): Promise<void>;
  /** Drops the rows that served before the last swap. */
  dropPrevious(name: string): Promise<void>;
  close(): Promise<void>;
}

/** DI token of the process's `ReadModels`. */
export const READ_MODELS = Symbol('ReadModels');

/** The projection does not reflect the position yet; try again later. */
export class NotReached extends Error {
  readonly status = 503;
  readonly code = 'projection/not-reached';
  readonly retryAfterS = 1;

  constructor(
    readonly projection: string,
    readonly asked: number,
    readonly position: number,
  ) {
    super(`${projection} is at position ${position}, not yet at ${asked}`);
    this.name = 'NotReached';
  }

  get sentence(): Bilingual {
    return {
      zh: `查询尚未反映至第 ${this.asked} 号，目前为第 ${this.position} 号；请稍后重试`,
      en: `The answer does not reflect position ${this.asked} yet, only ${this.position}; try again shortly`,
    };
  }
}
