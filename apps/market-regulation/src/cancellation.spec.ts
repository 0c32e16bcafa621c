import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { licence } from './licence.decider.js';
import { another, at, enterprise, grant, issued } from './testing-quality.js';

const request = {
  cause: 'CLOSED_FOR_ENERGY' as const,
  closureProposalId: 'GB-1',
  documentNumber: '惠市监函〔2021〕40号',
  ...at('2021-10-20'),
};
const closure = (change: object = {}) => ({
  type: 'government.ClosureOrdered',
  data: {
    enterprise,
    caseId: 'EN-1',
    proposedBy: 'energy',
    governmentDocumentNumber: '惠府函〔2021〕88号',
    scope: 'ENTERPRISE',
    effectiveOn: '2021-10-20',
    ...change,
  },
});
const closed = (change?: object) => ({ 'government.closureProposal-GB-1': [closure(change)] });
const requested = {
  type: 'LicenceCancellationRequested',
  data: {
    enterprise,
    licenceNumber: grant.licenceNumber,
    issuer: grant.issuer,
    cause: request.cause,
    closureProposalId: 'GB-1',
    documentNumber: request.documentNumber,
    closureEventId: '00000000-0000-4000-8000-000000000000',
    governmentDocumentNumber: '惠府函〔2021〕88号',
  },
  ...at('2021-10-20'),
} as const;

describe('the request to cancel a licence', () => {
  const asking = (change?: object) => given(licence, issued).consulting(closed(change));

  it('follows a closure that the government ordered, from the day it is in force', () => {
    asking().when('RequestLicenceCancellation', request).then({ type: requested.type, data: requested.data });
    given(licence, issued, requested).consulting(closed()).when('RequestLicenceCancellation', request).thenNothing();
    asking({ effectiveOn: '2021-10-21' })
      .when('RequestLicenceCancellation', request)
      .thenRefused('market-regulation/closure-not-in-force');
  });

  it('follows nothing less', () => {
    given(licence, issued)
      .when('RequestLicenceCancellation', request)
      .thenRefused('market-regulation/no-closure', { rule: 'quality/licence-cancellation@2005' });
    given(licence, issued)
      .consulting({
        'government.closureProposal-GB-1': [{ type: 'government.SuspensionOrdered', data: { enterprise } }],
      })
      .when('RequestLicenceCancellation', request)
      .thenRefused('market-regulation/no-closure');
    asking({ enterprise: another })
      .when('RequestLicenceCancellation', request)
      .thenRefused('market-regulation/closure-of-another');
  });

  it('needs the whole enterprise closed, or the very site that the licence names', () => {
    const site = (number: string) => ({ ...enterprise, siteId: `${enterprise.uscc}00${number}P` });
    const sited = { ...issued, data: { ...grant, enterprise: site('1') } };
    asking({ scope: 'LINE' })
      .when('RequestLicenceCancellation', request)
      .thenRefused('market-regulation/closure-too-narrow');
    asking({ scope: 'SITE' })
      .when('RequestLicenceCancellation', request)
      .thenRefused('market-regulation/closure-too-narrow');
    given(licence, sited)
      .consulting(closed({ scope: 'SITE', enterprise: site('2') }))
      .when('RequestLicenceCancellation', request)
      .thenRefused('market-regulation/closure-too-narrow');
    given(licence, sited)
      .consulting(closed({ scope: 'SITE', enterprise: site('1') }))
      .when('RequestLicenceCancellation', request)
      .thenTypes('LicenceCancellationRequested');
  });

  it('gives the cause for which the closure was proposed', () => {
    asking({ proposedBy: 'environment' })
      .when('RequestLicenceCancellation', request)
      .thenRefused('market-regulation/cause-of-another-department');
    asking({ proposedBy: 'emergency-management' })
      .when('RequestLicenceCancellation', request)
      .thenRefused('market-regulation/cause-of-another-department');
    asking({ proposedBy: 'environment' })
      .when('RequestLicenceCancellation', { ...request, cause: 'CLOSED_FOR_ENV' })
      .thenTypes('LicenceCancellationRequested');
  });

  it('is made once until the issuer declines', () => {
    const again = { ...request, documentNumber: '惠市监函〔2021〕41号' };
    const declined = { type: 'LicenceCancellationDeclined', data: { issuer: grant.issuer } };
    given(licence, issued, requested)
      .consulting(closed())
      .when('RequestLicenceCancellation', again)
      .thenRefused('market-regulation/cancellation-pending');
    given(licence, issued, requested, declined)
      .consulting(closed())
      .when('RequestLicenceCancellation', again)
      .thenTypes('LicenceCancellationRequested');
  });
});

