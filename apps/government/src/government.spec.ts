import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { areaCodes } from '#codes';
import { government } from '#contracts';
import { calendarPolicy } from './calendar.policy.js';
import { exposurePolicy } from './exposure.policy.js';
import { deadlines } from './government.deadlines.js';
import { bureaux, reportingBureaux } from './who.js';
import { governmentDepartment } from './government.js';
import { proposalsPolicy } from './proposals.policy.js';

describe('the government', () => {
  it('has a law for each kind of record', () =>
    expect(Object.keys(governmentDepartment.deciders).sort()).toEqual(Object.keys(government.language.records).sort()));

  it('receives what energy proposes, under the id of the proposal', () => {
    const proposal = { grounds: '逾期', scope: 'LINE', legalBasis: '节约能源法第七十二条', enterprise: {} };
    expect(
      proposalsPolicy.when['energy.ClosureProposed']!({
        stream: 'energy.case-A-1',
        data: { ...proposal, proposalId: 'GB-1' },
      } as never),
    ).toEqual([
      {
        record: 'closureProposal',
        id: 'GB-1',
        command: 'ReceiveClosureProposal',
        data: { ...proposal, caseId: 'A-1', proposedBy: 'energy' },
      },
    ]);
  });

  it.each([
    ['environment.EnvClosureReported', 'environment.case-HJ-1', 'environment'],
    ['emergencyManagement.SafetyClosureProposed', 'emergencyManagement.case-AJ-1', 'emergency-management'],
  ])('receives %s alike, and takes nothing else of it', (type, stream, proposedBy) => {
    const proposal = { grounds: '情节严重', scope: 'SITE', legalBasis: '环境保护法第六十条', enterprise: {} };
    const [own] = proposalsPolicy.when[type]!({
      stream,
      data: { ...proposal, proposalId: 'GB-2', ground: 'X' },
    } as never);
    expect(own).toMatchObject({ id: 'GB-2', data: { ...proposal, proposedBy } });
    expect(own?.data).not.toHaveProperty('ground');
  });

  it('knows the bureaux as its language does', () => {
    expect(bureaux).toEqual(government.bureaux);
    expect(reportingBureaux).toEqual(government.reportingBureaux);
  });

  it('asks everybody for what the plan wants when the plan of the year is adopted', () => {
    const adopt = (year: number) =>
      calendarPolicy.when['industry.AnnualPlanAdopted']!({
        occurredAt: '2021-03-01T09:30:00+08:00',
        data: { year },
      } as never);
    const asked = adopt(2021);
    const count = (command: string) => asked.filter((own) => own.command === command).length;
    expect(count('RequireDeployment')).toBe(6);
    expect(count('RequireCountyPlan')).toBe(areaCodes.length);
    expect(count('RequireFeedback')).toBe(10);
    expect(count('RequireAnnualSummary')).toBe(government.summarySenders.length);
    expect(asked).toContainEqual({
      record: 'countyPlan',
      id: '2021-BL',
      command: 'RequireCountyPlan',
      data: { year: 2021, county: 'BL', dueOn: '2021-06-15' },
    });
    expect(asked.at(-1)).toEqual({
      record: 'consolidation',
      id: '2021',
      command: 'RequireConsolidation',
      data: { year: 2021, dueOn: '2022-01-10' },
    });
    expect(adopt(2022)).toEqual([]);
  });

  it('watches the day of what was asked for, until it comes or is said to be overdue', () => {
    const of = (type: string, data: object = {}) =>
      deadlines.when[`government.${type}`]!({ stream: 'government.countyPlan-2021-BL', data } as never);
    expect(of('CountyPlanRequired', { due: { rolledDue: '2021-06-15' } })).toEqual([
      {
        set: {
          key: 'countyPlan/2021-BL/due',
          dueOn: '2021-06-15',
          record: 'countyPlan',
          id: '2021-BL',
          command: 'PassCountyPlanDeadline',
          data: { dueOn: '2021-06-15' },
        },
      },
    ]);
    for (const type of ['CountyPlanFiled', 'CountyPlanOverdue'])
      expect(of(type)).toEqual([{ clear: 'countyPlan/2021-BL/due' }]);
  });

  it('withdraws an exposure when the decision behind it is annulled', () =>
    expect(
      exposurePolicy.when['marketRegulation.PenaltyAnnulled']!({
        department: 'market-regulation',
        stream: 'marketRegulation.penalty-SC-1',
      } as never),
    ).toMatchObject([{ id: 'marketRegulation.SC-1', command: 'WithdrawExposure' }]));
});
