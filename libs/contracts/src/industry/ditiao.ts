import type { AreaCode } from '#codes';
import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Area, Day, Id, OneOf, Part, Quantity, Text, Texts } from '../fields.js';

const levels = ['CITY', 'COUNTY', 'TOWN', 'VILLAGE'] as const;
type Level = (typeof levels)[number];

@Command('2.5.2', '落实分片区负责', 'Assign a zone to the four levels that answer for it', { rows: [53] })
export class AssignZone extends Act {
  @Text('Zone / 片区', { max: 100 }) zone!: string;
  @Area('Area / 县（区）') county!: AreaCode;
  @Text('Municipal department that answers for it / 市级责任部门', { max: 100 }) municipalDepartment!: string;
  @Text('County department / 县（区）责任部门', { max: 100 }) countyDepartment!: string;
  @Text('Township / 乡镇（街道）', { max: 100 }) township!: string;
  @Text('Village / 村（社区）', { max: 100 }) village!: string;
  @Text('Office on duty, not a person / 值守机构', { max: 200 }) dutyOffice!: string;
  @Day('From / 生效日') effectiveOn!: string;
}

@Event('2.5.2', '片区责任已落实', 'A zone was assigned')
export class ZoneAssigned {
  @Text('Zone / 片区') zone!: string;
  @Area('Area / 县（区）') county!: AreaCode;
  @Text('Municipal department / 市级责任部门') municipalDepartment!: string;
  @Text('County department / 县（区）责任部门') countyDepartment!: string;
  @Text('Township / 乡镇') township!: string;
  @Text('Village / 村') village!: string;
  @Text('Duty office / 值守机构') dutyOffice!: string;
  @Day('From / 生效日') effectiveOn!: string;
}

@Command('2.5.2', '地条钢巡查', 'Patrol a zone for ditiao steel', { rows: [54] })
export class PatrolForDitiao extends Act {
  @Id('Zone / 片区编号') zoneId!: string;
  @OneOf(levels, 'Level that patrolled / 层级') level!: Level;
  @Texts('Places seen / 巡查点位', { min: 1, max: 200 }) places!: string[];
  @OneOf(['NOTHING_FOUND', 'SUSPICIOUS'], 'Result / 结果') result!: 'NOTHING_FOUND' | 'SUSPICIOUS';
  @Text('What was seen / 情况') findings!: string;
  @Day('Day of the patrol / 巡查日') patrolledOn!: string;
}

@Event('2.5.2', '地条钢巡查已开展', 'A zone was patrolled for ditiao steel')
export class DitiaoPatrolConducted {
  @Id('Zone / 片区编号') zoneId!: string;
  @Area('Area / 县（区）') county!: AreaCode;
  @OneOf(levels, 'Level / 层级') level!: Level;
  @Texts('Places / 点位') places!: string[];
  @OneOf(['NOTHING_FOUND', 'SUSPICIOUS'], 'Result / 结果') result!: 'NOTHING_FOUND' | 'SUSPICIOUS';
  @Text('Findings / 情况') findings!: string;
  @Day('Patrolled / 巡查日') patrolledOn!: string;
}

@Command('4.3', '持续跟踪巡查', 'Keep patrolling capacity that has exited', { rows: [82] })
export class ContinuePatrol extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Exit file, where there is one / 退出档案', { optional: true }) exitId?: string;
  @OneOf(levels, 'Level that patrolled / 层级') level!: Level;
  @OneOf(['QUIET', 'SUSPICIOUS'], 'Result / 结果') result!: 'QUIET' | 'SUSPICIOUS';
  @Text('What was seen / 情况') findings!: string;
  @Day('Day of the patrol / 巡查日') patrolledOn!: string;
}

@Event('4.3', '跟踪巡查已开展', 'Exited capacity was patrolled')
export class FollowUpPatrolConducted {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Exit file / 退出档案', { optional: true }) exitId?: string;
  @OneOf(levels, 'Level / 层级') level!: Level;
  @OneOf(['QUIET', 'SUSPICIOUS'], 'Result / 结果') result!: 'QUIET' | 'SUSPICIOUS';
  @Text('Findings / 情况') findings!: string;
  @Day('Patrolled / 巡查日') patrolledOn!: string;
}

/** Kinds of evidence. Data of meters and invoices are leads: alone they confirm nothing. */
const evidenceKinds = [
  'SAMPLE',
  'PHOTO_VIDEO',
  'EQUIPMENT',
  'PRODUCTION_RECORD',
  'SALES_RECORD',
  'STATEMENT',
  'POWER_DATA',
  'INVOICE_DATA',
] as const;
type EvidenceKind = (typeof evidenceKinds)[number];

@Command('2.5.2', '登记疑似地条钢线索', 'Record a suspicion of ditiao steel', { rows: [54] })
export class SuspectDitiao extends Act {
  @Area('Area / 县（区）') county!: AreaCode;
  @Text('Place / 地点', { max: 200 }) place!: string;
  @Part(() => Enterprise, 'Enterprise, where known / 企业', { optional: true }) enterprise?: Enterprise;
  @OneOf(['PATROL', 'LEAD', 'LOOK_BACK', 'ROUTINE'], 'Where the suspicion comes from / 来源') source!:
    'PATROL' | 'LEAD' | 'LOOK_BACK' | 'ROUTINE';
  @Id('Patrol, lead or look-back / 来源编号', { optional: true }) sourceId?: string;
  @Text('What points to it / 疑点') facts!: string;
}

