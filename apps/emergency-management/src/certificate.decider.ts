import type { emergencyManagement } from '#contracts';
import { contentOf, type Circumstances, type Decider, type Recorded, type Refusal } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { cite, isRepeated, lawOn, mustHaveCome, mustNameLaw, refusal } from './law.js';

type Events = emergencyManagement.Events<'certificate'>;
type Request = Events['CertificateRevocationRequested'];

const clause = '2.4.3';

/** The row that says who revokes a certificate. Revocation (吊销) is a penalty of its issuer and of nobody else. */
const revokedUnder = {
  WORK_SAFETY_LICENCE: 'certificate/work-safety-licence',
  DISCHARGE_PERMIT: 'certificate/discharge-permit',
  PRODUCTION_LICENCE: 'certificate/production-licence',
  BUSINESS_LICENCE: 'certificate/business-licence',
} as const satisfies Readonly<Record<Request['kind'], string>>;

/** A request to the issuer of a certificate after a closure, and what the issuer answered. Here nothing is revoked. */
export const certificate: Decider<Said<Events>, emergencyManagement.Commands<'certificate'>, Events> = {
  name: 'emergencyManagement.certificate',
  initial: {},

  decide: {
    RequestCertificateRevocation: (command, { CertificateRevocationRequested: requested }, given) => {
      const request = contentOf(command);
      if (isRepeated(requested, request, { zh: '提请吊销', en: 'request', clause })) return [];
      const rule = lawOn(revokedUnder[request.kind], dayOf(given.occurredAt));
      mustExist(request, rule);
      mustBeClosed(request, given);
      mustNameLaw(request.legalBasis, clause, dayOf(given.occurredAt));
      return [{ type: 'CertificateRevocationRequested', data: request, rules: [ruleRef(rule)] }];
    },

    RecordCertificateRevoked: (command, said, given) => {
      const answer = contentOf(command);
      const { CertificateRevoked: revoked } = said;
      if (isRepeated(revoked, answer, { zh: '吊销', en: 'revocation', clause })) return [];
      const request = mustBeItsIssuers(answer.issuer, said);
      mustHaveCome(answer.revokedOn, given, clause);
      const { enterprise, kind, certificateNumber } = request;
      const rule = lawOn(revokedUnder[kind], answer.revokedOn);
      return [
        {
          type: 'CertificateRevoked',
          data: { enterprise, kind, certificateNumber, ...answer },
          rules: [ruleRef(rule)],
        },
      ];
    },

    RecordRevocationDeclined: (command, said) => {
      const answer = contentOf(command);
      const { CertificateRevocationDeclined: declined } = said;
      if (isRepeated(declined, answer, { zh: '不予吊销的答复', en: 'answer', clause })) return [];
      mustBeItsIssuers(answer.issuer, said);
      return [{ type: 'CertificateRevocationDeclined', data: answer }];
    },
  },

  evolve: keeping<Events>('CertificateRevocationRequested', 'CertificateRevoked', 'CertificateRevocationDeclined'),

  subject: ({ CertificateRevocationRequested: requested }) => ({
    uscc: requested?.enterprise.uscc,
    siteId: requested?.enterprise.siteId,
    caseId: requested?.caseId,
  }),

  consults: { RequestCertificateRevocation: ({ caseId }) => [`emergencyManagement.case-${caseId}`] },
};

/** A steel or cement plant has no work-safety licence to revoke: only five activities are licensed. */
function mustExist({ kind, licensedActivity }: Request, rule: Parameters<typeof cite>[0]): void {
  if (kind !== 'WORK_SAFETY_LICENCE' || licensedActivity) return;
  throw refusal(
    'no-such-licence',
    {
      zh: '安全生产许可证只对矿山、建筑施工和危险化学品、烟花爆竹、民用爆炸物品生产企业颁发；钢铁、水泥企业本身没有此证，无从吊销',
      en: 'Only mines, builders and makers of dangerous chemicals, fireworks and explosives hold a work-safety licence; a steel or cement plant as such has none to revoke',
    },
    {
      ...cite(rule, clause),
      wayOut: {
        zh: '确有许可活动的，填写 licensedActivity；否则提请吊销其他证照',
        en: 'Where there is a licensed activity give `licensedActivity`; otherwise ask for another certificate',
      },
      facts: { kind },
    },
  );
}

function mustBeClosed({ caseId, enterprise }: Request, { consulted, occurredAt }: Circumstances): void {
  const facts = consulted(`emergencyManagement.case-${caseId}`);
  const isOwn = facts.some(
    ({ type, data }) => type === 'emergencyManagement.SafetyCaseOpened' && data.enterprise.uscc === enterprise.uscc,
  );
  const isClosed = facts.some(
    ({ type, data }: Recorded) => type === 'emergencyManagement.GovernmentDecisionNoted' && data.decision === 'CLOSED',
  );
  if (isOwn && isClosed) return;
  throw refusal(
    'not-closed',
    {
      zh: `案件“${caseId}”没有政府对本企业的关闭决定`,
      en: `Case ${caseId} holds no decision of the government to close this enterprise`,
    },
    {
      ...cite(lawOn('safety/closure-unfit', dayOf(occurredAt))),
      wayOut: {
        zh: '先提请政府关闭；政府决定关闭后再提请吊销证照',
        en: 'Propose closure; ask for certificates once the government has closed',
      },
      facts: { caseId, isOwn, isClosed },
    },
  );
}

/** The request that an answer is to. Only the issuer that was asked answers, and once. */
function mustBeItsIssuers(issuer: string, said: Said<Events>): Request {
  const { CertificateRevocationRequested: request, CertificateRevoked, CertificateRevocationDeclined } = said;
  if (request && request.issuer === issuer && !CertificateRevoked && !CertificateRevocationDeclined) return request;
  throw notTheirs(issuer, request);
}

const notTheirs = (issuer: string, request: Request | undefined): Refusal =>
  refusal(
    !request ? 'no-request' : request.issuer === issuer ? 'already-answered' : 'not-the-issuer',
    !request
      ? { zh: '没有提请吊销的记录', en: 'No request is on record' }
      : request.issuer === issuer
        ? { zh: '颁发机关已经答复', en: 'The issuer has answered' }
        : {
            zh: `提请的颁发机关是${request.issuer}，不是${issuer}；证照由颁发机关吊销`,
            en: `The request went to ${request.issuer}, not ${issuer}; a certificate is revoked by its issuer`,
          },
    {
      clause,
      wayOut: { zh: '登记被提请的颁发机关的一次答复', en: 'Record the one answer of the issuer that was asked' },
      facts: { issuer, asked: request?.issuer ?? null },
    },
  );
