import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, OneOf, Part, Text } from '../fields.js';

/** Certificates that a closure may take away. Power and water supply are none: they are cut by notice. */
export const certificateKinds = [
  'WORK_SAFETY_LICENCE',
  'DISCHARGE_PERMIT',
  'PRODUCTION_LICENCE',
  'BUSINESS_LICENCE',
] as const;
type CertificateKind = (typeof certificateKinds)[number];

/** The activities for which a work-safety licence exists. */
export const licensedActivities = ['MINING', 'CONSTRUCTION', 'DANGEROUS_CHEMICALS', 'FIREWORKS', 'EXPLOSIVES'] as const;
type LicensedActivity = (typeof licensedActivities)[number];

@Command('2.4.3', '提请吊销有关证照', 'Ask the issuer to revoke a certificate', { rows: [49] })
export class RequestCertificateRevocation extends Act {
  @Part(() => Enterprise, 'Holder / 持证企业') enterprise!: Enterprise;
  @Id('Case that ended in closure / 案件') caseId!: string;
  @OneOf(certificateKinds, 'Certificate / 证照种类') kind!: CertificateKind;
  @OneOf(licensedActivities, 'What a work-safety licence is for / 许可活动', { optional: true })
  licensedActivity?: LicensedActivity;
  @Text('Number of the certificate / 证号', { max: 128 }) certificateNumber!: string;
  @Text('Issuer / 颁发机关', { max: 200 }) issuer!: string;
  @Text('Legal basis; the plan alone is none / 法律依据') legalBasis!: string;
  @Text('Why / 理由') reason!: string;
}

@Event('2.4.3', '已提请吊销有关证照', 'The issuer was asked to revoke a certificate')
export class CertificateRevocationRequested {
  @Part(() => Enterprise, 'Holder / 持证企业') enterprise!: Enterprise;
  @Id('Case / 案件') caseId!: string;
  @OneOf(certificateKinds, 'Certificate / 证照种类') kind!: CertificateKind;
  @OneOf(licensedActivities, 'Licensed activity / 许可活动', { optional: true }) licensedActivity?: LicensedActivity;
  @Text('Certificate number / 证号') certificateNumber!: string;
  @Text('Issuer / 颁发机关') issuer!: string;
  @Text('Legal basis / 法律依据') legalBasis!: string;
  @Text('Reason / 理由') reason!: string;
}

@Command('2.4.3', '记录颁发机关吊销证照', 'Record that the issuer revoked it', { rows: [49] })
export class RecordCertificateRevoked extends Act {
  @Text('Who revoked it / 吊销机关', { max: 200 }) issuer!: string;
  @Text('Number of the issuer’s decision / 文号', { max: 128 }) documentNumber!: string;
  @Day('Day of the revocation / 吊销日') revokedOn!: string;
}

@Event('2.4.3', '证照已由颁发机关吊销', 'The issuer revoked the certificate')
export class CertificateRevoked {
  @Part(() => Enterprise, 'Holder / 持证企业') enterprise!: Enterprise;
  @OneOf(certificateKinds, 'Certificate / 证照种类') kind!: CertificateKind;
  @Text('Certificate number / 证号') certificateNumber!: string;
  @Text('Issuer / 颁发机关') issuer!: string;
  @Text('Decision number / 文号') documentNumber!: string;
  @Day('Revoked / 吊销日') revokedOn!: string;
}

@Command('2.4.3', '记录颁发机关不予吊销', 'Record that the issuer declined', { rows: [49] })
export class RecordRevocationDeclined extends Act {
  @Text('Who declined / 答复机关', { max: 200 }) issuer!: string;
  @Text('Number of the answer / 文号', { max: 128 }) documentNumber!: string;
  @Text('Why / 理由') reason!: string;
}

@Event('2.4.3', '颁发机关不予吊销证照', 'The issuer declined to revoke the certificate')
export class CertificateRevocationDeclined {
  @Text('Issuer / 答复机关') issuer!: string;
  @Text('Answer number / 文号') documentNumber!: string;
  @Text('Reason / 理由') reason!: string;
}
