import { randomUUID } from 'node:crypto';
import { expectationHolds } from '../expected.js';
import { StaleRevision } from '../errors.js';
import type { Appended, EventStore, Expected, NewEvent, StoredEvent, StreamAppend } from '../event-store.js';

/** What a writer does next: so many events to each of these streams, in one append, under one kind of expectation. */
export interface Move {
  readonly streams: readonly string[];
  readonly size: number;
  readonly claim: 'revision seen' | Exclude<Expected, number>;
  /** Puts the same events a second time. */
  readonly again: boolean;
}

/** An event's own account of the append it came in. */
interface Account {
  readonly expected: Expected;
  readonly batch: string;
  readonly place: number;
  readonly size: number;
}

export type Acknowledged = Pick<Appended, 'stream' | 'revision' | 'position'> & { readonly ids: readonly string[] };

/** Plays the moves one after the other; what is refused as stale is left out, as a writer may. */
export async function write(
  store: EventStore,
  moves: Iterable<Move>,
  acknowledge: (ack: Acknowledged) => void,
): Promise<void> {
  for (const { streams, size, claim, again } of moves) {
    const batch = randomUUID();
    const appends = await Promise.all(
      [...new Set(streams)].map(async (stream): Promise<StreamAppend> => {
        const { revision } = await store.read(stream, { limit: 0 });
        const expected = claim !== 'revision seen' ? claim : revision < 0 ? 'no-stream' : revision;
        return { stream, expected, events: accounts({ expected, batch, size }) };
      }),
    );
    for (const _ of again ? [1, 2] : [1]) {
      const results = await store.appendAll(appends).catch((error: unknown) => {
        if (error instanceof StaleRevision) return [];
        throw error;
      });
      for (const [index, { stream, revision, position }] of results.entries())
        acknowledge({ stream, revision, position, ids: appends[index]!.events.map(({ id }) => id) });
    }
  }
}

function accounts({ expected, batch, size }: Omit<Account, 'place'>): NewEvent[] {
  return Array.from({ length: size }, (_, place) => ({
    id: randomUUID(),
    type: 'conformance.Written',
    data: Buffer.from(JSON.stringify({ expected, batch, place, size } satisfies Account)),
    meta: Buffer.from('{}'),
  }));
}

/** Follows a store from a position on, until told how many events there are to be seen. */
export function readAlong(store: EventStore, after: number) {
  const enough = new AbortController();
  const seen: StoredEvent[] = [];
  let wanted = Infinity;
  let patience: NodeJS.Timeout | undefined;
  let ended = false;
  const following = (async () => {
    for await (const page of store.subscribe(after, { signal: enough.signal, pageSize: 50 })) {
      seen.push(...page.events);
      patience?.refresh();
      if (seen.length >= wanted) enough.abort();
    }
    ended = true;
    clearTimeout(patience);
    return seen;
  })();
  return {
    /** What was seen by the time that so many were, or nothing more has come for a while. */
    seenAll(count: number): Promise<readonly StoredEvent[]> {
      wanted = count;
      if (seen.length >= wanted) enough.abort();
      else if (!ended) patience = setTimeout(() => enough.abort(), PATIENCE_MS);
      return following;
    },
  };
}

const PATIENCE_MS = 15_000;

/**
 * Replays a log, from an event on before which its streams were empty, and says which condition did not hold where:
 * nothing, when every append could have happened in just this order.
 */
export function violations(
  log: readonly StoredEvent[],
  acknowledged: readonly Acknowledged[],
  { after = 0, gapless = true, oneClock = true } = {},
): string[] {
  const broken: string[] = [];
  const check = (holds: boolean, what: string) => holds || broken.push(what);
  const last = new Map<string, number>();
  const lastAt = new Map<string, string>();
  const byId = new Map(log.map((event) => [event.id, event]));
  check(byId.size === log.length, 'an id is stored twice');

  for (const [index, { stream, revision, position, recordedAt, data }] of log.entries()) {
    const { expected, batch, place, size } = JSON.parse(Buffer.from(data).toString()) as Account;
    const actual = last.get(stream) ?? -1;
    const before = log[index - 1]?.position ?? after;
    check(gapless ? position === before + 1 : position > before, `position ${position} comes after ${before}`);
    check(revision === actual + 1, `${stream} goes from ${actual} to ${revision}`);
    const clock = oneClock ? '' : stream;
    check(recordedAt >= (lastAt.get(clock) ?? ''), `time goes back at ${position}`);
    lastAt.set(clock, recordedAt);
    if (place === 0) {
      check(expectationHolds(expected, actual), `${position} was appended at ${actual} and expected ${expected}`);
      const whole = log.slice(index, index + size);
      const ofBatch = whole.filter((event) => Buffer.from(event.data).includes(batch) && event.stream === stream);
      check(ofBatch.length === size, `the batch at ${position} is not whole`);
    }
    last.set(stream, revision);
  }
  for (const { stream, ids, revision, position } of acknowledged) {
    const stored = byId.get(ids.at(-1)!);
    check(
      ids.every((id) => byId.has(id)),
      `an acknowledged event of ${stream} is missing`,
    );
    check(
      stored?.revision === revision && stored.position === position,
      `${stream} was acknowledged at ${position}, ${revision}`,
    );
  }
  return broken;
}
