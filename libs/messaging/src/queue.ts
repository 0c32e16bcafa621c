/** A message of a topic. */
export interface Message {
  /** Messages of one key keep their order. */
  readonly key: string;
  /** Nothing: a tombstone, which removes the key from a compacted topic. */
  readonly value: Uint8Array | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** A message as it came, with its place. */
export interface Received extends Omit<Message, 'key'> {
  readonly key: string | undefined;
  readonly topic: string;
  readonly partition: number;
  /** Decimal text: offsets are 64-bit. */
  readonly offset: string;
}

export interface Topic {
  readonly name: string;
  readonly partitions: number;
  /** Keeps the last message of each key for ever instead of all messages for a time. */
  readonly compacted?: boolean;
  /** Keeps all messages for ever instead of for a time. */
  readonly keptForever?: boolean;
}

export interface ConsumeOptions {
  readonly topics: readonly string[];
  /** A group that was never seen before begins with the first message there is. */
  readonly group: string;
  readonly signal: AbortSignal;
  /**
   * Deals with messages of one partition, in order. Their offsets are committed when it resolves, never before; when it
   * rejects, the same messages come again after a pause, for as long as it takes.
   */
  readonly each: (messages: readonly Received[]) => Promise<void>;
}

/** How far a group is with one partition. */
export interface Standing {
  readonly partition: number;
  /** Messages that the group has yet to deal with. */
  readonly lag: number;
}

/** Whether the queue can be used right now, and if not, why: for readiness and metrics. */
export interface QueueHealth {
  readonly reachable: boolean;
  readonly reason?: string;
}

/**
 * A queue that keeps messages per key in order and delivers at least once. Effects are made single by ids, never by the
 * queue.
 *
 * Errors: `QueueUnavailable`, for whatever may be tried again; `MessageRefused` for a message that will never be taken.
 */
export interface Queue {
  /** Makes the topics that do not exist yet. Resolves when they can be used. */
  ensure(topics: readonly Topic[]): Promise<void>;

  /**
   * Sends messages in their order per key. Resolves when every in-sync replica has all of them. Rejects with
   * `QueueUnavailable` when that is not known: sending the same messages again is then the caller's duty, and makes
   * duplicates that their ids tell.
   */
  send(topic: string, messages: readonly Message[]): Promise<void>;

  /** Consumes until the signal aborts; goes on by itself after every failure of the queue, from the last commit. */
  consume(options: ConsumeOptions): Promise<void>;

  /**
   * What a topic holds now, partition by partition in order, for looking at it: no group is told. Ends with what was the
   * last message when it was asked for; a topic that does not exist holds nothing.
   */
  read(topic: string): AsyncIterable<readonly Received[]>;

  /** How far a group is with a topic, by what it committed; nothing of a topic that does not exist. */
  standing(topic: string, group: string): Promise<readonly Standing[]>;

  health(): Promise<QueueHealth>;

  /** Waits for what is in flight, then lets go of every connection. */
  close(): Promise<void>;
}

/** DI token of the process's queue; undefined where no brokers are configured. */
export const QUEUE = Symbol('Queue');
