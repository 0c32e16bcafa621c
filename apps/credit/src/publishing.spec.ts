import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { wanFromFen, wanNumberFromFen } from '#codes';
import { record } from './record.decider.js';
import type { Content } from './record.state.js';
import {
  acknowledged,
  at,
  collected,
  fine,
  notified,
  onDisplay,
  opened,
  publication,
  published,
  publishedOn,
  pushed,
  pushedTo,
  rejected,
} from './record-testing.js';

const push = { occurredAt: at, platform: 'CREDIT_GUANGDONG' } as const;
const now = '2021-08-05T02:00:00.000Z';
const ready = [opened, notified, collected];
const corrected = (content: Content) => ({
  id: 'correction-1',
  type: 'CreditInfoCorrected',
  data: { subject: 'PENALTY', before: fine, content, reason: '录入有误' },
});

describe('pushing', () => {
  it('waits for notice, for the answer to an objection, and for collection', () => {
    given(record, opened).when('PushCreditInfo', push).thenRefused('credit/not-notified');
    given(record, opened, notified).when('PushCreditInfo', push).thenRefused('credit/not-collected');
  });

  it('says how long the record is shown: a year at most under the rules of 2019', () => {
    const sentence = given(record, ...ready).when('PushCreditInfo', push, { now });
    sentence.then({
      type: 'CreditInfoPushed',
      data: { platform: 'CREDIT_GUANGDONG', subject: 'PENALTY', content: fine, displayUntil: '2022-08-02' },
    });
    expect(sentence.facts()[0]!.rules).toEqual([{ ruleId: 'publicity/credit-china-general', version: '2019' }]);
  });

  it('is not done twice', () => {
    given(record, ...ready, pushed)
      .when('PushCreditInfo', push, { now })
      .thenNothing();
    given(record, ...ready, pushed, acknowledged)
      .when('PushCreditInfo', push, { now })
      .thenNothing();
  });

  it('is over when display would be', () => {
    given(record, ...ready)
      .when('PushCreditInfo', push, { now: '2022-08-02T15:59:59.000Z' })
      .thenTypes('CreditInfoPushed');
    given(record, ...ready)
      .when('PushCreditInfo', push, { now: '2022-08-02T16:00:00.000Z' })
      .thenRefused('credit/display-over');
  });

  it('does not reach a platform whose display has stopped', () =>
    given(record, ...onDisplay, {
      type: 'DisplayStopped',
      data: { reason: 'TERM', platforms: ['CREDIT_GUANGDONG'], stoppedOn: '2022-08-03' },
    })
      .when('PushCreditInfo', push, { now })
      .thenRefused('credit/display-over'));
});

describe('a receipt', () => {
  const acknowledge = { occurredAt: at, itemId: 'push-1', receiptNumber: 'XYGD-1' };
  const reject = { occurredAt: at, itemId: 'push-1', field: 'CF_SY', reason: '字段有误' };

  it('closes an item', () =>
    given(record, ...ready, pushed)
      .when('AcknowledgeCreditInfo', acknowledge)
      .then({ type: 'CreditInfoAcknowledged', data: { itemId: 'push-1', receiptNumber: 'XYGD-1' } }));

  it('says which field the platform would not have', () =>
    given(record, ...ready, pushed)
      .when('RejectCreditInfo', reject)
      .then({ type: 'CreditInfoRejected', data: { itemId: 'push-1', field: 'CF_SY', reason: '字段有误' } }));

  it('may come twice', () => {
    given(record, ...ready, pushed, acknowledged)
      .when('AcknowledgeCreditInfo', acknowledge)
      .thenNothing();
    given(record, ...ready, pushed, rejected('CF_SY'))
      .when('RejectCreditInfo', reject)
      .thenNothing();
  });

  it('does not contradict an earlier one', () => {
    given(record, ...ready, pushed, acknowledged)
      .when('AcknowledgeCreditInfo', { ...acknowledge, receiptNumber: 'XYGD-2' })
      .thenRefused('credit/already-answered');
    given(record, ...ready, pushed, acknowledged)
      .when('RejectCreditInfo', reject)
      .thenRefused('credit/already-answered');
    given(record, ...ready, pushed, rejected('CF_SY'))
      .when('AcknowledgeCreditInfo', acknowledge)
      .thenRefused('credit/already-answered');
  });

  it('answers an item that the record has', () => {
    given(record, ...ready)
      .when('AcknowledgeCreditInfo', acknowledge)
      .thenRefused('credit/no-such-item');
    given(record, ...ready, pushed)
      .when('RejectCreditInfo', { ...reject, itemId: '__proto__' })
      .thenRefused('credit/no-such-item');
  });

  it('may come after the item was overtaken, and then says nothing of the newer one', () => {
    const second = pushedTo('CREDIT_GUANGDONG', 'push-2');
    const late = rejected('CF_SY', 'push-1');
    given(record, ...ready, pushed, rejected(), second, acknowledged, late)
      .when('PushCreditInfo', push, { now })
      .thenNothing();
  });
});

