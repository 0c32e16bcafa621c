import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { record } from './record.decider.js';
import { at, collected, fine, notified, onDisplay, opened, pushedTo, publishedOn } from './record-testing.js';

const said = { remedy: 'REVIEW', forum: '惠州市人民政府', filedOn: '2021-08-20' } as const;
const challenge = { ...said, occurredAt: '2021-08-20T10:00:00+08:00' };
const challenged = { type: 'ChallengeNoted', data: said } as const;
const ordered = { orderedBy: '惠州市人民政府', documentNumber: '惠府复停〔2021〕1号', stayedFrom: '2021-08-25' };
const stay = { ...ordered, occurredAt: '2021-08-25T10:00:00+08:00' };
const stayed = { type: 'StayNoted', data: ordered } as const;
const suspended = {
  type: 'DisplaySuspended',
  data: {
    reason: '停止执行：惠州市人民政府 惠府复停〔2021〕1号',
    platforms: ['CREDIT_GUANGDONG'],
    suspendedOn: '2021-08-25',
  },
} as const;
const decided = { outcome: 'UPHELD', decidedOn: '2021-10-12', documentNumber: '惠府复决〔2021〕1号' } as const;
const outcome = { ...decided, occurredAt: '2021-10-12T10:00:00+08:00' };
const now = '2021-08-25T02:00:00.000Z';
const later = '2021-10-12T02:00:00.000Z';

describe('a challenge of the decision', () => {
  it('is shown beside the record, once, and stops nothing', () => {
    const sentence = given(record, ...onDisplay).when('NoteChallenge', challenge);
    sentence.then(challenged);
    given(record, ...onDisplay, challenged)
      .when('NoteChallenge', challenge)
      .thenNothing();
    given(record, ...onDisplay, challenged)
      .when('RecordPublication', {
        occurredAt: at,
        platform: 'CREDIT_CHINA',
        url: 'https://credit.example/2',
        publishedOn: '2021-08-23',
      })
      .thenTypes('CreditInfoPublished');
  });

  it('is of a record that there is', () => {
    given(record).when('NoteChallenge', challenge).thenRefused('credit/no-record');
    given(record).when('NoteStay', stay).thenRefused('credit/no-record');
    given(record).when('NoteChallengeOutcome', outcome).thenRefused('credit/no-record');
  });

  it('leaves display as it is when it fails without a stay', () =>
    given(record, ...onDisplay, challenged)
      .when('NoteChallengeOutcome', outcome, { now: later })
      .then({ type: 'ChallengeOutcomeNoted', data: decided }));
});

describe('an order that stays execution', () => {
  it('suspends display wherever the record is shown', () => {
    given(record, ...onDisplay, challenged)
      .when('NoteStay', stay, { now })
      .then(stayed, suspended as never);
    given(record, ...onDisplay, challenged, stayed, suspended)
      .when('NoteStay', stay, { now })
      .thenNothing();
  });

  it('has nothing to suspend before it is pushed, and then nothing is pushed', () => {
    given(record, opened, notified, collected).when('NoteStay', stay, { now }).then(stayed);
    given(record, opened, notified, collected, stayed)
      .when('PushCreditInfo', { occurredAt: at, platform: 'CREDIT_GUANGDONG' }, { now })
      .thenRefused('credit/stayed');
  });

  it('ends with the challenge: what stands is shown again, to the same last day', () => {
    const held = given(record, ...onDisplay, challenged, stayed, suspended);
    held.when('NoteChallengeOutcome', outcome, { now: later }).then(
      { type: 'ChallengeOutcomeNoted', data: decided },
      {
        type: 'DisplayResumed',
        data: {
          reason: 'STAY_ENDED',
          subject: 'PENALTY',
          content: fine,
          displays: [{ platform: 'CREDIT_GUANGDONG', displayUntil: '2022-08-02' }],
        },
      },
    );
    held
      .when('NoteChallengeOutcome', { ...outcome, outcome: 'ANNULLED' }, { now: later })
      .thenTypes('ChallengeOutcomeNoted');
    held.when('NoteChallengeOutcome', outcome, { now: '2022-08-02T16:00:00.000Z' }).thenTypes('ChallengeOutcomeNoted');
  });

  it('is noted to have ended once', () =>
    given(record, ...onDisplay, challenged, stayed, suspended, { type: 'ChallengeOutcomeNoted', data: decided })
      .when('NoteChallengeOutcome', outcome, { now: later })
      .thenNothing());

  it('does not keep an annulled decision from being withdrawn', () => {
    const annulled = { type: 'AnnulmentNoted', data: { annulledOn: '2021-10-12', reason: '撤销' } } as const;
    const [fact] = given(record, ...onDisplay, challenged, stayed, suspended)
      .when('NoteAnnulment', { occurredAt: outcome.occurredAt, annulledOn: '2021-10-12', reason: '撤销' })
      .facts();
    expect(fact!.data).toMatchObject({ due: { rolledDue: '2021-10-15' } });
    given(record, ...onDisplay, challenged, stayed, suspended, annulled)
      .when('WithdrawCreditInfo', { occurredAt: outcome.occurredAt, reason: '原决定已撤销' })
      .thenTypes('CreditInfoWithdrawn');
  });
});

