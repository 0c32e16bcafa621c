import type { Recorded } from '#decider';
import { dayOf } from '#law';
import type { Dated } from './held.js';

/** A fact as a report keeps it. */
export interface KeptFact extends Dated {
  readonly type: string;
  readonly recordedAt: string;
  /** Legal day that it counts on; none for what only says whom the record is about. */
  readonly on?: string;
  /** What the report goes by. */
  readonly data: any;
}

/** What a report keeps of a fact of one type. */
export interface Keeping {
  /** Field with the legal day that it counts on; the day on which it occurred when it names none. */
  readonly on?: string;
  /** False for what only says whom the record is about. Default true. */
  readonly counts?: false;
  readonly keeps: (data: any, fact: Recorded) => object;
}

/** Facts that a report is counted from, by qualified type. */
export type Counting = { readonly [type: string]: Keeping };

export function kept({ on, counts, keeps }: Keeping, fact: Recorded): KeptFact {
  const { id, type, position, recordedAt, occurredAt, correctionOf, data } = fact;
  const day = (on === undefined ? undefined : (data[on] as string | undefined)) ?? dayOf(occurredAt);
  return {
    eventId: id,
    type,
    position,
    recordedAt,
    occurredAt,
    ...(correctionOf === undefined ? {} : { correctionOf }),
    ...(counts === false ? {} : { on: day }),
    data: keeps(data, fact),
  };
}
