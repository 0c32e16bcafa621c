import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { supervisionPlan } from './supervision-plan.decider.js';

const plan = {
  year: 2021,
  documentNumber: '惠市能重〔2021〕1号',
  scope: '钢铁、水泥等重点用能企业',
  targetCount: 80,
  themes: ['MANDATORY_LIMIT' as const],
};
const adopt = { ...plan, occurredAt: '2021-03-01T09:00:00+08:00' };
const adopted = { type: 'EnergySupervisionPlanAdopted', data: plan } as const;

describe('a supervision plan', () => {
  it('is adopted under its year', () =>
    given(supervisionPlan).when('AdoptSupervisionPlan', adopt, { id: '2021' }).then(adopted));

  it('is not adopted under another id', () =>
    given(supervisionPlan)
      .when('AdoptSupervisionPlan', adopt, { id: '2022' })
      .thenRefused('energy/plan-id-is-its-year', { clause: '2.1.1' }));

  it('is adopted once, however often it is said', () =>
    given(supervisionPlan, adopted).when('AdoptSupervisionPlan', adopt, { id: '2021' }).thenNothing());

  it('is not replaced by another', () =>
    given(supervisionPlan, adopted)
      .when('AdoptSupervisionPlan', { ...adopt, targetCount: 81 }, { id: '2021' })
      .thenRefused('energy/plan-already-adopted'));
});
