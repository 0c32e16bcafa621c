import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { annualPlan } from './annual-plan.decider.js';
import { industryDepartment } from './industry.js';
import { lookBackRound } from './look-back-round.decider.js';

describe('the yearly plan of the city', () => {
  const plan = {
    year: 2021,
    title: '惠州市2021年推动落后产能退出工作计划',
    upstreamDocumentNumber: '粤工信规划政策〔2021〕20号',
    industries: ['钢铁', '水泥'],
    legalReferences: ['《中华人民共和国节约能源法》'],
  };
  const adopt = { ...plan, occurredAt: '2021-03-01T09:30:00+08:00' };
  const adopted = { type: 'AnnualPlanAdopted', data: plan } as const;
  const year = { id: '2021' };

  it('carries out the plan of the province', () =>
    given(annualPlan).when('AdoptAnnualPlan', adopt, year).then(adopted));

  it.each(['粤工信规划政策〔2020〕20号', '惠市经信〔2021〕20号', '省里的方案'])('does not carry out %s', (upstream) =>
    given(annualPlan)
      .when('AdoptAnnualPlan', { ...adopt, upstreamDocumentNumber: upstream }, year)
      .thenRefused('industry/no-provincial-plan', { clause: 'P' }),
  );

  it('is one in a year', () => {
    given(annualPlan).when('AdoptAnnualPlan', adopt, { id: 'b' }).thenRefused('industry/plan-id-is-its-year');
    given(annualPlan, adopted).when('AdoptAnnualPlan', adopt, year).thenNothing();
    given(annualPlan, adopted)
      .when('AdoptAnnualPlan', { ...adopt, title: '另一计划' }, year)
      .thenRefused('industry/plan-already-adopted');
  });
});

describe('a round of look-backs', () => {
  const target = { targetId: '2021-01', name: '某厂〔模拟〕', category: 'DITIAO_EXITED' as const };
  const round = { round: '2021-06', targets: [target, { ...target, targetId: '2021-02' }] };
  const plan = { ...round, occurredAt: '2021-06-01T09:30:00+08:00' };
  const planned = { type: 'LookBackPlanned', data: round } as const;

  it('is planned once', () => {
    given(lookBackRound).when('PlanLookBack', plan).then(planned);
    given(lookBackRound, planned).when('PlanLookBack', plan).thenNothing();
    given(lookBackRound, planned)
      .when('PlanLookBack', { ...plan, targets: [target] })
      .thenRefused('industry/round-already-planned', { clause: '2.5.4' });
  });

  it('may end on a day that lies ahead', () => {
    given(lookBackRound)
      .when('PlanLookBack', { ...plan, closesOn: '2021-06-01' })
      .thenTypes('LookBackPlanned');
    given(lookBackRound)
      .when('PlanLookBack', { ...plan, closesOn: '2021-05-31' })
      .thenRefused('industry/before-its-cause');
  });

  it('names each target once', () =>
    given(lookBackRound)
      .when('PlanLookBack', { ...plan, targets: [target, target] })
      .thenRefused('industry/target-named-twice', { facts: { targetId: '2021-01' } }));
});

describe('industry', () => {
  it('has a law for each kind of record', () =>
    expect(Object.keys(industryDepartment.deciders)).toEqual([
      'annualPlan',
      'screening',
      'exit',
      'furnace',
      'zone',
      'patrol',
      'ditiao',
      'lead',
      'lookBackRound',
      'lookBack',
      'industryLookBack',
      'supervisionMatter',
      'case',
      'card',
      'list',
    ]));
});
