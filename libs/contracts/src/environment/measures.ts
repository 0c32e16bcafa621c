import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Flag, Id, Instant, OneOf, Part, Text, Texts, Whole } from '../fields.js';

const sealGrounds = ['SERIOUS_POLLUTION', 'EVIDENCE_AT_RISK'] as const;

@Command('2.2.3', '查封、扣押', 'Seal or seize property that pollutes', { rows: [28] })
export class SealProperty extends Act {
  @Id('Seal / 查封编号') sealId!: string;
  @OneOf(sealGrounds, 'Ground / 查封情形') ground!: (typeof sealGrounds)[number];
  @Text('Legal basis; the plan alone is none / 法律依据') legalBasis!: string;
  @Text('Number of the decision / 文号', { max: 128 }) documentNumber!: string;
  @Text('Place / 地点', { max: 200 }) place!: string;
  @Texts('Inventory: facilities and equipment that pollute, and nothing else / 查封清单', { min: 1, max: 200 })
  items!: string[];
  @Flag('The party, or a witness, was there / 当事人或见证人到场') isWitnessed!: boolean;
  @Flag('On the spot, before approval; approval follows within 24 hours / 情况紧急当场实施', { optional: true })
  isUrgent?: boolean;
  @Day('First day of the seal / 查封日') sealedOn!: string;
}

/** 查封 is coercion for a time. 封存 of main equipment, until it is dismantled, is another thing. */
@Event('2.2.3', '已查封、扣押', 'Property was sealed')
export class PropertySealedCoercively {
  @Part(() => Enterprise, 'Party / 当事人') enterprise!: Enterprise;
  @Id('Seal / 查封编号') sealId!: string;
  @OneOf(sealGrounds, 'Ground / 情形') ground!: (typeof sealGrounds)[number];
  @Text('Legal basis / 法律依据') legalBasis!: string;
  @Text('Number / 文号') documentNumber!: string;
  @Text('Place / 地点') place!: string;
  @Texts('Inventory / 清单') items!: string[];
  @Flag('Urgent / 情况紧急', { optional: true }) isUrgent?: boolean;
  @Day('Sealed / 查封日') sealedOn!: string;
  @Part(() => Due, 'Ends by / 查封期限') due!: Due;
}

@Command('2.2.3', '补办查封批准', 'Approve a seal that was urgent, afterwards', { rows: [28] })
export class ApproveUrgentSeal extends Act {
  @Id('Seal / 查封编号') sealId!: string;
  @Instant('When it was approved / 批准时间') approvedAt!: string;
}

@Event('2.2.3', '查封已补办批准', 'An urgent seal was approved afterwards')
export class UrgentSealApproved {
  @Id('Seal / 查封编号') sealId!: string;
  @Instant('Approved / 批准时间') approvedAt!: string;
  @Flag('Later than 24 hours / 逾期补办') isLate!: boolean;
}

@Command('2.2.3', '延长查封期限', 'Lengthen a seal, once, in a complicated case', { rows: [28] })
export class ExtendSeal extends Act {
  @Id('Seal / 查封编号') sealId!: string;
  @Whole('Days, at most thirty / 延长日数', { min: 1, max: 365, example: 30 }) days!: number;
  @Text('Why / 理由') reason!: string;
}

@Event('2.2.3', '查封期限已延长', 'A seal was lengthened')
export class SealExtended {
  @Id('Seal / 查封编号') sealId!: string;
  @Text('Reason / 理由') reason!: string;
  @Part(() => Due, 'Ends by / 查封期限') due!: Due;
}

@Command('2.2.3', '扣除鉴定时间', 'Leave the time of a test or appraisal out of a seal', { rows: [28] })
export class RecordSealAppraisal extends Act {
  @Id('Seal / 查封编号') sealId!: string;
  @Text('Test or appraisal, with its notice to the party / 检测、检验、鉴定事项') subject!: string;
  @Day('First day / 起') fromOn!: string;
  @Day('Last day / 止') toOn!: string;
}

@Event('2.2.3', '鉴定时间已扣除', 'The time of an appraisal was left out of a seal')
export class SealAppraisalRecorded {
  @Id('Seal / 查封编号') sealId!: string;
  @Text('Subject / 事项') subject!: string;
  @Day('From / 起') fromOn!: string;
  @Day('To / 止') toOn!: string;
  @Part(() => Due, 'Ends by / 查封期限') due!: Due;
}

@Command('2.2.3', '解除查封', 'Lift a seal', { rows: [28] })
export class LiftSeal extends Act {
  @Id('Seal / 查封编号') sealId!: string;
  @Text('Why / 理由') reason!: string;
  @Day('Day / 解除日') liftedOn!: string;
}

