import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { deadline, ruleOn } from '#law';
import { another, at, enterprise, line, onLine, site } from '../testing-environment.js';
import { permit } from './permit.decider.js';

const here = { id: site };
const outlets = [{ outletId: 'DA001', medium: 'AIR' as const, name: '电炉除尘' }];
const limits = [{ outletId: 'DA001', pollutant: '颗粒物', value: 20, unit: 'mg/m³', standardNumber: 'GB 28664-2012' }];
const application = {
  applicationId: 'SQ-1',
  enterprise,
  purpose: 'FIRST' as const,
  managementClass: 'KEY' as const,
  acceptedOn: '2021-05-06',
};
const due = (id: 'permit/key-review' | 'permit/key-review-visit' | 'permit/simplified-review', day = '2021-05-06') =>
  deadline({ rule: ruleOn(id, day), startsOn: day });
const accepted = {
  type: 'PermitApplicationAccepted',
  data: { ...application, due: due('permit/key-review') },
  ...at('2021-05-06'),
};
const issue = { applicationId: 'SQ-1', validFrom: '2021-06-01', outlets, limits };
const content = {
  enterprise,
  permitNumber: site,
  managementClass: 'KEY' as const,
  validFrom: '2021-06-01',
  outlets,
  limits,
  validTo: '2026-05-31',
  renewBy: '2026-04-01',
  pollutants: ['颗粒物'],
};
const issued = { type: 'DischargePermitIssued', data: { ...content, applicationId: 'SQ-1' }, ...at('2021-05-28') };
const renewal = { ...application, applicationId: 'SQ-2', purpose: 'RENEWAL' as const, acceptedOn: '2021-05-06' };
/** A permit brought in, which ends in the plan year. */
const old = { ...content, validFrom: '2018-09-01', validTo: '2021-08-31', renewBy: '2021-07-02' };
const broughtIn = { type: 'DischargePermitIssued', data: old, ...at('2021-03-08') };
const renewing = (acceptedOn: string, isLate: boolean) => ({
  type: 'PermitApplicationAccepted',
  data: { ...renewal, acceptedOn, isLate, due: due('permit/key-review', acceptedOn) },
  ...at(acceptedOn),
});

describe('an application for a discharge permit', () => {
  const accept = { ...application, ...at('2021-05-06') };

  it('under key management is decided in 30 working days, with a visit in 45, and a simplified one in 20', () => {
    given(permit)
      .when('AcceptPermitApplication', accept, here)
      .then({ type: 'PermitApplicationAccepted', data: { ...application, due: due('permit/key-review') } });
    given(permit)
      .when('AcceptPermitApplication', { ...accept, siteVisit: true }, here)
      .then({ type: 'PermitApplicationAccepted', data: { ...application, due: due('permit/key-review-visit') } });
    const simple = { ...application, managementClass: 'SIMPLIFIED' as const };
    given(permit)
      .when('AcceptPermitApplication', { ...accept, managementClass: 'SIMPLIFIED' }, here)
      .then({ type: 'PermitApplicationAccepted', data: { ...simple, due: due('permit/simplified-review') } });
    expect(due('permit/simplified-review').rolledDue).toBe('2021-06-02');
  });

  it('is for the site whose code is the number of the permit', () =>
    given(permit)
      .when('AcceptPermitApplication', accept, { id: '91441322MA00TT0126002P' })
      .thenRefused('environment/another-site'));

  it('is accepted once, and one at a time', () => {
    given(permit, accepted).when('AcceptPermitApplication', accept, here).thenNothing();
    given(permit, accepted)
      .when('AcceptPermitApplication', { ...accept, managementClass: 'SIMPLIFIED' }, here)
      .thenRefused('environment/already-recorded');
    given(permit, accepted)
      .when('AcceptPermitApplication', { ...accept, applicationId: 'SQ-9' }, here)
      .thenRefused('environment/application-pending');
  });

  it('is a first one only where no permit is in force, and a renewal only where one is', () => {
    given(permit, issued)
      .when('AcceptPermitApplication', { ...accept, applicationId: 'SQ-2' }, here)
      .thenRefused('environment/wrong-purpose');
    given(permit)
      .when('AcceptPermitApplication', { ...renewal, ...at('2021-05-06') }, here)
      .thenRefused('environment/wrong-purpose');
  });

  it('names capacity on record, and only the applicant’s', () => {
    const about = { ...accept, ...onLine };
    given(permit)
      .consulting(line(['ENERGY']))
      .when('AcceptPermitApplication', about, here)
      .thenTypes('PermitApplicationAccepted');
    given(permit).when('AcceptPermitApplication', about, here).thenRefused('environment/no-such-capacity');
    given(permit)
      .consulting(line(['ENERGY'], another))
      .when('AcceptPermitApplication', about, here)
      .thenRefused('environment/capacity-of-another');
  });

  it('falls under the Regulation from 1 March 2021, and under no row before', () => {
    const early = { ...accept, acceptedOn: '2021-02-28', ...at('2021-03-02') };
    given(permit).when('AcceptPermitApplication', early, here).thenRefused('environment/law-silent');
    given(permit)
      .when('AcceptPermitApplication', { ...early, acceptedOn: '2021-03-01' }, here)
      .thenTypes('PermitApplicationAccepted');
  });

  it('for renewal is in time on the sixtieth day before the end, and late on the next', () => {
    const renew = (acceptedOn: string) =>
      given(permit, broughtIn).when('AcceptPermitApplication', { ...renewal, acceptedOn, ...at(acceptedOn) }, here);
    renew('2021-07-02').then({ type: 'PermitApplicationAccepted', data: renewing('2021-07-02', false).data });
    renew('2021-07-03').then({ type: 'PermitApplicationAccepted', data: renewing('2021-07-03', true).data });
  });

  const rejection = {
    applicationId: 'SQ-1',
    enterprise,
    ground: 'NO_PERMIT_NEEDED' as const,
    reason: '登记管理',
    rejectedOn: '2021-05-06',
  };

  it('is rejected without examination, once', () => {
    const reject = { ...rejection, ...at('2021-05-06') };
    given(permit)
      .when('RejectPermitApplication', reject, here)
      .then({ type: 'PermitApplicationRejected', data: rejection });
    given(permit, { type: 'PermitApplicationRejected', data: rejection })
      .when('RejectPermitApplication', reject, here)
      .thenNothing();
    given(permit, accepted).when('RejectPermitApplication', reject, here).thenRefused('environment/already-recorded');
  });

  it('is overdue when its last day has ended and nobody has decided', () => {
    const { rolledDue: dueOn } = due('permit/key-review');
    const pass = { applicationId: 'SQ-1', dueOn, occurredAt: `${dueOn}T16:00:00Z` };
    given(permit, accepted)
      .when('PassReviewDeadline', pass, here)
      .then({ type: 'PermitReviewOverdue', data: { applicationId: 'SQ-1', dueOn } });
    given(permit, accepted)
      .when('PassReviewDeadline', pass, { ...here, now: `${dueOn}T15:59:59.999Z` })
      .thenRefused('environment/period-still-runs');
    given(permit, accepted, issued).when('PassReviewDeadline', pass, here).thenNothing();
  });
});

