import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { record } from './record.decider.js';
import {
  at,
  collected,
  fine,
  missedExit,
  notified,
  objected,
  opened,
  openedWith,
  publishBy,
} from './record-testing.js';

const rejected = { type: 'ObjectionRejected', data: { reason: '现场照片为证' } };
const upheld = { type: 'ObjectionUpheld', data: { reason: '设备确已停用' } };
const open = { occurredAt: at, subject: 'PENALTY', content: fine, origin: '2021-0003' } as const;

describe('a credit record', () => {
  it('is opened by a penalty, to be published within seven working days of the decision', () =>
    given(record)
      .when('OpenCreditRecord', open)
      .then({
        type: 'CreditRecordOpened',
        data: {
          subject: 'PENALTY',
          content: fine,
          origin: '2021-0003',
          due: {
            startsOn: '2021-08-02',
            rule: 'penalty/publicity@2018',
            length: 7,
            unit: 'working-days',
            nominalDue: publishBy,
            rolledDue: publishBy,
            calendarVersion: 'chinese-days@1.5.7/2021',
          },
        },
      }));

  it('knows that a missed exit was told when it was determined', () =>
    given(record)
      .when('OpenCreditRecord', {
        occurredAt: at,
        subject: 'NON_COMPLETION',
        content: missedExit,
        origin: 'furnace-1',
        notifiedOn: '2021-08-02',
      })
      .thenTypes('CreditRecordOpened', 'SubjectNotified'));

  it('is opened once', () => given(record, opened).when('OpenCreditRecord', open).thenNothing());

  it('does not take a second origin', () =>
    given(record, opened)
      .when('OpenCreditRecord', { ...open, origin: '2021-0004' })
      .thenRefused('credit/already-open'));

  it('is not opened where no calendar can count the seven days', () =>
    given(record)
      .when('OpenCreditRecord', { ...open, content: { ...fine, decidedOn: '2097-08-02' } })
      .thenRefused('law/no-calendar'));

  it('takes nothing before it is opened', () =>
    given(record)
      .when('NotifySubject', { occurredAt: at, notifiedOn: '2021-08-03' })
      .thenRefused('credit/no-record', { clause: '3.2' }));
});

describe('notice to the subject', () => {
  const tell = (notifiedOn: string) => ({ occurredAt: at, notifiedOn });

  it('is given on the day of the decision at the earliest', () => {
    given(record, opened)
      .when('NotifySubject', tell('2021-08-02'))
      .then({ type: 'SubjectNotified', data: { notifiedOn: '2021-08-02' } });
    given(record, opened).when('NotifySubject', tell('2021-08-01')).thenRefused('credit/notice-before-decision');
  });

  it('is not given on a day that has not come in China', () => {
    const now = '2021-08-03T15:59:59.000Z';
    given(record, opened).when('NotifySubject', tell('2021-08-03'), { now }).thenTypes('SubjectNotified');
    given(record, opened).when('NotifySubject', tell('2021-08-04'), { now }).thenRefused('credit/day-not-come');
  });

  it('is given once', () => {
    given(record, opened, notified).when('NotifySubject', tell('2021-08-03')).thenNothing();
    given(record, opened, notified).when('NotifySubject', tell('2021-08-04')).thenRefused('credit/already-notified');
  });
});

describe('an objection', () => {
  const object = { occurredAt: at, objection: '设备已停用' };
  const answer = (said: 'REJECTED' | 'UPHELD', reason = '现场照片为证') => ({ occurredAt: at, answer: said, reason });

  it('is heard after notice and before collection', () => {
    given(record, opened).when('FileObjection', object).thenRefused('credit/not-notified');
    given(record, opened, notified).when('FileObjection', object).thenTypes('ObjectionFiled');
    given(record, opened, notified, collected).when('FileObjection', object).thenRefused('credit/objection-too-late');
  });

  it('is filed once, and no other beside it', () => {
    given(record, opened, notified, objected).when('FileObjection', object).thenNothing();
    given(record, opened, notified, objected)
      .when('FileObjection', { ...object, objection: '另一理由' })
      .thenRefused('credit/objection-pending');
  });

  it('may be followed by another on other grounds once it was rejected', () => {
    given(record, opened, notified, objected, rejected).when('FileObjection', object).thenNothing();
    given(record, opened, notified, objected, rejected)
      .when('FileObjection', { ...object, objection: '另一理由' })
      .thenTypes('ObjectionFiled');
  });

  it('keeps the information from being collected until it is rejected, and for ever when it is upheld', () => {
    const collect = { occurredAt: at, batchId: 'XY-1' };
    given(record, opened, notified, objected)
      .when('CollectCreditInfo', collect)
      .thenRefused('credit/objection-pending');
    given(record, opened, notified, objected, rejected)
      .when('CollectCreditInfo', collect)
      .thenTypes('CreditInfoCollected');
    given(record, opened, notified, objected, upheld).when('CollectCreditInfo', collect).thenRefused('credit/dropped');
  });

  it('is answered once', () => {
    given(record, opened, notified).when('AnswerObjection', answer('REJECTED')).thenRefused('credit/no-objection');
    given(record, opened, notified, objected)
      .when('AnswerObjection', answer('REJECTED'))
      .then(rejected as never);
    given(record, opened, notified, objected)
      .when('AnswerObjection', answer('UPHELD', '设备确已停用'))
      .then(upheld as never);
    given(record, opened, notified, objected, rejected).when('AnswerObjection', answer('REJECTED')).thenNothing();
    given(record, opened, notified, objected, rejected)
      .when('AnswerObjection', answer('UPHELD'))
      .thenRefused('credit/no-objection');
  });
});

describe('collection', () => {
  const collect = (batchId: string) => ({ occurredAt: at, batchId });

  it('waits for notice', () =>
    given(record, opened).when('CollectCreditInfo', collect('XY-1')).thenRefused('credit/not-notified'));

  it('happens in one batch', () => {
    given(record, opened, notified)
      .when('CollectCreditInfo', collect('XY-1'))
      .then({ type: 'CreditInfoCollected', data: { batchId: 'XY-1' } });
    given(record, opened, notified, collected).when('CollectCreditInfo', collect('XY-2021-08-04')).thenNothing();
    given(record, opened, notified, collected)
      .when('CollectCreditInfo', collect('XY-2'))
      .thenRefused('credit/already-collected');
  });

  it('does not reach a capacity that has exited in the meantime', () =>
    given(record, openedWith(missedExit, 'NON_COMPLETION'), notified, {
      type: 'LateExitNoted',
      data: { exitedOn: '2021-08-04' },
    })
      .when('CollectCreditInfo', collect('XY-1'))
      .thenRefused('credit/exit-completed'));
});
