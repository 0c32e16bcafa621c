import { describe, expect, it } from '@jest/globals';
import { supplyNumbers } from '#law';
import {
  after,
  at,
  concluded,
  decide,
  decided,
  filed,
  grave,
  notice,
  noticed,
  noticedWithHearing,
  toNotice,
} from './testing-penalty.js';

const ready = [filed, concluded, noticedWithHearing] as const;
const defence = { stance: 'STATED' as const, summary: '已停用', receivedOn: '2021-07-19' };
const heard = { type: 'DefenceHeard', data: defence } as const;
const waived = { type: 'DefenceHeard', data: { ...defence, stance: 'WAIVED' } } as const;
const requested = { type: 'HearingRequested', data: { requestedOn: '2021-07-20' } } as const;
const hearingDay = { heldOn: '2021-08-05', place: '二楼会议室', announcedOn: '2021-07-26' };
const announced = { type: 'HearingAnnounced', data: hearingDay } as const;
const held = { type: 'HearingEnded', data: { outcome: 'HELD', on: '2021-08-05', opinion: '维持' } } as const;
const agreed = {
  type: 'LegalityReviewed',
  data: { result: 'AGREED', opinion: '合法', reviewedOn: '2021-08-10' },
} as const;
const discussed = {
  type: 'CollectivelyDiscussed',
  data: { participants: ['局长', '分管副局长'], conclusion: '同意', discussedOn: '2021-08-11' },
} as const;
const stop = {
  ...decide,
  kinds: ['STOP_PRODUCTION' as const],
  content: '责令停产',
  fineFen: undefined,
  decidedOn: '2021-08-12',
};

describe('a defence', () => {
  const record = { ...defence, ...at('2021-07-19') };

  it('is heard after the notice and before the decision, as often as there is something new', () => {
    after(...ready)
      .when('RecordDefence', record)
      .then(heard);
    after(filed, concluded).when('RecordDefence', record).thenRefused('energy/no-penalty-yet');
    after(...toNotice, decided)
      .when('RecordDefence', record)
      .thenRefused('energy/no-penalty-yet');
    after(...ready, heard)
      .when('RecordDefence', record)
      .thenNothing();
    after(...ready, heard)
      .when('RecordDefence', { ...record, summary: '另有说明' })
      .thenTypes('DefenceHeard');
  });
});

describe('a request for a hearing', () => {
  const ask = { requestedOn: '2021-07-23', ...at('2021-07-23') };

  it('is made within five working days of a notice that offered one', () => {
    after(...ready)
      .when('RequestHearing', ask)
      .thenTypes('HearingRequested');
    after(...ready)
      .when('RequestHearing', { ...ask, requestedOn: '2021-07-24' })
      .thenRefused('energy/hearing-request-late', {
        rule: 'penalty/hearing-request@2021',
        facts: { dueOn: '2021-07-23' },
      });
    after(...toNotice)
      .when('RequestHearing', ask)
      .thenRefused('energy/no-hearing-right');
    after(...ready, requested)
      .when('RequestHearing', { ...ask, requestedOn: '2021-07-20' })
      .thenNothing();
    after(...ready, requested)
      .when('RequestHearing', ask)
      .thenRefused('energy/hearing-requested');
  });

  it('is offered with grave kinds and larger amounts, in three days under the law before', () => {
    const serve = { ...notice, ...at('2021-07-01') };
    const due = (more: object) =>
      after(filed, concluded)
        .when('ServePriorNotice', { ...serve, ...more })
        .facts()[0]!.data;
    const of = (more: object) => (due(more) as { due?: { rolledDue: string } }).due?.rolledDue;
    expect(of({})).toBe(undefined);
    expect(of({ isLarge: true })).toBe('2021-07-05');
    expect(of(grave)).toBe('2021-07-05');
    expect(of({ proposedFineFen: 5_000_000 })).toBeUndefined();
  });
});

