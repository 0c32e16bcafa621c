import { describe, expect, it } from '@jest/globals';
import { deadline, ruleOn } from '#law';
import { after, at, concluded, filed } from './testing-penalty.js';

const referral = {
  suspectedCrime: '生产、销售伪劣产品罪',
  organ: '惠州市公安局',
  approvedOn: '2021-07-05',
  referredOn: '2021-07-06',
  documentNumber: '惠能移〔2021〕1号',
};
const due = deadline({ rule: ruleOn('referral/police-answer', '2021-07-06'), startsOn: '2021-07-06' });
const referred = { type: 'CaseReferredToPolice', data: { ...referral, isLate: false, due } } as const;
const answer = { answeredOn: '2021-07-09', documentNumber: '惠公（经）不立字〔2021〕1号' };
const declined = { type: 'PoliceDeclined', data: answer } as const;
const taken = { type: 'PoliceFiled', data: answer } as const;
const reviewed = { type: 'ReferralReviewRequested', data: { requestedOn: '2021-07-12' } } as const;

describe('a referral to the police', () => {
  const refer = { ...referral, ...at('2021-07-06') };

  it('is made in a case that was filed, once', () => {
    after(filed, concluded).when('ReferToPolice', refer).then(referred);
    after().when('ReferToPolice', refer).thenRefused('energy/not-filed');
    after(filed, referred).when('ReferToPolice', refer).thenNothing();
    after(filed, referred)
      .when('ReferToPolice', { ...refer, organ: '其他' })
      .thenRefused('energy/already-referred');
    after(filed)
      .when('ReferToPolice', { ...refer, referredOn: '2021-07-04' })
      .thenRefused('energy/before-its-cause');
  });

  it('is late when it is handed over more than a day after its approval', () => {
    const late = after(filed)
      .when('ReferToPolice', { ...refer, referredOn: '2021-07-07' })
      .facts()[0]!.data;
    expect(late).toMatchObject({ isLate: true });
  });
});

describe('the answer of the police', () => {
  const record = (result: 'FILED' | 'DECLINED') => ({ answer: result, ...answer, ...at('2021-07-09') });

  it('is one, unless they are asked to reconsider', () => {
    after(filed, referred).when('RecordPoliceAnswer', record('FILED')).then(taken);
    after(filed, referred).when('RecordPoliceAnswer', record('DECLINED')).then(declined);
    after(filed).when('RecordPoliceAnswer', record('FILED')).thenRefused('energy/no-penalty-yet');
    after(filed, referred, declined).when('RecordPoliceAnswer', record('DECLINED')).thenNothing();
    after(filed, referred, declined).when('RecordPoliceAnswer', record('FILED')).thenRefused('energy/police-answered');
    after(filed, referred, declined, reviewed).when('RecordPoliceAnswer', record('FILED')).thenTypes('PoliceFiled');
  });

  it('may be questioned within three days when it is no', () => {
    const ask = (requestedOn: string) => ({ requestedOn, ...at(requestedOn) });
    after(filed, referred, declined).when('RequestReferralReview', ask('2021-07-12')).then(reviewed);
    after(filed, referred, declined)
      .when('RequestReferralReview', ask('2021-07-13'))
      .thenRefused('energy/reconsideration-late', {
        rule: 'referral/reconsideration@2020',
        facts: { dueOn: '2021-07-12' },
      });
    after(filed, referred, taken).when('RequestReferralReview', ask('2021-07-12')).thenRefused('energy/no-penalty-yet');
    after(filed, referred, declined, reviewed).when('RequestReferralReview', ask('2021-07-12')).thenNothing();
  });
});

describe('the criminal result', () => {
  const judgment = { outcome: 'CONVICTED' as const, judgedOn: '2021-11-01', documentNumber: '（2021）粤1302刑初1号' };
  const record = { ...judgment, ...at('2021-11-01') };

  it('follows a case of the police, once', () => {
    after(filed, referred, taken)
      .when('RecordJudgment', record)
      .then({ type: 'CriminalJudgmentRecorded', data: judgment });
    after(filed, referred, declined).when('RecordJudgment', record).thenRefused('energy/no-penalty-yet');
    after(filed, referred, taken, { type: 'CriminalJudgmentRecorded', data: judgment })
      .when('RecordJudgment', record)
      .thenNothing();
  });
});
