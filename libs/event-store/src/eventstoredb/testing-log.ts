/** What a server keeps of an event. */
export interface LogRecord {
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly meta: Uint8Array;
  readonly revision: bigint;
  /** Commit and prepare position: one number, because every record commits itself. */
  readonly position: bigint;
}

export type Proposed = Pick<LogRecord, 'id' | 'type' | 'contentType' | 'data' | 'meta'>;
export type ExpectedAtServer = bigint | 'any' | 'no_stream' | 'stream_exists';

export type Judgement =
  | { readonly outcome: 'written' | 'known'; readonly revision: bigint; readonly position: bigint }
  /** The revision found, -1 when there is no stream. */
  | { readonly outcome: 'wrong expected version'; readonly current: bigint }
  | { readonly outcome: 'too large'; readonly limit: number };

/** Every so many appends the server writes something of its own. */
const OWN_EVERY = 10;

/**
 * The log of an EventStoreDB server, as far as a client can tell: positions are places in a file, the server writes
 * events of its own in between, and appends are judged by the rules of its `IndexWriter`.
 */
export class TestingLog {
  readonly records: LogRecord[] = [];
  readonly #streams = new Map<string, LogRecord[]>();
  readonly #waiting = new Set<() => void>();
  #end = 1_217n;
  #appends = 0;

  constructor(readonly maxAppendSize = 1024 * 1024) {
    this.#write('$settings', [own('$UserCreated')]);
  }

  stream(name: string): readonly LogRecord[] {
    return this.#streams.get(name) ?? [];
  }

  append(stream: string, expected: ExpectedAtServer, events: readonly Proposed[]): Judgement {
    const size = events.reduce((sum, { type, data, meta }) => sum + 2 * type.length + data.length + meta.length, 0);
    if (size > this.maxAppendSize) return { outcome: 'too large', limit: this.maxAppendSize };
    const history = this.stream(stream);
    const current = BigInt(history.length - 1);
    const known = this.#known(history, expected, events);
    if (known) return known;
    const wanted = typeof expected === 'bigint' ? expected : expected === 'no_stream' ? -1n : undefined;
    if ((wanted !== undefined && wanted !== current) || (expected === 'stream_exists' && current < 0n))
      return { outcome: 'wrong expected version', current };
    const last = this.#write(stream, events);
    if (++this.#appends % OWN_EVERY === 0) this.#write('$stats-127.0.0.1:2113', [own('$statsCollected')]);
    for (const wake of [...this.#waiting]) wake();
    return { outcome: 'written', revision: last.revision, position: last.position };
  }

  /** Whether the same ids are where they would be written: content does not matter to the server. */
  #known(
    history: readonly LogRecord[],
    expected: ExpectedAtServer,
    events: readonly Proposed[],
  ): Judgement | undefined {
    if (events.length === 0) return undefined;
    const exact = typeof expected === 'bigint' || expected === 'no_stream';
    const first = exact
      ? Number(typeof expected === 'bigint' ? expected : -1n) + 1
      : history.findIndex(({ id }) => id === events[0]!.id);
    if (first < 0 || history[first]?.id !== events[0]!.id) return undefined;
    if (!events.every(({ id }, index) => history[first + index]?.id === id))
      return { outcome: 'wrong expected version', current: BigInt(history.length - 1) };
    const { revision, position } = history[first + events.length - 1]!;
    return { outcome: 'known', revision, position };
  }

  #write(stream: string, events: readonly Proposed[]): LogRecord {
    const history = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, history);
    for (const event of events) {
      const record = { ...event, stream, revision: BigInt(history.length), position: this.#end };
      this.#end += BigInt(77 + stream.length + event.type.length + event.data.length + event.meta.length);
      history.push(record);
      this.records.push(record);
    }
    return history.at(-1)!;
  }

  /** Index of the first record at or after a position; undefined for a place within a record, which cannot be read. */
  indexAt(position: bigint): number | undefined {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.records[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    const isBoundary = position <= 0n || low === this.records.length || this.records[low]!.position === position;
    return isBoundary ? low : undefined;
  }

  /** Resolves when something was written after a number of records, or when the signal aborts. */
  grown(beyond: number, signal: AbortSignal): Promise<void> {
    if (this.records.length > beyond || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}

const own = (type: string): Proposed => ({
  id: crypto.randomUUID(),
  type,
  contentType: 'application/json',
  data: Buffer.from('{}'),
  meta: new Uint8Array(0),
});
