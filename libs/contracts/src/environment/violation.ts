import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Fen, Flag, Id, OneOf, Part, Text, Texts, Whole } from '../fields.js';
import { Exceedance } from './inspection.js';

export const violationKinds = [
  'AIR_STD',
  'WATER_STD',
  'TOTAL_QUANTITY',
  'SOLID_WASTE',
  'NO_PERMIT',
  'PERMIT_BREACH',
  'EVASION',
  'MONITORING_DUTY',
  'UNAPPROVED_CONSTRUCTION',
  'ACCIDENT',
] as const;
const sources = ['INSPECTION', 'SAMPLE', 'MONITOR', 'PERMIT_CHECK', 'EIA'] as const;

@Command('2.2.3', '认定环境违法行为', 'Find a violation, on evidence that is on record', { rows: [28] })
export class FindViolation extends Act {
  @Part(() => Enterprise, 'Party and site / 当事人') enterprise!: Enterprise;
  @OneOf(violationKinds, 'Kind of violation / 违法类型') kind!: (typeof violationKinds)[number];
  @OneOf(sources, 'What shows it / 证据来源') source!: (typeof sources)[number];
  @Id('Record that shows it: inspection, monitor, site of the permit, project / 来源编号') sourceId!: string;
  @Id('Sample, alert or check within that record / 样品、报警或检查编号', { optional: true }) itemId?: string;
  @Text('Facts / 违法事实', { max: 5000 }) facts!: string;
  @Text('Provision that was broken; the plan alone is none / 违反的规定') provision!: string;
  @Id('Natural act that several departments may see / 行为编号', { optional: true }) conductId?: string;
}

/** Carries what an entry on the exceedance list needs: who, where, which limit, by how much. */
@Event('2.2.3', '环境违法行为已认定', 'An environmental violation was found')
export class EnvViolationFound {
  @Part(() => Enterprise, 'Party / 当事人') enterprise!: Enterprise;
  @OneOf(violationKinds, 'Kind / 违法类型') kind!: (typeof violationKinds)[number];
  @OneOf(sources, 'Source / 证据来源') source!: (typeof sources)[number];
  @Id('Record / 来源编号') sourceId!: string;
  @Id('Item / 样品、报警或检查编号', { optional: true }) itemId?: string;
  @Text('Facts / 违法事实') facts!: string;
  @Text('Provision / 违反的规定') provision!: string;
  @Id('Conduct / 行为编号', { optional: true }) conductId?: string;
  @Part(() => Exceedance, 'What was measured, as the evidence says / 超标情况', { optional: true })
  exceedance?: Exceedance;
}

@Command('2.2.3', '认定情节严重', 'Determine that the violation is serious', { rows: [28, 29] })
export class DetermineSeriousness extends Act {
  @Text('Why it is serious / 情节严重的理由') grounds!: string;
  @Text('Provision that makes it so; the plan alone is none / 依据') legalBasis!: string;
}

@Event('2.2.3', '情节严重已认定', 'The violation was determined to be serious')
export class SeriousViolationDetermined {
  @Part(() => Enterprise, 'Party / 当事人') enterprise!: Enterprise;
  @OneOf(violationKinds, 'Kind / 违法类型') kind!: (typeof violationKinds)[number];
  @Text('Grounds / 理由') grounds!: string;
  @Text('Legal basis / 依据') legalBasis!: string;
  @Part(() => Exceedance, 'What was measured / 超标情况', { optional: true }) exceedance?: Exceedance;
}

@Command('2.2.3', '责令改正', 'Order to correct the violation', { rows: [28] })
export class OrderCorrection extends Act {
  @Text('Number of the order / 文号', { max: 128, example: '惠市环责改〔2021〕8号' }) documentNumber!: string;
  @Texts('What must be corrected / 改正事项', { min: 1, max: 50 }) items!: string[];
  @Text('Legal basis; the plan alone is none / 法律依据') legalBasis!: string;
  @Day('Day of service / 送达日') servedOn!: string;
}

/** An order, and no penalty. Each that follows a failed recheck begins another round. */
@Event('2.2.3', '已责令改正', 'Correction was ordered')
export class CorrectionOrdered {
  @Whole('Round, from 1 / 轮次') round!: number;
  @Text('Number / 文号') documentNumber!: string;
  @Texts('Items / 改正事项') items!: string[];
  @Text('Legal basis / 法律依据') legalBasis!: string;
  @Day('Served / 送达日') servedOn!: string;
  @Part(() => Due, 'Recheck by / 复查期限') due!: Due;
}

