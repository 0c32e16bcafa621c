import { areas, type AreaCode } from '#codes';
import { government } from '#contracts';
import { tally, type ReportLine } from '../report.js';

export const kinds = {
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

export function scoreOf(county: AreaCode, all: readonly ScorecardLine[], wanted: number): AreaScore {
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
