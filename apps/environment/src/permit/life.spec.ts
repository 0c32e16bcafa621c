import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { another, at, byOne, byTwo, enterprise, plan, site } from '../testing-environment.js';
import { permit } from './permit.decider.js';

const here = { id: site };
const limits = [{ outletId: 'DA001', pollutant: '颗粒物', value: 20, unit: 'mg/m³', standardNumber: 'GB 28664-2012' }];
const content = {
  enterprise,
  permitNumber: site,
  managementClass: 'KEY',
  validFrom: '2018-09-01',
  validTo: '2021-08-31',
  renewBy: '2021-07-02',
  outlets: [{ outletId: 'DA001', medium: 'AIR', name: '电炉除尘' }],
  limits,
  pollutants: ['颗粒物'],
};
const issued = { type: 'DischargePermitIssued', data: content, ...at('2021-03-08') };
const renewing = (isLate: boolean) => ({
  type: 'PermitApplicationAccepted',
  data: {
    applicationId: 'SQ-2',
    enterprise,
    purpose: 'RENEWAL',
    managementClass: 'KEY',
    acceptedOn: '2021-07-02',
    isLate,
  },
});

describe('a change of a permit', () => {
  const change = {
    change: 'NAME' as const,
    enterprise: { ...enterprise, name: '新名称〔模拟〕' },
    changedOn: '2021-04-06',
    appliedOn: '2021-05-06',
  };
  const make = { ...change, ...at('2021-05-06') };

  it('of a name is in time on the thirtieth day and late on the next', () => {
    given(permit, issued)
      .when('ChangePermit', make, here)
      .then({ type: 'DischargePermitChanged', data: { ...change, isLate: false } });
    given(permit, issued)
      .when('ChangePermit', { ...make, appliedOn: '2021-05-07', ...at('2021-05-07') }, here)
      .then({ type: 'DischargePermitChanged', data: { ...change, appliedOn: '2021-05-07', isLate: true } });
  });

  it('of limits comes with limits, and no other does', () => {
    given(permit, issued)
      .when('ChangePermit', { ...make, limits }, here)
      .thenRefused('environment/limits-of-the-change');
    given(permit, issued)
      .when('ChangePermit', { ...make, change: 'LIMITS_BY_AUTHORITY' }, here)
      .thenRefused('environment/limits-of-the-change');
    given(permit, issued)
      .when('ChangePermit', { ...make, change: 'LIMITS_BY_AUTHORITY', limits }, here)
      .thenTypes('DischargePermitChanged');
  });

  it('is of a permit in force, and made once', () => {
    given(permit).when('ChangePermit', make, here).thenRefused('environment/permit-not-in-force');
    given(permit, issued, { type: 'DischargePermitChanged', data: { ...change, isLate: false } })
      .when('ChangePermit', make, here)
      .thenNothing();
  });
});

describe('the expiry of a permit', () => {
  const pass = { dueOn: '2021-08-31', occurredAt: '2021-08-31T16:00:00Z' };

  it('comes when its last day has ended', () => {
    given(permit, issued)
      .when('ExpirePermit', pass, here)
      .then({ type: 'DischargePermitExpired', data: { dueOn: '2021-08-31' } });
    given(permit, issued)
      .when('ExpirePermit', pass, { ...here, now: '2021-08-31T15:59:59.999Z' })
      .thenRefused('environment/period-still-runs');
  });

  it('waits for a renewal that was asked for in time, and for no late one', () => {
    given(permit, issued, renewing(false)).when('ExpirePermit', pass, here).thenNothing();
    given(permit, issued, renewing(true)).when('ExpirePermit', pass, here).thenTypes('DischargePermitExpired');
  });

  it('comes once, and not when the permit ended otherwise', () =>
    given(permit, issued, { type: 'DischargePermitExpired', data: { dueOn: '2021-08-31' } })
      .when('ExpirePermit', pass, here)
      .thenNothing());
});

const ends = {
  annulled: {
    type: 'DischargePermitAnnulled',
    data: {
      ground: 'FRAUD' as const,
      reason: '提供虚假材料',
      legalBasis: '行政许可法第六十九条',
      documentNumber: '惠市环撤〔2021〕1号',
      annulledOn: '2021-06-15',
      barredUntilOn: '2024-06-15',
    },
  },
  withdrawn: {
    type: 'DischargePermitWithdrawn',
    data: {
      ground: 'LAW_CHANGED' as const,
      reason: '饮用水源保护区调整',
      legalBasis: '行政许可法第八条',
      documentNumber: '惠市环回〔2021〕1号',
      withdrawnOn: '2021-06-15',
    },
  },
  revoked: {
    type: 'DischargePermitRevoked',
    data: { penaltyId: 'P-1', documentNumber: '惠市环罚〔2021〕20号', revokedOn: '2021-06-15' },
  },
};

