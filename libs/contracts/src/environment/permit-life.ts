import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Flag, Id, OneOf, Part, Parts, Text, Texts } from '../fields.js';
import { PermitLimit } from './permit.js';

const changes = ['NAME', 'ADDRESS_OF_REGISTRATION', 'REPRESENTATIVE', 'LIMITS_BY_AUTHORITY'] as const;

@Command('2.2.1', '变更排污许可证', 'Change what a permit says of its holder, or its limits', { rows: [22] })
export class ChangePermit extends Act {
  @OneOf(changes, 'What changed; site, outlets or more discharge need a new application / 变更事项')
  change!: (typeof changes)[number];
  @Part(() => Enterprise, 'Holder as it is now / 变更后的排污单位') enterprise!: Enterprise;
  @Parts(() => PermitLimit, 'Limits as they are now / 变更后的许可限值', { optional: true, max: 1000 })
  limits?: PermitLimit[];
  @Day('Day of the change itself / 事项变更日') changedOn!: string;
  @Day('Day on which the holder applied / 申请日') appliedOn!: string;
}

@Event('2.2.1', '排污许可证已变更', 'A discharge permit was changed', { visibility: 'public' })
export class DischargePermitChanged {
  @OneOf(changes, 'What changed / 变更事项') change!: (typeof changes)[number];
  @Part(() => Enterprise, 'Holder / 排污单位') enterprise!: Enterprise;
  @Parts(() => PermitLimit, 'Limits / 许可限值', { optional: true }) limits?: PermitLimit[];
  @Day('Changed / 事项变更日') changedOn!: string;
  @Day('Applied / 申请日') appliedOn!: string;
  @Flag('Asked for later than the law wants / 逾期申请') isLate!: boolean;
}

const annulments = ['FRAUD', 'ABUSE_OF_OFFICE', 'BEYOND_POWERS', 'AGAINST_PROCEDURE', 'UNQUALIFIED_APPLICANT'] as const;

@Command('2.2.1', '撤销排污许可证', 'Annul a permit that should not have been issued', { rows: [22] })
export class AnnulPermit extends Act {
  @OneOf(annulments, 'Why it should not have been issued / 撤销情形') ground!: (typeof annulments)[number];
  @Text('Facts and reasons / 理由') reason!: string;
  @Text('Legal basis; the plan alone is none / 法律依据') legalBasis!: string;
  @Text('Number of the decision / 文号', { max: 128 }) documentNumber!: string;
  @Day('Day of the decision / 决定日') annulledOn!: string;
}

/** 撤销: no penalty. After fraud nobody may apply again before `barredUntilOn` is over. */
@Event('2.2.1', '排污许可证已撤销', 'A discharge permit was annulled', { visibility: 'public' })
export class DischargePermitAnnulled {
  @OneOf(annulments, 'Ground / 撤销情形') ground!: (typeof annulments)[number];
  @Text('Reason / 理由') reason!: string;
  @Text('Legal basis / 法律依据') legalBasis!: string;
  @Text('Number / 文号') documentNumber!: string;
  @Day('Annulled / 决定日') annulledOn!: string;
  @Day('No new application up to this day / 不得再次申请至', { optional: true }) barredUntilOn?: string;
}

@Command('2.2.1', '吊销排污许可证', 'Record that a penalty revoked the permit', { rows: [22] })
export class RevokePermit extends Act {
  @Id('Penalty that revokes it / 处罚编号') penaltyId!: string;
  @Day('Day of the decision / 决定日') revokedOn!: string;
}

/** 吊销: the only end of a permit that is a penalty; the penalty itself is on its own record. */
@Event('2.2.1', '排污许可证已吊销', 'A discharge permit was revoked by a penalty', { visibility: 'public' })
export class DischargePermitRevoked {
  @Id('Penalty / 处罚编号') penaltyId!: string;
  @Text('Number of the penalty decision / 决定书文号') documentNumber!: string;
  @Day('Revoked / 决定日') revokedOn!: string;
}

const withdrawals = ['LAW_CHANGED', 'CIRCUMSTANCES_CHANGED'] as const;

