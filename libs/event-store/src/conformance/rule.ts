import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Clock } from '../clock.js';
import type { EventStore, NewEvent, Page, StoredEvent } from '../event-store.js';

/** What a rule may need of a ledger beyond a store that works. */
export type Means =
  /** Positions have no gaps: the n-th event of a ledger is at n. */
  | 'gapless'
  /** Ledger time never decreases with position; without it, within each stream only. */
  | 'oneClock'
  /** An append over several streams is written in all of them or in none. */
  | 'severalStreams'
  | keyof Faults;

/** What may be done to a ledger from outside, for the rules that are about it. */
export interface Faults {
  /** The next append that comes to the ledger is judged there, and written if it may be; its answer is lost on the way back. */
  loseNextAcknowledgement(): void;
  /** Everybody who reads loses the line to the ledger: broken off, or ended by the other side in good order. */
  cutReaders(how: 'broken' | 'ended'): Promise<void>;
  /**
   * A module, built, that writes and tails in a process of its own by calling `writeAndTail` on its own store, and the
   * arguments it is started with.
   */
  ownProcess(): { readonly entry: string; readonly args: readonly string[] };
}

/** What an adapter cannot do or cannot be put through, and why. Every rule that needs it is listed with the reason. */
export type Lacks = Readonly<Partial<Record<Means, string>>>;

/** A ledger under examination. Rules share it: each uses streams of its own and counts positions from the head it found. */
export interface Ledger extends Partial<Faults> {
  readonly store: EventStore;
  /** Another store over the same events, as a second process opens it. */
  open(clock: Clock): EventStore;
  close(): Promise<void>;
  readonly lacks?: Lacks;
  /** A few runs of a property are enough, the same every time, and so is its first counterexample. */
  readonly brief?: boolean;
}

export interface Rule {
  readonly name: string;
  readonly needs: readonly Means[];
  readonly holds: (store: EventStore, ledger: Ledger) => Promise<void>;
}

export const rule = (name: string, holds: Rule['holds'], ...needs: Means[]): Rule => ({ name, needs, holds });

/** Whether a ledger has what a rule would look for. */
export const has = ({ lacks = {} }: Ledger, means: Means): boolean => lacks[means] === undefined;

const MOST_MS = 4_000;

/** How much a property tries. */
export const effort = ({ brief = false }: Ledger) =>
  brief ? { numRuns: 20, endOnFailure: true, seed: 7 } : { numRuns: 60 };

/** A property's body, which is left out once so much time has gone; a run that has begun is never abandoned. */
export function inTime<T>(body: (value: T) => Promise<void>): (value: T) => Promise<void> {
  const end = performance.now() + MOST_MS;
  return async (value) => (performance.now() < end ? body(value) : undefined);
}

/** What may be expected of positions and instants along the log. */
export const orderOf = (ledger: Ledger) => ({ gapless: has(ledger, 'gapless'), oneClock: has(ledger, 'oneClock') });

export const newStream = () => `conformance-${randomUUID()}`;

export const event = (data: unknown = {}, id: string = randomUUID()): NewEvent => ({
  id,
  type: 'conformance.Noted',
  data: Buffer.from(JSON.stringify(data)),
  meta: Buffer.from('{}'),
});

export const events = (count: number): NewEvent[] => Array.from({ length: count }, (_, n) => event({ n }));

export const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
export const revisionsOf = (list: readonly StoredEvent[]) => list.map(({ revision }) => revision);
export const range = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);
export const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString();

export async function everything(pages: AsyncIterable<Page>): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for await (const page of pages) found.push(...page.events);
  return found;
}

/** Reads along until `count` events have come. A reader that lost one gives up once nothing comes, and shows what it has. */
export async function tailed(store: EventStore, after: number, count: number, patienceMs = 15_000) {
  const found: StoredEvent[] = [];
  const enough = new AbortController();
  const patience = setTimeout(() => enough.abort(), patienceMs);
  try {
    for await (const page of store.subscribe(after, { signal: enough.signal, pageSize: 7 })) {
      found.push(...page.events);
      if (page.events.length > 0) patience.refresh();
      if (found.length >= count) enough.abort();
    }
  } finally {
    clearTimeout(patience);
  }
  return found;
}

/** The append changed nothing: no event, no position. */
export async function writesNothing(store: EventStore, append: () => Promise<unknown>, refusal: object): Promise<void> {
  const before = await store.head();
  await expect(append()).rejects.toMatchObject(refusal);
  expect(await store.head()).toBe(before);
}
