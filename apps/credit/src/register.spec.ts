import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { record } from './record.decider.js';
import { acknowledged, at, collected, fine, notified, openedWith, publishedOn, pushedTo } from './record-testing.js';
import type { Content } from './record.state.js';

/** Decided on Friday 10 September 2021 by market regulation. */
const quality: Content = {
  ...fine,
  documentNumber: '惠市监罚〔2021〕7号',
  decidedOn: '2021-09-10',
  authority: '惠州市市场监督管理局',
  authorityCode: '11441300MB0TT003XH',
  field: 'quality',
};
const open = (content: Content, department = 'market-regulation') => ({
  occurredAt: '2021-09-10T10:00:00+08:00',
  subject: 'PENALTY' as const,
  origin: 'SC-10',
  department,
  content,
});
const opened = openedWith(quality);
/** Seven working days after the decision, past the Mid-Autumn holiday. */
const due = { ...(opened.data as { due: object }).due, rolledDue: '2021-09-22' };
const inRegister = { ...opened, data: { ...opened.data, department: 'market-regulation', home: 'GSXT', due } };
const ready = [inRegister, notified, collected];
const pushedThere = pushedTo('GSXT', 'push-1', { content: quality, displayUntil: undefined });
const publication = (platform: 'GSXT' | 'CREDIT_CHINA' | 'CREDIT_GUANGDONG', day: string) => ({
  occurredAt: `${day}T10:00:00+08:00`,
  platform,
  url: 'https://gsxt.example/1',
  publishedOn: day,
});
const mirrorDue = {
  startsOn: '2021-09-15',
  rule: 'credit/mirror@2021',
  length: 3,
  unit: 'working-days',
  nominalDue: '2021-09-18',
  rolledDue: '2021-09-18',
  calendarVersion: 'chinese-days@1.5.7/2021',
} as const;
const shownThere = publishedOn('GSXT', '2021-09-15', '2024-09-15');
const inBoth = [...ready, pushedThere, { ...shownThere, data: { ...shownThere.data, mirrorDue } }];

describe('a penalty of market regulation', () => {
  const homeOf = (content: Content, department?: string) => {
    const [fact] = given(record).when('OpenCreditRecord', open(content, department)).facts();
    return (fact!.data as { home?: string }).home;
  };

  it('belongs to its own register from the first day of the register’s rules', () => {
    expect(homeOf({ ...quality, decidedOn: '2021-09-01' })).toBe('GSXT');
    expect(homeOf({ ...quality, decidedOn: '2021-08-31' })).toBeUndefined();
  });

  it('belongs to the chain when it is a warning alone, or of another department', () => {
    const { fineFen: _, ...warned } = quality;
    expect(homeOf({ ...warned, kinds: ['WARNING'] })).toBeUndefined();
    expect(homeOf(quality, 'environment')).toBeUndefined();
  });

  it('is opened once, and is not that of another department with the same number', () => {
    given(record, inRegister).when('OpenCreditRecord', open(quality)).thenRefused('credit/already-open');
    const same = { ...inRegister, data: { ...inRegister.data, origin: 'SC-10' } };
    given(record, same).when('OpenCreditRecord', open(quality)).thenNothing();
    given(record, same).when('OpenCreditRecord', open(quality, 'environment')).thenRefused('credit/already-open');
  });

  it('is pushed to the register, and to nobody past it', () => {
    const push = { occurredAt: at };
    given(record, ...ready)
      .when('PushCreditInfo', { ...push, platform: 'GSXT' })
      .then({
        type: 'CreditInfoPushed',
        data: { platform: 'GSXT', subject: 'PENALTY', content: quality },
      });
    for (const platform of ['CREDIT_GUANGDONG', 'CREDIT_CHINA'] as const)
      given(record, ...ready)
        .when('PushCreditInfo', { ...push, platform })
        .thenRefused('credit/register-comes-first');
  });
});

