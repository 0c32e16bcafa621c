import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { KnownAs } from '../field-facts.js';
import { Day, Flag, Id, Instant, OneOf, Part, Parts, Text, Whole } from '../fields.js';

const scopes = ['LINE', 'SITE', 'ENTERPRISE'] as const;
type Scope = (typeof scopes)[number];

/** A major hazard is met by a measure on the spot; the other two are penalties, and come of one that was decided. */
export const suspensionGrounds = ['MAJOR_HAZARD', 'CONDITIONS_NOT_MET', 'REFUSED_REMOVAL'] as const;
type SuspensionGround = (typeof suspensionGrounds)[number];

@Command('2.4.3', '责令停产停业整顿', 'Suspend production for rectification', { rows: [46] })
export class OrderStopForRectification extends Act {
  @OneOf(suspensionGrounds, 'Ground / 事由') ground!: SuspensionGround;
  @Id('Major hazard, for that ground / 重大事故隐患', { optional: true }) majorHazardId?: string;
  @Id('Penalty that orders the stop, for the other grounds / 处罚', { optional: true }) penaltyId?: string;
  @OneOf(scopes, 'What stops / 停产范围') scope!: Scope;
  @Text('Number of the order / 文号', { max: 128 }) documentNumber!: string;
  @Text('Legal basis; the plan alone is none / 法律依据') legalBasis!: string;
  @Day('Day of service / 送达日') servedOn!: string;
  @Whole('Calendar days to put it right / 整顿期限（日）', { min: 1, max: 3650, example: 30 }) days!: number;
}

@Event('2.4.3', '停产停业整顿已责令', 'Production was suspended for safety')
export class ProductionSuspendedForSafety {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @OneOf(suspensionGrounds, 'Ground / 事由') ground!: SuspensionGround;
  @Id('Major hazard / 重大事故隐患', { optional: true }) majorHazardId?: string;
  @Id('Penalty / 处罚', { optional: true }) penaltyId?: string;
  @OneOf(scopes, 'Scope / 停产范围') scope!: Scope;
  @Text('Order number / 文号') documentNumber!: string;
  @Text('Legal basis / 法律依据') legalBasis!: string;
  @Day('Served / 送达日') servedOn!: string;
  @Part(() => Due, 'Deadline / 整顿期限') due!: Due;
}

