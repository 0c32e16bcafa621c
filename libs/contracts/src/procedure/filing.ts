import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Flag, Id, OneOf, Part, Text, Texts } from '../fields.js';

/** Where a case comes from, as everybody may know it. A tip is never named: its case comes from daily supervision. */
const sources = ['DAILY_SUPERVISION', 'MONITORING', 'TRANSFERRED', 'ASSIGNED', 'LOOK_BACK'] as const;

@Command('3.2', '立案', 'File a case')
export class FileCase extends Act {
  @Part(() => Enterprise, 'Party / 当事人') enterprise!: Enterprise;
  @Id('Case of the department that led here / 案件', { optional: true }) caseId?: string;
  @Id('Natural act, the same for every department that looks at it / 行为编号', { optional: true }) conductId?: string;
  @OneOf(sources, 'Source / 案件来源') source!: (typeof sources)[number];
  @Text('What is suspected / 涉嫌违法行为', { max: 2000 }) suspicion!: string;
  @Day('Day of discovery / 发现日') discoveredOn!: string;
  @Day('Day on which the conduct ended; none while it goes on / 行为终了日', { optional: true })
  conductEndedOn?: string;
  @Flag('Life, health or financial safety is harmed / 涉及生命健康安全、金融安全且有危害后果', { optional: true })
  endangersLife?: boolean;
  @Day('Day of filing / 立案日') filedOn!: string;
}

@Event('3.2', '已立案', 'A case was filed')
export class CaseFiled {
  @Part(() => Enterprise, 'Party / 当事人') enterprise!: Enterprise;
  @Id('Case / 案件', { optional: true }) caseId?: string;
  @Id('Natural act / 行为编号', { optional: true }) conductId?: string;
  @OneOf(sources, 'Source / 案件来源') source!: (typeof sources)[number];
  @Text('Suspicion / 涉嫌违法行为') suspicion!: string;
  @Day('Discovered / 发现日') discoveredOn!: string;
  @Day('Conduct ended / 行为终了日', { optional: true }) conductEndedOn?: string;
  @Flag('Endangers life / 涉及生命健康安全、金融安全', { optional: true }) endangersLife?: boolean;
  @Day('Filed / 立案日') filedOn!: string;
  @Part(() => Due, 'Decide by, where the law of the day says / 办案期限', { optional: true }) due?: Due;
}

@Command('3.2', '不予立案', 'Decline to file a case')
export class DeclineFiling extends Act {
  @Part(() => Enterprise, 'Party / 当事人') enterprise!: Enterprise;
  @Text('Why / 理由') reason!: string;
}

@Event('3.2', '已决定不予立案', 'No case was filed')
export class FilingDeclined {
  @Part(() => Enterprise, 'Party / 当事人') enterprise!: Enterprise;
  @Text('Reason / 理由') reason!: string;
}

@Command('3.2', '先行登记保存证据', 'Preserve evidence that may be lost')
export class PreserveEvidence extends Act {
  @Texts('What is preserved / 保存物品', { min: 1, max: 100 }) items!: string[];
  @Text('Who keeps it / 保管人', { max: 200 }) custodian!: string;
  @Day('Day of preservation / 保存日') preservedOn!: string;
}

@Event('3.2', '证据已先行登记保存', 'Evidence was preserved')
export class EvidencePreserved {
  @Texts('Items / 物品') items!: string[];
  @Text('Custodian / 保管人') custodian!: string;
  @Day('Preserved / 保存日') preservedOn!: string;
  @Part(() => Due, 'Decide on it by / 处理期限') due!: Due;
}

const evidenceOutcomes = ['RELEASED', 'SEIZED', 'APPRAISED', 'TRANSFERRED', 'CONFISCATED'] as const;

@Command('3.2', '处理先行登记保存的证据', 'Decide on preserved evidence')
export class SettleEvidence extends Act {
  @OneOf(evidenceOutcomes, 'What becomes of it / 处理') outcome!: (typeof evidenceOutcomes)[number];
  @Day('Day of the decision / 处理日') settledOn!: string;
}

@Event('3.2', '先行登记保存的证据已处理', 'Preserved evidence was decided on')
export class PreservedEvidenceSettled {
  @OneOf(evidenceOutcomes, 'Outcome / 处理') outcome!: (typeof evidenceOutcomes)[number];
  @Day('Settled / 处理日') settledOn!: string;
}

@Command('3.2', '先行登记保存期限届满', 'The time to decide on preserved evidence is over', { issuedBy: 'system' })
export class LapsePreservation extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('3.2', '先行登记保存自动解除', 'The preservation of evidence lapsed')
export class EvidencePreservationLapsed {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

const proposals = ['PENALTY', 'NO_PENALTY', 'REFERRAL'] as const;

@Command('3.2', '调查终结', 'Conclude the investigation')
export class ConcludeInvestigation extends Act {
  @Text('Findings / 调查结论', { max: 5000 }) findings!: string;
  @Texts('Evidence by kind and number / 证据目录', { min: 1, max: 200 }) evidence!: string[];
  @OneOf(proposals, 'What is proposed / 处理建议') proposal!: (typeof proposals)[number];
}

@Event('3.2', '调查已终结', 'The investigation was concluded')
export class InvestigationConcluded {
  @Text('Findings / 调查结论') findings!: string;
  @Texts('Evidence / 证据') evidence!: string[];
  @OneOf(proposals, 'Proposal / 处理建议') proposal!: (typeof proposals)[number];
}

const noPenaltyGrounds = ['MINOR_CORRECTED', 'FIRST_MINOR_CORRECTED', 'NO_FAULT', 'NOT_PROVEN'] as const;

@Command('3.2', '决定不予处罚', 'Decide that there is no penalty')
export class DecideNoPenalty extends Act {
  @OneOf(noPenaltyGrounds, 'Ground / 情形') ground!: (typeof noPenaltyGrounds)[number];
  @Text('Why / 理由') reason!: string;
  @Day('Day of the decision / 决定日') decidedOn!: string;
}

@Event('3.2', '已决定不予处罚', 'No penalty was decided')
export class NoPenaltyDecided {
  @OneOf(noPenaltyGrounds, 'Ground / 情形') ground!: (typeof noPenaltyGrounds)[number];
  @Text('Reason / 理由') reason!: string;
  @Day('Decided / 决定日') decidedOn!: string;
}

@Command('3.2', '办案期限届满', 'The time to decide is over', { issuedBy: 'system' })
export class PassDecisionDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('3.2', '办案期限已届满', 'The case was not decided in time')
export class PenaltyDecisionOverdue {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}
