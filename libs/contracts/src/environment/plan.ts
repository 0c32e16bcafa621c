import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, OneOf, Part, Parts, Text, Texts, Whole } from '../fields.js';

const kinds = ['CAMPAIGN', 'ROUTINE', 'PATROL', 'PERMIT_CHECK', 'MONITORING'] as const;

/** How many of one kind a year's plan wants. */
export class EnforcementQuota {
  @OneOf(kinds, 'Kind of check / 检查类型') kind!: (typeof kinds)[number];
  @Whole('How many / 数量', { min: 1 }) count!: number;
}

@Command('2.2.2', '明确年度环保重点工作任务', 'Set the environmental tasks of the year', { rows: [23] })
export class SetAnnualEnvTasks extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @Text('Number of the document / 文号', { max: 128 }) documentNumber!: string;
  @Texts('Tasks / 重点任务', { min: 1, max: 100 }) tasks!: string[];
}

@Event('2.2.2', '年度环保重点工作任务已明确', 'The environmental tasks of the year were set')
export class AnnualEnvTasksSet {
  @Whole('Year / 年度') year!: number;
  @Text('Number / 文号') documentNumber!: string;
  @Texts('Tasks / 重点任务') tasks!: string[];
}

@Command('2.2.2', '制定年度环境执法工作计划', 'Adopt the enforcement plan of the year', { rows: [23] })
export class AdoptEnforcementPlan extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @Text('Number of the plan / 文号', { max: 128 }) documentNumber!: string;
  @Parts(() => EnforcementQuota, 'Quotas, permit checks among them / 任务数量', { min: 1, max: 20 })
  quotas!: EnforcementQuota[];
  @Texts('Campaigns / 专项执法行动', { max: 50 }) campaigns!: string[];
}

@Event('2.2.2', '年度环境执法工作计划已制定', 'The enforcement plan of the year was adopted')
export class EnvEnforcementPlanAdopted {
  @Whole('Year / 年度') year!: number;
  @Text('Number / 文号') documentNumber!: string;
  @Parts(() => EnforcementQuota, 'Quotas / 任务数量') quotas!: EnforcementQuota[];
  @Texts('Campaigns / 专项执法行动') campaigns!: string[];
}

@Command('2.2.2', '设定全面达标排放目标', 'Set a source its target under the full-compliance plan', { rows: [27] })
export class SetComplianceTarget extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('What must be met / 达标要求') target!: string;
  @Texts('Measures / 治理措施', { min: 1, max: 50 }) measures!: string[];
  @Day('To be met by / 达标期限') dueOn!: string;
}

@Event('2.2.2', '全面达标排放目标已设定', 'A source was set its compliance target')
export class IndustrialSourceComplianceTargetSet {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('Target / 达标要求') target!: string;
  @Texts('Measures / 治理措施') measures!: string[];
  @Day('To be met by / 达标期限') dueOn!: string;
}

const assessments = ['MET', 'NOT_MET'] as const;

@Command('2.2.2', '评估全面达标排放', 'Assess whether a source met its target', { rows: [27] })
export class AssessComplianceTarget extends Act {
  @OneOf(assessments, 'Result / 评估结论') result!: (typeof assessments)[number];
  @Text('Findings / 评估情况') findings!: string;
  @Id('Inspection that it rests on / 检查编号', { optional: true }) inspectionId?: string;
  @Day('Day of the assessment / 评估日') assessedOn!: string;
}

@Event('2.2.2', '全面达标排放已评估', 'A source was assessed against its target')
export class IndustrialSourceComplianceTargetAssessed {
  @OneOf(assessments, 'Result / 结论') result!: (typeof assessments)[number];
  @Text('Findings / 评估情况') findings!: string;
  @Id('Inspection / 检查编号', { optional: true }) inspectionId?: string;
  @Day('Assessed / 评估日') assessedOn!: string;
}