describe('golden scenario 10: two clocks for one penalty', () => {
  it('counts three years from publication in the register, a year from the decision on Credit China', () => {
    given(record, ...ready, pushedThere, acknowledged)
      .when('RecordPublication', publication('GSXT', '2021-09-15'))
      .then({
        type: 'CreditInfoPublished',
        data: {
          platform: 'GSXT',
          url: 'https://gsxt.example/1',
          publishedOn: '2021-09-15',
          displayUntil: '2024-09-15',
          mirrorDue,
        },
      });
    given(record, ...inBoth)
      .when('RecordPublication', publication('CREDIT_CHINA', '2021-09-17'))
      .then({
        type: 'CreditInfoPublished',
        data: {
          platform: 'CREDIT_CHINA',
          url: 'https://gsxt.example/1',
          publishedOn: '2021-09-17',
          displayUntil: '2022-09-10',
        },
      });
  });

  it('names the row and version that each platform’s period follows', () => {
    const rulesOf = (platform: 'GSXT' | 'CREDIT_CHINA', past: typeof inBoth) =>
      given(record, ...past)
        .when('RecordPublication', publication(platform, '2021-09-15'))
        .facts()
        .at(-1)!.rules;
    expect(rulesOf('GSXT', [...ready, pushedThere])).toEqual([
      { ruleId: 'publicity/market-regulation', version: '2021' },
      { ruleId: 'credit/mirror', version: '2021' },
    ]);
    expect(rulesOf('CREDIT_CHINA', inBoth)).toEqual([{ ruleId: 'publicity/credit-china-general', version: '2019' }]);
  });

  it('stops on each platform by its own clock', () => {
    const china = publishedOn('CREDIT_CHINA', '2021-09-17', '2022-09-10');
    given(record, ...inBoth, china)
      .when(
        'PassTerm',
        { occurredAt: '2022-09-11T00:00:00+08:00', term: 'DISPLAY', dueOn: '2022-09-10' },
        { now: '2022-09-10T16:00:00.000Z' },
      )
      .then({
        type: 'DisplayStopped',
        data: { reason: 'TERM', platforms: ['CREDIT_CHINA'], stoppedOn: '2022-09-11' },
      });
  });
});

describe('the three working days in which Credit China follows the register', () => {
  const pass = { occurredAt: '2021-09-19T00:00:00+08:00', term: 'MIRROR', dueOn: '2021-09-18' } as const;
  const overdue = { type: 'MirrorOverdue', data: { dueOn: '2021-09-18' } } as const;
  const china = publishedOn('CREDIT_CHINA', '2021-09-17', '2022-09-10');

  it('are over when the third has ended, a Saturday that is worked', () => {
    given(record, ...inBoth)
      .when('PassTerm', pass, { now: '2021-09-18T15:59:59.000Z' })
      .thenNothing();
    given(record, ...inBoth)
      .when('PassTerm', pass, { now: '2021-09-18T16:00:00.000Z' })
      .then(overdue);
  });

  it('are said to be over once, and not when it followed or nothing is left to follow', () => {
    given(record, ...inBoth, overdue)
      .when('PassTerm', pass)
      .thenNothing();
    given(record, ...inBoth, china)
      .when('PassTerm', pass)
      .thenNothing();
    given(record, ...inBoth, { type: 'AnnulmentNoted', data: { annulledOn: '2021-09-16', reason: '撤销' } })
      .when('PassTerm', pass)
      .thenNothing();
  });

  it('are missed by what is shown on the fourth', () => {
    given(record, ...inBoth)
      .when('RecordPublication', publication('CREDIT_CHINA', '2021-09-18'))
      .thenTypes('CreditInfoPublished');
    given(record, ...inBoth)
      .when('RecordPublication', publication('CREDIT_CHINA', '2021-09-19'))
      .thenTypes('MirrorOverdue', 'CreditInfoPublished');
  });
});