describe('the decision on an application', () => {
  const decide = { ...issue, ...at('2021-05-28') };
  const onLineAccepted = { ...accepted, data: { ...accepted.data, ...onLine } };

  it('issues a permit for five years, with the day by which a renewal is asked for', () =>
    given(permit, accepted)
      .when('IssuePermit', decide, here)
      .then({ type: 'DischargePermitIssued', data: issued.data }));

  it('refuses to issue for capacity that energy counts in the elimination category', () =>
    given(permit, onLineAccepted)
      .consulting(line(['ELIMINATION_CATEGORY']))
      .when('IssuePermit', decide, here)
      .thenRefused('environment/due-for-elimination', {
        clause: '2.2.1',
        rule: 'permit/elimination@2021',
        facts: { records: ['energy.capacity-LINE-1'] },
      }));

  it('issues for capacity that is outdated on another ground', () =>
    given(permit, onLineAccepted)
      .consulting(line(['ENERGY']))
      .when('IssuePermit', decide, here)
      .thenTypes('DischargePermitIssued'));

  const noted = (isDue: boolean) => ({
    type: 'EliminationNoted',
    data: { source: 'energy.equipment-EQ-1', what: '中频炉', isDue },
  });

  it('refuses to issue where elimination was noted, though the application is silent of it', () =>
    given(permit, accepted, noted(true))
      .when('IssuePermit', decide, here)
      .thenRefused('environment/due-for-elimination'));

  it('issues once what was due is gone', () =>
    given(permit, accepted, noted(true), noted(false))
      .when('IssuePermit', decide, here)
      .thenTypes('DischargePermitIssued'));

  it('issues what was applied for, once, for outlets that are listed', () => {
    given(permit).when('IssuePermit', decide, here).thenRefused('environment/no-such-application');
    given(permit, accepted, issued).when('IssuePermit', decide, here).thenNothing();
    given(permit, accepted)
      .when('IssuePermit', { ...decide, limits: [{ ...limits[0]!, outletId: 'DA002' }] }, here)
      .thenRefused('environment/no-such-outlet');
  });

  const refusal = {
    applicationId: 'SQ-1',
    ground: 'DUE_FOR_ELIMINATION' as const,
    reason: '应淘汰的落后产能',
    documentNumber: '惠市环不许〔2021〕1号',
    decidedOn: '2021-05-28',
  };
  const refuse = { ...refusal, ...at('2021-05-28') };

  it('is no, on the ground of elimination, with the records that say so', () =>
    given(permit, onLineAccepted)
      .consulting(line(['ELIMINATION_CATEGORY']))
      .when('RefusePermit', refuse, here)
      .then({ type: 'DischargePermitRefused', data: { enterprise, ...refusal, records: ['energy.capacity-LINE-1'] } }));

  it('is not no on that ground when no record says so, and may be on another', () => {
    given(permit, accepted).when('RefusePermit', refuse, here).thenRefused('environment/not-due-for-elimination');
    given(permit, accepted)
      .when('RefusePermit', { ...refuse, ground: 'NO_EIA' }, here)
      .thenTypes('DischargePermitRefused');
  });

  it('is made once', () =>
    given(permit, accepted, { type: 'DischargePermitRefused', data: { enterprise, ...refusal } })
      .when('RefusePermit', refuse, here)
      .thenNothing());

  it('on a renewal ends the permit when its own time is over', () =>
    given(permit, broughtIn, renewing('2021-07-02', false))
      .when(
        'RefusePermit',
        { ...refuse, applicationId: 'SQ-2', ground: 'OTHER', decidedOn: '2021-09-01', ...at('2021-09-01') },
        here,
      )
      .thenTypes('DischargePermitRefused', 'DischargePermitExpired'));

  it('renews from the day after the last, once, and never what is due for elimination', () => {
    const renew = { applicationId: 'SQ-2', outlets, limits, ...at('2021-07-20') };
    const renewed = {
      ...content,
      validFrom: '2021-09-01',
      validTo: '2026-08-31',
      renewBy: '2026-07-02',
      applicationId: 'SQ-2',
    };
    const asked = renewing('2021-07-02', false);
    given(permit, broughtIn, asked)
      .when('RenewPermit', renew, here)
      .then({ type: 'DischargePermitRenewed', data: renewed });
    given(permit, broughtIn, asked, { type: 'DischargePermitRenewed', data: renewed })
      .when('RenewPermit', renew, here)
      .thenNothing();
    given(permit, broughtIn).when('RenewPermit', renew, here).thenRefused('environment/no-such-application');
    given(permit, broughtIn, asked, noted(true))
      .when('RenewPermit', renew, here)
      .thenRefused('environment/due-for-elimination');
  });
});

