import { describe, expect, it } from '@jest/globals';
import { given, type Recorded } from '#decider';
import { promiseCode } from './promise-code.js';
import { promise } from './promise.decider.js';
import { promisesPolicy } from './promises.policy.js';
import { fine, opened } from './record-testing.js';

const terms = {
  enterprise: fine.enterprise,
  kind: 'VOLUNTARY',
  matter: '落后产能退出后不再恢复生产',
  content: '不再恢复中频炉生产',
  liability: '依法承担责任',
  madeOn: '2021-06-10',
  acceptedBy: '惠州市工业和信息化局',
  acceptedByCode: '11441300MB0TT0056C',
  openness: 'PUBLIC',
} as const;
const register = { ...terms, occurredAt: '2021-06-10T10:00:00+08:00' };
const code = promiseCode('one', 'BL', '2021-06-10');
const made = { type: 'PromiseRegistered', data: { code, ...terms } } as const;
const finding = {
  fulfilment: 'NONE',
  unfulfilled: '已恢复生产',
  determinedOn: '2021-09-06',
  determinedBy: '惠州市工业和信息化局',
  determinedByCode: '11441300MB0TT0056C',
} as const;
const assess = { ...finding, occurredAt: '2021-09-06T10:00:00+08:00' };
const broken = { type: 'PromiseAssessed', data: { ...finding, kind: 'VOLUNTARY' } } as const;

describe('a credit promise', () => {
  it('has a code of area, day and serial, always the same', () => {
    expect(code).toMatch(/^44132220210610\d{6}$/);
    expect(promiseCode('one', 'BL', '2021-06-10')).toBe(code);
    expect(promiseCode('two', 'BL', '2021-06-10')).not.toBe(code);
  });

  it('is registered once, for everybody when it may be', () => {
    const sentence = given(promise).when('RegisterPromise', register);
    sentence.then(made);
    expect(sentence.facts()[0]!.visibility).toBe('public');
    const [limited] = given(promise)
      .when('RegisterPromise', { ...register, openness: 'LIMITED' })
      .facts();
    expect(limited!.visibility).toBe('government');
    given(promise, made).when('RegisterPromise', register).thenNothing();
    given(promise, made)
      .when('RegisterPromise', { ...register, content: '另一承诺' })
      .thenRefused('credit/promise-registered');
  });

  it('has been made, and does not end before', () => {
    given(promise)
      .when('RegisterPromise', { ...register, validUntil: '2021-06-09' })
      .thenRefused('credit/promise-ends-before-made');
    given(promise)
      .when('RegisterPromise', { ...register, validUntil: '2021-06-10' })
      .thenTypes('PromiseRegistered');
    given(promise)
      .when('RegisterPromise', register, { now: '2021-06-09T15:59:59.000Z' })
      .thenRefused('credit/day-not-come');
  });

  it('of repair is about the record that it is made for, and is taken by whoever repairs it', () => {
    const ask = {
      occurredAt: '2021-11-02T10:00:00+08:00',
      recordId: 'penalty-3',
      content: '不再犯',
      madeOn: '2021-11-02',
    };
    const taker = (home?: 'GSXT') => {
      const data = { ...opened.data, ...(home ? { home } : {}) };
      const stream = { 'credit.record-penalty-3': [{ type: 'credit.CreditRecordOpened', data }] };
      const [fact] = given(promise).consulting(stream).when('RegisterRepairPromise', ask).facts();
      return fact!.data;
    };
    expect(taker()).toMatchObject({
      kind: 'CREDIT_REPAIR',
      origin: 'penalty-3',
      enterprise: fine.enterprise,
      acceptedBy: '惠州市发展和改革局',
    });
    expect(taker('GSXT')).toMatchObject({ acceptedBy: fine.authority, acceptedByCode: fine.authorityCode });
    given(promise).when('RegisterRepairPromise', ask).thenRefused('credit/no-record');
    const stream = { 'credit.record-penalty-3': [{ type: 'credit.CreditRecordOpened', data: opened.data }] };
    const [fact] = given(promise).consulting(stream).when('RegisterRepairPromise', ask).facts();
    given(promise, fact!).consulting(stream).when('RegisterRepairPromise', ask).thenNothing();
  });
});

