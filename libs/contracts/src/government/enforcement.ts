import type { AreaCode } from '#codes';
import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Area, Day, OneOf, Text, Texts, Whole } from '../fields.js';

const modes = ['ROUTINE', 'GRADED_ZONED', 'JOINT'] as const;
const subjects = ['ENFORCEMENT', 'LOOK_BACK'] as const;

/** Whoever may take part in an enforcement inspection of the plan: the bureaux, land, tax, police, utilities. */
const participants = ['BIIT', 'DRC', 'EEB', 'AMR', 'EMB', 'ENR', 'NRB', 'TAX', 'PSB', 'UTIL'] as const;

@Command('3.2', '记录执法检查', 'Record an enforcement inspection', { rows: [69] })
export class ConductEnforcement extends Act {
  @Area('Area inspected / 县（区）') county!: AreaCode;
  @OneOf(modes, 'Routine, graded and zoned, or joint / 检查方式') mode!: (typeof modes)[number];
  @OneOf(subjects, 'Enforcement or look-back / 检查内容') subject!: (typeof subjects)[number];
  @Texts('Departments that took part / 参加部门', { of: participants, min: 1, max: 10 })
  departments!: (typeof participants)[number][];
  @Day('Inspected on / 检查日期') inspectedOn!: string;
  @Whole('Enterprises inspected / 检查企业数', { min: 1, max: 10_000 }) enterprisesInspected!: number;
  @Whole('Problems found / 发现问题数', { max: 100_000 }) problemsFound!: number;
  @Text('What was found / 检查情况') findings!: string;
}

@Event('3.2', '执法检查已实施', 'An enforcement inspection was conducted')
export class EnforcementInspectionConducted {
  @Area('Area / 县（区）') county!: AreaCode;
  @OneOf(modes, 'Mode / 检查方式') mode!: (typeof modes)[number];
  @OneOf(subjects, 'Subject / 检查内容') subject!: (typeof subjects)[number];
  @Texts('Departments / 参加部门', { of: participants }) departments!: (typeof participants)[number][];
  @Day('Inspected on / 检查日期') inspectedOn!: string;
  @Whole('Enterprises inspected / 检查企业数') enterprisesInspected!: number;
  @Whole('Problems found / 发现问题数') problemsFound!: number;
  @Text('Findings / 检查情况') findings!: string;
}
