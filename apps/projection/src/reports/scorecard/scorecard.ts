import { areaCodes, areas, type AreaCode } from '#codes';
import { government } from '#contracts';
import { ruleOn } from '#law';
import { isWithin, tally, type Report, type ReportLine } from '../report.js';
import { scorecardTables } from './tables.js';

const kinds = {
  'government.SupervisionVisitConducted': 'VISIT',
  'government.CountyPlanFiled': 'PLAN_FILED',
  'government.AreaCircularIssued': 'CIRCULAR',
  'government.AreaInterviewHeld': 'INTERVIEW',
} as const;

export interface ScorecardLine extends ReportLine {
  readonly kind: (typeof kinds)[keyof typeof kinds];
  readonly county: AreaCode;
  readonly bureau?: government.Bureau;
  readonly daysLate?: number;
}

/** How an area was supervised in a year. */
export interface AreaScore {
  readonly county: AreaCode;
  readonly name: string;
  readonly visits: Readonly<Record<government.Bureau, number>>;
  readonly visitsInAll: number;
  /** Bureaux that made fewer visits than the plan wants. */
  readonly short: readonly government.Bureau[];
  readonly planFiledOn?: string;
  readonly planDaysLate?: number;
  readonly circulars: number;
  readonly interviews: number;
}

export interface Scorecard {
  /** Visits that the plan wants of each bureau in a year. */
  readonly visitsWanted: number;
  readonly areas: readonly AreaScore[];
  readonly bureaux: readonly {
    readonly bureau: government.Bureau;
    readonly visits: number;
    readonly areasShort: number;
  }[];
  readonly visits: number;
}

const every = (counts: Partial<Record<government.Bureau, number>>): Record<government.Bureau, number> =>
  Object.fromEntries(government.bureaux.map((bureau) => [bureau, counts[bureau] ?? 0])) as never;

function scoreOf(county: AreaCode, all: readonly ScorecardLine[], wanted: number): AreaScore {
  const lines = all.filter((line) => line.county === county);
  const of = (kind: ScorecardLine['kind']) => lines.filter((line) => line.kind === kind);
  const visits = every(tally(of('VISIT').map(({ bureau }) => bureau!)));
  const filed = of('PLAN_FILED').at(-1);
  return {
    county,
    name: areas[county].zh,
    visits,
    visitsInAll: of('VISIT').length,
    short: government.bureaux.filter((bureau) => visits[bureau] < wanted),
    ...(filed ? { planFiledOn: filed.on, planDaysLate: filed.daysLate } : {}),
    circulars: of('CIRCULAR').length,
    interviews: of('INTERVIEW').length,
  };
}

/** Seven areas by six bureaux, each to visit each twice a year or more (四(二)). */
export const scorecard: Report<ScorecardLine, Scorecard> = {
  name: 'supervision-scorecard',
  version: 1,
  title: { zh: '监督检查评分表（七县区×六部门）', en: 'Supervision scorecard: seven areas by six bureaux' },
  periods: ['year'],

  lines: (records, span) =>
    records.flatMap(({ facts }) =>
      facts.flatMap(({ eventId, type, on, data }): ScorecardLine[] =>
        isWithin(span, on) ? [{ eventId, on, kind: kinds[type as keyof typeof kinds], ...data }] : [],
      ),
    ),

  found: (lines, { asOf }) => {
    const visitsWanted = ruleOn('plan/supervision-visits', asOf).amount;
    const scores = areaCodes.map((county) => scoreOf(county, lines, visitsWanted));
    return {
      visitsWanted,
      areas: scores,
      bureaux: government.bureaux.map((bureau) => ({
        bureau,
        visits: scores.reduce((sum, { visits }) => sum + visits[bureau], 0),
        areasShort: scores.filter(({ short }) => short.includes(bureau)).length,
      })),
      visits: lines.filter(({ kind }) => kind === 'VISIT').length,
    };
  },

  tables: scorecardTables,
  notes: [
    {
      zh: '计划要求六个部门每年不少于2次，未明确是否按县（区）计；本表按部门和县（区）分别计',
      en: 'The plan wants two visits a year of each bureau and does not say whether in each area; they are counted by bureau and area',
    },
  ],
};
