import { authorityOf } from '#codes';
import type { environment, marketRegulation } from '#contracts';
import type { Recorded } from '#decider';
import { dayOf } from '#law';
import type { LicenceContent } from './standards/licences-2018.js';

const bureau = { environment: authorityOf('environment'), marketRegulation: authorityOf('market-regulation') };
const issuedByEnvironment = { issuer: bureau.environment.name, issuerCode: bureau.environment.code };

const MANAGEMENT = { KEY: '重点管理', SIMPLIFIED: '简化管理' } as const;
const CHANGES: Readonly<Record<environment.DischargePermitChanged['change'], string>> = {
  NAME: '名称',
  ADDRESS_OF_REGISTRATION: '注册地址',
  REPRESENTATIVE: '法定代表人',
  LIMITS_BY_AUTHORITY: '许可限值',
};

type Permit = environment.DischargePermitIssued;

/** The content of a discharge permit is in its own register; a publisher of licences is told what it is for. */
const permit = ({ data, occurredAt }: Recorded<Permit>): LicenceContent => ({
  holder: data.enterprise,
  title: '排污许可证',
  documentNumber: data.permitNumber,
  certificate: '排污许可证',
  number: data.permitNumber,
  content: `${MANAGEMENT[data.managementClass]}；污染物：${data.pollutants.join('、')}`,
  // One without an application was issued before the ledger knew it.
  decidedOn: data.applicationId === undefined ? data.validFrom : dayOf(occurredAt),
  validFrom: data.validFrom,
  validTo: data.validTo,
  ...issuedByEnvironment,
});

/**
 * What departments record of licences. A work-safety licence has no place here: none is issued to a plant of this plan,
 * and what emergency management records of other organs' certificates is that it asked them, which their issuer answers.
 */
export const granted: Readonly<Record<string, (fact: Recorded<any>) => LicenceContent>> = {
  'environment.DischargePermitIssued': permit,
  'environment.DischargePermitRenewed': permit,
  'environment.EiaApproved': ({ data }: Recorded<environment.EiaApproved>) => ({
    holder: data.enterprise,
    title: '建设项目环境影响评价文件批复',
    documentNumber: data.documentNumber,
    certificate: '环境影响评价文件批复',
    content: `${data.projectName}，年产能${data.capacity}${data.unit}`,
    decidedOn: data.approvedOn,
    validFrom: data.approvedOn,
    ...issuedByEnvironment,
  }),
  'marketRegulation.ProductionLicenceIssued': ({ data }: Recorded<marketRegulation.ProductionLicenceIssued>) => ({
    holder: data.enterprise,
    legalRepresentative: data.legalRepresentative,
    title: data.documentTitle,
    documentNumber: data.documentNumber,
    certificate: data.certificateName,
    number: data.licenceNumber,
    content: data.content,
    decidedOn: data.decidedOn,
    validFrom: data.validFrom,
    validTo: data.validTo,
    issuer: data.issuer,
    issuerCode: data.issuerCode,
    source: bureau.marketRegulation,
  }),
};

/** What changes a licence that is told already. */
export const changed: Readonly<Record<string, (licence: LicenceContent, fact: Recorded<any>) => LicenceContent>> = {
  'environment.DischargePermitChanged': (
    licence,
    { data: { enterprise, change, changedOn } }: Recorded<environment.DischargePermitChanged>,
  ) => ({ ...licence, holder: enterprise, remark: `${changedOn}变更${CHANGES[change]}` }),
  'environment.DischargePermitExpired': (licence) => ({ ...licence, isOver: true, remark: '有效期届满' }),
  'marketRegulation.ProductionLicenceExpired': (licence) => ({ ...licence, isOver: true, remark: '有效期届满' }),
};

/** The four verbs that end a licence: 吊销, 撤销, 撤回, 注销. Only the first is a penalty. */
export const ends: Readonly<Record<string, string>> = {
  'environment.DischargePermitRevoked': 'REVOKED',
  'environment.DischargePermitAnnulled': 'ANNULLED',
  'environment.DischargePermitWithdrawn': 'WITHDRAWN',
  'environment.DischargePermitCancelled': 'CANCELLED',
  'marketRegulation.ProductionLicenceRevoked': 'REVOKED',
  'marketRegulation.ProductionLicenceCancelled': 'CANCELLED',
};
