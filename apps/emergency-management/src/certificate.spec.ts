import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { certificate } from './certificate.decider.js';
import { another, at, enterprise } from './testing-safety.js';

const request = {
  enterprise,
  caseId: 'AJ-1',
  kind: 'DISCHARGE_PERMIT' as const,
  certificateNumber: '91441322MA00TT0126001P',
  issuer: '惠州市生态环境局',
  legalBasis: '《安全生产法》第一百一十三条',
  reason: '政府已决定关闭',
};
const ask = { ...request, ...at('2021-11-03') };
const requested = { type: 'CertificateRevocationRequested', data: request } as const;
const closedCase = (decision = 'CLOSED', whose = enterprise) => ({
  'emergencyManagement.case-AJ-1': [
    { type: 'emergencyManagement.SafetyCaseOpened', data: { enterprise: whose } },
    { type: 'emergencyManagement.GovernmentDecisionNoted', data: { decision } },
  ],
});

describe('a request to revoke a certificate', () => {
  const closed = given(certificate).consulting(closedCase());

  it('goes to the issuer after the government closed, once', () => {
    closed.when('RequestCertificateRevocation', ask).then(requested);
    given(certificate, requested).when('RequestCertificateRevocation', ask).thenNothing();
    given(certificate, requested)
      .when('RequestCertificateRevocation', { ...ask, reason: '其他' })
      .thenRefused('emergency-management/already-recorded');
  });

  it('waits for the closure of this enterprise', () => {
    for (const open of [closedCase('RETURNED'), closedCase('SUSPENDED'), closedCase('CLOSED', another), {}])
      given(certificate)
        .consulting(open)
        .when('RequestCertificateRevocation', ask)
        .thenRefused('emergency-management/not-closed', { clause: '2.4.3' });
  });

  it('cannot ask for a work-safety licence of a plant that as such has none', () => {
    const licence = { ...ask, kind: 'WORK_SAFETY_LICENCE' as const };
    closed.when('RequestCertificateRevocation', licence).thenRefused('emergency-management/no-such-licence', {
      rule: 'certificate/work-safety-licence@2014',
      clause: '2.4.3',
    });
    closed
      .when('RequestCertificateRevocation', { ...licence, licensedActivity: 'DANGEROUS_CHEMICALS' })
      .thenTypes('CertificateRevocationRequested');
  });

  it('does not rest on the plan alone', () =>
    closed
      .when('RequestCertificateRevocation', { ...ask, legalBasis: '2021年工作计划' })
      .thenRefused('emergency-management/plan-is-no-basis'));
});

describe('the answer of the issuer', () => {
  const answer = { issuer: request.issuer, documentNumber: '惠市环许吊〔2021〕1号' };
  const revocation = { ...answer, revokedOn: '2021-12-01' };
  const record = { ...revocation, ...at('2021-12-02') };
  const revoked = {
    type: 'CertificateRevoked',
    data: { enterprise, kind: request.kind, certificateNumber: request.certificateNumber, ...revocation },
  } as const;
  const refusal = { ...answer, reason: '无吊销情形' };
  const decline = { ...refusal, ...at('2021-12-02') };
  const declined = { type: 'CertificateRevocationDeclined', data: refusal } as const;

  it('may be that it is revoked', () => {
    given(certificate, requested).when('RecordCertificateRevoked', record).then(revoked);
    given(certificate, requested, revoked).when('RecordCertificateRevoked', record).thenNothing();
    given(certificate, requested)
      .when('RecordCertificateRevoked', record, { now: '2021-11-30T10:00:00.000Z' })
      .thenRefused('emergency-management/in-the-future');
  });

  it('may be that it is not', () => {
    given(certificate, requested).when('RecordRevocationDeclined', decline).then(declined);
    given(certificate, requested, declined).when('RecordRevocationDeclined', decline).thenNothing();
  });

  it('comes from the issuer that was asked, and once', () => {
    given(certificate).when('RecordCertificateRevoked', record).thenRefused('emergency-management/no-request');
    given(certificate).when('RecordRevocationDeclined', decline).thenRefused('emergency-management/no-request');
    given(certificate, requested)
      .when('RecordCertificateRevoked', { ...record, issuer: '惠州市应急管理局' })
      .thenRefused('emergency-management/not-the-issuer', { facts: { asked: request.issuer } });
    given(certificate, requested, declined)
      .when('RecordCertificateRevoked', record)
      .thenRefused('emergency-management/already-answered');
    given(certificate, requested, revoked)
      .when('RecordRevocationDeclined', decline)
      .thenRefused('emergency-management/already-answered');
  });
});
