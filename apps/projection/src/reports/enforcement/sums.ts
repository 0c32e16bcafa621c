import { languages } from '#contracts';
import { namespaceOf } from '#decider';
import type { KeptFact } from '../counting.js';
import { isWithin, type HeldRecord, type ReportLine, type Span } from '../report.js';
import { figures, type Counts, type Figures } from './figures.js';

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

export const summed = (lines: readonly EnforcementLine[]): Figures =>
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

export function linesOf({ stream, facts }: HeldRecord, span: Span): EnforcementLine[] {
  const county = facts.findLast(({ data }) => data.county)?.data.county as string | undefined;
  const department = byStream(stream);
  return [...countedIn(facts, span), ...penaltyIn(facts, span)].map((line) => ({
    ...line,
    department,
    ...(county ? { county } : {}),
  }));
}

export const titles = new Map(languages.map(({ department, title }) => [department, `${title.zh} ${title.en}`]));
export const UNSTATED = '未载明 not stated';
