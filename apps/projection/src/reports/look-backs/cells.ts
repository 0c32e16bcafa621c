import { industryGroups, type AreaCode, type IndustryGroupCode } from '#codes';
import type { Bilingual } from '#decider';
import type { HeldRecord, ReportLine, Span } from '../report.js';

export interface MatrixLine extends ReportLine {
  readonly kind: 'PLANNED' | 'LOOKED_BACK';
  readonly county: AreaCode;
  /** Code of a key industry, or the county’s own words for one that it added. */
  readonly industry: string;
  readonly enterprisesChecked?: number;
  readonly problems?: number;
}

/** One industry of one area. */
export interface MatrixCell {
  readonly county: AreaCode;
  readonly industry: IndustryGroupCode;
  /** Named in the area’s own plan, to which its government agreed. */
  readonly planned: boolean;
  readonly done: boolean;
  readonly lookBacks: number;
  readonly enterprisesChecked: number;
  readonly problems: number;
  readonly lastOn?: string;
}

export interface Matrix {
  readonly keyIndustries: number;
  readonly industries: readonly {
    readonly industry: IndustryGroupCode;
    readonly name: Bilingual;
    readonly confirmed: boolean;
  }[];
  readonly areas: readonly { readonly county: AreaCode; readonly name: string; readonly added: readonly string[] }[];
  readonly cells: readonly MatrixCell[];
  readonly totals: Totals;
}

interface Totals {
  /** Cells. */
  readonly planned: number;
  readonly done: number;
  readonly lookBacks: number;
  readonly enterprisesChecked: number;
  readonly problems: number;
}

export const groups = Object.entries(industryGroups) as [
  IndustryGroupCode,
  (typeof industryGroups)[IndustryGroupCode],
][];
const codeByName = new Map<string, string>(groups.map(([code, { zh }]) => [zh, code]));

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Look-backs of the year, whenever they were completed: each says itself for which year it is. */
export const lookedBackIn = ({ facts }: HeldRecord, { from }: Span): MatrixLine[] =>
  facts.flatMap(({ eventId, type, on = '', data: { year, ...said } }) =>
    type === 'industry.IndustryLookBackCompleted' && year === yearOf(from)
      ? [{ eventId, on, kind: 'LOOKED_BACK', ...said }]
      : [],
  );

/** Industries of a county's plan of the year, once its government agreed: before that it takes no effect (三(一)). */
export function plannedIn({ facts }: HeldRecord, { from }: Span): MatrixLine[] {
  const agreed = facts.findLastIndex(({ type }) => type === 'government.CountyPlanApproved');
  const draft = facts.slice(0, Math.max(agreed, 0)).findLast(({ type }) => type === 'government.CountyPlanDrafted');
  if (!draft || draft.data.year !== yearOf(from)) return [];
  const { eventId, on = '' } = facts[agreed]!;
  return (draft.data.industries as string[]).map((name) => ({
    eventId,
    on,
    kind: 'PLANNED',
    county: draft.data.county,
    industry: codeByName.get(name) ?? name,
  }));
}

const sum = (lines: readonly MatrixLine[], field: 'enterprisesChecked' | 'problems'): number =>
  lines.reduce((total, line) => total + (line[field] ?? 0), 0);

export function cellOf(county: AreaCode, industry: IndustryGroupCode, all: readonly MatrixLine[]): MatrixCell {
  const lines = all.filter((line) => line.county === county && line.industry === industry);
  const done = lines.filter(({ kind }) => kind === 'LOOKED_BACK');
  return {
    county,
    industry,
    planned: lines.length > done.length,
    done: done.length > 0,
    lookBacks: done.length,
    enterprisesChecked: sum(done, 'enterprisesChecked'),
    problems: sum(done, 'problems'),
    ...(done.length > 0
      ? {
          lastOn: done
            .map(({ on }) => on)
            .toSorted()
            .at(-1)!,
        }
      : {}),
  };
}