describe('a hearing', () => {
  const announce = { ...hearingDay, ...at('2021-07-26') };
  const record = { outcome: 'HELD' as const, on: '2021-08-05', opinion: '维持', ...at('2021-08-05') };

  it('is announced seven working days before', () => {
    after(...ready, requested)
      .when('AnnounceHearing', announce)
      .then(announced);
    after(...ready, requested)
      .when('AnnounceHearing', { ...announce, heldOn: '2021-08-04' })
      .thenTypes('HearingAnnounced');
    after(...ready, requested)
      .when('AnnounceHearing', { ...announce, heldOn: '2021-08-03' })
      .thenRefused('energy/hearing-too-soon', {
        rule: 'penalty/hearing-notice@2021',
        facts: { earliest: '2021-08-04' },
      });
    after(...ready)
      .when('AnnounceHearing', announce)
      .thenRefused('energy/no-penalty-yet');
    after(...ready, requested, announced)
      .when('AnnounceHearing', announce)
      .thenNothing();
  });

  it('is held on the day announced or later, once, or withdrawn', () => {
    after(...ready, requested, announced)
      .when('RecordHearing', record)
      .then(held);
    after(...ready, requested, announced)
      .when('RecordHearing', { ...record, on: '2021-08-04' })
      .thenRefused('energy/before-its-cause');
    after(...ready, requested)
      .when('RecordHearing', record)
      .thenRefused('energy/no-penalty-yet');
    after(...ready, requested)
      .when('RecordHearing', { ...record, outcome: 'WITHDRAWN' })
      .thenTypes('HearingEnded');
    after(...ready, requested, announced, held)
      .when('RecordHearing', record)
      .thenNothing();
    after(...ready, requested, announced, held)
      .when('RecordHearing', { ...record, opinion: '撤销' })
      .thenRefused('energy/hearing-ended');
  });
});

describe('a decision on a grave penalty', () => {
  const through = [...ready, requested, announced, held, agreed, discussed];

  it('comes after hearing, legal review and discussion', () => {
    after(...through)
      .when('DecidePenalty', stop)
      .thenTypes('PenaltyDecided');
    after(...ready, requested)
      .when('DecidePenalty', stop)
      .thenRefused('energy/hearing-pending');
    after(...ready, requested, announced, held, discussed)
      .when('DecidePenalty', stop)
      .thenRefused('energy/not-reviewed', { rule: 'penalty/legal-review@2021' });
    after(...ready, requested, announced, held, { ...agreed, data: { ...agreed.data, result: 'RETURNED' } }, discussed)
      .when('DecidePenalty', stop)
      .thenRefused('energy/not-reviewed');
    after(...ready, requested, announced, held, agreed)
      .when('DecidePenalty', stop)
      .thenRefused('energy/not-discussed', { rule: 'penalty/collective-discussion@2021' });
  });

  it('waits until nobody can ask for a hearing any longer, unless the party gave that up', () => {
    const early = { ...stop, decidedOn: '2021-07-23' };
    const talked = { ...discussed, data: { ...discussed.data, discussedOn: '2021-07-22' } };
    after(...ready, talked)
      .when('DecidePenalty', early)
      .thenRefused('energy/hearing-may-be-requested');
    after(...ready, heard, talked)
      .when('DecidePenalty', early)
      .thenRefused('energy/hearing-may-be-requested');
    after(...ready, waived, talked)
      .when('DecidePenalty', early)
      .thenTypes('PenaltyDecided');
    after(...ready, talked)
      .when('DecidePenalty', { ...early, decidedOn: '2021-07-24' })
      .thenTypes('PenaltyDecided');
  });

  it('needs a notice that offered a hearing', () =>
    after(...toNotice, discussed)
      .when('DecidePenalty', stop)
      .thenRefused('energy/no-hearing-offered', { rule: 'penalty/hearing@2021' }));
});

describe('a legal review, and a discussion', () => {
  const review = { ...agreed.data, ...at('2021-08-10') };
  const discuss = {
    participants: [...discussed.data.participants],
    conclusion: '同意',
    discussedOn: '2021-08-11',
    ...at('2021-08-11'),
  };

  it('belong to a case under decision', () => {
    after(filed).when('ReviewLegality', review).thenRefused('energy/no-penalty-yet');
    after(filed).when('DiscussCollectively', discuss).thenRefused('energy/no-penalty-yet');
    after(...toNotice)
      .when('ReviewLegality', review)
      .then(agreed);
    after(...toNotice)
      .when('DiscussCollectively', discuss)
      .then({ ...discussed, data: { ...discussed.data, participants: ['局长', '分管副局长'] } });
    after(...toNotice, agreed)
      .when('ReviewLegality', review)
      .thenNothing();
    after(...toNotice, discussed)
      .when('DiscussCollectively', discuss)
      .thenNothing();
    after(...toNotice, noticed, agreed)
      .when('ReviewLegality', { ...review, result: 'RETURNED' })
      .thenTypes('LegalityReviewed');
  });
});

describe('a fine from the amount that the installation was told', () => {
  const offered = (proposedFineFen: number) => {
    const proposed = { ...notice, servedOn: '2021-07-16', proposedFineFen, ...at('2021-07-16') };
    const [fact] = after(filed, concluded).when('ServePriorNotice', proposed).facts();
    return (fact?.data as { due?: object }).due !== undefined;
  };

  it('carries a right to a hearing, whatever the bureau says of it', () => {
    supplyNumbers([{ rule: 'penalty/hearing@2021', source: '〔模拟〕', fineFen: { min: 5_000_000, max: 5_000_000 } }]);
    expect([offered(4_999_999), offered(5_000_000)]).toEqual([false, true]);
  });
});