@Event('2.2.3', '查封已解除', 'A seal was lifted')
export class PropertySealLifted {
  @Id('Seal / 查封编号') sealId!: string;
  @Text('Reason / 理由') reason!: string;
  @Day('Lifted / 解除日') liftedOn!: string;
}

@Command('2.2.3', '查封期限届满', 'The time of a seal is over', { rows: [28], issuedBy: 'system' })
export class PassSealPeriod extends Act {
  @Id('Seal / 查封编号') sealId!: string;
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('2.2.3', '查封期限已届满', 'The time of a seal is over; it must be lifted at once')
export class SealPeriodExpired {
  @Id('Seal / 查封编号') sealId!: string;
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Command('2.2.3', '责令限制生产', 'Limit production', { rows: [28] })
export class LimitProduction extends Act {
  @Text('Number of the decision / 文号', { max: 128 }) documentNumber!: string;
  @Text('Legal basis; the plan alone is none / 法律依据') legalBasis!: string;
  @Text('What is limited, and to what / 限产内容') content!: string;
  @Whole('Months / 期限（月）', { min: 1, max: 120, example: 3 }) months!: number;
  @Day('Day of service / 送达日') servedOn!: string;
}

@Event('2.2.3', '已责令限制生产', 'Production was limited')
export class ProductionLimited {
  @Part(() => Enterprise, 'Party / 当事人') enterprise!: Enterprise;
  @Text('Number / 文号') documentNumber!: string;
  @Text('Legal basis / 法律依据') legalBasis!: string;
  @Text('Content / 限产内容') content!: string;
  @Day('Served / 送达日') servedOn!: string;
  @Part(() => Due, 'Ends by / 限产期限') due!: Due;
}

@Command('2.2.3', '延长限制生产期限', 'Lengthen a limitation of production, once', { rows: [28] })
export class ExtendProductionLimit extends Act {
  @Whole('Months / 延长月数', { min: 1, max: 120 }) months!: number;
  @Text('Why / 理由') reason!: string;
}

@Event('2.2.3', '限制生产期限已延长', 'A limitation of production was lengthened')
export class ProductionLimitExtended {
  @Text('Reason / 理由') reason!: string;
  @Part(() => Due, 'Ends by / 限产期限') due!: Due;
}

@Command('2.2.3', '限制生产期限届满', 'The time of a limitation is over', { rows: [28], issuedBy: 'system' })
export class PassProductionLimit extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('2.2.3', '限制生产期限已届满', 'The time of a limitation of production is over')
export class ProductionLimitExpired {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

const stopGrounds = ['EVASION', 'TOXIC_THREEFOLD', 'ANNUAL_TOTAL', 'STILL_OVER_AFTER_LIMIT', 'ACCIDENT'] as const;

@Command('2.2.3', '责令停产整治', 'Stop production until the pollution is treated', { rows: [28] })
export class StopProduction extends Act {
  @OneOf(stopGrounds, 'Ground / 停产整治情形') ground!: (typeof stopGrounds)[number];
  @Text('Number of the decision / 文号', { max: 128 }) documentNumber!: string;
  @Text('Legal basis; the plan alone is none / 法律依据') legalBasis!: string;
  @Text('What is stopped / 停产内容') content!: string;
  @Day('Day of service / 送达日') servedOn!: string;
}

/** 停产整治: for a time, until it is treated. Only the government closes. */
@Event('2.2.3', '已责令停产整治', 'Production was stopped for treatment')
export class ProductionStoppedForTreatment {
  @Part(() => Enterprise, 'Party / 当事人') enterprise!: Enterprise;
  @OneOf(stopGrounds, 'Ground / 情形') ground!: (typeof stopGrounds)[number];
  @Text('Number / 文号') documentNumber!: string;
  @Text('Legal basis / 法律依据') legalBasis!: string;
  @Text('Content / 停产内容') content!: string;
  @Day('Served / 送达日') servedOn!: string;
}

@Command('2.2.3', '解除限产、停产整治', 'Record that production resumed after treatment', { rows: [28] })
export class ResumeProduction extends Act {
  @Text('What was done / 整改情况') rectification!: string;
  @Day('Filed with the department on / 备案日') filedOn!: string;
  @Text('Where it was made public / 公开网址', { max: 500 }) publishedAt!: string;
  @Day('Resumed on / 恢复生产日') resumedOn!: string;
}

@Event('2.2.3', '限产、停产整治已解除', 'Production resumed after treatment')
export class ProductionResumed {
  @OneOf(['LIMITED', 'STOPPED'], 'What ended / 解除的措施') measure!: 'LIMITED' | 'STOPPED';
  @Text('Rectification / 整改情况') rectification!: string;
  @Day('Filed / 备案日') filedOn!: string;
  @Text('Published / 公开网址') publishedAt!: string;
  @Day('Resumed / 恢复生产日') resumedOn!: string;
}
