import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { another, at, cases, enterprise, penaltyDecided } from '../testing-quality.js';
import { qualityCase } from './case.decider.js';

const penalty = (...facts: readonly object[]) => ({ 'marketRegulation.penalty-CF-1': facts as never });
const revocation = penaltyDecided(['LICENCE_REVOCATION']);
const fine = penaltyDecided(['FINE']);
const annulled = { type: 'PenaltyAnnulled', data: {} };

describe('the revocation of a business licence', () => {
  const revoke = { penaltyId: 'CF-1', ...at('2021-12-02') };
  const revoked = {
    type: 'BusinessLicenceRevoked',
    data: { enterprise, penaltyId: 'CF-1', documentNumber: '惠市监罚〔2021〕17号', revokedOn: '2021-12-01' },
  } as const;

  it('is the last step of the ladder, or the first of a serious case', () => {
    for (const past of [cases.failedAfterSuspension, cases.serious])
      given(qualityCase, ...past)
        .consulting(penalty(revocation))
        .when('RevokeBusinessLicence', revoke)
        .then(revoked);
    for (const past of [cases.substandard, cases.overdue, cases.failedAfterNotice, cases.suspended, cases.unlicensed])
      given(qualityCase, ...past)
        .consulting(penalty(revocation))
        .when('RevokeBusinessLicence', revoke)
        .thenRefused('market-regulation/not-at-revocation', {
          rule: 'quality/business-licence-revocation@2018',
        });
  });

  it('is decided as a penalty, against this very enterprise, and stands', () => {
    given(qualityCase, ...cases.serious)
      .when('RevokeBusinessLicence', revoke)
      .thenRefused('market-regulation/penalty-not-decided');
    given(qualityCase, ...cases.serious)
      .consulting(penalty(revocation, annulled))
      .when('RevokeBusinessLicence', revoke)
      .thenRefused('market-regulation/penalty-not-decided');
    given(qualityCase, ...cases.serious)
      .consulting(penalty(penaltyDecided(['LICENCE_REVOCATION'], another)))
      .when('RevokeBusinessLicence', revoke)
      .thenRefused('market-regulation/penalty-not-decided');
    given(qualityCase, ...cases.serious)
      .consulting(penalty(fine))
      .when('RevokeBusinessLicence', revoke)
      .thenRefused('market-regulation/penalty-revokes-nothing');
  });

  it('happens once', () => {
    given(qualityCase, ...cases.serious, revoked)
      .consulting(penalty(revocation))
      .when('RevokeBusinessLicence', revoke)
      .thenNothing();
    given(qualityCase, ...cases.serious, revoked)
      .consulting({ 'marketRegulation.penalty-CF-2': [revocation] as never })
      .when('RevokeBusinessLicence', { ...revoke, penaltyId: 'CF-2' })
      .thenRefused('market-regulation/not-at-revocation');
  });
});

describe('a quality case', () => {
  const close = { outcome: 'PENALISED' as const, penaltyId: 'CF-1', reason: '处罚决定已作出', ...at('2021-12-03') };
  const { occurredAt: _, ...closing } = close;
  const closed = { type: 'QualityCaseClosed', data: closing } as const;

  it('ends with the penalty that was decided', () => {
    given(qualityCase, ...cases.unlicensed)
      .consulting(penalty(fine))
      .when('CloseQualityCase', close)
      .then(closed);
    given(qualityCase, ...cases.unlicensed)
      .when('CloseQualityCase', close)
      .thenRefused('market-regulation/penalty-not-decided');
    const { penaltyId: __, ...unnamed } = close;
    given(qualityCase, ...cases.unlicensed)
      .when('CloseQualityCase', unnamed)
      .thenRefused('market-regulation/no-penalty-named');
  });

  it('ends without one when there is nothing to penalise, or it is another’s', () => {
    for (const outcome of ['TRANSFERRED', 'NOT_PROVEN'] as const)
      given(qualityCase, ...cases.unlicensed)
        .when('CloseQualityCase', { outcome, reason: '移送有管辖权的机关', ...at('2021-12-03') })
        .thenTypes('QualityCaseClosed');
  });

  it('ends once', () => {
    given(qualityCase, ...cases.unlicensed, closed)
      .when('CloseQualityCase', close)
      .thenNothing();
    given(qualityCase, ...cases.unlicensed, closed)
      .when('CloseQualityCase', { ...close, reason: '其他' })
      .thenRefused('market-regulation/no-open-case');
    given(qualityCase).when('CloseQualityCase', close).thenRefused('market-regulation/no-open-case');
  });
});