@Command('2.4.3', '整顿期限届满', 'The time to put it right is over', { issuedBy: 'system', rows: [46] })
export class PassSuspensionDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('2.4.3', '整顿期限已届满', 'The time to put it right ended')
export class SuspensionPeriodEnded {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Command('2.4.3', '申请恢复生产', 'Apply for resumption', { rows: [46] })
export class ApplyForResumption extends Act {
  @Text('What was done / 整顿情况') summary!: string;
}

@Event('2.4.3', '已申请恢复生产', 'Resumption was applied for')
export class ResumptionApplied {
  @Text('Summary / 整顿情况') summary!: string;
}

@Command('2.4.3', '审查恢复生产条件', 'Examine whether production may resume', { rows: [46] })
export class ExamineResumption extends Act {
  @Text('What was found / 审查情况') findings!: string;
  @Flag('Whether it is fit for production / 是否具备安全生产条件') fit!: boolean;
}

@Event('2.4.3', '恢复生产条件已审查', 'Whether production may resume was examined')
export class ResumptionExamined {
  @Text('Findings / 情况') findings!: string;
  @Flag('Fit / 是否具备安全生产条件') fit!: boolean;
}

@Command('2.4.3', '同意恢复生产', 'Consent to resumption', { rows: [46] })
export class ApproveResumption extends Act {
  @Text('Number of the consent / 文号', { max: 128 }) documentNumber!: string;
}

@Event('2.4.3', '已同意恢复生产', 'Resumption was approved')
export class ResumptionApproved {
  @Text('Consent number / 文号') documentNumber!: string;
}

const supplies = ['PRODUCTION', 'RESIDENTIAL'] as const;

@Command('2.4.3', '通知停止供电', 'Give the power supplier written notice to cut', { rows: [47] })
export class NotifyPowerCut extends Act {
  @Text('Supplier / 供电企业', { max: 200 }) supplier!: string;
  @Text('Meter / 用电户号', { max: 64 }) meter!: string;
  @OneOf(supplies, 'What the meter feeds / 用电性质') supplies!: (typeof supplies)[number];
  @Text('Number of the written notice / 文号', { max: 128 }) documentNumber!: string;
  @Text('Why / 理由') reason!: string;
  @Flag('Whether an emergency forbids to wait / 是否紧急') urgent!: boolean;
  @Instant('Not to be cut before / 停电时间不早于') executeAfterAt!: string;
}

@Event('2.4.3', '已通知停止供电', 'The power supplier was notified to cut')
export class SafetyPowerCutNotified {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('Supplier / 供电企业') supplier!: string;
  @Text('Meter / 用电户号') meter!: string;
  @Text('Notice number / 文号') documentNumber!: string;
  @Text('Reason / 理由') reason!: string;
  @Flag('Urgent / 紧急') urgent!: boolean;
  @Instant('When notice was given / 通知时间') noticeAt!: string;
  @Instant('Not to be cut before / 停电时间不早于') executeAfterAt!: string;
}

@Command('2.4.3', '记录停止供电', 'Record that power was cut', { rows: [47] })
export class RecordPowerCut extends Act {
  @Text('How it was carried out / 执行情况') note!: string;
}

@KnownAs('SafetyPowerCut')
@Event('2.4.3', '已停止供电', 'Power was cut')
export class PowerCut {
  @Text('Meter / 用电户号') meter!: string;
  @Instant('When / 停电时间') cutAt!: string;
  @Text('How / 执行情况') note!: string;
}

const restorations = ['ORDER_OBEYED', 'HAZARD_REMOVED', 'NOTICE_WITHDRAWN'] as const;

@Command('2.4.3', '恢复供电', 'Restore power once the order is obeyed or the hazard removed', { rows: [47] })
export class RestorePower extends Act {
  @OneOf(restorations, 'Why / 事由') reason!: (typeof restorations)[number];
}

@Event('2.4.3', '已恢复供电', 'Power was restored')
export class PowerRestored {
  @Text('Meter / 用电户号') meter!: string;
  @OneOf(restorations, 'Why / 事由') reason!: (typeof restorations)[number];
}

/** The four cases of the Work Safety Law in which closure is proposed, art. 113. */
export const closureGrounds = ['REPEATED_PENALTIES', 'UNFIT_AFTER_SUSPENSION', 'ACCIDENT', 'REFUSES_ORDER'] as const;
type ClosureGround = (typeof closureGrounds)[number];

/** A penalty that counts towards closure. */
export class CountedPenalty {
  @Id('Penalty / 处罚') penaltyId!: string;
}

@Command('2.4.3', '提请关闭', 'Propose closure to the government with power', { rows: [48] })
export class ProposeClosureToGov extends Act {
  @Id('Id of the proposal, new each time / 提请编号', { example: 'AJ-2021-001-G1' }) proposalId!: string;
  @OneOf(closureGrounds, 'Ground / 法定情形') ground!: ClosureGround;
  @Text('What happened / 事实与理由') grounds!: string;
  @Id('Major hazard, for repeated penalties / 重大事故隐患', { optional: true }) majorHazardId?: string;
  @Parts(() => CountedPenalty, 'Penalties that count, for that ground / 处罚', { optional: true, min: 1, max: 20 })
  penalties?: CountedPenalty[];
  @OneOf(scopes, 'What should close / 关闭范围') scope!: Scope;
  @Text('Legal basis; the plan alone is none / 法律依据') legalBasis!: string;
}

@Event('2.4.3', '已提请关闭', 'Closure was proposed to the government')
export class SafetyClosureProposed {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Proposal / 提请编号') proposalId!: string;
  @OneOf(closureGrounds, 'Ground / 法定情形') ground!: ClosureGround;
  @Text('Facts and reasons / 事实与理由') grounds!: string;
  @Id('Major hazard / 重大事故隐患', { optional: true }) majorHazardId?: string;
  @Parts(() => CountedPenalty, 'Penalties that count / 处罚', { optional: true }) penalties?: CountedPenalty[];
  @OneOf(scopes, 'Scope / 关闭范围') scope!: Scope;
  @Text('Legal basis / 法律依据') legalBasis!: string;
}

const decisions = ['RETURNED', 'SUSPENDED', 'CLOSED'] as const;

@Command('2.4.3', '记录政府决定', 'Note what the government decided', { issuedBy: 'system', rows: [48] })
export class NoteGovernmentDecision extends Act {
  @Id('Proposal / 提请编号') proposalId!: string;
  @OneOf(decisions, 'Decision / 决定') decision!: (typeof decisions)[number];
  @Day('In force from / 生效日') effectiveOn!: string;
  @Text('Document of the government / 政府文号', { optional: true, max: 128 }) governmentDocumentNumber?: string;
}

@KnownAs('SafetyGovernmentDecisionNoted')
@Event('2.4.3', '政府决定已记录', 'The decision of the government was noted')
export class GovernmentDecisionNoted {
  @Id('Proposal / 提请编号') proposalId!: string;
  @OneOf(decisions, 'Decision / 决定') decision!: (typeof decisions)[number];
  @Day('In force from / 生效日') effectiveOn!: string;
  @Text('Document / 政府文号', { optional: true }) governmentDocumentNumber?: string;
}
