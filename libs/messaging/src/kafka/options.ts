/** What the queue says of itself; the process's log is one. */
export interface QueueLog {
  debug(details: object, words: string): void;
  info(details: object, words: string): void;
  warn(details: object, words: string): void;
}

/** How long things may take, in milliseconds. */
export interface Times {
  readonly connectMs: number;
  /** For the answer to one request. */
  readonly requestMs: number;
  /** For a send with everything that is tried again within it. */
  readonly sendMs: number;
  /** Of a consumer that shows no sign of life, or none of progress while messages wait, before it is made anew. */
  readonly stallMs: number;
  /** Between two tries of what failed: the first pause, doubled up to the longest. */
  readonly pauseMs: { readonly first: number; readonly longest: number };
}

export const TIMES: Times = {
  connectMs: 3_000,
  requestMs: 6_000,
  sendMs: 20_000,
  stallMs: 60_000,
  pauseMs: { first: 100, longest: 15_000 },
};

export interface KafkaOptions {
  /** `host:port`. */
  readonly brokers: readonly string[];
  /** Names this process in the brokers' logs and quotas. */
  readonly clientId: string;
  readonly tls?: boolean;
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  readonly log: QueueLog;
  /** Most that a message may weigh with its key and headers; the brokers' `message.max.bytes` must allow for it. */
  readonly maxMessageBytes: number;
  readonly times: Times;
}
