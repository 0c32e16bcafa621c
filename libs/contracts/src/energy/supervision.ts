import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Flag, Id, OneOf, Part, Quantity, Text, Texts, Whole } from '../fields.js';

/** Themes of the yearly energy-conservation supervision (2.1.1). */
export const themes = ['MANDATORY_LIMIT', 'EQUIPMENT_ELIMINATION', 'PRICE_POLICY', 'FOLLOW_UP'] as const;

@Command('2.1.1', '制定年度节能监察工作计划', 'Adopt the yearly energy supervision plan', { rows: [4] })
export class AdoptSupervisionPlan extends Act {
  @Whole('Year of the plan / 年度', { min: 2000, max: 2100, example: 2021 }) year!: number;
  @Text('Number of the document / 文号', { max: 128 }) documentNumber!: string;
  @Text('Who and what is supervised / 监察范围') scope!: string;
  @Whole('Enterprises to be supervised / 监察企业数', { min: 1, max: 100_000 }) targetCount!: number;
  @Texts('Themes / 监察重点', { of: themes, min: 1, max: 4 }) themes!: (typeof themes)[number][];
}

@Event('2.1.1', '年度节能监察计划已制定', 'The yearly energy supervision plan was adopted', { visibility: 'public' })
export class EnergySupervisionPlanAdopted {
  @Whole('Year / 年度') year!: number;
  @Text('Document number / 文号') documentNumber!: string;
  @Text('Scope / 范围') scope!: string;
  @Whole('Enterprises to be supervised / 监察企业数') targetCount!: number;
  @Texts('Themes / 监察重点', { of: themes }) themes!: (typeof themes)[number][];
}

@Command('2.1.1', '下达节能监察任务', 'Assign a supervision task under an adopted plan', { rows: [5] })
export class AssignSupervisionTask extends Act {
  @Id('Plan that the task belongs to / 计划', { example: '2021' }) planId!: string;
  @Part(() => Enterprise, 'Enterprise to supervise / 企业') enterprise!: Enterprise;
  @OneOf(themes, 'Theme / 监察主题') theme!: (typeof themes)[number];
  @Text('Who carries it out / 承办人', { max: 64 }) assignee!: string;
  @Day('Done by / 完成期限') dueOn!: string;
}

@Event('2.1.1', '节能监察任务已下达', 'A supervision task was assigned')
export class EnergySupervisionTaskAssigned {
  @Id('Plan / 计划') planId!: string;
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @OneOf(themes, 'Theme / 主题') theme!: (typeof themes)[number];
  @Text('Assignee / 承办人') assignee!: string;
  @Day('Done by / 完成期限') dueOn!: string;
}

/** One measured product against its mandatory limit. */
export class Measurement {
  @Text('Product / 产品', { max: 100, example: '电炉钢' }) product!: string;
  @Quantity('Measured consumption per unit of product / 单位产品能耗') unitConsumption!: number;
  @Text('Unit of the consumption, such as kgce/t / 单位', { max: 32, example: 'kgce/t' }) unit!: string;
  @Quantity('Mandatory limit in the same unit / 限额值') limitValue!: number;
  @Text('Standard that sets the limit / 标准号', { max: 64, example: 'GB 21256-2013' }) standardNumber!: string;
  @Day('First day measured / 起') periodFrom!: string;
  @Day('Last day measured / 止') periodTo!: string;
}

@Command('2.1.1', '记录节能监察', 'Record a supervision and what was measured', { rows: [6] })
export class RecordSupervision extends Act {
  @OneOf(['ON_SITE', 'PAPER'], 'On site or on paper / 现场或书面') mode!: 'ON_SITE' | 'PAPER';
  @Text('What was found / 监察情况') findings!: string;
  @Part(() => Measurement, 'Consumption against the limit / 能耗测算', { optional: true }) measurement?: Measurement;
  @Flag('Whether equipment of the elimination category was found / 是否发现淘汰设备') eliminatedEquipment!: boolean;
}

@Event('2.1.1', '节能监察已实施', 'A supervision was conducted')
export class EnergySupervisionConducted {
  @OneOf(['ON_SITE', 'PAPER'], 'Mode / 方式') mode!: 'ON_SITE' | 'PAPER';
  @Text('Findings / 情况') findings!: string;
  @OneOf(['COMPLIANT', 'OVER_LIMIT', 'ELIMINATED_EQUIPMENT', 'BOTH'], 'Result / 结论')
  result!: 'COMPLIANT' | 'OVER_LIMIT' | 'ELIMINATED_EQUIPMENT' | 'BOTH';
}

@Event('2.1.1', '能耗限额已核算', 'Consumption was measured against the limit')
export class EnergyLimitMeasured extends Measurement {
  @OneOf(['WITHIN', 'OVER'], 'Result / 结论') result!: 'WITHIN' | 'OVER';
}