describe('撤销, the annulment of a permit', () => {
  const { barredUntilOn: _, ...decision } = ends.annulled.data;
  const annul = { ...decision, ...at('2021-06-15') };

  it('for fraud bars for three years, and for other reasons does not', () => {
    given(permit, issued)
      .when('AnnulPermit', annul, here)
      .then({ type: 'DischargePermitAnnulled', data: ends.annulled.data });
    given(permit, issued)
      .when('AnnulPermit', { ...annul, ground: 'BEYOND_POWERS' }, here)
      .then({ type: 'DischargePermitAnnulled', data: { ...decision, ground: 'BEYOND_POWERS' } });
  });

  it('rests on law, is of a permit in force, and made once', () => {
    given(permit, issued)
      .when('AnnulPermit', { ...annul, legalBasis: plan }, here)
      .thenRefused('environment/plan-is-no-basis');
    given(permit).when('AnnulPermit', annul, here).thenRefused('environment/permit-not-in-force');
    given(permit, issued, ends.annulled).when('AnnulPermit', annul, here).thenNothing();
  });

  it('bars to the last day of the three years', () => {
    const apply = (acceptedOn: string) =>
      given(permit, issued, ends.annulled).when(
        'AcceptPermitApplication',
        { applicationId: 'SQ-3', enterprise, purpose: 'FIRST', managementClass: 'KEY', acceptedOn, ...at(acceptedOn) },
        { ...here, now: '2024-07-01T00:00:00.000Z' },
      );
    apply('2024-06-15').thenRefused('environment/barred-after-fraud', { rule: 'permit/fraud-ban@2021' });
    apply('2024-06-16').thenTypes('PermitApplicationAccepted');
  });
});

describe('撤回, the withdrawal of a permit', () => {
  const withdraw = { ...ends.withdrawn.data, ...at('2021-06-15') };

  it('follows a change of law or circumstances, once', () => {
    given(permit, issued)
      .when('WithdrawPermit', withdraw, here)
      .then({ type: 'DischargePermitWithdrawn', data: ends.withdrawn.data });
    given(permit, issued, ends.withdrawn).when('WithdrawPermit', withdraw, here).thenNothing();
    given(permit, issued, ends.annulled)
      .when('WithdrawPermit', withdraw, here)
      .thenRefused('environment/permit-not-in-force');
  });
});

describe('吊销, the revocation of a permit', () => {
  const revoke = { penaltyId: 'P-1', revokedOn: '2021-06-15', ...at('2021-06-15') };
  const penalty = (kinds: readonly string[], whose = enterprise, isAnnulled = false) => ({
    'environment.penalty-P-1': [
      {
        type: 'environment.PenaltyDecided',
        data: { enterprise: whose, kinds, documentNumber: '惠市环罚〔2021〕20号', decidedOn: '2021-06-15' },
      },
      ...(isAnnulled ? [{ type: 'environment.PenaltyAnnulled', data: {} }] : []),
    ],
  });

  it('is what a penalty decided', () =>
    given(permit, issued)
      .consulting(penalty(['FINE', 'LICENCE_REVOCATION']))
      .when('RevokePermit', revoke, here)
      .then({ type: 'DischargePermitRevoked', data: ends.revoked.data }));

  it.each([
    ['a penalty of another kind', penalty(['FINE'])],
    ['a penalty of somebody else', penalty(['LICENCE_REVOCATION'], another)],
    ['a penalty that was annulled', penalty(['LICENCE_REVOCATION'], enterprise, true)],
    ['no penalty', {}],
  ])('does not follow %s', (_, elsewhere) =>
    given(permit, issued)
      .consulting(elsewhere)
      .when('RevokePermit', revoke, here)
      .thenRefused('environment/no-revoking-penalty', { rule: 'permit/revocation@2021' }),
  );

  it('does not come before its decision, nor twice', () => {
    given(permit, issued)
      .consulting(penalty(['LICENCE_REVOCATION']))
      .when('RevokePermit', { ...revoke, revokedOn: '2021-06-14' }, here)
      .thenRefused('environment/before-its-cause');
    given(permit, issued, ends.revoked).when('RevokePermit', revoke, here).thenNothing();
  });
});

