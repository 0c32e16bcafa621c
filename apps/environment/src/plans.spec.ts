import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { complianceTarget } from './compliance-target.decider.js';
import { enforcementPlan } from './enforcement-plan.decider.js';
import { at, enterprise } from './testing-environment.js';

describe('the environmental tasks and the enforcement plan of a year', () => {
  const tasks = { year: 2021, documentNumber: '惠市环〔2021〕1号', tasks: ['重点行业整治'] };
  const adopted = {
    year: 2021,
    documentNumber: '惠市环执〔2021〕2号',
    quotas: [
      { kind: 'ROUTINE' as const, count: 9000 },
      { kind: 'PERMIT_CHECK' as const, count: 500 },
    ],
    campaigns: ['造纸行业专项'],
  };
  const set = { type: 'AnnualEnvTasksSet', data: tasks };

  it('are set once', () => {
    given(enforcementPlan)
      .when('SetAnnualEnvTasks', { ...tasks, ...at('2021-03-02') })
      .then({ type: 'AnnualEnvTasksSet', data: tasks });
    given(enforcementPlan, set)
      .when('SetAnnualEnvTasks', { ...tasks, ...at('2021-03-02') })
      .thenNothing();
    given(enforcementPlan, set)
      .when('SetAnnualEnvTasks', { ...tasks, tasks: ['其他'], ...at('2021-03-02') })
      .thenRefused('environment/already-recorded');
  });

  it('are adopted with the checks of permits', () =>
    given(enforcementPlan, set)
      .when('AdoptEnforcementPlan', { ...adopted, ...at('2021-03-02') })
      .then({ type: 'EnvEnforcementPlanAdopted', data: adopted }));

  it('are not adopted without them', () =>
    given(enforcementPlan)
      .when('AdoptEnforcementPlan', { ...adopted, quotas: [adopted.quotas[0]!], ...at('2021-03-02') })
      .thenRefused('environment/no-permit-checks', { rule: 'permit/plan-checks@2021' }));

  it('are of one year, and adopted once', () => {
    given(enforcementPlan, set)
      .when('AdoptEnforcementPlan', { ...adopted, year: 2022, ...at('2021-03-02') })
      .thenRefused('environment/plan-of-another-year');
    given(enforcementPlan, { type: 'EnvEnforcementPlanAdopted', data: adopted })
      .when('AdoptEnforcementPlan', { ...adopted, ...at('2021-03-02') })
      .thenNothing();
  });
});

describe('a target of the full-compliance plan', () => {
  const target = { enterprise, target: '废气达标', measures: ['更换布袋'], dueOn: '2021-10-29' };
  const set = { type: 'IndustrialSourceComplianceTargetSet', data: target, ...at('2021-05-06') };
  const assessed = { result: 'NOT_MET' as const, findings: '仍超标', assessedOn: '2021-11-01' };
  const missed = { type: 'IndustrialSourceComplianceTargetAssessed', data: assessed };

  it('is set for a day to come, and the last one is today', () => {
    const today = { ...target, dueOn: '2021-05-06' };
    given(complianceTarget)
      .when('SetComplianceTarget', { ...today, ...at('2021-05-06') })
      .then({ type: 'IndustrialSourceComplianceTargetSet', data: today });
    given(complianceTarget)
      .when('SetComplianceTarget', { ...today, ...at('2021-05-07') })
      .thenRefused('environment/target-in-the-past');
    given(complianceTarget, set)
      .when('SetComplianceTarget', { ...target, ...at('2021-05-06') })
      .thenNothing();
  });

  it('is assessed, and again when it was missed', () => {
    given(complianceTarget, set)
      .when('AssessComplianceTarget', { ...assessed, ...at('2021-11-01') })
      .then({ type: 'IndustrialSourceComplianceTargetAssessed', data: assessed });
    given(complianceTarget, set, missed)
      .when('AssessComplianceTarget', { ...assessed, result: 'MET', assessedOn: '2021-12-01', ...at('2021-12-01') })
      .thenTypes('IndustrialSourceComplianceTargetAssessed');
    given(complianceTarget, set, missed)
      .when('AssessComplianceTarget', { ...assessed, ...at('2021-11-01') })
      .thenNothing();
  });

  it('is not assessed before it was set or after it was met', () => {
    given(complianceTarget)
      .when('AssessComplianceTarget', { ...assessed, ...at('2021-11-01') })
      .thenRefused('environment/no-target');
    given(complianceTarget, set, { ...missed, data: { ...assessed, result: 'MET' } })
      .when('AssessComplianceTarget', { ...assessed, assessedOn: '2021-12-01', ...at('2021-12-01') })
      .thenRefused('environment/target-met');
  });
});
