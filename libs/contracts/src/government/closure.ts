import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, OneOf, Part, Text } from '../fields.js';

type Scope = 'LINE' | 'SITE' | 'ENTERPRISE';
const scopes = ['LINE', 'SITE', 'ENTERPRISE'] as const;

@Command('2.1.3', '受理关闭提请', 'Receive a department’s proposal to close', {
  issuedBy: 'system',
  rows: [19, 29, 48],
})
export class ReceiveClosureProposal extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Case of the proposing department / 案件') caseId!: string;
  @Text('Proposing department / 提请部门', { max: 64 }) proposedBy!: string;
  @Text('Grounds / 事由') grounds!: string;
  @OneOf(scopes, 'Scope / 范围') scope!: Scope;
  @Text('Legal basis / 法律依据') legalBasis!: string;
}

@Event('2.1.3', '关闭提请已受理', 'A proposal to close was received')
export class ClosureProposalReceived {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Case / 案件') caseId!: string;
  @Text('Proposing department / 提请部门') proposedBy!: string;
  @Text('Grounds / 事由') grounds!: string;
  @OneOf(scopes, 'Scope / 范围') scope!: Scope;
  @Text('Legal basis / 法律依据') legalBasis!: string;
}

@Command('2.1.3', '退回关闭提请', 'Return a proposal to close', { role: 'government:decide', rows: [19, 29, 48] })
export class ReturnClosureProposal extends Act {
  @Text('Why / 理由') reason!: string;
}

@Event('2.1.3', '关闭提请已退回', 'A proposal to close was returned')
export class ClosureProposalReturned {
  @Id('Case / 案件') caseId!: string;
  @Text('Proposing department / 提请部门') proposedBy!: string;
  @Text('Reason / 理由') reason!: string;
}

@Command('2.1.3', '责令停业整顿', 'Order suspension for rectification', {
  role: 'government:decide',
  rows: [19, 29, 48],
})
export class OrderSuspension extends Act {
  @Text('Document of the government / 政府文号', { max: 128 }) governmentDocumentNumber!: string;
  @Day('In force from / 生效日') effectiveOn!: string;
}

@Event('2.1.3', '停业整顿已责令', 'Suspension was ordered', { visibility: 'public' })
export class SuspensionOrdered {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Case / 案件') caseId!: string;
  @Text('Proposing department / 提请部门') proposedBy!: string;
  @Text('Document / 政府文号') governmentDocumentNumber!: string;
  @Day('In force from / 生效日') effectiveOn!: string;
}

@Command('2.1.3', '责令关闭', 'Order closure', { role: 'government:decide', rows: [19, 29, 48] })
export class OrderClosure extends Act {
  @Text('Document of the government / 政府文号', { max: 128, example: '惠府函〔2021〕88号' })
  governmentDocumentNumber!: string;
  @OneOf(scopes, 'What closes / 关闭范围') scope!: Scope;
  @Day('In force from / 生效日') effectiveOn!: string;
}

@Event('2.1.3', '关闭已责令', 'Closure was ordered', { visibility: 'public' })
export class ClosureOrdered {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Case / 案件') caseId!: string;
  @Text('Proposing department / 提请部门') proposedBy!: string;
  @Text('Document / 政府文号') governmentDocumentNumber!: string;
  @OneOf(scopes, 'Scope / 范围') scope!: Scope;
  @Day('In force from / 生效日') effectiveOn!: string;
}
