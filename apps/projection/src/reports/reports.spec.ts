import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areaCodes, industryGroups, type IndustryGroupCode } from '#codes';
import { government } from '#contracts';
import { recorded, rowsOf, type PastFact } from '#projection';
import { foundry } from '../testing-facts.js';
import { countedRecord, streamOf } from './counted.projection.js';
import { enforcement } from './enforcement/statistics.js';
import { heldAt } from './held.js';
import { lookBackMatrix } from './look-backs/matrix.js';
import type { Report, ReportLine } from './report.js';
import { scorecard } from './scorecard/scorecard.js';

interface Question {
  readonly from?: string;
  readonly asOf?: string;
  readonly asKnownAt?: number;
}

/** What a report finds in these facts, for the whole of 2021 unless it is asked otherwise. */
function asking<Line extends ReportLine, Found extends object>(report: Report<Line, Found>) {
  return (facts: readonly PastFact[], question: Question = {}) => {
    const { from = '2021-01-01', asOf = '2021-12-31', asKnownAt = Infinity } = question;
    const records = [...rowsOf(countedRecord, recorded(...facts))]
      .filter(([key]) => key.startsWith(`${report.name}/`))
      .map(([key, row]) => ({ stream: streamOf(key), facts: heldAt(row.facts, { asOf, asKnownAt }) }));
    const lines = report.lines(records, { from, asOf });
    return { lines, found: report.found(lines, { from, asOf }) };
  };
}

let record = 0;
const on = (day: string) => ({ occurredAt: `${day}T10:00:00+08:00` });
const visit = (bureau: string, county: string, visitedOn: string, besides: Partial<PastFact> = {}): PastFact => ({
  type: 'government.SupervisionVisitConducted',
  stream: `government.supervisionVisit-V-${++record}`,
  data: { bureau, county, visitedOn, findings: '…' },
  ...on(visitedOn),
  ...besides,
});

describe('the supervision scorecard', () => {
  const ask = asking(scorecard);
  const area = (county: string, facts: readonly PastFact[], question?: Question) =>
    ask(facts, question).found.areas.find((one) => one.county === county)!;

  it('has seven areas by six bureaux, visited or not', () => {
    const { found } = ask([]);
    expect(found.areas).toHaveLength(7);
    expect(Object.keys(found.areas[0]!.visits)).toEqual([...government.bureaux]);
    expect(found).toMatchObject({ visitsWanted: 2, visits: 0 });
  });

  it('wants two visits a year of each bureau: one is short, two are not', () => {
    const first = visit('EEB', 'BL', '2021-05-12');
    expect(area('BL', [first]).short).toContain('EEB');
    expect(area('BL', [first, visit('EEB', 'BL', '2021-10-18')]).short).not.toContain('EEB');
  });

  it('counts the first and the last day of the year and no other year', () => {
    const days = ['2020-12-31', '2021-01-01', '2021-12-31', '2022-01-01'];
    expect(
      area(
        'BL',
        days.map((day) => visit('EEB', 'BL', day)),
      ).visits.EEB,
    ).toBe(2);
  });

  it('is as it stood on a day, and as it was known at a position', () => {
    const facts = [visit('EEB', 'BL', '2021-05-12'), visit('EEB', 'BL', '2021-10-18')];
    expect(area('BL', facts, { asOf: '2021-10-17' }).visits.EEB).toBe(1);
    expect(area('BL', facts, { asKnownAt: 1 }).visits.EEB).toBe(1);
  });

  it('counts a corrected visit where the correction says, and as before to who asks for before', () => {
    const first = visit('EEB', 'BL', '2021-05-12');
    const [{ id } = { id: '' }] = recorded(first);
    const corrected = visit('EEB', 'HC', '2021-05-12', { stream: first.stream, correctionOf: id, ...on('2021-08-01') });
    expect(area('BL', [first, corrected]).visits.EEB).toBe(0);
    expect(area('HC', [first, corrected], { asOf: '2021-06-30' }).visits.EEB).toBe(1);
    expect(area('BL', [first, corrected], { asKnownAt: 1 }).visits.EEB).toBe(1);
  });

  it('shows what became of an area’s plan and of what it missed', () =>
    expect(
      area('LM', [
        {
          type: 'government.CountyPlanFiled',
          stream: 'government.countyPlan-2021-LM',
          data: { year: 2021, county: 'LM', receivedOn: '2021-06-18', daysLate: 3 },
        },
        { type: 'government.AreaCircularIssued', stream: 'government.areaSupervision-1', data: { county: 'LM' } },
        {
          type: 'government.AreaInterviewHeld',
          stream: 'government.areaSupervision-1',
          data: { county: 'LM', heldOn: '2021-06-29' },
        },
      ]),
    ).toMatchObject({ planFiledOn: '2021-06-18', planDaysLate: 3, circulars: 1, interviews: 1 }));

  it('adds up: by area and by bureau it comes to the visits that there were', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...government.bureaux),
            fc.constantFrom(...areaCodes),
            fc.integer({ min: 1, max: 28 }),
          ),
        ),
        (visits) => {
          const facts = visits.map(([bureau, county, day]) =>
            visit(bureau, county, `2021-03-${String(day).padStart(2, '0')}`),
          );
          const { found, lines } = ask(facts);
          const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
          expect(sum(found.areas.map(({ visitsInAll }) => visitsInAll))).toBe(visits.length);
          expect(sum(found.areas.flatMap((one) => Object.values(one.visits)))).toBe(visits.length);
          expect(sum(found.bureaux.map((one) => one.visits))).toBe(visits.length);
          expect(found.visits).toBe(visits.length);
          expect(new Set(lines.map(({ eventId }) => eventId)).size).toBe(visits.length);
        },
      ),
    ));
});

