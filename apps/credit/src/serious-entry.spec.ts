import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { fine } from './record-testing.js';
import { seriousEntry } from './serious-entry.decider.js';

const entry = {
  enterprise: fine.enterprise,
  listId: 'wage-arrears',
  listName: '拖欠农民工工资失信联合惩戒对象名单',
  basis: '《保障农民工工资支付条例》第四十八条',
  authority: '惠州市人力资源和社会保障局',
  authorityCode: '11441300MB0TT0080W',
  documentNumber: '惠人社列〔2021〕1号',
  listedOn: '2021-04-12',
  conduct: '拖欠工资',
  ground: '经责令逾期仍不支付',
} as const;
const command = { ...entry, occurredAt: '2021-04-12T10:00:00+08:00' };
const imported = { type: 'SeriousListEntryImported', data: entry } as const;
const removal = {
  reason: 'REPAIR',
  authorityCode: '11441300MB0TT0080W',
  documentNumber: '惠人社移〔2021〕1号',
  removedOn: '2021-09-17',
} as const;
const remove = { ...removal, occurredAt: '2021-09-17T10:00:00+08:00' };
const due = {
  startsOn: '2021-09-17',
  rule: 'credit/list-removal@2020',
  length: 3,
  unit: 'working-days',
  nominalDue: '2021-09-23',
  rolledDue: '2021-09-23',
  calendarVersion: 'chinese-days@1.5.7/2021',
} as const;
const removed = { type: 'SeriousListEntryRemoved', data: { ...removal, due } } as const;
const stop = (stoppedOn: string) => ({ stoppedOn, occurredAt: `${stoppedOn}T10:00:00+08:00` });
const stopped = { type: 'ListDisplayStopped', data: { stoppedOn: '2021-09-23' } } as const;
const overdue = { type: 'ListDisplayOverdue', data: { dueOn: '2021-09-23' } } as const;

describe('an entry of a list of serious dishonesty', () => {
  it('is imported as the authority tells it, once', () => {
    given(seriousEntry).when('ImportSeriousListEntry', command).then(imported);
    given(seriousEntry, imported).when('ImportSeriousListEntry', command).thenNothing();
    given(seriousEntry, imported)
      .when('ImportSeriousListEntry', { ...command, conduct: '其他' })
      .thenRefused('credit/entry-imported');
  });

  it('rests on a law, a regulation or a policy of the centre, never on the plan', () => {
    for (const basis of ['惠州市2021年推动落后产能退出工作计划', '未按期完成落后产能退出'])
      given(seriousEntry)
        .when('ImportSeriousListEntry', { ...command, basis })
        .thenRefused('credit/list-without-basis', { clause: '3.2', rule: 'credit/serious-list@2020' });
    given(seriousEntry)
      .when('ImportSeriousListEntry', { ...command, basis: '国办发〔2020〕49号' })
      .thenTypes('SeriousListEntryImported');
  });

  it('was made by an organ of state, on a day that has come', () => {
    given(seriousEntry)
      .when('ImportSeriousListEntry', { ...command, authorityCode: fine.enterprise.uscc })
      .thenRefused('credit/not-an-authority');
    given(seriousEntry)
      .when('ImportSeriousListEntry', command, { now: '2021-04-11T15:59:59.000Z' })
      .thenRefused('credit/day-not-come');
  });

  it('of the work-safety list is shown for three years at most, from the first day of its rules', () => {
    const until = (listedOn: string) => {
      const safety = { ...command, listId: 'work-safety', listedOn, occurredAt: `${listedOn}T10:00:00+08:00` };
      const [fact] = given(seriousEntry)
        .when('ImportSeriousListEntry', safety, { now: '2024-01-01T00:00:00.000Z' })
        .facts();
      return (fact!.data as { displayUntil?: string }).displayUntil;
    };
    expect(until('2023-10-01')).toBe('2026-10-01');
    expect(until('2023-09-30')).toBeUndefined();
  });
});

describe('a removal from a list', () => {
  it('is by the authority that listed, once, and sets three working days to stop display', () => {
    given(seriousEntry, imported).when('ImportSeriousListRemoval', remove).then(removed);
    given(seriousEntry, imported, removed).when('ImportSeriousListRemoval', remove).thenNothing();
    given(seriousEntry, imported, removed)
      .when('ImportSeriousListRemoval', { ...remove, reason: 'ERROR' })
      .thenRefused('credit/entry-removed');
    given(seriousEntry, imported)
      .when('ImportSeriousListRemoval', { ...remove, authorityCode: '11441300MB0TT0056C' })
      .thenRefused('credit/removal-by-another');
    given(seriousEntry).when('ImportSeriousListRemoval', remove).thenRefused('credit/no-entry');
    given(seriousEntry, imported)
      .when('ImportSeriousListRemoval', { ...remove, removedOn: '2021-04-11' })
      .thenRefused('credit/removed-before-listed');
  });

  it('ends display in time on the third working day, and late after it', () => {
    given(seriousEntry, imported, removed).when('RecordListDisplayStopped', stop('2021-09-23')).then(stopped);
    given(seriousEntry, imported, removed)
      .when('RecordListDisplayStopped', stop('2021-09-24'))
      .thenTypes('ListDisplayOverdue', 'ListDisplayStopped');
    given(seriousEntry, imported, removed, stopped).when('RecordListDisplayStopped', stop('2021-09-23')).thenNothing();
  });

  it('is what display waits for', () => {
    given(seriousEntry, imported)
      .when('RecordListDisplayStopped', stop('2021-09-23'))
      .thenRefused('credit/not-removed');
    given(seriousEntry, imported, removed, stopped)
      .when('RecordListDisplayStopped', stop('2021-09-22'))
      .thenRefused('credit/display-stopped');
  });

  it('is overdue when the third day has ended, once', () => {
    const pass = { dueOn: '2021-09-23', occurredAt: '2021-09-24T00:00:00+08:00' };
    const put = (now: string, ...past: Parameters<typeof given>[1][]) =>
      given(seriousEntry, imported, removed, ...past).when('PassListTerm', pass, { now });
    put('2021-09-23T15:59:59.000Z').thenNothing();
    put('2021-09-23T16:00:00.000Z').then(overdue);
    put('2021-09-23T16:00:00.000Z', overdue).thenNothing();
    put('2021-09-23T16:00:00.000Z', stopped).thenNothing();
  });
});
