import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Fen, Id, Part, Text, Texts } from '../fields.js';

@Command('3.2', '记录行为已立案', 'Note that a department filed a case on a natural act', {
  issuedBy: 'system',
  rows: [28],
})
export class NoteConductFiled extends Act {
  @Part(() => Enterprise, 'Party / 当事人') enterprise!: Enterprise;
  @Text('Department / 部门', { max: 64 }) department!: string;
  @Id('Penalty / 处罚编号') penaltyId!: string;
  @Day('Filed / 立案日') filedOn!: string;
}

@Event('3.2', '行为已立案', 'A department filed a case on a natural act')
export class ConductFiled {
  @Part(() => Enterprise, 'Party / 当事人') enterprise!: Enterprise;
  @Text('Department / 部门') department!: string;
  @Id('Penalty / 处罚编号') penaltyId!: string;
  @Day('Filed / 立案日') filedOn!: string;
}

@Command('3.2', '主张罚款', 'Claim the one fine for a natural act', { issuedBy: 'system', rows: [28] })
export class ClaimFine extends Act {
  @Part(() => Enterprise, 'Party / 当事人') enterprise!: Enterprise;
  @Text('Department / 部门', { max: 64 }) department!: string;
  @Id('Penalty / 处罚编号') penaltyId!: string;
  @Fen('Fine in fen / 罚款（分）') fineFen!: number;
  @Day('Decided / 决定日') decidedOn!: string;
}

@Event('3.2', '罚款已主张', 'A department fined a natural act')
export class FineClaimed {
  @Part(() => Enterprise, 'Party / 当事人') enterprise!: Enterprise;
  @Text('Department / 部门') department!: string;
  @Id('Penalty / 处罚编号') penaltyId!: string;
  @Fen('Fine in fen / 罚款（分）') fineFen!: number;
  @Day('Decided / 决定日') decidedOn!: string;
}

/** Never refused, always put before a person: whether it is one act, a department cannot know. */
@Event('3.2', '同一行为重复罚款待处理', 'A natural act was fined twice; a person decides')
export class FineConflictFound {
  @Part(() => Enterprise, 'Party / 当事人') enterprise!: Enterprise;
  @Text('Department of the second fine / 后罚部门') department!: string;
  @Id('Second penalty / 后罚编号') penaltyId!: string;
  @Fen('Second fine in fen / 后罚金额（分）') fineFen!: number;
  @Text('Department of the first fine / 先罚部门') withDepartment!: string;
  @Id('First penalty / 先罚编号') withPenaltyId!: string;
  @Fen('First fine in fen / 先罚金额（分）') withFineFen!: number;
  @Text('Department that filed first, and has jurisdiction / 先立案部门', { optional: true }) filedFirstBy?: string;
}

@Command('3.2', '处理管辖争议', 'Resolve who fines the act', { role: 'government:decide', rows: [28] })
export class ResolveJurisdiction extends Act {
  @Text('Penalty that stands, as department/penaltyId / 保留的处罚', { max: 130, example: 'environment/HJ-CF-1' })
  kept!: string;
  @Texts('Those whose fine is to be withdrawn; none when the acts are different / 应撤销罚款的处罚', { max: 20 })
  withdrawn!: string[];
  @Text('Why / 理由', { max: 4000 }) reason!: string;
  @Text('Number of the decision / 文号', { max: 128 }) documentNumber!: string;
}

@Event('3.2', '管辖争议已处理', 'It was resolved who fines the act')
export class JurisdictionResolved {
  @Text('Penalty that stands / 保留的处罚') kept!: string;
  @Texts('Fines to be withdrawn / 应撤销罚款的处罚') withdrawn!: string[];
  @Text('Reason / 理由') reason!: string;
  @Text('Document number / 文号') documentNumber!: string;
}

@Command('3.2', '记录罚款已撤销', 'Note that a fine was annulled', { issuedBy: 'system', rows: [28] })
export class ReleaseFine extends Act {
  @Id('Penalty / 处罚编号') penaltyId!: string;
  @Text('Department / 部门', { max: 64 }) department!: string;
}

@Event('3.2', '罚款主张已解除', 'The fine on the act is gone')
export class FineReleased {
  @Id('Penalty / 处罚编号') penaltyId!: string;
  @Text('Department / 部门') department!: string;
}