describe('a permit of the years before the Regulation', () => {
  const { permitNumber: _, renewBy: __, pollutants: ___, ...printed } = old;
  const bring = { ...printed, ...at('2021-03-08') };

  it('is brought in as printed', () =>
    given(permit).when('BringInPermit', bring, here).then({ type: 'DischargePermitIssued', data: old }));

  it('is brought in once, and only when it was issued by 28 February 2021', () => {
    given(permit, broughtIn).when('BringInPermit', bring, here).thenNothing();
    given(permit)
      .when('BringInPermit', { ...bring, validFrom: '2021-02-28', validTo: '2026-02-27' }, here)
      .thenTypes('DischargePermitIssued');
    given(permit)
      .when('BringInPermit', { ...bring, validFrom: '2021-03-01', validTo: '2024-02-29' }, here)
      .thenRefused('environment/not-to-be-brought-in');
    given(permit)
      .when('BringInPermit', { ...bring, validTo: '2023-09-01' }, here)
      .thenRefused('environment/not-to-be-brought-in');
  });
});

describe('the registration of discharge', () => {
  const registration = { enterprise, pollutants: ['颗粒物'], measures: '布袋除尘' };
  const register = { ...registration, ...at('2021-05-06') };

  it('is for sites without a permit, once', () => {
    given(permit).when('RegisterDischarge', register, here).then({ type: 'DischargeRegistered', data: registration });
    given(permit, { type: 'DischargeRegistered', data: registration })
      .when('RegisterDischarge', register, here)
      .thenNothing();
    given(permit, issued).when('RegisterDischarge', register, here).thenRefused('environment/permit-in-force');
  });
});

describe('a note of elimination', () => {
  const note = { source: 'energy.capacity-LINE-1', what: '电炉钢', isDue: true };

  it('is taken down, and taken back', () => {
    given(permit)
      .when('NoteElimination', { ...note, ...at('2021-05-06') }, here)
      .then({ type: 'EliminationNoted', data: note });
    given(permit, { type: 'EliminationNoted', data: note })
      .when('NoteElimination', { ...note, isDue: false, ...at('2021-06-06') }, here)
      .thenTypes('EliminationNoted');
  });

  it('is not taken down twice, nor taken back when nothing was due', () => {
    given(permit, { type: 'EliminationNoted', data: note })
      .when('NoteElimination', { ...note, ...at('2021-05-06') }, here)
      .thenNothing();
    given(permit)
      .when('NoteElimination', { ...note, isDue: false, ...at('2021-05-06') }, here)
      .thenNothing();
  });

  it('has no row to rest on before the plan year', () =>
    given(permit)
      .when('NoteElimination', { ...note, ...at('2020-12-31') }, here)
      .thenRefused('environment/law-silent'));
});
