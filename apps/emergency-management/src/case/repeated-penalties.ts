import type { Circumstances } from '#decider';
import { addDays, addMonths, dayOf, type Rule } from '#law';
import { lawOn } from '../law.js';
import { standingPenalty } from './state.js';

const underWorkSafetyLaw = (legalBasis: string): boolean => /安全生产法|Work Safety Law/.test(legalBasis);

/**
 * Days on which penalties that count were decided, the earliest first: of this enterprise, under the Work Safety Law,
 * not annulled, up to the day of the proposal. Those from before the rule was in force do not count: a choice of ours.
 */
export function repeatedPenalties(
  penaltyIds: readonly string[],
  uscc: string,
  given: Circumstances,
): readonly string[] {
  const day = dayOf(given.occurredAt);
  const { inForceFrom } = lawOn('safety/closure-penalties-in-days', day);
  return [...new Set(penaltyIds)]
    .flatMap((id) => {
      const penalty = standingPenalty(id, uscc, given);
      return penalty && underWorkSafetyLaw(penalty.legalBasis) ? [penalty.decidedOn] : [];
    })
    .filter((decidedOn) => inForceFrom <= decidedOn && decidedOn <= day)
    .toSorted();
}

type Span = Pick<Rule, 'length' | 'unit' | 'amount'>;

/** Whether so many penalties fall within one span of the length that the row names. The first day is not counted. */
export function fallWithin(days: readonly string[], { length = 0, unit, amount = 0 }: Span): boolean {
  const endOf = (day: string): string => (unit === 'months' ? addMonths(day, length) : addDays(day, length));
  return days.some((first, at) => {
    const last = days[at + amount - 1];
    return last !== undefined && last <= endOf(first);
  });
}
