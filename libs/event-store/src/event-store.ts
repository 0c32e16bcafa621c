/** What the writer believes about the stream: its exact last revision, or one of three claims. */
export type Expected = number | 'no-stream' | 'stream-exists' | 'any';

/** An event on its way in. Payload and envelope are bytes: the store never parses or re-serialises them. */
export interface NewEvent {
  /** UUID, lower case. The same id with the same content is the same event, wherever it is appended again. */
  readonly id: string;
  /** Qualified type: `energy.EnergyRectificationOrdered`. */
  readonly type: string;
  /** Canonical JSON (RFC 8785) of the payload. Part of the content that makes two events the same. */
  readonly data: Uint8Array;
  /** JSON of the envelope's own parts. Kept as given; NOT part of the content compared for idempotency. */
  readonly meta: Uint8Array;
}

/** An event as the store keeps it. */
export interface StoredEvent extends NewEvent {
  readonly stream: string;
  /** Place in the stream, from 0, without gaps. */
  readonly revision: number;
  /**
   * Place in the store: above 0, strictly rising in `readAll`. In PostgreSQL and in memory the first is 1 and there are no
   * gaps; in EventStoreDB it is a place in the server's log. MUST NOT be computed, only passed on.
   */
  readonly position: number;
  /**
   * Ledger time (RFC 3339, UTC, milliseconds). Never decreases within a stream; where one place hands out all positions,
   * as in PostgreSQL and in memory, never with position either.
   */
  readonly recordedAt: string;
}

export interface StreamAppend {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly expected: Expected;
}

/** Acknowledged: durable, readable, in this place. */
export interface Appended {
  readonly stream: string;
  /** Revision of the last event of this append; for an empty append, the stream's last revision or -1. */
  readonly revision: number;
  /** Position of the last event of this append; 0 for an empty append. */
  readonly position: number;
  readonly recordedAt: string;
  /** True when all the events were there already, with the same content: the first result again. */
  readonly duplicate: boolean;
}

/** Part of a stream. */
export interface StreamSlice {
  /** False when nothing was ever appended; a read past the end of a stream that exists is empty and true. */
  readonly exists: boolean;
  /** Last revision of the whole stream, -1 when it does not exist. */
  readonly revision: number;
  readonly events: readonly StoredEvent[];
}

export interface ReadOptions {
  /** First revision to return, inclusive. Default: the start, or backward the end. */
  readonly from?: number;
  readonly direction?: 'forward' | 'backward';
  /** Most events to return. Default: all. */
  readonly limit?: number;
}

/** Some events in order, and whether the reader then had everything there was. */
export interface Page {
  readonly events: readonly StoredEvent[];
  readonly caughtUp: boolean;
}

/** What one append may carry. */
export interface Limits {
  readonly eventsPerAppend: number;
  /** Of payload and envelope together. */
  readonly bytesPerEvent: number;
  readonly bytesPerAppend: number;
  readonly streamNameBytes: number;
}

/**
 * The ledger's ground. Every adapter passes the conformance suite in `conformance/conformance.ts`.
 *
 * Errors: `StaleRevision`, `Conflict`, `InvalidAppend` (before any I/O), `Unavailable`.
 */
export interface EventStore {
  /**
   * Appends all of the events or none. Idempotent by id and content: the same ids with the same streams, types and
   * payloads give the first result again, whatever `expected` says; the same id with other content, or a batch of
   * which only a part is known, is a `Conflict` and nothing is written.
   *
   * When an acknowledgement is lost the adapter settles the outcome by id before it answers: the caller MUST NOT
   * hear of a failure for something that was stored.
   */
  append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended>;

  /**
   * Appends to several different streams atomically. Where the server knows no such thing, as EventStoreDB, more than one
   * stream that gets events is refused with `SeveralStreams` before any I/O.
   */
  appendAll(appends: readonly StreamAppend[]): Promise<readonly Appended[]>;

  read(stream: string, options?: ReadOptions): Promise<StreamSlice>;

  /** The events with these ids that exist, in position order. */
  find(ids: readonly string[]): Promise<readonly StoredEvent[]>;

  /** Everything after a position (exclusive) up to the end as it is when reached, in order, page by page. */
  readAll(after: number, options?: { readonly limit?: number; readonly pageSize?: number }): AsyncIterable<Page>;

  /**
   * Everything after a position, then whatever comes, until the signal aborts. Resumes by itself after a drop from
   * the last delivered position; never skips, never repeats. A page is fetched only when the last one was consumed.
   */
  subscribe(after: number, options: { readonly signal: AbortSignal; readonly pageSize?: number }): AsyncIterable<Page>;

  /** Position of the last event, 0 when there is none. */
  head(): Promise<number>;

  /** The last event of the store, when there is one. */
  latest(): Promise<StoredEvent | undefined>;

  /** What one append may carry here: never more than `LIMITS`. Beyond it an append is refused before any I/O. */
  readonly limits: Limits;

  /** Settles what is in flight, then lets go of every connection. */
  close(): Promise<void>;
}

/** DI token of the process's one store. */
export const EVENT_STORE = Symbol('EventStore');
