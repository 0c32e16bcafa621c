import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { KnownAs } from '../field-facts.js';
import { Day, Id, OneOf, Part, Text, Texts, Whole } from '../fields.js';
import { Measurement } from './supervision.js';

@Command('2.1.3', '责令限期整改', 'Order rectification within a limit', { rows: [10, 16] })
export class OrderRectification extends Act {
  @Text('Number of the order / 文号', { max: 128, example: '惠能监改〔2021〕12号' }) documentNumber!: string;
  @Day('Day of service; the period starts the day after / 送达日') servedOn!: string;
  @Whole('Months granted, at most six / 整改月数', { min: 1, max: 120, example: 6 }) months!: number;
  @Texts('What must be put right / 整改事项', { min: 1, max: 50 }) items!: string[];
}

@Event('2.1.3', '限期整改已责令', 'Rectification was ordered')
export class EnergyRectificationOrdered {
  @Text('Order number / 文号') documentNumber!: string;
  @Day('Served / 送达日') servedOn!: string;
  @Texts('Items / 整改事项') items!: string[];
  @Part(() => Due, 'Deadline / 整改期限') due!: Due;
}

@KnownAs('EnergyYellowCardIssued')
@Event('4.5', '列入黄牌', 'A yellow card was issued', { visibility: 'public' })
export class YellowCardIssued {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('Ground / 事由') ground!: string;
  @Day('Must be rectified by / 整改期限') dueOn!: string;
}

@KnownAs('EnergyYellowCardCleared')
@Event('4.5', '黄牌解除', 'A yellow card was cleared', { visibility: 'public' })
export class YellowCardCleared {
  @OneOf(['RECTIFIED', 'RED_CARD'], 'Why / 原因') reason!: 'RECTIFIED' | 'RED_CARD';
}

@Command('2.1.3', '申请延期', 'Request an extension before the period ends', { rows: [17] })
export class RequestExtension extends Act {
  @Whole('Months asked for, at most three / 延期月数', { min: 1, max: 120, example: 3 }) months!: number;
  @Text('Why / 理由') reason!: string;
  @Day('Day of filing / 提出日') filedOn!: string;
}

@Event('2.1.3', '延期申请已提出', 'An extension was requested')
export class ExtensionRequested {
  @Whole('Months / 月数') months!: number;
  @Text('Reason / 理由') reason!: string;
  @Day('Filed / 提出日') filedOn!: string;
}

@Command('2.1.3', '准予延期', 'Grant the extension that was asked for', { rows: [17] })
export class GrantExtension extends Act {
  @Whole('Months granted, at most those asked for / 准予月数', { min: 1, max: 120 }) months!: number;
}

@Event('2.1.3', '延期已准予', 'The extension was granted')
export class ExtensionGranted {
  @Whole('Months / 月数') months!: number;
  @Part(() => Due, 'New deadline, counted from the un-rolled one / 新期限') due!: Due;
}

@Command('2.1.3', '不予延期', 'Refuse the extension that was asked for', { rows: [17] })
export class RefuseExtension extends Act {
  @Text('Why / 理由') reason!: string;
}

@Event('2.1.3', '延期未准予', 'The extension was refused')
export class ExtensionRefused {
  @Text('Reason / 理由') reason!: string;
  @Day('Deadline that stays as it was / 期限不变') dueOn!: string;
}

@Command('2.1.3', '报告整改完成', 'Report that rectification is done', { rows: [18] })
export class ReportRectification extends Act {
  @Text('What was done / 整改情况') summary!: string;
}

@Event('2.1.3', '整改完成已报告', 'Rectification was reported as done')
export class RectificationReported {
  @Text('Summary / 情况') summary!: string;
}

@Command('2.1.3', '复查整改', 'Re-inspect after rectification', { rows: [18] })
export class ReinspectRectification extends Act {
  @Text('What was found / 复查情况') findings!: string;
  @Part(() => Measurement, 'Consumption against the limit / 能耗测算', { optional: true }) measurement?: Measurement;
}

