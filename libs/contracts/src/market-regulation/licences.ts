import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Flag, Id, OneOf, Part, Text, Texts, Uscc } from '../fields.js';

/** Products that need a production licence: reinforcing bar and cement by name, whatever else is in the catalogue as `OTHER`. */
export const licensedProducts = ['REBAR', 'CEMENT', 'OTHER'] as const;
export type LicensedProduct = (typeof licensedProducts)[number];

const rejectionGrounds = ['INDUSTRIAL_POLICY', 'RULES'] as const;
const closureCauses = ['CLOSED_FOR_TECH', 'CLOSED_FOR_ENV', 'CLOSED_FOR_ENERGY'] as const;
const cancellationGrounds = ['CLOSED', 'HOLDER_APPLIED', 'NOT_RENEWED', 'ENDED_OTHERWISE'] as const;
const issuerLevels = ['NATIONAL', 'PROVINCIAL'] as const;

@Command('2.3.1', '不予受理生产许可申请', 'Reject an application for a production licence', { rows: [30] })
export class RejectLicenceApplication extends Act {
  @Part(() => Enterprise, 'Applicant / 申请企业') enterprise!: Enterprise;
  @OneOf(licensedProducts, 'Product / 产品') product!: LicensedProduct;
  @OneOf(rejectionGrounds, 'Industrial policy, or the rules of the product / 理由')
  ground!: (typeof rejectionGrounds)[number];
  @Text('What does not conform / 不符合之处') reason!: string;
  @Text('Number of the notice / 文号', { max: 128, example: '惠市监许不受〔2021〕2号' }) documentNumber!: string;
  @Day('Day on which it was filed / 申请日') filedOn!: string;
}

@Event('2.3.1', '生产许可申请不予受理', 'An application for a production licence was rejected')
export class ProductionLicenceApplicationRejected {
  @Part(() => Enterprise, 'Applicant / 申请企业') enterprise!: Enterprise;
  @OneOf(licensedProducts, 'Product / 产品') product!: LicensedProduct;
  @OneOf(rejectionGrounds, 'Ground / 理由') ground!: (typeof rejectionGrounds)[number];
  @Text('Reason / 不符合之处') reason!: string;
  @Text('Document number / 文号') documentNumber!: string;
  @Day('Filed / 申请日') filedOn!: string;
}

/** An act of the issuer, mirrored here with everything that a publisher of licences needs. */
@Command('2.3.1', '登记生产许可证核发', 'Record a production licence that its issuer granted', { rows: [31] })
export class RecordLicenceIssued extends Act {
  @Part(() => Enterprise, 'Holder / 获证企业') enterprise!: Enterprise;
  @Text('Legal representative / 法定代表人', { max: 50 }) legalRepresentative!: string;
  @Text('Number of the licence / 许可证编号', { max: 64, example: '(粤)XK05-001-00001' }) licenceNumber!: string;
  @Text('Name of the certificate / 许可证书名称', { max: 64 }) certificateName!: string;
  @Texts('Products / 产品', { of: licensedProducts, min: 1, max: 3 }) products!: LicensedProduct[];
  @Text('What it allows, as printed / 许可内容', { max: 4000 }) content!: string;
  @Text('Title of the decision / 决定文书名称', { max: 64 }) documentTitle!: string;
  @Text('Number of the decision / 决定文书号', { max: 64 }) documentNumber!: string;
  @Day('Day of the decision / 决定日期') decidedOn!: string;
  @Day('Valid from / 有效期自') validFrom!: string;
  @Day('Valid to, that day included / 有效期至') validTo!: string;
  @Text('Issuer / 许可机关', { max: 200 }) issuer!: string;
  @Uscc('Code of the issuer / 许可机关代码', { example: '11440000MB2TT1423E' }) issuerCode!: string;
  @OneOf(issuerLevels, 'Level of the issuer / 机关层级') issuerLevel!: (typeof issuerLevels)[number];
}

/** Everything a publisher needs, so that nobody has to ask again. */
@Event('2.3.1', '生产许可证已核发', 'A production licence was issued', { visibility: 'public' })
export class ProductionLicenceIssued {
  @Part(() => Enterprise, 'Holder / 获证企业') enterprise!: Enterprise;
  @Text('Legal representative / 法定代表人') legalRepresentative!: string;
  @Text('Licence number / 许可证编号') licenceNumber!: string;
  @Text('Certificate / 许可证书名称') certificateName!: string;
  @Texts('Products / 产品', { of: licensedProducts }) products!: LicensedProduct[];
  @Text('Content / 许可内容') content!: string;
  @Text('Title of the decision / 决定文书名称') documentTitle!: string;
  @Text('Number of the decision / 决定文书号') documentNumber!: string;
  @Day('Decided / 决定日期') decidedOn!: string;
  @Day('Valid from / 有效期自') validFrom!: string;
  @Day('Valid to / 有效期至') validTo!: string;
  @Text('Issuer / 许可机关') issuer!: string;
  @Uscc('Code of the issuer / 许可机关代码') issuerCode!: string;
  @OneOf(issuerLevels, 'Level / 机关层级') issuerLevel!: (typeof issuerLevels)[number];
}

@Command('2.3.2', '记录获证企业专项检查', 'Record a special inspection of a licence holder', { rows: [35] })
export class InspectLicensee extends Act {
  @Text('Findings / 检查情况') findings!: string;
  @Flag('Whether the conditions of the licence are still met / 是否持续符合取证条件') meetsConditions!: boolean;
  @Texts('Problems, when there are any / 发现的问题', { max: 50 }) problems!: string[];
}