describe('注销, the cancellation of a permit in the books', () => {
  const cancel = { ground: 'ANNULLED' as const, cancelledOn: '2021-06-20', ...at('2021-06-20') };

  it('follows the end that is on record, and no other', () => {
    given(permit, issued, ends.annulled)
      .when('CancelPermit', cancel, here)
      .then({ type: 'DischargePermitCancelled', data: { ground: 'ANNULLED', cancelledOn: '2021-06-20' } });
    given(permit, issued, ends.revoked)
      .when('CancelPermit', cancel, here)
      .thenRefused('environment/not-ended', { rule: 'permit/cancellation@2019' });
    given(permit, issued).when('CancelPermit', cancel, here).thenRefused('environment/not-ended');
  });

  it('is made once', () =>
    given(permit, issued, ends.annulled, {
      type: 'DischargePermitCancelled',
      data: { ground: 'ANNULLED', cancelledOn: '2021-06-20' },
    })
      .when('CancelPermit', cancel, here)
      .thenNothing());

  const closed = (scope: string, whose = enterprise) => ({
    'government.closureProposal-G-1': [{ type: 'government.ClosureOrdered', data: { enterprise: whose, scope } }],
  });
  const afterClosure = { ...cancel, ground: 'CLOSED_BY_GOVERNMENT' as const, proposalId: 'G-1' };

  it('follows the closure of the site or of the enterprise, not of a line or of somebody else', () => {
    for (const scope of ['SITE', 'ENTERPRISE'])
      given(permit, issued)
        .consulting(closed(scope))
        .when('CancelPermit', afterClosure, here)
        .thenTypes('DischargePermitCancelled');
    given(permit, issued)
      .consulting(closed('LINE'))
      .when('CancelPermit', afterClosure, here)
      .thenRefused('environment/not-ended');
    given(permit, issued)
      .consulting(closed('ENTERPRISE', another))
      .when('CancelPermit', afterClosure, here)
      .thenRefused('environment/not-ended');
    const otherSite = { ...enterprise, siteId: '91441322MA00TT0126002P' };
    given(permit, issued)
      .consulting(closed('SITE', otherSite))
      .when('CancelPermit', afterClosure, here)
      .thenRefused('environment/not-ended');
  });

  it('follows the end of the holder on a paper that shows it', () => {
    const ended = { ...cancel, ground: 'HOLDER_TERMINATED' as const };
    given(permit, issued).when('CancelPermit', ended, here).thenRefused('environment/not-ended');
    given(permit, issued)
      .when('CancelPermit', { ...ended, terminationDocument: '准予注销登记通知书' }, here)
      .thenTypes('DischargePermitCancelled');
  });
});

describe('a check of a permit', () => {
  const check = { checkId: 'CK-1', enterprise, result: 'NOT_COMPLIANT' as const, findings: '在排污' };
  const make = { ...check, ...at('2021-06-08') };

  it('finds discharge without a permit where none is in force', () => {
    given(permit)
      .when('CheckPermitCompliance', make, { ...here, ...byTwo })
      .then(
        { type: 'PermitComplianceChecked', data: check },
        { type: 'DischargeWithoutPermitFound', data: { checkId: 'CK-1', enterprise, findings: '在排污' } },
      );
    given(permit, issued, ends.annulled)
      .when('CheckPermitCompliance', make, { ...here, ...byTwo })
      .thenTypes('PermitComplianceChecked', 'DischargeWithoutPermitFound');
  });

  it('finds a breach where one is, and nothing where nothing is discharged', () => {
    given(permit, issued)
      .when('CheckPermitCompliance', make, { ...here, ...byTwo })
      .thenTypes('PermitComplianceChecked');
    given(permit)
      .when('CheckPermitCompliance', { ...make, result: 'NOT_DISCHARGING' }, { ...here, ...byTwo })
      .thenTypes('PermitComplianceChecked');
    const registered = { type: 'DischargeRegistered', data: { enterprise, pollutants: [], measures: 'x' } };
    given(permit, registered)
      .when('CheckPermitCompliance', make, { ...here, ...byTwo })
      .thenTypes('PermitComplianceChecked');
  });

  it('finds no compliance where there is nothing to comply with', () =>
    given(permit)
      .when('CheckPermitCompliance', { ...make, result: 'COMPLIANT' }, { ...here, ...byTwo })
      .thenRefused('environment/nothing-to-comply-with', { clause: '2.2.2' }));

  it('takes two officers, and is recorded once', () => {
    given(permit, issued)
      .when('CheckPermitCompliance', make, { ...here, ...byOne })
      .thenRefused('environment/two-officers');
    given(permit, issued, { type: 'PermitComplianceChecked', data: check })
      .when('CheckPermitCompliance', make, { ...here, ...byTwo })
      .thenNothing();
    given(permit, issued, { type: 'PermitComplianceChecked', data: check })
      .when('CheckPermitCompliance', { ...make, result: 'COMPLIANT' }, { ...here, ...byTwo })
      .thenRefused('environment/already-recorded');
  });
});
