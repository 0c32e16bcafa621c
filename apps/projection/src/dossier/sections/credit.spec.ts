import { describe, expect, it } from '@jest/globals';
import type { PastFact } from '#projection';
import { due, fine, foundry, inRecord, pushed } from '../../testing-facts.js';
import { dossiersOf } from '../testing-dossiers.js';

const credit = (...facts: PastFact[]) => dossiersOf(...facts).get(foundry.uscc)!.credit;
const record = (...facts: PastFact[]) => credit(...facts).records[0]!;

const opened = inRecord('CreditRecordOpened', {
  subject: 'PENALTY',
  content: fine,
  origin: '2021-0003',
  department: 'market-regulation',
  home: 'GSXT',
  due: due('2021-07-13'),
});
const published = {
  ...inRecord('CreditInfoPublished', {
    platform: 'GSXT',
    url: 'https://gsxt.example/1',
    publishedOn: '2021-09-15',
    displayUntil: '2024-09-15',
    mirrorDue: due('2021-09-18'),
  }),
  rules: [{ ruleId: 'publicity/market-regulation', version: '2021' }],
};
const suspended = inRecord('DisplaySuspended', { reason: '停止执行', platforms: ['GSXT'], suspendedOn: '2021-10-11' });
const resumed = inRecord('DisplayResumed', {
  reason: 'STAY_ENDED',
  subject: 'PENALTY',
  content: fine,
  displays: [{ platform: 'GSXT', displayUntil: '2024-09-15' }],
});

describe('the credit part of a dossier', () => {
  it('shows each publication with the row of law, in its version, that its period follows', () => {
    const { home, department, publications } = record(opened, pushed(), published);
    expect({ home, department }).toEqual({ home: 'GSXT', department: 'market-regulation' });
    expect(publications).toMatchObject([
      { platform: 'GSXT', rule: 'publicity/market-regulation@2021', mirrorBy: '2021-09-18' },
    ]);
  });

  it('shows that the decision is challenged, and that only a stay suspends display', () => {
    const challenged = inRecord('ChallengeNoted', { remedy: 'REVIEW', forum: '市政府', filedOn: '2021-10-08' });
    expect(record(opened, published, challenged)).toMatchObject({
      state: 'PUBLISHED',
      challenge: { remedy: 'REVIEW' },
    });
    const stay = inRecord('StayNoted', { orderedBy: '市政府', documentNumber: '1号', stayedFrom: '2021-10-11' });
    const stayed = [opened, published, challenged, stay, suspended];
    expect(record(...stayed)).toMatchObject({
      state: 'DISPLAY_SUSPENDED',
      challenge: { stay: { from: '2021-10-11' } },
      publications: [{ suspendedOn: '2021-10-11' }],
    });
    const outcome = inRecord('ChallengeOutcomeNoted', {
      outcome: 'UPHELD',
      decidedOn: '2021-11-08',
      documentNumber: '2号',
    });
    const { state, challenge, publications } = record(...stayed, outcome, resumed);
    expect(state).toBe('PUBLISHED');
    expect(challenge).toMatchObject({ outcome: 'UPHELD' });
    expect(publications[0]!.suspendedOn).toBeUndefined();
  });

  it('shows that Credit China was late to follow, and that a promise of repair was broken', () => {
    const facts = [
      inRecord('MirrorOverdue', { dueOn: '2021-09-18' }),
      inRecord('RepairApplied', { promise: 'x', dutiesPerformedOn: '2021-12-01', appliedOn: '2021-12-06' }),
      inRecord('RepairPromiseBroken', { promiseId: 'repair-1', determinedOn: '2022-01-10', unfulfilled: 'x' }),
    ];
    expect(record(opened, published, ...facts)).toMatchObject({
      overdue: ['MIRROR'],
      repair: { appliedOn: '2021-12-06', brokenPromise: { promiseId: 'repair-1' } },
    });
  });

  it('shows promises and whether they were kept', () => {
    const of = (type: string, data: object): PastFact => ({
      type: `credit.${type}`,
      stream: 'credit.promise-pledge-GX-1',
      uscc: foundry.uscc,
      data,
    });
    const made = of('PromiseRegistered', {
      code: '44132220210610000001',
      enterprise: foundry,
      kind: 'VOLUNTARY',
      matter: '不再恢复生产',
      content: '不再恢复生产',
      liability: '依法承担',
      madeOn: '2021-06-10',
      acceptedBy: '惠州市工业和信息化局',
      acceptedByCode: '11441300MB0TT0056C',
      openness: 'PUBLIC',
    });
    const assessed = of('PromiseAssessed', {
      fulfilment: 'NONE',
      unfulfilled: '恢复生产',
      determinedOn: '2021-09-06',
      kind: 'VOLUNTARY',
    });
    expect(credit(made).promises).toMatchObject([{ promiseId: 'pledge-GX-1', code: '44132220210610000001' }]);
    expect(credit(made, assessed).promises).toMatchObject([{ fulfilment: 'NONE', determinedOn: '2021-09-06' }]);
  });

  it('keeps what another authority listed apart from penalties and missed exits', () => {
    const of = (type: string, data: object): PastFact => ({
      type: `credit.${type}`,
      stream: 'credit.seriousEntry-E-1',
      uscc: foundry.uscc,
      data,
    });
    const listed = of('SeriousListEntryImported', {
      enterprise: foundry,
      listId: 'wage-arrears',
      listName: '拖欠农民工工资失信联合惩戒对象名单',
      basis: '保障农民工工资支付条例第四十八条',
      authority: '惠州市人力资源和社会保障局',
      authorityCode: '11441300MB0TT0080W',
      documentNumber: '惠人社列〔2021〕1号',
      listedOn: '2021-04-12',
      conduct: '拖欠工资',
      ground: '逾期仍不支付',
    });
    const removed = of('SeriousListEntryRemoved', {
      reason: 'REPAIR',
      authorityCode: '11441300MB0TT0080W',
      documentNumber: '惠人社移〔2021〕1号',
      removedOn: '2021-09-17',
      due: due('2021-09-23'),
    });
    const after = credit(listed, removed, of('ListDisplayOverdue', { dueOn: '2021-09-23' }));
    expect(after.records).toEqual([]);
    expect(after.seriousList).toMatchObject([
      { entryId: 'E-1', removedBecause: 'REPAIR', stopBy: '2021-09-23', isOverdue: true },
    ]);
    expect(credit(listed, removed, of('ListDisplayStopped', { stoppedOn: '2021-09-23' })).seriousList).toMatchObject([
      { stoppedOn: '2021-09-23' },
    ]);
  });
});
