import { areaCodes, areas, industryGroups, keyIndustryCount, type AreaCode, type IndustryGroupCode } from '#codes';
import type { Bilingual } from '#decider';
import { isWithin, type HeldRecord, type Report, type ReportLine, type Span } from '../report.js';
import { matrixTables } from './tables.js';

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

const groups = Object.entries(industryGroups) as [IndustryGroupCode, (typeof industryGroups)[IndustryGroupCode]][];
const codeByName = new Map<string, string>(groups.map(([code, { zh }]) => [zh, code]));

/** Industries of a county's plan of the year, once its government agreed: before that it takes no effect (三(一)). */
function plannedIn({ facts }: HeldRecord, { from }: Span): MatrixLine[] {
  const draft = facts.findLast(({ type }) => type === 'government.CountyPlanDrafted');
  const approved = facts.findLast(({ type }) => type === 'government.CountyPlanApproved');
  if (!draft || !approved || draft.data.year !== Number(from.slice(0, 4))) return [];
  const { eventId, on = '' } = approved;
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

function cellOf(county: AreaCode, industry: IndustryGroupCode, all: readonly MatrixLine[]): MatrixCell {
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

/** Every area by every key industry: whether its look-back was planned and done, and what it found (二(五)4). */
export const lookBackMatrix: Report<MatrixLine, Matrix> = {
  name: 'look-back-matrix',
  version: 1,
  title: { zh: '县（区）重点行业“回头看”矩阵', en: 'Look-backs by area and key industry' },
  periods: ['year'],

  lines: (records, span) =>
    records.flatMap((record) => [
      ...plannedIn(record, span).filter(({ on }) => on <= span.asOf),
      ...record.facts.flatMap(({ eventId, type, on, data }): MatrixLine[] =>
        type === 'industry.IndustryLookBackCompleted' && isWithin(span, on)
          ? [{ eventId, on, kind: 'LOOKED_BACK', ...data }]
          : [],
      ),
    ]),

  found: (lines) => {
    const cells = areaCodes.flatMap((county) => groups.map(([industry]) => cellOf(county, industry, lines)));
    const total = (of: (cell: MatrixCell) => number) => cells.reduce((all, cell) => all + of(cell), 0);
    const isAdded = ({ kind, industry }: MatrixLine) => kind === 'PLANNED' && !(industry in industryGroups);
    return {
      keyIndustries: keyIndustryCount,
      industries: groups.map(([industry, { zh, en, confirmed }]) => ({ industry, name: { zh, en }, confirmed })),
      areas: areaCodes.map((county) => ({
        county,
        name: areas[county].zh,
        added: lines.filter((line) => line.county === county && isAdded(line)).map(({ industry }) => industry),
      })),
      cells,
      totals: {
        planned: total(({ planned }) => (planned ? 1 : 0)),
        done: total(({ done }) => (done ? 1 : 0)),
        lookBacks: total(({ lookBacks }) => lookBacks),
        enterprisesChecked: total(({ enterprisesChecked }) => enterprisesChecked),
        problems: total(({ problems }) => problems),
      },
    };
  },

  tables: matrixTables,
  notes: [
    {
      zh: '计划称12个重点行业，载明其中8个；其余为候选，标注*，尚未确定',
      en: 'The plan counts 12 key industries and names 8; the others here are candidates, marked *, and not confirmed',
    },
    {
      zh: '“计划”指县（区）年度计划列明该行业，且已经本级政府同意',
      en: 'Planned means that the area’s own plan names the industry and its government agreed',
    },
  ],
};
