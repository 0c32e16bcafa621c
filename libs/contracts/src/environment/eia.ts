import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Fen, OneOf, Part, Parts, Quantity, Text, Texts } from '../fields.js';
import { CapacityRecord } from './elimination.js';

const forms = ['REPORT', 'FORM'] as const;
export const eiaGrounds = [
  'DUE_FOR_ELIMINATION',
  'SITE_UNSUITABLE',
  'QUALITY_NOT_MET',
  'MEASURES_INSUFFICIENT',
  'DATA_UNRELIABLE',
  'OTHER',
] as const;

@Command('2.2.1', '受理环评文件', 'Receive the environmental impact assessment of a project', { rows: [20] })
export class SubmitEia extends Act {
  @Part(() => Enterprise, 'Who builds / 建设单位') enterprise!: Enterprise;
  @Text('Project / 项目名称', { max: 200 }) projectName!: string;
  @OneOf(forms, 'Report or form / 报告书或报告表') form!: (typeof forms)[number];
  @Text('Product / 产品', { max: 100 }) product!: string;
  @Quantity('Yearly capacity / 年产能') capacity!: number;
  @Text('Unit of the capacity / 单位', { max: 32, example: '万吨/年' }) unit!: string;
  @Parts(() => CapacityRecord, 'Records of other departments about its capacity / 涉及的产能、设备登记', {
    optional: true,
    max: 50,
  })
  capacityRecords?: CapacityRecord[];
}

@Event('2.2.1', '环评文件已受理', 'An environmental impact assessment was received')
export class EiaSubmitted {
  @Part(() => Enterprise, 'Who builds / 建设单位') enterprise!: Enterprise;
  @Text('Project / 项目名称') projectName!: string;
  @OneOf(forms, 'Form / 类别') form!: (typeof forms)[number];
  @Text('Product / 产品') product!: string;
  @Quantity('Yearly capacity / 年产能') capacity!: number;
  @Text('Unit / 单位') unit!: string;
  @Parts(() => CapacityRecord, 'Capacity on record / 涉及的产能、设备登记', { optional: true })
  capacityRecords?: CapacityRecord[];
}

@Command('2.2.1', '批准环评文件', 'Approve the environmental impact assessment', { rows: [20] })
export class ApproveEia extends Act {
  @Text('Number of the approval / 批复文号', { max: 128, example: '惠市环建〔2021〕15号' }) documentNumber!: string;
  @Texts('Conditions of the approval / 批复要求', { optional: true, max: 50 }) conditions?: string[];
  @Day('Day of the approval / 批准日') approvedOn!: string;
}

@Event('2.2.1', '环评文件已批准', 'The environmental impact assessment was approved', { visibility: 'public' })
export class EiaApproved {
  @Part(() => Enterprise, 'Who builds / 建设单位') enterprise!: Enterprise;
  @Text('Project / 项目名称') projectName!: string;
  @Quantity('Yearly capacity / 年产能') capacity!: number;
  @Text('Unit / 单位') unit!: string;
  @Text('Number / 批复文号') documentNumber!: string;
  @Texts('Conditions / 批复要求', { optional: true }) conditions?: string[];
  @Day('Approved / 批准日') approvedOn!: string;
}

@Command('2.2.1', '不予批准环评文件', 'Refuse the environmental impact assessment', { rows: [20] })
export class RefuseEia extends Act {
  @OneOf(eiaGrounds, 'Ground / 不予批准情形') ground!: (typeof eiaGrounds)[number];
  @Text('Why / 理由') reason!: string;
  @Text('Number of the decision / 文号', { max: 128 }) documentNumber!: string;
  @Day('Day of the decision / 决定日') decidedOn!: string;
}

@Event('2.2.1', '环评文件未获批准', 'The environmental impact assessment was refused')
export class EiaRefused {
  @Part(() => Enterprise, 'Who builds / 建设单位') enterprise!: Enterprise;
  @Text('Project / 项目名称') projectName!: string;
  @OneOf(eiaGrounds, 'Ground / 情形') ground!: (typeof eiaGrounds)[number];
  @Texts('Records that say the capacity is due for elimination / 淘汰认定记录', { optional: true }) records?: string[];
  @Text('Reason / 理由') reason!: string;
  @Text('Number / 文号') documentNumber!: string;
  @Day('Decided / 决定日') decidedOn!: string;
}

@Command('2.2.1', '记录开工建设', 'Record that construction started', { rows: [20] })
export class RecordConstructionStart extends Act {
  @Part(() => Enterprise, 'Who builds / 建设单位') enterprise!: Enterprise;
  @Text('Project / 项目名称', { max: 200 }) projectName!: string;
  @Day('Day of the start / 开工日') startedOn!: string;
  @Fen('Total investment in fen / 总投资额（分）') investmentFen!: number;
}

@Event('2.2.1', '已开工建设', 'Construction started after approval')
export class ConstructionStarted {
  @Part(() => Enterprise, 'Who builds / 建设单位') enterprise!: Enterprise;
  @Text('Project / 项目名称') projectName!: string;
  @Day('Started / 开工日') startedOn!: string;
  @Fen('Total investment in fen / 总投资额（分）') investmentFen!: number;
}

/** Whoever builds before approval is fined by a share of the investment; the fact carries what that is counted from. */
@Event('2.2.1', '发现未批先建', 'Construction was started without approval')
export class UnapprovedConstructionFound {
  @Part(() => Enterprise, 'Who builds / 建设单位') enterprise!: Enterprise;
  @Text('Project / 项目名称') projectName!: string;
  @Day('Started / 开工日') startedOn!: string;
  @Fen('Total investment in fen / 总投资额（分）') investmentFen!: number;
}