const rechecks = ['CORRECTED', 'STILL_VIOLATING', 'OBSTRUCTED'] as const;

@Command('2.2.3', '复查改正情况', 'Recheck whether the violation was corrected', { rows: [28] })
export class RecheckCorrection extends Act {
  @OneOf(rechecks, 'What was found / 复查结论') result!: (typeof rechecks)[number];
  @Text('Findings / 复查情况', { max: 5000 }) findings!: string;
  @Day('Day of the recheck / 复查日') recheckedOn!: string;
}

@Event('2.2.3', '改正情况已复查', 'The correction was rechecked')
export class CorrectionRechecked {
  @Whole('Round / 轮次') round!: number;
  @OneOf(rechecks, 'Result / 结论') result!: (typeof rechecks)[number];
  @Text('Findings / 情况') findings!: string;
  @Day('Rechecked / 复查日') recheckedOn!: string;
  @Flag('Later than the department should have / 逾期复查') isLate!: boolean;
}

@Command('2.2.3', '复查期限届满', 'The time to recheck is over', { rows: [28], issuedBy: 'system' })
export class PassRecheckDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('2.2.3', '逾期未复查', 'The recheck is overdue')
export class RecheckOverdue {
  @Whole('Round / 轮次') round!: number;
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Command('2.2.3', '决定按日连续处罚', 'Fine by the day for what was not corrected', { rows: [28] })
export class DecideDailyPenalty extends Act {
  @Id('Penalty that fined the violation / 原处罚编号') originalPenaltyId!: string;
  @Id('Penalty that fines by the day, decided by the ordinary procedure / 按日处罚编号') penaltyId!: string;
}

/** Original fine × days from the day after service to the recheck. */
@Event('2.2.3', '按日连续处罚已决定', 'A daily penalty was decided')
export class DailyPenaltyDecided {
  @Part(() => Enterprise, 'Party / 当事人') enterprise!: Enterprise;
  @Id('Original penalty / 原处罚编号') originalPenaltyId!: string;
  @Id('Daily penalty / 按日处罚编号') penaltyId!: string;
  @Text('Number of its decision / 决定书文号') documentNumber!: string;
  @Whole('Round / 轮次') round!: number;
  @Day('First day counted / 起算日') fromOn!: string;
  @Day('Last day counted: the recheck / 截止日') toOn!: string;
  @Whole('Days / 日数', { min: 1 }) days!: number;
  @Fen('Original fine in fen / 原罚款（分）') originalFineFen!: number;
  @Fen('Fine in all, in fen / 按日罚款合计（分）') totalFen!: number;
}

@Command('2.2.3', '移送行政拘留', 'Refer those responsible for administrative detention', { rows: [28] })
export class ReferForDetention extends Act {
  @Text('Police organ / 受理公安机关', { max: 200 }) organ!: string;
  @Text('Legal basis; the plan alone is none / 法律依据') legalBasis!: string;
  @Text('Number of the referral / 文号', { max: 128 }) documentNumber!: string;
  @Day('Day of the referral / 移送日') referredOn!: string;
}

/** Names the enterprise and nobody in person. */
@Event('2.2.3', '已移送行政拘留', 'Those responsible were referred for administrative detention')
export class DetentionReferred {
  @Text('Organ / 受理公安机关') organ!: string;
  @Text('Legal basis / 法律依据') legalBasis!: string;
  @Text('Number / 文号') documentNumber!: string;
  @Day('Referred / 移送日') referredOn!: string;
}

@Command('2.2.3', '环境违法案件结案', 'Close the case', { rows: [28] })
export class CloseCase extends Act {
  @Text('How it ended / 结案情况') summary!: string;
}

@Event('2.2.3', '环境违法案件已结案', 'The case was closed')
export class EnvCaseClosed {
  @OneOf(['CORRECTED', 'CLOSED_BY_GOVERNMENT'], 'How / 结案方式') outcome!: 'CORRECTED' | 'CLOSED_BY_GOVERNMENT';
  @Text('Summary / 情况') summary!: string;
}