describe('whether a promise was kept', () => {
  it('is determined, and a breach is final', () => {
    given(promise, made).when('AssessPromise', assess).then(broken);
    given(promise, made, broken).when('AssessPromise', assess).thenNothing();
    given(promise, made, broken)
      .when('AssessPromise', { ...assess, determinedOn: '2021-10-11' })
      .thenRefused('credit/promise-broken-already');
    given(promise).when('AssessPromise', assess).thenRefused('credit/no-promise');
  });

  it('says what was not kept, and only then', () => {
    const { unfulfilled: _, ...silent } = assess;
    given(promise, made).when('AssessPromise', silent).thenRefused('credit/promise-unfulfilled');
    given(promise, made)
      .when('AssessPromise', { ...assess, fulfilment: 'FULL' })
      .thenRefused('credit/promise-unfulfilled');
    given(promise, made)
      .when('AssessPromise', { ...silent, fulfilment: 'FULL' })
      .thenTypes('PromiseAssessed');
  });

  it('is not known before it was made', () => {
    given(promise, made)
      .when('AssessPromise', { ...assess, determinedOn: '2021-06-09' })
      .thenRefused('credit/assessed-before-made');
    given(promise, made)
      .when('AssessPromise', { ...assess, determinedOn: '2021-06-10' })
      .thenTypes('PromiseAssessed');
  });

  it('may be told by a department that found a breach, where a promise was made', () => {
    const note = { occurredAt: assess.occurredAt, unfulfilled: '已恢复生产', foundOn: '2021-09-06' };
    given(promise, made).when('NoteBreach', note).then(broken);
    given(promise, made, broken).when('NoteBreach', note).thenNothing();
    given(promise).when('NoteBreach', note).thenNothing();
  });
});

describe('promises, of themselves', () => {
  const fact = (stream: string, data: object): Recorded =>
    ({ stream, occurredAt: '2021-11-02T10:00:00+08:00', data }) as Recorded;
  const put = (type: string, stream: string, data: object) => promisesPolicy.when[type]!(fact(stream, data));

  it('are registered with an application for repair, and with a pledge not to resume', () => {
    expect(
      put('credit.RepairApplied', 'credit.record-penalty-3', { promise: '不再犯', appliedOn: '2021-11-02' }),
    ).toMatchObject([
      {
        record: 'promise',
        id: 'repair-penalty-3-2021-11-02',
        command: 'RegisterRepairPromise',
        data: { recordId: 'penalty-3', content: '不再犯' },
      },
    ]);
    expect(
      put('industry.NoResumptionPledgePublished', 'industry.exit-GX-1', {
        enterprise: fine.enterprise,
        text: '不再恢复生产',
        url: 'https://gxj.example/1',
        publishedOn: '2021-06-10',
      }),
    ).toMatchObject([
      { id: 'pledge-GX-1', command: 'RegisterPromise', data: { kind: 'VOLUNTARY', openness: 'PUBLIC' } },
    ]);
  });

  it('that were broken are told to the record that they repaired', () => {
    const assessed = (more: object) =>
      put('credit.PromiseAssessed', 'credit.promise-repair-1', {
        ...finding,
        kind: 'CREDIT_REPAIR',
        origin: 'p-3',
        ...more,
      });
    expect(assessed({})).toMatchObject([{ record: 'record', id: 'p-3', command: 'NoteBrokenPromise' }]);
    expect(assessed({ fulfilment: 'FULL' })).toEqual([]);
    expect(assessed({ kind: 'VOLUNTARY' })).toEqual([]);
  });

  it('not to resume are broken by resumption, not by a seal alone', () => {
    const breach = (what: string) =>
      put('industry.IsolationBreached', 'industry.exit-GX-1', {
        breach: what,
        facts: '炉子在运行',
        foundOn: '2021-09-06',
      });
    expect(breach('PRODUCTION_RESUMED')).toMatchObject([{ id: 'pledge-GX-1', command: 'NoteBreach' }]);
    expect(breach('SEAL_BROKEN')).toEqual([]);
  });
});