describe('golden scenario 12: the promise of repair is broken', () => {
  const repaired = [
    { type: 'RepairApplied', data: { promise: '不再犯', dutiesPerformedOn: '2021-08-20', appliedOn: '2021-11-02' } },
    { type: 'RepairApproved', data: { reason: '准予' } },
    {
      type: 'DisplayStopped',
      data: { reason: 'REPAIR', platforms: ['CREDIT_GUANGDONG'], stoppedOn: '2021-11-09' },
    },
  ] as const;
  const broken = { promiseId: 'repair-1', determinedOn: '2022-03-01', unfulfilled: '仍在使用淘汰设备' };
  const note = { ...broken, occurredAt: '2022-03-01T10:00:00+08:00' };
  const fact = { type: 'RepairPromiseBroken', data: broken } as const;
  const when = { now: '2022-03-01T02:00:00.000Z' };

  it('is shown again, to the end of the longest period', () => {
    given(record, ...onDisplay, ...repaired)
      .when('NoteBrokenPromise', note, when)
      .then(fact, {
        type: 'DisplayResumed',
        data: {
          reason: 'PROMISE_BROKEN',
          subject: 'PENALTY',
          content: fine,
          displays: [{ platform: 'CREDIT_GUANGDONG', displayUntil: '2022-08-02' }],
        },
      });
    given(record, ...onDisplay, ...repaired, fact)
      .when('NoteBrokenPromise', note, when)
      .thenNothing();
    given(record).when('NoteBrokenPromise', note, when).thenRefused('credit/no-record');
  });

  it('has nothing to resume once the longest period is over, where it stopped for its term, or was never repaired', () => {
    given(record, ...onDisplay, ...repaired)
      .when('NoteBrokenPromise', note, { now: '2022-08-02T16:00:00.000Z' })
      .then(fact);
    const term = pushedTo('GSXT', 'push-2');
    const ended = [
      publishedOn('GSXT', '2021-08-06', '2021-11-06'),
      { type: 'DisplayStopped', data: { reason: 'TERM', platforms: ['GSXT'], stoppedOn: '2021-11-07' } },
    ];
    const [, resumed] = given(record, ...onDisplay, term, ...ended, ...repaired)
      .when('NoteBrokenPromise', note, when)
      .facts();
    expect(resumed!.data).toMatchObject({ displays: [{ platform: 'CREDIT_GUANGDONG' }] });
    given(record, ...onDisplay)
      .when('NoteBrokenPromise', note, when)
      .thenNothing();
  });

  it('is not repaired a second time', () => {
    const again = {
      occurredAt: '2022-06-01T10:00:00+08:00',
      promise: '这次一定',
      dutiesPerformedOn: '2022-05-20',
      appliedOn: '2022-06-01',
    };
    const resumed = {
      type: 'DisplayResumed',
      data: {
        reason: 'PROMISE_BROKEN',
        subject: 'PENALTY',
        content: fine,
        displays: [{ platform: 'CREDIT_GUANGDONG', displayUntil: '2022-08-02' }],
      },
    } as const;
    given(record, ...onDisplay, ...repaired, fact, resumed)
      .when('ApplyForRepair', again, { now: '2022-06-01T02:00:00.000Z' })
      .thenRefused('credit/promise-broken', { facts: { promiseId: 'repair-1', until: '2022-08-02' } });
  });

  it('stops at the end of that period after all', () =>
    given(record, ...onDisplay, ...repaired, fact, {
      type: 'DisplayResumed',
      data: {
        reason: 'PROMISE_BROKEN',
        subject: 'PENALTY',
        content: fine,
        displays: [{ platform: 'CREDIT_GUANGDONG', displayUntil: '2022-08-02' }],
      },
    })
      .when(
        'PassTerm',
        { occurredAt: '2022-08-03T00:00:00+08:00', term: 'DISPLAY', dueOn: '2022-08-02' },
        { now: '2022-08-02T16:00:00.000Z' },
      )
      .thenTypes('DisplayStopped'));
});
