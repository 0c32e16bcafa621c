import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Flag, Id, Instant, OneOf, Part, Quantity, Text, Texts } from '../fields.js';

const kinds = ['CAMPAIGN', 'ROUTINE', 'PATROL', 'TIP', 'NON_SITE'] as const;
const results = ['CLEAN', 'SUSPECTED'] as const;

/** A measured amount against its limit. `ratio` is value ÷ limit; none where the limit is zero. */
export class Exceedance {
  @Text('Pollutant / 污染物', { max: 64 }) pollutant!: string;
  @Quantity('Measured / 监测值') value!: number;
  @Quantity('Limit / 限值') limit!: number;
  @Text('Unit / 单位', { max: 32 }) unit!: string;
  @Quantity('Value ÷ limit / 监测值与限值之比', { optional: true }) ratio?: number;
  @Text('Standard / 执行标准', { max: 64 }) standardNumber!: string;
}

@Command('2.2.2', '记录环境执法检查', 'Record an environmental inspection', { rows: [24] })
export class RecordInspection extends Act {
  @Part(() => Enterprise, 'Enterprise and site / 被检查单位') enterprise!: Enterprise;
  @OneOf(kinds, 'Kind of inspection / 检查类型') kind!: (typeof kinds)[number];
  @Id('Enforcement plan of a campaign / 执法计划', { optional: true }) planId?: string;
  @Text('Campaign of that plan / 专项行动', { optional: true, max: 200 }) campaign?: string;
  @OneOf(results, 'Clean, or a violation is suspected / 结论') result!: (typeof results)[number];
  @Text('Findings / 检查情况', { max: 5000 }) findings!: string;
}

@Event('2.2.2', '环境执法检查已开展', 'An environmental inspection was conducted')
export class EnvInspectionConducted {
  @Part(() => Enterprise, 'Enterprise / 被检查单位') enterprise!: Enterprise;
  @OneOf(kinds, 'Kind / 检查类型') kind!: (typeof kinds)[number];
  @Id('Plan / 执法计划', { optional: true }) planId?: string;
  @Text('Campaign / 专项行动', { optional: true }) campaign?: string;
  @OneOf(results, 'Result / 结论') result!: (typeof results)[number];
  @Text('Findings / 检查情况') findings!: string;
}

@Command('2.2.2', '采样', 'Take a sample', { rows: [24] })
export class TakeSample extends Act {
  @Id('Sample / 样品编号') sampleId!: string;
  @Id('Outlet, when it was taken at one / 排放口', { optional: true }) outletId?: string;
  @OneOf(['AIR', 'WATER', 'SOLID'], 'What was sampled / 介质') medium!: 'AIR' | 'WATER' | 'SOLID';
  @Texts('Pollutants to test / 检测项目', { min: 1, max: 50 }) pollutants!: string[];
  @Instant('When it was taken / 采样时间') takenAt!: string;
  @Text('Laboratory / 检测机构', { max: 200 }) laboratory!: string;
}

@Event('2.2.2', '样品已采集', 'A sample was taken')
export class SampleTaken {
  @Id('Sample / 样品编号') sampleId!: string;
  @Id('Outlet / 排放口', { optional: true }) outletId?: string;
  @OneOf(['AIR', 'WATER', 'SOLID'], 'Medium / 介质') medium!: 'AIR' | 'WATER' | 'SOLID';
  @Texts('Pollutants / 检测项目') pollutants!: string[];
  @Instant('Taken / 采样时间') takenAt!: string;
  @Text('Laboratory / 检测机构') laboratory!: string;
}

@Command('2.2.2', '报告检测结果', 'Report what the laboratory found of one pollutant', { rows: [24] })
export class ReportSampleResult extends Act {
  @Id('Sample / 样品编号') sampleId!: string;
  @Text('Number of the test report / 检测报告编号', { max: 128 }) reportNumber!: string;
  @Text('Pollutant / 污染物', { max: 64 }) pollutant!: string;
  @Quantity('Measured / 监测值') value!: number;
  @Quantity('Limit / 限值') limit!: number;
  @Text('Unit / 单位', { max: 32, example: 'mg/L' }) unit!: string;
  @Text('Standard / 执行标准', { max: 64, example: 'GB 3544-2008' }) standardNumber!: string;
}

@Event('2.2.2', '检测结果已报告', 'The result of a test was reported')
export class SampleResultReported extends Exceedance {
  @Id('Sample / 样品编号') sampleId!: string;
  @Text('Report / 检测报告编号') reportNumber!: string;
  @Flag('Over the limit / 是否超标') isOver!: boolean;
}