@Event('2.5.2', '疑似地条钢', 'Ditiao steel is suspected')
export class DitiaoActivitySuspected {
  @Area('Area / 县（区）') county!: AreaCode;
  @Text('Place / 地点') place!: string;
  @Part(() => Enterprise, 'Enterprise / 企业', { optional: true }) enterprise?: Enterprise;
  @OneOf(['PATROL', 'LEAD', 'LOOK_BACK', 'ROUTINE'], 'Source / 来源') source!:
    'PATROL' | 'LEAD' | 'LOOK_BACK' | 'ROUTINE';
  @Id('Source / 来源编号', { optional: true }) sourceId?: string;
  @Text('Facts / 疑点') facts!: string;
}

@Command('2.5.2', '确认生产地条钢', 'Confirm that ditiao steel was produced', { rows: [54] })
export class ConfirmDitiaoProduction extends Act {
  @Texts('Kinds of evidence / 证据种类', { of: evidenceKinds, min: 1, max: 8 }) evidence!: EvidenceKind[];
  @Text('Facts / 事实') facts!: string;
  @Day('Confirmed / 确认日') confirmedOn!: string;
}

@Event('2.5.2', '地条钢生产已确认', 'Production of ditiao steel was confirmed')
export class DitiaoProductionConfirmed {
  @Part(() => Enterprise, 'Enterprise / 企业', { optional: true }) enterprise?: Enterprise;
  @Texts('Evidence / 证据种类', { of: evidenceKinds }) evidence!: EvidenceKind[];
  @Text('Facts / 事实') facts!: string;
  @Day('Confirmed / 确认日') confirmedOn!: string;
}

@Command('2.5.2', '确认销售地条钢', 'Confirm that ditiao steel was sold', { rows: [54] })
export class ConfirmDitiaoSale extends Act {
  @Texts('Kinds of evidence / 证据种类', { of: evidenceKinds, min: 1, max: 8 }) evidence!: EvidenceKind[];
  @Text('Facts / 事实') facts!: string;
  @Day('Confirmed / 确认日') confirmedOn!: string;
}

@Event('2.5.2', '地条钢销售已确认', 'Sale of ditiao steel was confirmed')
export class DitiaoSaleConfirmed {
  @Part(() => Enterprise, 'Enterprise / 企业', { optional: true }) enterprise?: Enterprise;
  @Texts('Evidence / 证据种类', { of: evidenceKinds }) evidence!: EvidenceKind[];
  @Text('Facts / 事实') facts!: string;
  @Day('Confirmed / 确认日') confirmedOn!: string;
}

@Command('2.5.2', '排除疑点', 'Dismiss the suspicion', { rows: [54] })
export class DismissDitiaoSuspicion extends Act {
  @Text('Why / 理由') reason!: string;
  @Day('Dismissed / 排除日') dismissedOn!: string;
}

@Event('2.5.2', '疑点已排除', 'The suspicion was dismissed')
export class DitiaoSuspicionDismissed {
  @Text('Reason / 理由') reason!: string;
  @Day('Dismissed / 排除日') dismissedOn!: string;
}

@Command('2.5.2', '标记用电异常', 'Flag an anomaly in the use of power: a lead', { rows: [55] })
export class FlagPowerAnomaly extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Meter / 电表') meterId!: string;
  @Day('From / 起') windowFrom!: string;
  @Day('To / 止') windowTo!: string;
  @Quantity('Use in the window in kWh / 用电量') consumedKwh!: number;
  @Text('What is odd about it / 异常模式', { max: 500, example: '夜间23时至次日6时集中用电' }) pattern!: string;
}

@Event('2.5.2', '用电异常', 'An anomaly in the use of power was flagged')
export class PowerAnomalyFlagged {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Meter / 电表') meterId!: string;
  @Day('From / 起') windowFrom!: string;
  @Day('To / 止') windowTo!: string;
  @Quantity('Use in kWh / 用电量') consumedKwh!: number;
  @Text('Pattern / 异常模式') pattern!: string;
}

@Command('2.5.2', '标记税收异常', 'Flag an anomaly in taxes and invoices: a lead', { rows: [55] })
export class FlagTaxAnomaly extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Texts('Codes of goods on the invoices / 发票商品编码', { min: 1, max: 100 }) invoiceCodes!: string[];
  @Day('From / 起') windowFrom!: string;
  @Day('To / 止') windowTo!: string;
  @Text('What is odd about it / 异常模式', { max: 500 }) pattern!: string;
}

@Event('2.5.2', '税收异常', 'An anomaly in taxes and invoices was flagged')
export class TaxAnomalyFlagged {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Texts('Invoice codes / 发票商品编码') invoiceCodes!: string[];
  @Day('From / 起') windowFrom!: string;
  @Day('To / 止') windowTo!: string;
  @Text('Pattern / 异常模式') pattern!: string;
}

@Command('2.5.2', '线索办结', 'Close a lead', { rows: [55] })
export class CloseLead extends Act {
  @OneOf(['EXPLAINED', 'FOLLOWED_UP'], 'What became of it / 结果') outcome!: 'EXPLAINED' | 'FOLLOWED_UP';
  @Id('Suspicion that it led to / 疑似线索编号', { optional: true }) ditiaoId?: string;
  @Text('Why / 说明') reason!: string;
}

@Event('2.5.2', '线索已办结', 'A lead was closed')
export class LeadClosed {
  @OneOf(['EXPLAINED', 'FOLLOWED_UP'], 'Outcome / 结果') outcome!: 'EXPLAINED' | 'FOLLOWED_UP';
  @Id('Suspicion / 疑似线索编号', { optional: true }) ditiaoId?: string;
  @Text('Reason / 说明') reason!: string;
}
