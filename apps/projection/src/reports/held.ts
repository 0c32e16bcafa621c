import { dayOf } from '#law';

/** What every fact that a report keeps says of itself, so that any moment can be asked for. */
export interface Dated {
  readonly eventId: string;
  readonly position: number;
  /** Legal time. */
  readonly occurredAt: string;
  readonly correctionOf?: string;
}

/** Both axes of a frozen question: a day by law, a position of the ledger. */
export interface Axes {
  readonly asOf: string;
  readonly asKnownAt: number;
}

/** The facts that held on that day, as far as they were known at that position. */
export function heldAt<Fact extends Dated>(all: readonly Fact[], { asOf, asKnownAt }: Axes): Fact[] {
  const known = all.filter(({ position }) => position <= asKnownAt);
  const corrected = new Set(known.map(({ correctionOf }) => correctionOf));
  // What corrects says how it was all along, whenever it was noticed.
  return known.filter(
    ({ eventId, occurredAt, correctionOf }) =>
      !corrected.has(eventId) && (correctionOf !== undefined || dayOf(occurredAt) <= asOf),
  );
}
