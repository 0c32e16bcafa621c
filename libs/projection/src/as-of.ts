import type { Recorded } from '#decider';
import type { Projection } from './projection.js';

/** A place on both clocks: what held by law then, as far as the ledger knew it then. */
export interface TwoClocks {
  /** Legal time, in milliseconds; nothing that came about later counts. Default: no limit. */
  readonly asOf?: number;
  /** Ledger time, in milliseconds; nothing that was recorded later is known. Default: no limit. */
  readonly asKnownAt?: number;
  /** The same as a position of the ledger. */
  readonly knownUpTo?: number;
}

const within = (instant: string, limit: number | undefined): boolean =>
  limit === undefined || Date.parse(instant) <= limit;

/** Whether a fact was recorded by then. */
export const isKnown = (
  { position, recordedAt }: Pick<Recorded, 'position' | 'recordedAt'>,
  { asKnownAt, knownUpTo }: TwoClocks,
): boolean => position <= (knownUpTo ?? Infinity) && within(recordedAt, asKnownAt);

/** Whether a fact had come about by then. */
export const hasHappened = ({ occurredAt }: Pick<Recorded, 'occurredAt'>, { asOf }: TwoClocks): boolean =>
  within(occurredAt, asOf);

/**
 * The facts that held and were known. One that a known fact corrects does not hold even where the correction came about
 * later: nobody who knows better goes by it.
 */
export function heldAndKnown(facts: readonly Recorded[], clocks: TwoClocks): Recorded[] {
  const known = facts.filter((fact) => isKnown(fact, clocks));
  const later = known.filter((fact) => !hasHappened(fact, clocks));
  const corrected = new Set(later.map(({ correctionOf }) => correctionOf));
  return known.filter((fact) => hasHappened(fact, clocks) && !corrected.has(fact.id));
}

/** A row as the projection would have it from these facts alone, in the ledger's order; nothing when none counts. */
export function rowAsOf<Row extends object>(
  { when, blank }: Projection<Row>,
  key: string,
  facts: readonly Recorded[],
  clocks: TwoClocks,
): { readonly row: Row; readonly changedAt: number } | undefined {
  let row: Row | undefined;
  let changedAt = 0;
  for (const fact of heldAndKnown(facts, clocks)) {
    if (!Object.hasOwn(when, fact.type)) continue;
    row = when[fact.type]!(row ?? blank(key), fact, key);
    changedAt = fact.position;
  }
  return row && { row, changedAt };
}
