import type { RuleRef } from '#decider';
import { dayOf, findRule, isOver, ruleRef, type FixedDue, type Rule } from '#law';
import { cite, dueBy, lawOn, refusal } from './law.js';

/** Rows of the law that fix a day of the year's calendar. */
export type CalendarRule =
  | 'plan/deployment'
  | 'plan/county-plan'
  | 'plan/first-feedback'
  | 'plan/second-feedback'
  | 'plan/annual-summary'
  | 'plan/consolidation';

/** The day that a plan fixes for its own year, and no other. */
export const dayOfPlan = (rule: Rule | undefined, year: number): string | undefined =>
  rule?.version === String(year) ? rule.dueOn : undefined;

interface Asking {
  readonly year: number;
  readonly dueOn: string;
}

/** When something asked for is due. Whoever asks may bring the plan's day forward, and not put it off. */
export function dueWhenAsked({ year, dueOn }: Asking, id: CalendarRule, occurredAt: string) {
  const rule = lawOn(id, dayOf(occurredAt));
  const latest = dayOfPlan(rule, year);
  if (latest !== undefined && dueOn > latest)
    throw refusal(
      'later-than-the-plan',
      { zh: `期限${dueOn}晚于计划规定的${latest}`, en: `${dueOn} is later than the day of the plan, ${latest}` },
      {
        ...cite(rule),
        wayOut: { zh: `期限应不晚于${latest}`, en: `Ask for it by ${latest} at the latest` },
        facts: { dueOn, latest },
      },
    );
  return { due: dueBy(rule, dueOn), rules: [ruleRef(rule)] };
}

/** The rows that something of a year rests on, when the plan of that year has one. */
export function basis(id: CalendarRule, year: number, occurredAt: string): readonly RuleRef[] {
  const rule = findRule(id, occurredAt);
  return rule && dayOfPlan(rule, year) ? [ruleRef(rule)] : [];
}

/** What was asked for, whether it came, and whether that it did not was said. */
export interface Waiting {
  readonly required?: { readonly due: FixedDue };
  readonly isDone: boolean;
  readonly isSaidOverdue: boolean;
}

/** Whether that it did not come in time is to be said now. Refuses while the day runs. */
export function hasPassed(dueOn: string, waiting: Waiting, now: string, clause: string): boolean {
  const { required, isDone, isSaidOverdue } = waiting;
  if (required?.due.rolledDue !== dueOn || isDone || isSaidOverdue) return false;
  if (isOver(dueOn, now)) return true;
  throw refusal(
    'period-still-runs',
    { zh: `期限至${dueOn}24时届满，尚未届满`, en: `The period runs until 24:00 of ${dueOn}` },
    { clause, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { dueOn, now } },
  );
}

/** Whether something came after its last day. */
export const cameLate = (required: { readonly due: FixedDue } | undefined, occurredAt: string): boolean =>
  required !== undefined && isOver(required.due.rolledDue, occurredAt);
