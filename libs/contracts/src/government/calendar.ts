import { Day, Text } from '../fields.js';

/** The six bureaux of the plan (3.1, 4.2). */
export const bureaux = ['BIIT', 'DRC', 'EEB', 'AMR', 'EMB', 'ENR'] as const;
export type Bureau = (typeof bureaux)[number];

/** Who reports exits to the lead bureau (3.3): the bureaux but the one that receives. */
export const reportingBureaux = ['DRC', 'EEB', 'AMR', 'EMB', 'ENR'] as const;
export type ReportingBureau = (typeof reportingBureaux)[number];

/** A last day fixed by the plan, or brought forward by whoever asks, as it was computed on the day. */
export class PlanDue {
  @Text('Law row, as id@version / 规则') rule!: string;
  @Day('Last day before rest days are considered / 届满日') nominalDue!: string;
  @Day('Last day in force, moved past rest days / 顺延后届满日') rolledDue!: string;
  @Text('Working-day calendar used / 日历版本') calendarVersion!: string;
}