describe('the look-back matrix', () => {
  const ask = asking(lookBackMatrix);
  const planOf = (county: string, industries: readonly string[], year = 2021): PastFact => ({
    type: 'government.CountyPlanDrafted',
    stream: `government.countyPlan-${year}-${county}`,
    data: { year, county, industries, tasks: [] },
    ...on('2021-05-20'),
  });
  const agreed = (county: string): PastFact => ({
    type: 'government.CountyPlanApproved',
    stream: `government.countyPlan-2021-${county}`,
    data: { county },
    ...on('2021-06-02'),
  });
  const completed = (
    county: string,
    industry: string,
    completedOn: string,
    problems: readonly string[] = [],
  ): PastFact => ({
    type: 'industry.IndustryLookBackCompleted',
    stream: `industry.industryLookBack-2021-${county}-${industry}`,
    data: { year: 2021, county, industry, enterprisesChecked: 4, problems, completedOn },
    ...on(completedOn),
  });
  const cell = (county: string, industry: string, facts: readonly PastFact[], question?: Question) =>
    ask(facts, question).found.cells.find((one) => one.county === county && one.industry === industry)!;

  it('has every area by the eight industries that the plan names, and the candidates marked', () => {
    const { found } = ask([]);
    expect(found.industries.filter(({ confirmed }) => confirmed)).toHaveLength(8);
    expect(found.keyIndustries).toBe(12);
    expect(found.cells).toHaveLength(7 * Object.keys(industryGroups).length);
  });

  it('is planned once the area’s own government agreed to the plan that names the industry', () => {
    expect(cell('BL', 'steel', [planOf('BL', ['钢铁'])]).planned).toBe(false);
    expect(cell('BL', 'steel', [planOf('BL', ['钢铁']), agreed('BL')]).planned).toBe(true);
    expect(cell('BL', 'steel', [planOf('BL', ['水泥']), agreed('BL')]).planned).toBe(false);
    expect(cell('BL', 'steel', [planOf('BL', ['钢铁']), agreed('BL')], { asOf: '2021-06-01' }).planned).toBe(false);
  });

  it('tells what an area added of its own', () =>
    expect(
      ask([planOf('HD', ['钢铁', '铸造']), agreed('HD')]).found.areas.find(({ county }) => county === 'HD'),
    ).toMatchObject({
      added: ['铸造'],
    }));

  it('is done with the first look-back, and counts each that follows', () => {
    const first = completed('LM', 'ceramics', '2021-07-15', ['窑炉尚存']);
    expect(cell('LM', 'ceramics', [first], { asOf: '2021-07-14' }).done).toBe(false);
    expect(cell('LM', 'ceramics', [first, completed('LM', 'ceramics', '2021-11-01')])).toMatchObject({
      done: true,
      lookBacks: 2,
      enterprisesChecked: 8,
      problems: 1,
      lastOn: '2021-11-01',
    });
  });

  it('belongs to the year that it says, though it was completed after its end', () => {
    const late = completed('BL', 'paper', '2022-01-05');
    expect(cell('BL', 'paper', [late]).done).toBe(false);
    expect(cell('BL', 'paper', [late], { asOf: '2022-01-31' }).done).toBe(true);
    expect(cell('BL', 'paper', [late], { from: '2022-01-01', asOf: '2022-12-31' }).done).toBe(false);
  });

  it('goes by the plan to which the government agreed, not by a later draft', () => {
    const facts = [planOf('BL', ['钢铁']), agreed('BL'), planOf('BL', ['水泥'])];
    expect(cell('BL', 'steel', facts).planned).toBe(true);
    expect(cell('BL', 'cement', facts).planned).toBe(false);
  });

  it('adds up to what the look-backs say', () => {
    const lookBack = fc.tuple(
      fc.constantFrom(...areaCodes),
      fc.constantFrom(...(Object.keys(industryGroups) as IndustryGroupCode[])),
      fc.array(fc.constant('问题'), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(lookBack), (all) => {
        const { totals } = ask(
          all.map(([county, industry, problems]) => completed(county, industry, '2021-07-12', problems)),
        ).found;
        expect(totals).toMatchObject({
          planned: 0,
          done: new Set(all.map(([county, industry]) => `${county}/${industry}`)).size,
          lookBacks: all.length,
          enterprisesChecked: 4 * all.length,
          problems: all.flatMap(([, , problems]) => problems).length,
        });
      }),
    );
  });
});

