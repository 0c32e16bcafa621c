import { it } from '@jest/globals';

/** The golden scenarios: what every release must show in the plan year, in both layouts. */
export const scenarios = {
  1: 'rectified on the first day of the sixth month',
  2: 'an extension asked for at 23:59 on the due day',
  3: 'a due day in the week of National Day',
  4: 'from 31 August to 28 February',
  5: 'a second extension refused',
  6: 'closure proposed, returned, proposed again',
  7: 'a permit refused for elimination',
  8: 'two bureaux, one conduct',
  9: 'a penalty annulled after publication',
  10: 'two platforms whose clocks diverge',
  11: 'repair before and after the minimum',
  12: 'a repair promise broken',
  13: 'isolation with five of six steps',
  14: 'a seal broken',
  15: 'dismantling overdue, non-completion, credit, late exit, lifted',
  16: 'a look-back that finds resumption',
  17: 'a merger during an open case',
  18: 'two sites, one closed',
  19: 'a tip whose teller leaks nowhere',
  20: 'a corrected date that changes a closed quarter',
  21: 'the feed rejected and sent again',
  22: 'a red card without a yellow one',
  23: 'a county plan due on a holiday',
  24: 'the law that changes on 15 July 2021',
  25: 'a fine of 2,000 yuan as 0.2',
} as const;

export type Scenario = keyof typeof scenarios;

const told = new Set<Scenario>();

/** A journey that tells a golden scenario, or a part of one. */
export function scenario(number: Scenario, rule: string, journey: () => Promise<void>): void {
  told.add(number);
  it(`${rule} (scenario ${number})`, journey);
}

/** Scenarios that no journey tells. */
export const untold = (): readonly Scenario[] =>
  (Object.keys(scenarios).map(Number) as Scenario[]).filter((number) => !told.has(number));