@Event('2.3.2', '获证企业专项检查已开展', 'A licence holder was inspected')
export class LicenseeSpecialInspectionConducted {
  @Text('Licence number / 许可证编号') licenceNumber!: string;
  @Text('Findings / 检查情况') findings!: string;
  @Flag('Conditions met / 是否符合取证条件') meetsConditions!: boolean;
  @Texts('Problems / 问题') problems!: string[];
}

@Command('2.3.1', '提请注销生产许可证', 'Ask the issuer to cancel the licence of an enterprise that was closed', {
  rows: [32],
})
export class RequestLicenceCancellation extends Act {
  @OneOf(closureCauses, 'Why it was closed / 关停原因') cause!: (typeof closureCauses)[number];
  @Id('Proposal on which the government ordered the closure / 关闭提请编号') closureProposalId!: string;
  @Text('Number of the request / 文号', { max: 128 }) documentNumber!: string;
}

@Event('2.3.1', '生产许可证注销已提请', 'Cancellation of a production licence was requested of its issuer')
export class LicenceCancellationRequested {
  @Part(() => Enterprise, 'Holder / 获证企业') enterprise!: Enterprise;
  @Text('Licence number / 许可证编号') licenceNumber!: string;
  @Text('Issuer that is asked / 许可机关') issuer!: string;
  @OneOf(closureCauses, 'Cause / 关停原因') cause!: (typeof closureCauses)[number];
  @Id('Proposal / 关闭提请编号') closureProposalId!: string;
  @Id('Event that ordered the closure / 关闭决定事件') closureEventId!: string;
  @Text('Document of the government / 政府文号') governmentDocumentNumber!: string;
  @Text('Document number / 文号') documentNumber!: string;
}

@Command('2.3.1', '登记不予注销答复', 'Record that the issuer declined to cancel the licence', { rows: [32] })
export class RecordCancellationDeclined extends Act {
  @Text('Issuer / 许可机关', { max: 200 }) issuer!: string;
  @Text('Number of the answer / 文号', { max: 128 }) documentNumber!: string;
  @Text('Why / 理由') reason!: string;
  @Day('Day of the answer / 答复日') declinedOn!: string;
}

@Event('2.3.1', '许可机关不予注销', 'The issuer declined to cancel the licence')
export class LicenceCancellationDeclined {
  @Text('Issuer / 许可机关') issuer!: string;
  @Text('Document number / 文号') documentNumber!: string;
  @Text('Reason / 理由') reason!: string;
  @Day('Declined / 答复日') declinedOn!: string;
}

@Command('2.3.1', '登记生产许可证注销', 'Record that the issuer cancelled the licence', { rows: [32] })
export class RecordLicenceCancelled extends Act {
  @Text('Issuer / 许可机关', { max: 200 }) issuer!: string;
  @OneOf(cancellationGrounds, 'Why it was cancelled / 注销原因') ground!: (typeof cancellationGrounds)[number];
  @Text('Number of the announcement / 文号', { max: 128 }) documentNumber!: string;
  @Day('Day of the cancellation / 注销日') cancelledOn!: string;
}

/** 注销: book-keeping after an end. Not a penalty. */
@Event('2.3.1', '生产许可证已注销', 'The production licence was cancelled by its issuer', { visibility: 'public' })
export class ProductionLicenceCancelled {
  @Part(() => Enterprise, 'Holder / 获证企业') enterprise!: Enterprise;
  @Text('Licence number / 许可证编号') licenceNumber!: string;
  @Text('Issuer / 许可机关') issuer!: string;
  @OneOf(cancellationGrounds, 'Ground / 注销原因') ground!: (typeof cancellationGrounds)[number];
  @Text('Document number / 文号') documentNumber!: string;
  @Day('Cancelled / 注销日') cancelledOn!: string;
}

@Command('2.3.3', '登记生产许可证吊销', 'Record that the licence authority revoked the licence', { rows: [37] })
export class RecordLicenceRevoked extends Act {
  @Text('Authority / 吊销机关', { max: 200 }) issuer!: string;
  @Text('Number of the decision / 决定书文号', { max: 128 }) documentNumber!: string;
  @Text('Legal basis / 依据') legalBasis!: string;
  @Text('Facts / 事实') facts!: string;
  @Day('Day of the decision / 决定日') revokedOn!: string;
  @Id('Case of this bureau that led there / 案件', { optional: true }) caseId?: string;
}

/** 吊销: a penalty of the province. */
@Event('2.3.3', '生产许可证已吊销', 'The production licence was revoked', { visibility: 'public' })
export class ProductionLicenceRevoked {
  @Part(() => Enterprise, 'Holder / 获证企业') enterprise!: Enterprise;
  @Text('Licence number / 许可证编号') licenceNumber!: string;
  @Text('Authority / 吊销机关') issuer!: string;
  @Text('Document number / 文号') documentNumber!: string;
  @Text('Legal basis / 依据') legalBasis!: string;
  @Text('Facts / 事实') facts!: string;
  @Day('Revoked / 吊销日') revokedOn!: string;
  @Day('No new application for the product through this day / 再次申请限制截止日') barredUntil!: string;
  @Id('Case / 案件', { optional: true }) caseId?: string;
}

@Command('2.3.1', '生产许可证到期', 'The licence has run out', { issuedBy: 'system', rows: [31] })
export class ExpireLicence extends Act {
  @Day('Last day of validity / 有效期至') validTo!: string;
}

@Event('2.3.1', '生产许可证已到期', 'The production licence expired')
export class ProductionLicenceExpired {
  @Text('Licence number / 许可证编号') licenceNumber!: string;
  @Day('Last day of validity / 有效期至') validTo!: string;
}