describe('the enforcement statistics', () => {
  const ask = asking(enforcement);
  const june = { from: '2021-06-01', asOf: '2021-06-30' };
  const inPenalty = (name: string, day: string, data: object, id = 'P-1', department = 'energy'): PastFact => ({
    type: `${department}.${name}`,
    stream: `${department}.penalty-${id}`,
    data,
    ...on(day),
  });
  const decided = (decidedOn: string, fineFen?: number, id?: string, department?: string, county = 'BL') =>
    inPenalty('PenaltyDecided', decidedOn, { enterprise: { ...foundry, county }, decidedOn, fineFen }, id, department);

  it('knows the area of an order from the record that it is in', () =>
    expect(
      ask(
        [
          {
            type: 'energy.EnergySupervisionTaskAssigned',
            stream: 'energy.case-1',
            data: { enterprise: foundry },
            ...on('2021-05-01'),
          },
          {
            type: 'energy.EnergySupervisionConducted',
            stream: 'energy.case-1',
            data: { result: 'OVER_LIMIT' },
            ...on('2021-06-08'),
          },
          {
            type: 'energy.EnergyRectificationOrdered',
            stream: 'energy.case-1',
            data: { servedOn: '2021-06-30' },
            ...on('2021-06-30'),
          },
        ],
        june,
      ).found.cells,
    ).toMatchObject([{ department: 'energy', county: 'BL', inspections: 1, violations: 1, correctionOrders: 1 }]));

  it('counts a penalty in the period of its decision, with the fine as it stands on the day', () => {
    const facts = [
      decided('2021-06-30', 200_000),
      inPenalty('PenaltyChanged', '2021-08-02', { changedOn: '2021-08-02', fineFen: 150_000 }),
    ];
    expect(ask(facts, june).found.totals).toMatchObject({ penalties: 1, finesFen: 200_000 });
    expect(ask(facts).found.totals).toMatchObject({ penalties: 1, finesFen: 150_000 });
    expect(ask(facts, { from: '2021-07-01' }).found.totals).toMatchObject({ penalties: 0, finesFen: 0 });
  });

  it('counts what was annulled apart', () =>
    expect(
      ask([decided('2021-06-02', 200_000), inPenalty('PenaltyAnnulled', '2021-09-01', { annulledOn: '2021-09-01' })])
        .found.totals,
    ).toMatchObject({ penalties: 0, annulled: 1, finesFen: 0 }));

  it('shows joint inspections beside what the bureaux found, not in it', () =>
    expect(
      ask(
        [
          {
            type: 'government.EnforcementInspectionConducted',
            stream: 'government.enforcementInspection-1',
            data: { county: 'BL', inspectedOn: '2021-06-08', enterprisesInspected: 5, problemsFound: 3 },
            ...on('2021-06-08'),
          },
        ],
        june,
      ).found.totals,
    ).toMatchObject({ inspections: 0, violations: 0, campaigns: 1, enterprisesInspected: 5, problemsFound: 3 }));

  it('prints fines in yuan, to the fen', () => {
    const { found, lines } = ask([decided('2021-06-02', 200_050)]);
    const { csv } = enforcement.tables(found, lines);
    const fines = csv.columns.find(({ title }) => title.includes('罚款'))!;
    expect(csv.lines.map((line) => fines.of(line))).toEqual([2000.5]);
  });

  it('adds up: cells, departments and areas come to the same, and to what the facts say', () => {
    const penalty = fc.record({
      department: fc.constantFrom('energy', 'environment', 'marketRegulation'),
      county: fc.constantFrom(...areaCodes),
      fineFen: fc.option(fc.integer({ min: 0, max: 1_000_000_00 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(penalty), (penalties) => {
        const { found } = ask(
          penalties.map(({ department, county, fineFen }, at) =>
            decided('2021-06-15', fineFen, `P-${at}`, department, county),
          ),
          june,
        );
        const fines = (all: readonly { finesFen: number }[]) => all.reduce((sum, { finesFen }) => sum + finesFen, 0);
        const said = penalties.reduce((sum, { fineFen = 0 }) => sum + fineFen, 0);
        expect(found.totals).toMatchObject({ penalties: penalties.length, finesFen: said });
        for (const parts of [found.cells, found.byDepartment, found.byCounty]) expect(fines(parts)).toBe(said);
      }),
    );
  });
});
