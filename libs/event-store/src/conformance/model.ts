import { expectationHolds } from '../expected.js';
import type { Expected, NewEvent } from '../event-store.js';

/** An event as the model keeps it: everything that a store could be asked about it. */
export interface Kept {
  readonly event: NewEvent;
  readonly stream: string;
  readonly revision: number;
  /** Told by the store when it was written; what the model knows is only that positions rise. */
  readonly position: number;
  readonly recordedAt: string;
}

export interface Put {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly expected: Expected;
}

/** The ledger in plain data. */
export interface Model {
  /** Position of the last event before the first of these. */
  readonly base: number;
  readonly log: Kept[];
  /** What was written, for it to be put again. */
  readonly written: (readonly Put[])[];
}

export type Verdict =
  | { readonly kind: 'written' | 'duplicate' }
  | { readonly kind: 'stale'; readonly stream: string; readonly expected: Expected; readonly actual: number }
  | { readonly kind: 'conflict'; readonly stream: string; readonly ids: readonly string[] };

export const lastOf = ({ log }: Model, stream: string) => log.filter((kept) => kept.stream === stream).length - 1;

export const known = ({ log }: Model, ids: readonly string[]) => log.filter(({ event }) => ids.includes(event.id));

/** What a ledger has to answer to an append. */
export function judge(model: Model, puts: readonly Put[]): Verdict {
  const all = puts.flatMap(({ stream, events }) => events.map((event) => ({ stream, event })));
  const met = all.flatMap(({ stream, event }) => {
    const [kept] = known(model, [event.id]);
    return kept ? [{ stream, event, kept }] : [];
  });
  if (met.length > 0) {
    const same = met.every(
      ({ stream, event, kept }) =>
        kept.stream === stream && kept.event.type === event.type && Buffer.compare(kept.event.data, event.data) === 0,
    );
    if (same && met.length === all.length) return { kind: 'duplicate' };
    return { kind: 'conflict', stream: met[0]!.stream, ids: met.map(({ event }) => event.id) };
  }
  for (const { stream, expected, events } of puts) {
    const actual = lastOf(model, stream);
    if (events.length > 0 && !expectationHolds(expected, actual)) return { kind: 'stale', stream, expected, actual };
  }
  return { kind: 'written' };
}