@Command('2.2.1', '撤回排污许可证', 'Withdraw a permit because law or circumstances changed', { rows: [22] })
export class WithdrawPermit extends Act {
  @OneOf(withdrawals, 'What changed / 撤回情形') ground!: (typeof withdrawals)[number];
  @Text('Which law, or which circumstances / 依据与情况') reason!: string;
  @Text('Legal basis; the plan alone is none / 法律依据') legalBasis!: string;
  @Text('Number of the decision / 文号', { max: 128 }) documentNumber!: string;
  @Day('Day of the decision / 决定日') withdrawnOn!: string;
}

/** 撤回: lawful when issued, and no fault of the holder. */
@Event('2.2.1', '排污许可证已撤回', 'A discharge permit was withdrawn', { visibility: 'public' })
export class DischargePermitWithdrawn {
  @OneOf(withdrawals, 'Ground / 撤回情形') ground!: (typeof withdrawals)[number];
  @Text('Reason / 依据与情况') reason!: string;
  @Text('Legal basis / 法律依据') legalBasis!: string;
  @Text('Number / 文号') documentNumber!: string;
  @Day('Withdrawn / 决定日') withdrawnOn!: string;
}

const endings = ['EXPIRED', 'REVOKED', 'ANNULLED', 'WITHDRAWN', 'CLOSED_BY_GOVERNMENT', 'HOLDER_TERMINATED'] as const;

@Command('2.2.1', '注销排污许可证', 'Cancel a permit in the books after it has ended', { rows: [22] })
export class CancelPermit extends Act {
  @OneOf(endings, 'How it ended / 注销情形') ground!: (typeof endings)[number];
  @Id('Proposal on which the government closed / 关闭提请编号', { optional: true }) proposalId?: string;
  @Text('Paper that shows the holder’s end / 主体终止证明', { optional: true, max: 200 }) terminationDocument?: string;
  @Day('Day of the cancellation / 注销日') cancelledOn!: string;
}

/** 注销: book-keeping after an end, and no penalty. */
@Event('2.2.1', '排污许可证已注销', 'A discharge permit was cancelled in the books', { visibility: 'public' })
export class DischargePermitCancelled {
  @OneOf(endings, 'How it ended / 注销情形') ground!: (typeof endings)[number];
  @Id('Proposal / 关闭提请编号', { optional: true }) proposalId?: string;
  @Text('Paper / 主体终止证明', { optional: true }) terminationDocument?: string;
  @Day('Cancelled / 注销日') cancelledOn!: string;
}

@Command('2.2.1', '排污许可证有效期届满', 'The validity of a permit is over', { rows: [22], issuedBy: 'system' })
export class ExpirePermit extends Act {
  @Day('Last day that was valid / 有效期止') dueOn!: string;
}

@Event('2.2.1', '排污许可证已失效', 'A discharge permit expired', { visibility: 'public' })
export class DischargePermitExpired {
  @Day('Last day that was valid / 有效期止') dueOn!: string;
}

const compliance = ['COMPLIANT', 'NOT_COMPLIANT', 'NOT_DISCHARGING'] as const;

@Command('2.2.2', '检查持证按证排污', 'Check that a site discharges with its permit and by it', { rows: [26] })
export class CheckPermitCompliance extends Act {
  @Id('Check / 检查编号') checkId!: string;
  @Part(() => Enterprise, 'Unit and site / 排污单位') enterprise!: Enterprise;
  @OneOf(compliance, 'What was found / 检查结论') result!: (typeof compliance)[number];
  @Text('Findings / 检查情况') findings!: string;
  @Texts('Items of the permit that were not kept / 未按证执行事项', { optional: true, max: 50 }) breaches?: string[];
}

@Event('2.2.2', '按证排污已检查', 'Discharge was checked against the permit')
export class PermitComplianceChecked {
  @Id('Check / 检查编号') checkId!: string;
  @Part(() => Enterprise, 'Unit / 排污单位') enterprise!: Enterprise;
  @OneOf(compliance, 'Result / 结论') result!: (typeof compliance)[number];
  @Text('Findings / 检查情况') findings!: string;
  @Texts('Breaches / 未按证执行事项', { optional: true }) breaches?: string[];
}

@Event('2.2.2', '发现无证排污', 'Discharge without a permit was found')
export class DischargeWithoutPermitFound {
  @Id('Check / 检查编号') checkId!: string;
  @Part(() => Enterprise, 'Unit / 排污单位') enterprise!: Enterprise;
  @Text('Findings / 检查情况') findings!: string;
}
