import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { KnownAs } from '../field-facts.js';
import { Day, Id, OneOf, Part, Text } from '../fields.js';

const scopes = ['LINE', 'SITE', 'ENTERPRISE'] as const;
const decisions = ['RETURNED', 'SUSPENDED', 'CLOSED'] as const;

@Command('2.2.3', '报请关闭', 'Report a serious violation to the government with power to close', { rows: [29] })
export class ReportForClosure extends Act {
  @Id('Id of the proposal / 提请编号') proposalId!: string;
  @Text('Grounds / 事由') grounds!: string;
  @OneOf(scopes, 'What should close / 关闭范围') scope!: (typeof scopes)[number];
  @Text('Legal basis; the plan alone is none / 法律依据') legalBasis!: string;
}

@Event('2.2.3', '已报请关闭', 'Closure was reported to the government')
export class EnvClosureReported {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Proposal / 提请编号') proposalId!: string;
  @Text('Grounds / 事由') grounds!: string;
  @OneOf(scopes, 'Scope / 范围') scope!: (typeof scopes)[number];
  @Text('Legal basis / 法律依据') legalBasis!: string;
}

@Command('2.2.3', '记录政府对报请的决定', 'Note what the government decided', { rows: [29], issuedBy: 'system' })
export class NoteGovernmentDecision extends Act {
  @Id('Proposal / 提请编号') proposalId!: string;
  @OneOf(decisions, 'Decision / 决定') decision!: (typeof decisions)[number];
  @Day('In force from / 生效日') effectiveOn!: string;
  @Text('Document of the government / 政府文号', { optional: true }) governmentDocumentNumber?: string;
}

@KnownAs('EnvironmentGovernmentDecisionNoted')
@Event('2.2.3', '政府决定已记录', 'The government’s decision was noted')
export class GovernmentDecisionNoted {
  @Id('Proposal / 提请编号') proposalId!: string;
  @OneOf(decisions, 'Decision / 决定') decision!: (typeof decisions)[number];
  @Day('In force from / 生效日') effectiveOn!: string;
  @Text('Document / 文号', { optional: true }) governmentDocumentNumber?: string;
}