describe('the issuer', () => {
  const decline = {
    issuer: grant.issuer,
    documentNumber: '粤市监复〔2021〕7号',
    reason: '企业已申请恢复',
    declinedOn: '2021-10-28',
    ...at('2021-10-28'),
  };
  const cancel = {
    issuer: grant.issuer,
    ground: 'CLOSED' as const,
    documentNumber: '粤市监告〔2021〕12号',
    cancelledOn: '2021-11-05',
    ...at('2021-11-05'),
  };
  const revoke = {
    issuer: grant.issuer,
    documentNumber: '粤市监许吊〔2021〕1号',
    legalBasis: '工业产品生产许可证管理条例第五十四条',
    facts: '省级监督抽查不合格，复查仍不合格',
    revokedOn: '2021-11-08',
    ...at('2021-11-08'),
  };
  const { occurredAt: _, ...cancellation } = cancel;
  const { occurredAt: __, ...answer } = decline;
  const { occurredAt: ___, ...revocation } = revoke;
  const cancelled = {
    type: 'ProductionLicenceCancelled',
    data: { enterprise, licenceNumber: grant.licenceNumber, ...cancellation },
  } as const;
  const declined = { type: 'LicenceCancellationDeclined', data: answer } as const;
  const revoked = {
    type: 'ProductionLicenceRevoked',
    data: { enterprise, licenceNumber: grant.licenceNumber, ...revocation, barredUntil: '2024-11-08' },
  } as const;

  it('may decline, once asked', () => {
    given(licence, issued, requested).when('RecordCancellationDeclined', decline).then(declined);
    given(licence, issued, requested, declined).when('RecordCancellationDeclined', decline).thenNothing();
    given(licence, issued)
      .when('RecordCancellationDeclined', decline)
      .thenRefused('market-regulation/cancellation-not-pending');
  });

  it('cancels because of a closure only when asked to, and for other reasons by itself', () => {
    given(licence, issued, requested).when('RecordLicenceCancelled', cancel).then(cancelled);
    given(licence, issued, requested, cancelled).when('RecordLicenceCancelled', cancel).thenNothing();
    given(licence, issued)
      .when('RecordLicenceCancelled', cancel)
      .thenRefused('market-regulation/cancellation-not-requested');
    given(licence, issued)
      .when('RecordLicenceCancelled', { ...cancel, ground: 'HOLDER_APPLIED' })
      .thenTypes('ProductionLicenceCancelled');
  });

  it('is the one that issued it', () => {
    const city = { issuer: '惠州市市场监督管理局' };
    for (const past of [[issued, requested]])
      given(licence, ...past)
        .when('RecordLicenceCancelled', { ...cancel, ...city })
        .thenRefused('market-regulation/not-its-issuer', { rule: 'quality/licence-issuer@2005' });
    given(licence, issued)
      .when('RecordLicenceRevoked', { ...revoke, ...city })
      .thenRefused('market-regulation/not-its-issuer');
    given(licence, issued, requested)
      .when('RecordCancellationDeclined', { ...decline, ...city })
      .thenRefused('market-regulation/not-its-issuer');
  });

  it('revokes under a law, and bars the holder for three years', () => {
    given(licence, issued).when('RecordLicenceRevoked', revoke).then(revoked);
    given(licence, issued, revoked).when('RecordLicenceRevoked', revoke).thenNothing();
    given(licence).when('RecordLicenceRevoked', revoke).thenRefused('market-regulation/no-such-licence');
    given(licence, issued)
      .when('RecordLicenceRevoked', { ...revoke, legalBasis: '2021年工作计划' })
      .thenRefused('market-regulation/plan-is-no-basis');
  });

  it('cancels what it revoked, and revokes nothing that it cancelled', () => {
    given(licence, issued, revoked)
      .when('RecordLicenceCancelled', { ...cancel, ground: 'ENDED_OTHERWISE', cancelledOn: '2021-11-20' })
      .thenTypes('ProductionLicenceCancelled');
    given(licence, issued, cancelled)
      .when('RecordLicenceRevoked', revoke)
      .thenRefused('market-regulation/licence-ended', { facts: { endedBy: 'CANCELLED' } });
  });
});