describe('golden scenario 21: the feed is rejected and resent', () => {
  const right = { ...fine, facts: '现场检查发现仍在使用淘汰的中频炉两台' };

  it('asks for the correction of the field that the platform named', () =>
    given(record, ...ready, pushed, rejected('CF_SY'))
      .when('PushCreditInfo', push, { now })
      .thenRefused('credit/not-corrected', { facts: { field: 'CF_SY' } }));

  it('is corrected out of public sight and pushed again as it should be', () => {
    const sentence = given(record, ...ready, pushed, rejected('CF_SY')).when('CorrectCreditInfo', {
      occurredAt: at,
      content: right,
      reason: '录入有误',
    });
    sentence.thenTypes('CreditInfoCorrected');
    expect(sentence.facts()[0]!.visibility).toBe('government');
    given(record, ...ready, pushed, rejected('CF_SY'), corrected(right))
      .when('PushCreditInfo', push, { now })
      .then({
        type: 'CreditInfoPushed',
        data: { platform: 'CREDIT_GUANGDONG', subject: 'PENALTY', content: right, displayUntil: '2022-08-02' },
      });
  });

  it('is pushed again as it was when no field was named', () =>
    given(record, ...ready, pushed, rejected())
      .when('PushCreditInfo', push, { now })
      .thenTypes('CreditInfoPushed'));

  it('may reject a correction of what is on display, which stays on display', () => {
    given(record, ...onDisplay, corrected(right), rejected('CF_SY', 'correction-1'))
      .when('PushCreditInfo', push, { now })
      .thenRefused('credit/not-corrected');
    given(record, ...onDisplay, corrected(right), rejected('CF_SY', 'correction-1'), {
      ...corrected(fine),
      id: 'correction-2',
    })
      .when('PushCreditInfo', push, { now })
      .thenNothing();
    given(record, ...onDisplay, corrected(right), rejected('CF_SY', 'correction-1'))
      .when('NoteAnnulment', { occurredAt: at, annulledOn: '2021-09-01', reason: '复议撤销' })
      .thenTypes('AnnulmentNoted');
  });
});

describe('golden scenario 25: a fine of 2,000 yuan', () => {
  it('is 200,000 fen inside and 0.2 in ten thousand yuan outside', () => {
    const [fact] = given(record, ...ready)
      .when('PushCreditInfo', push, { now })
      .facts();
    const { fineFen } = (fact!.data as { content: Content }).content;
    expect(fineFen).toBe(200_000);
    expect(wanNumberFromFen(fineFen!)).toBe(0.2);
    expect(wanFromFen(fineFen!)).toBe('0.200000');
  });
});

describe('publication', () => {
  it('is of what was pushed and not rejected', () => {
    given(record, ...ready)
      .when('RecordPublication', publication)
      .thenRefused('credit/not-pushed');
    given(record, ...ready, pushed, rejected())
      .when('RecordPublication', publication)
      .thenRefused('credit/rejected-by-platform');
    given(record, ...ready, pushed, acknowledged)
      .when('RecordPublication', publication)
      .then(published as never);
  });

  it('goes down the chain, never up', () => {
    const national = pushedTo('NATIONAL_PLATFORM', 'push-1');
    given(record, ...ready, national)
      .when('RecordPublication', { ...publication, platform: 'CREDIT_CHINA' })
      .thenTypes('CreditInfoPublished');
    given(record, ...ready, national)
      .when('RecordPublication', publication)
      .thenRefused('credit/not-pushed');
  });

  it('is recorded once for a platform', () => {
    given(record, ...onDisplay)
      .when('RecordPublication', publication)
      .thenNothing();
    given(record, ...onDisplay)
      .when('RecordPublication', { ...publication, publishedOn: '2021-08-07' })
      .thenRefused('credit/already-published');
  });

  it('is in time on the seventh working day, and overdue on the day after', () => {
    given(record, ...ready, pushed)
      .when('RecordPublication', { ...publication, publishedOn: '2021-08-11' })
      .thenTypes('CreditInfoPublished');
    given(record, ...ready, pushed)
      .when('RecordPublication', { ...publication, publishedOn: '2021-08-12' })
      .thenTypes('PublicationOverdue', 'CreditInfoPublished');
  });

  it('is in time for good once one platform was: others may follow later', () =>
    given(record, ...onDisplay)
      .when('RecordPublication', { ...publication, platform: 'NATIONAL_PLATFORM', publishedOn: '2021-08-20' })
      .thenTypes('CreditInfoPublished'));

  it('is overdue, and said so once, when every platform was late', () => {
    const late = publishedOn('CREDIT_GUANGDONG', '2021-08-12');
    const next = { ...publication, platform: 'CREDIT_CHINA', publishedOn: '2021-08-20' } as const;
    given(record, ...ready, pushed, late)
      .when('RecordPublication', next)
      .thenTypes('PublicationOverdue', 'CreditInfoPublished');
    given(record, ...ready, pushed, { type: 'PublicationOverdue', data: { dueOn: '2021-08-11' } }, late)
      .when('RecordPublication', next)
      .thenTypes('CreditInfoPublished');
  });

  it('does not come before the decision', () =>
    given(record, ...ready, pushed)
      .when('RecordPublication', { ...publication, publishedOn: '2021-08-01' })
      .thenRefused('credit/published-before-decision'));
});
