import { describe, expect, it } from '@jest/globals';
import { at, enterprise } from './testing-energy.js';
import { Story } from './testing-story.js';

describe('scenario 15: dismantling overdue, non-completion, late exit', () => {
  it('goes on record in this order, and the violator leaves the list when it has exited', () => {
    const story = new Story()
      .post('equipment', 'A-1', 'RecordEliminatedEquipment', {
        ...at('2021-04-20'),
        enterprise,
        model: '无芯工频感应电炉',
        catalogueItem: '淘汰类',
      })
      .post('equipment', 'A-1', 'OrderStopUse', {
        ...at('2021-04-22'),
        documentNumber: '惠能监停〔2021〕1号',
        servedOn: '2021-04-22',
        days: 60,
      });
    const determination = {
      ...at('2021-07-05'),
      fact: '逾期未拆除',
      legalBasis: '节约能源法第七十一条',
      documentNumber: '惠能监认〔2021〕1号',
      notifiedOn: '2021-07-05',
    };
    const early = { ...determination, ...at('2021-06-21'), notifiedOn: '2021-06-21' };
    expect(story.refusalOf('equipment', 'A-1', 'DetermineExitNonCompletion', early)).toBe('energy/not-overdue');
    story
      .post('equipment', 'A-1', 'DetermineExitNonCompletion', determination)
      .post('equipment', 'A-1', 'RecordDismantling', {
        ...at('2021-10-28'),
        dismantledOn: '2021-10-28',
        disposal: 'SCRAPPED',
        witness: '镇街工作人员两名',
      });
    expect(story.told('equipment', 'A-1')).toEqual([
      'EliminatedEquipmentFound',
      'StopUseOrdered',
      'DismantlingOverdue',
      'ExitNonCompletionDetermined',
      'MainEquipmentDismantled',
    ]);
    expect(story.told('list', 'violators')).toEqual(['EnterpriseListed', 'EnterpriseDelisted']);
    expect(story.running).toEqual([]);
  });
});

describe('scenario 24: the law changes on 15 July 2021', () => {
  it('names criticism by circular on that day and not the day before', () => {
    const story = new Story()
      .post('penalty', 'P-1', 'FileCase', {
        ...at('2021-06-21'),
        enterprise,
        source: 'DAILY_SUPERVISION',
        suspicion: '未按期报送能源利用状况报告',
        discoveredOn: '2021-06-21',
        filedOn: '2021-06-21',
      })
      .post('penalty', 'P-1', 'ConcludeInvestigation', {
        ...at('2021-06-28'),
        findings: '逾期未报送',
        evidence: ['报送记录'],
        proposal: 'PENALTY',
        officers: ['HZ-1', 'HZ-2'],
      })
      .post('penalty', 'P-1', 'ServePriorNotice', {
        ...at('2021-07-01'),
        enterprise,
        legalRepresentative: '张三〔模拟〕',
        violation: '未按期报送能源利用状况报告',
        facts: '逾期未报送',
        legalBasis: '节约能源法第八十二条',
        servedOn: '2021-07-01',
      });
    const decide = (day: string) => ({
      ...at(day),
      documentNumber: '惠能罚〔2021〕3号',
      kinds: ['CIRCULATED_CRITICISM'],
      content: '通报批评',
      decidedOn: day,
    });
    expect(story.refusalOf('penalty', 'P-1', 'DecidePenalty', decide('2021-07-14'))).toBe('energy/kind-not-in-law');
    expect(story.refusalOf('penalty', 'P-1', 'DecidePenalty', decide('2021-07-15'))).toBeUndefined();
  });
});

describe('a yearly report', () => {
  it('is missed when its day is over, unless it was filed', () => {
    const register = (id: string) => (story: Story) =>
      story.post('keyUser', id, 'RegisterKeyEnergyUser', {
        ...at('2021-03-08'),
        enterprise,
        annualTce: 12_000,
        level: 'NATIONAL',
        reportYear: 2020,
        reportDueOn: '2021-04-30',
      });
    const story = register('B')(register('A')(new Story()));
    expect(story.running).toEqual(['keyUser/A/report-2020', 'keyUser/B/report-2020']);
    story.post('keyUser', 'A', 'FileEnergyReport', { ...at('2021-04-30', '23:59:59'), reportYear: 2020, tce: 11_000 });
    story.passTo('2021-05-01T00:00:00+08:00');
    expect(story.told('keyUser', 'A').at(-1)).toBe('EnergyReportFiled');
    expect(story.told('keyUser', 'B').at(-1)).toBe('EnergyReportMissed');
    expect(story.running).toEqual([]);
  });
});