@Event('2.1.3', '整改已复查', 'Rectification was re-inspected')
export class RectificationReinspected {
  @Text('Findings / 情况') findings!: string;
  @OneOf(['WITHIN', 'OVER', 'NOT_MEASURED'], 'Result / 结论') result!: 'WITHIN' | 'OVER' | 'NOT_MEASURED';
  @Part(() => Measurement, 'Measured / 测算', { optional: true }) measurement?: Measurement;
}

@Command('2.1.3', '整改验收合格', 'Accept the rectification', { rows: [18] })
export class AcceptRectification extends Act {
  @Text('Opinion / 验收意见') opinion!: string;
}

@Event('2.1.3', '整改已验收合格', 'The rectification was accepted')
export class RectificationAccepted {
  @Text('Opinion / 意见') opinion!: string;
}

@Command('2.1.3', '认定整改不合格', 'Find that rectification failed', { rows: [18] })
export class FailRectification extends Act {
  @Text('Why / 理由') reason!: string;
}

@Event('2.1.3', '整改不合格', 'The rectification failed')
export class RectificationFailed {
  @OneOf(['NOT_DONE', 'STILL_OVER_LIMIT'], 'Ground / 情形') ground!: 'NOT_DONE' | 'STILL_OVER_LIMIT';
  @Text('Reason / 理由') reason!: string;
}

@Command('2.1.3', '整改期限届满', 'The rectification period is over', { issuedBy: 'system', rows: [18] })
export class ExpireRectification extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('2.1.3', '整改期限已届满', 'The rectification period expired')
export class RectificationPeriodExpired {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Command('2.1.3', '提请关闭', 'Propose closure to the government with power', { rows: [19] })
export class ProposeClosure extends Act {
  @Id('Id of the proposal / 提请编号') proposalId!: string;
  @Text('Grounds / 事由') grounds!: string;
  @OneOf(['LINE', 'SITE', 'ENTERPRISE'], 'What should close / 关闭范围') scope!: 'LINE' | 'SITE' | 'ENTERPRISE';
  @Text('Legal basis of the proposal; the plan alone is none / 法律依据') legalBasis!: string;
}

@Event('2.1.3', '已提请关闭', 'Closure was proposed')
export class ClosureProposed {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Proposal / 提请编号') proposalId!: string;
  @Text('Grounds / 事由') grounds!: string;
  @OneOf(['LINE', 'SITE', 'ENTERPRISE'], 'Scope / 范围') scope!: 'LINE' | 'SITE' | 'ENTERPRISE';
  @Text('Legal basis / 法律依据') legalBasis!: string;
}

@Command('2.1.3', '记录政府对提请的决定', 'Note what the government decided', { issuedBy: 'system', rows: [19] })
export class NoteGovernmentDecision extends Act {
  @Id('Proposal / 提请编号') proposalId!: string;
  @OneOf(['RETURNED', 'SUSPENDED', 'CLOSED'], 'Decision / 决定') decision!: 'RETURNED' | 'SUSPENDED' | 'CLOSED';
  @Day('In force from / 生效日') effectiveOn!: string;
  @Text('Document of the government / 政府文号', { optional: true }) governmentDocumentNumber?: string;
}

@KnownAs('EnergyGovernmentDecisionNoted')
@Event('2.1.3', '政府决定已记录', 'The government’s decision was noted')
export class GovernmentDecisionNoted {
  @Id('Proposal / 提请编号') proposalId!: string;
  @OneOf(['RETURNED', 'SUSPENDED', 'CLOSED'], 'Decision / 决定') decision!: 'RETURNED' | 'SUSPENDED' | 'CLOSED';
  @Day('In force from / 生效日') effectiveOn!: string;
  @Text('Document / 文号', { optional: true }) governmentDocumentNumber?: string;
}

@Command('4.5', '列入红牌', 'Issue a red card: after yellow, failed rectification and closure in force', { rows: [87] })
export class IssueRedCard extends Act {}

@KnownAs('EnergyRedCardIssued')
@Event('4.5', '已列入红牌', 'A red card was issued', { visibility: 'public' })
export class RedCardIssued {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Day('Closed from / 关闭生效日') closedOn!: string;
  @Text('Document of the government / 政府文号') governmentDocumentNumber!: string;
}
