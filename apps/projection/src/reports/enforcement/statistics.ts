import { areaCodes, areas } from '#codes';
import { languages } from '#contracts';
import { namespaceOf } from '#decider';
import type { KeptFact } from '../counting.js';
import { isWithin, type HeldRecord, type Report, type ReportLine, type Span } from '../report.js';
import { figures, type Counts, type Figures } from './figures.js';
import { enforcementTables } from './tables.js';

export interface EnforcementLine extends ReportLine {
  /** As paths spell it. */
  readonly department: string;
  /** None where neither the fact nor its record names one. */
  readonly county?: string;
  readonly counts: Counts;
}

interface Cell extends Figures {
  readonly department: string;
  readonly county: string | null;
}

export interface Enforcement {
  readonly cells: readonly Cell[];
  readonly byDepartment: readonly (Figures & { readonly department: string; readonly title: string })[];
  readonly byCounty: readonly (Figures & { readonly county: string | null; readonly name: string })[];
  readonly totals: Figures;
}

const departmentOf = new Map(languages.map(({ department }) => [namespaceOf(department), department]));
const byStream = (stream: string): string => departmentOf.get(stream.slice(0, stream.indexOf('.')))!;

const summed = (lines: readonly EnforcementLine[]): Figures =>
  Object.fromEntries(
    figures.map((figure) => [figure, lines.reduce((sum, { counts }) => sum + (counts[figure] ?? 0), 0)]),
  ) as Figures;

const nonZero = (counts: Counts): Counts => Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

/** A penalty counts in the period of its decision, with the fine as it stands; annulled, it counts as that alone. */
function penaltyIn(facts: readonly KeptFact[], span: Span): (ReportLine & Pick<EnforcementLine, 'counts'>)[] {
  const last = (step: string) => facts.findLast(({ data, on }) => data.step === step && on! <= span.asOf);
  const decided = last('DECIDED');
  if (!decided || !isWithin(span, decided.on)) return [];
  const { eventId, on, data } = decided;
  if (last('ANNULLED')) return [{ eventId, on, counts: { annulled: 1 } }];
  const finesFen = (last('CHANGED')?.data.fineFen ?? data.fineFen) as number;
  return [{ eventId, on, counts: { penalties: 1, ...nonZero({ finesFen }) } }];
}

const countedIn = (facts: readonly KeptFact[], span: Span) =>
  facts.flatMap(({ eventId, on, data }) => {
    const counts = nonZero((data.counts ?? {}) as Counts);
    return isWithin(span, on) && Object.keys(counts).length > 0 ? [{ eventId, on, counts }] : [];
  });

function linesOf({ stream, facts }: HeldRecord, span: Span): EnforcementLine[] {
  const county = facts.findLast(({ data }) => data.county)?.data.county as string | undefined;
  const department = byStream(stream);
  return [...countedIn(facts, span), ...penaltyIn(facts, span)].map((line) => ({
    ...line,
    department,
    ...(county ? { county } : {}),
  }));
}

const titles = new Map(languages.map(({ department, title }) => [department, `${title.zh} ${title.en}`]));
const UNSTATED = '未载明 not stated';

/** Inspections, violations, orders, penalties and fines of any period, by department and area; June and July first (三(二)). */
export const enforcement: Report<EnforcementLine, Enforcement> = {
  name: 'enforcement',
  version: 1,
  title: { zh: '执法检查统计', en: 'Enforcement statistics' },
  periods: ['month', 'quarter', 'half', 'year', 'days'],

  lines: (records, span) => records.flatMap((record) => linesOf(record, span)),

  found: (lines) => {
    const departments = [...titles.keys()].filter((one) => lines.some(({ department }) => department === one));
    const counties = [...areaCodes, undefined].filter(
      (one) => one !== undefined || lines.some(({ county }) => county === undefined),
    );
    const of = (department?: string) => lines.filter((line) => line.department === department);
    return {
      cells: departments.flatMap((department) =>
        counties.flatMap((county) => {
          const own = of(department).filter((line) => line.county === county);
          return own.length > 0 ? [{ department, county: county ?? null, ...summed(own) }] : [];
        }),
      ),
      byDepartment: departments.map((department) => ({
        department,
        title: titles.get(department)!,
        ...summed(of(department)),
      })),
      byCounty: counties.map((county) => ({
        county: county ?? null,
        name: county ? areas[county].zh : UNSTATED,
        ...summed(lines.filter((line) => line.county === county)),
      })),
      totals: summed(lines),
    };
  },

  tables: enforcementTables,
  notes: [
    {
      zh: '“回头看”含对重点对象的检查和县（区）行业“回头看”，各计一次',
      en: 'Look-backs are visits to targets and completed look-backs at an industry of an area, each counted once',
    },
    {
      zh: '处罚计入作出决定的期间；罚款为截至日的数额，已撤销的不计入处罚和罚款，单列',
      en: 'A penalty counts in the period of its decision; fines are as they stand on the day; what was annulled is counted apart',
    },
    {
      zh: '联合（分级分区）检查的企业数和问题数由检查填报，与各部门立案查处的违法行为分列，不相加',
      en: 'Joint and zoned inspections report their own enterprises and problems; these stand beside the violations that bureaux found and are not added to them',
    },
  ],
};
