import type { Bilingual } from '#decider';
import type { Table } from '../tables/table.js';
import type { KeptFact } from './counting.js';
import type { PeriodKind } from './period.js';

/** A record with those of its facts that held and were known, in the ledger's order. */
export interface HeldRecord {
  readonly stream: string;
  readonly facts: readonly KeptFact[];
}

/** The days between which acts count, both included. */
export interface Span {
  readonly from: string;
  readonly asOf: string;
}

/** One thing that counts, with the fact that says so. */
export interface ReportLine {
  readonly eventId: string;
  readonly on: string;
}

/** A report for spreadsheets and on paper: what a CSV has, the sheets of a workbook, what is printed. */
export interface ReportTables {
  readonly csv: Table;
  readonly sheets: readonly Table[];
  readonly printed: readonly Table[];
}

/** A report, as data and two pure steps: which facts count, and what they come to. */
export interface Report<Line extends ReportLine = any, Found extends object = any> {
  /** Last segment of its path, and name of what it is counted from. */
  readonly name: string;
  /** Raised when the same facts would give other lines; what was signed off says under which version. */
  readonly version: number;
  readonly title: Bilingual;
  readonly periods: readonly PeriodKind[];
  /** Acts for a period may come after its end, and say themselves for which period they are. */
  readonly runsOn?: true;
  readonly lines: (records: readonly HeldRecord[], span: Span) => readonly Line[];
  readonly found: (lines: readonly Line[], span: Span) => Found;
  readonly tables: (found: Found, lines: readonly Line[]) => ReportTables;
  /** What a reader must know to read the figures rightly. */
  readonly notes: readonly Bilingual[];
}

export const isWithin = ({ from, asOf }: Span, on: string | undefined): on is string =>
  on !== undefined && on >= from && on <= asOf;

/** How often each word is said. */
export function tally<Word extends string>(words: readonly Word[]): Partial<Record<Word, number>> {
  const counts: Partial<Record<Word, number>> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
