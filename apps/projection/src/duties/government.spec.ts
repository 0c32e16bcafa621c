import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { obligation } from '../obligations/obligation.projection.js';

const of = (type: string, stream: string, data: object): PastFact => ({
  type: `government.${type}`,
  stream: `government.${stream}`,
  data,
});
const owed = (key: string, ...facts: readonly PastFact[]) => rowsOf(obligation, recorded(...facts)).get(key);

describe('what the government is owed', () => {
  const due = { rule: 'plan/county-plan@2021', rolledDue: '2021-06-15' };
  const required = of('CountyPlanRequired', 'countyPlan-2021-BL', { county: 'BL', due });
  const key = 'government.countyPlan-2021-BL/plan';

  it('is a county’s plan from the day it was asked for until it is filed, overdue or not', () => {
    expect(owed(key, required)).toMatchObject({ county: 'BL', owed: { dueOn: '2021-06-15', whose: 'BL' } });
    expect(owed(key, required, of('CountyPlanOverdue', 'countyPlan-2021-BL', {}))?.owed).toBeDefined();
    expect(owed(key, required, of('CountyPlanFiled', 'countyPlan-2021-BL', { county: 'BL' }))?.owed).toBeUndefined();
  });

  it('is what an area must put right', () => {
    const circular = of('AreaCircularIssued', 'areaSupervision-T-1', { county: 'LM', correctBy: '2021-07-20' });
    const corrected = of('AreaCorrectionReported', 'areaSupervision-T-1', { county: 'LM' });
    const correct = 'government.areaSupervision-T-1/correct';
    expect(owed(correct, circular)?.owed).toMatchObject({ dueOn: '2021-07-20', whose: 'LM' });
    expect(owed(correct, circular, corrected)?.owed).toBeUndefined();
  });
});
