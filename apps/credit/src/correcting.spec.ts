import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { record } from './record.decider.js';
import {
  applied,
  at,
  collected,
  fine,
  missedExit,
  notified,
  onDisplay,
  opened,
  proposed,
  pushed,
  rejected,
} from './record-testing.js';

const correct = (content: typeof fine) => ({ occurredAt: at, content, reason: '录入有误' });

describe('a correction', () => {
  const right = { ...fine, facts: '现场检查发现仍在使用淘汰的中频炉两台' };

  it('keeps what was shown beside what should have been', () => {
    const sentence = given(record, ...onDisplay).when('CorrectCreditInfo', correct(right));
    sentence.then({
      type: 'CreditInfoCorrected',
      data: {
        subject: 'PENALTY',
        before: fine,
        content: right,
        reason: '录入有误',
        displays: [{ platform: 'CREDIT_GUANGDONG', displayUntil: '2022-08-02' }],
      },
    });
    expect(sentence.facts()[0]!.visibility).toBe('public');
  });

  it('changes nothing when nothing is wrong', () =>
    given(record, ...onDisplay)
      .when('CorrectCreditInfo', correct({ ...fine, enterprise: { ...fine.enterprise } }))
      .thenNothing());

  it('does not make a gap', () =>
    given(record, ...onDisplay)
      .when('CorrectCreditInfo', correct({ ...fine, fineFen: 0 }))
      .thenRefused('credit/content-incomplete', { facts: { field: 'CF_NR_FK' } }));

  it('of the day of the decision moves the end of display', () => {
    const [fact] = given(record, ...onDisplay)
      .when('CorrectCreditInfo', correct({ ...fine, decidedOn: '2021-07-30' }))
      .facts();
    expect(fact!.data).toMatchObject({ displays: [{ platform: 'CREDIT_GUANGDONG', displayUntil: '2022-07-30' }] });
  });
});

describe('golden scenario 9: a penalty is annulled after publication', () => {
  // Friday before the Mid-Autumn holiday; Saturday 18 September 2021 is worked in exchange.
  const annul = {
    occurredAt: '2021-09-17T15:00:00+08:00',
    annulledOn: '2021-09-17',
    reason: '惠府复决〔2021〕1号：复议撤销',
  };
  const due = {
    startsOn: '2021-09-17',
    rule: 'penalty/publicity-withdrawal@2021',
    length: 3,
    unit: 'working-days' as const,
    nominalDue: '2021-09-23',
    rolledDue: '2021-09-23',
    calendarVersion: 'chinese-days@1.5.7/2021',
  };
  const annulled = { type: 'AnnulmentNoted', data: { annulledOn: '2021-09-17', reason: annul.reason, due } };
  const withdraw = (occurredAt: string) => ({ occurredAt, reason: '原处罚决定已被撤销' });
  const pass = { occurredAt: '2021-09-24T00:00:00+08:00', term: 'WITHDRAW', dueOn: '2021-09-23' } as const;

  it('is to be withdrawn within three working days, and restricts no longer', () =>
    given(record, ...onDisplay, proposed('PRODUCTION_LICENCE'), applied('PRODUCTION_LICENCE'))
      .when('NoteAnnulment', annul)
      .then(annulled as never, {
        type: 'CreditRestrictionLifted',
        data: { field: 'PRODUCTION_LICENCE', reason: 'ANNULMENT' },
      }));

  it('is withdrawn in time on the third day, and late after it', () => {
    const withdrawn = { type: 'CreditInfoWithdrawn', data: { reason: '原处罚决定已被撤销' } } as const;
    given(record, ...onDisplay, annulled)
      .when('WithdrawCreditInfo', withdraw('2021-09-23T23:59:59+08:00'))
      .then(withdrawn);
    given(record, ...onDisplay, annulled)
      .when('WithdrawCreditInfo', withdraw('2021-09-24T00:00:00+08:00'))
      .then({ type: 'WithdrawalOverdue', data: { dueOn: '2021-09-23' } }, withdrawn);
  });

  it('is overdue when the third day has ended, once', () => {
    const overdue = { type: 'WithdrawalOverdue', data: { dueOn: '2021-09-23' } } as const;
    given(record, ...onDisplay, annulled)
      .when('PassTerm', pass, { now: '2021-09-23T15:59:59.000Z' })
      .thenNothing();
    given(record, ...onDisplay, annulled)
      .when('PassTerm', pass, { now: '2021-09-23T16:00:00.000Z' })
      .then(overdue);
    given(record, ...onDisplay, annulled, overdue)
      .when('PassTerm', pass)
      .thenNothing();
    given(record, ...onDisplay, annulled, overdue)
      .when('WithdrawCreditInfo', withdraw('2021-09-25T10:00:00+08:00'))
      .thenTypes('CreditInfoWithdrawn');
  });

  it('is not overdue once withdrawn, and is withdrawn once', () => {
    const withdrawn = { type: 'CreditInfoWithdrawn', data: { reason: '原处罚决定已被撤销' } };
    given(record, ...onDisplay, annulled, withdrawn)
      .when('PassTerm', pass)
      .thenNothing();
    given(record, ...onDisplay, annulled, withdrawn)
      .when('WithdrawCreditInfo', withdraw(at))
      .thenNothing();
    given(record, ...onDisplay, annulled, withdrawn)
      .when('WithdrawCreditInfo', { occurredAt: at, reason: '另一理由' })
      .thenRefused('credit/already-withdrawn');
  });

  it('is noted once, and is not pushed again', () => {
    given(record, ...onDisplay, annulled)
      .when('NoteAnnulment', annul)
      .thenNothing();
    given(record, opened, notified, collected, annulled)
      .when('PushCreditInfo', { occurredAt: at, platform: 'CREDIT_GUANGDONG' })
      .thenRefused('credit/decision-annulled');
  });

  it('has nothing to withdraw when nothing was sent, or what was sent was rejected', () => {
    for (const past of [[opened], [opened, notified, collected, pushed, rejected()]])
      given(record, ...past)
        .when('NoteAnnulment', annul)
        .then({ type: 'AnnulmentNoted', data: { annulledOn: '2021-09-17', reason: annul.reason } });
    given(record, opened, { type: 'AnnulmentNoted', data: { annulledOn: '2021-09-17', reason: '复议撤销' } })
      .when('WithdrawCreditInfo', withdraw(at))
      .thenRefused('credit/not-displayed');
  });

  it('has no term before the law of 15 July 2021 sets one', () =>
    given(record, ...onDisplay)
      .when('NoteAnnulment', { ...annul, annulledOn: '2021-07-14' })
      .then({ type: 'AnnulmentNoted', data: { annulledOn: '2021-07-14', reason: annul.reason } }));

  it('is not withdrawn while the decision stands', () =>
    given(record, ...onDisplay)
      .when('WithdrawCreditInfo', withdraw(at))
      .thenRefused('credit/not-annulled'));

  it('of a record that was never opened is refused', () =>
    given(record).when('NoteAnnulment', annul).thenRefused('credit/no-record'));

  it('does not mistake a missed exit for a penalty: what rests on it is withdrawn alike', () =>
    given(
      record,
      ...onDisplay.with(0, { ...opened, data: { ...opened.data, subject: 'NON_COMPLETION', content: missedExit } }),
    )
      .when('NoteAnnulment', annul)
      .thenTypes('AnnulmentNoted'));
});
