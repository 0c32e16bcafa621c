import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { registerEntry, rowKey } from './register.projection.js';

const fact = (type: string, stream: string, data: object): PastFact => ({
  type: `government.${type}`,
  stream: `government.${stream}`,
  data,
});
const entryOf = (register: string, id: string, ...facts: readonly PastFact[]) =>
  rowsOf(registerEntry, recorded(...facts)).get(rowKey(register, id))?.entry;

describe('the register of county plans', () => {
  const plan = (type: string, data: object) => fact(type, 'countyPlan-2021-BL', { county: 'BL', ...data });
  const required = plan('CountyPlanRequired', { year: 2021, due: { rolledDue: '2021-06-15' } });
  const overdue = plan('CountyPlanOverdue', { dueOn: '2021-06-15' });

  it('tells where a plan stands, and that it was overdue', () => {
    expect(entryOf('county-plans', '2021-BL', required)).toMatchObject({ county: 'BL', state: 'REQUIRED' });
    expect(
      entryOf(
        'county-plans',
        '2021-BL',
        required,
        overdue,
        plan('CountyPlanFiled', { year: 2021, receivedOn: '2021-06-18', daysLate: 3 }),
      ),
    ).toMatchObject({ state: 'FILED', overdueSince: '2021-06-15', daysLate: 3 });
  });
});

describe('the register of returns', () => {
  const of = (type: string, data: object) => fact(type, 'feedback-2021-H1-ENR', data);

  it('keeps the first return as it was, and each supplement beside it', () =>
    expect(
      entryOf(
        'half-year-returns',
        '2021-H1-ENR',
        of('DepartmentFeedbackSubmitted', { year: 2021, totals: { enterprises: 1 } }),
        of('DepartmentFeedbackSupplemented', { supplement: 1, totals: { enterprises: 2 } }),
      ),
    ).toMatchObject({
      state: 'SUPPLEMENTED',
      totals: { enterprises: 1 },
      supplements: [{ supplement: 1, totals: { enterprises: 2 } }],
    }));
});

describe('the scorecard', () => {
  const visit = (id: string, bureau: string) =>
    fact('SupervisionVisitConducted', `supervisionVisit-${id}`, { bureau, county: 'BL', visitedOn: '2021-05-12' });

  it('counts visits by bureau and says who is short of two', () =>
    expect(
      entryOf('supervision-scorecard', '2021-BL', visit('1', 'EEB'), visit('2', 'EEB'), visit('3', 'ENR')),
    ).toMatchObject({
      year: 2021,
      county: 'BL',
      visits: { EEB: 2, ENR: 1 },
      short: ['BIIT', 'DRC', 'AMR', 'EMB', 'ENR'],
    }));

  it('has every area from the day on which plans were asked for, and tells circulars', () =>
    expect(
      entryOf(
        'supervision-scorecard',
        '2021-LM',
        fact('CountyPlanRequired', 'countyPlan-2021-LM', { year: 2021, county: 'LM' }),
        fact('AreaCircularIssued', 'areaSupervision-1', { year: 2021, county: 'LM' }),
      ),
    ).toMatchObject({ short: expect.arrayContaining(['BIIT', 'ENR']) as unknown, circulars: 1 }));
});

describe('the statistics of enforcement', () => {
  const inspection = (id: string, inspectedOn: string, mode: string) =>
    fact('EnforcementInspectionConducted', `enforcementInspection-${id}`, {
      county: 'BL',
      mode,
      subject: 'ENFORCEMENT',
      inspectedOn,
      enterprisesInspected: 4,
      problemsFound: 1,
    });
  const facts = [
    inspection('1', '2021-06-03', 'JOINT'),
    inspection('2', '2021-06-30', 'ROUTINE'),
    inspection('3', '2021-07-01', 'JOINT'),
  ];

  it('count a month for the city and for each area, June being the month of enforcement', () => {
    expect(entryOf('enforcement-months', '2021-06', ...facts)).toMatchObject({
      focus: 'ENFORCEMENT',
      inspections: 2,
      enterprisesInspected: 8,
      problemsFound: 2,
      byMode: { JOINT: 1, ROUTINE: 1 },
    });
    expect(entryOf('enforcement-months', '2021-07~BL', ...facts)).toMatchObject({ county: 'BL', inspections: 1 });
  });
});

describe('the register of exposed violations', () => {
  it('shows no more than that and why something was withdrawn', () => {
    const exposed = fact('ViolationExposed', 'exposure-energy.P-1', { summary: '超限额用能', url: 'https://x' });
    expect(entryOf('exposed-violations', 'energy.P-1', exposed)).toMatchObject({ state: 'EXPOSED' });
    expect(
      entryOf(
        'exposed-violations',
        'energy.P-1',
        exposed,
        fact('ExposureWithdrawn', 'exposure-energy.P-1', { reason: '处罚决定已撤销' }),
      ),
    ).toEqual({ state: 'WITHDRAWN', reason: '处罚决定已撤销' });
  });
});
