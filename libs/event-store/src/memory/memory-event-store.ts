import { admit, isStreamName, LIMITS } from '../admissible.js';
import { type Clock, systemClock } from '../clock.js';
import { Conflict, StaleRevision, Unavailable } from '../errors.js';
import type {
  Appended,
  EventStore,
  Expected,
  NewEvent,
  ReadOptions,
  StoredEvent,
  StreamAppend,
} from '../event-store.js';
import { expectationHolds } from '../expected.js';
import { type Bell, pages, type ReadPage, tail } from '../tail.js';

/** What stores over the same memory share. */
export interface MemoryLog {
  readonly events: StoredEvent[];
  readonly streams: Map<string, StoredEvent[]>;
  readonly byId: Map<string, StoredEvent>;
  readonly waiting: Set<() => void>;
}

export const memoryLog = (): MemoryLog => ({ events: [], streams: new Map(), byId: new Map(), waiting: new Set() });

/**
 * The ledger in memory, for fast tests of other code. Keeps the same promises as the real one, except to outlive the
 * process. Two stores over one log stand for two processes.
 */
export function memoryEventStore({
  clock = systemClock,
  log: { events: log, streams, byId, waiting } = memoryLog(),
}: { clock?: Clock; log?: MemoryLog } = {}): EventStore {
  let closed = false;

  const last = (stream: string) => streams.get(stream)?.at(-1);
  const open = () => {
    if (closed) throw new Unavailable('The event store is closed', { reason: 'closing' });
  };

  const appendAll = async (appends: readonly StreamAppend[]): Promise<readonly Appended[]> => {
    open();
    admit(appends);
    if (duplicates(appends))
      return appends.map(({ stream, events }) => appended(stream, byId.get(events.at(-1)?.id ?? ''), true));
    for (const { stream, events, expected } of appends) {
      const actual = last(stream)?.revision ?? -1;
      if (events.length > 0 && !expectationHolds(expected, actual)) throw new StaleRevision(stream, expected, actual);
    }
    const recordedAt = new Date(
      Math.max(clock.now(), Date.parse(log.at(-1)?.recordedAt ?? '1970-01-01')),
    ).toISOString();
    const results = appends.map(({ stream, events }) => {
      for (const event of events) store(stream, event, recordedAt);
      return appended(stream, events.length > 0 ? last(stream) : undefined, false);
    });
    for (const wake of [...waiting]) wake();
    return results;
  };

  /** Whether all of the events are here with the same content. */
  const duplicates = (appends: readonly StreamAppend[]): boolean => {
    const all = appends.flatMap(({ stream, events }) =>
      events.map((event) => ({ stream, event, found: byId.get(event.id) })),
    );
    const known = all.filter(({ found }) => found !== undefined);
    if (known.length === 0) return false;
    if (known.length === all.length && known.every(({ stream, event, found }) => same(stream, event, found!)))
      return true;
    throw new Conflict(
      known[0]!.stream,
      known.map(({ event }) => event.id),
    );
  };

  const store = (stream: string, { id, type, data, meta }: NewEvent, recordedAt: string) => {
    const history = streams.get(stream) ?? [];
    const event: StoredEvent = {
      id,
      type,
      data: Buffer.from(data),
      meta: Buffer.from(meta),
      stream,
      revision: history.length,
      position: log.length + 1,
      recordedAt,
    };
    streams.set(stream, history);
    history.push(event);
    log.push(event);
    byId.set(id, event);
  };

  const appended = (stream: string, event: StoredEvent | undefined, duplicate: boolean): Appended => ({
    stream,
    revision: event?.revision ?? last(stream)?.revision ?? -1,
    position: event?.position ?? 0,
    recordedAt: event?.recordedAt ?? new Date(clock.now()).toISOString(),
    duplicate,
  });

  const readPage: ReadPage = async (after, size) => {
    open();
    return { events: log.slice(after, after + size), caughtUp: after + size > log.length };
  };

  const bell: Bell = {
    heard: (beyond, signal) =>
      log.length > beyond || closed || signal.aborted
        ? Promise.resolve()
        : new Promise((resolve) => {
            const wake = () => {
              waiting.delete(wake);
              signal.removeEventListener('abort', wake);
              resolve();
            };
            waiting.add(wake);
            signal.addEventListener('abort', wake);
          }),
  };

  return {
    append: async (stream: string, events: readonly NewEvent[], expected: Expected) =>
      (await appendAll([{ stream, events, expected }]))[0]!,
    appendAll,
    async read(stream: string, { from, direction = 'forward', limit = Infinity }: ReadOptions = {}) {
      open();
      const history = (isStreamName(stream) && streams.get(stream)) || [];
      const events =
        direction === 'forward'
          ? history.slice(from ?? 0, (from ?? 0) + limit)
          : history
              .slice(0, (from ?? history.length) + 1)
              .toReversed()
              .slice(0, limit);
      return { exists: history.length > 0, revision: history.length - 1, events };
    },
    async find(ids) {
      open();
      const found = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
      return found.sort((a, b) => a.position - b.position);
    },
    readAll: (after, options) => pages(readPage, after, options),
    subscribe: (after, options) => tail(readPage, bell, after, options),
    async head() {
      open();
      return log.length;
    },
    async latest() {
      open();
      return log.at(-1);
    },
    limits: LIMITS,
    async close() {
      closed = true;
      for (const wake of [...waiting]) wake();
    },
  };
}

function same(stream: string, event: NewEvent, stored: StoredEvent): boolean {
  return stored.stream === stream && stored.type === event.type && Buffer.compare(stored.data, event.data) === 0;
}
