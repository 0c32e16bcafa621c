import type { government } from '#contracts';
import { addDays } from '#law';
import type { Keyed, ReadModels } from '#projection';
import { pagesOf } from '../pages.js';
import { countedRecord, streamOf, type CountedRecord } from './counted.projection.js';
import { digestOf } from './digest.js';
import { heldAt } from './held.js';
import type { Report, ReportLine, Span } from './report.js';

const WAIT_MS = 5_000;

/** How far the ledger is known: up to a position, or as it stood at a moment (milliseconds). Otherwise as it is now. */
export interface Known {
  readonly upTo?: number;
  readonly at?: number;
}

/** What a report counted, with what it takes to ask it again. */
export interface Asked<Line extends ReportLine> {
  readonly frozen: government.FrozenQuery;
  readonly lines: readonly Line[];
  /** The same of everything that is known now. */
  readonly contentSha256Now: string;
  /** Position that the rows reflected. */
  readonly position: number;
  readonly changedAt: number;
}

type Rows = readonly Keyed<CountedRecord>[];

/** The last position of a fact that was recorded by then. The ledger's clock never goes back. */
const positionAt = (rows: Rows, at: number): number =>
  rows
    .flatMap(({ row }) => row.facts)
    .filter(({ recordedAt }) => Date.parse(recordedAt) <= at)
    .reduce((last, { position }) => Math.max(last, position), 0);

const inOrder = (one: ReportLine, other: ReportLine): number =>
  one.on === other.on ? (one.eventId < other.eventId ? -1 : 1) : one.on < other.on ? -1 : 1;

/** Counts a report from the rows. Whatever is recorded later changes nothing at a position that was reflected. */
export async function ask<Line extends ReportLine>(
  models: ReadModels,
  { name, version, lines: linesOf }: Report<Line>,
  { from, asOf }: Span,
  { upTo, at }: Known,
): Promise<Asked<Line>> {
  if (upTo !== undefined) await models.waitFor(countedRecord.name, upTo, WAIT_MS);
  const rows: Keyed<CountedRecord>[] = [];
  let reflected: { position: number; changedAt: number } | undefined;
  const where = [
    { column: 'report', is: name },
    { column: 'first_on', before: addDays(asOf, 1) },
    { column: 'last_on', after: addDays(from, -1) },
  ];
  for await (const page of pagesOf(models.of(countedRecord), where)) {
    reflected ??= page;
    rows.push(...page.rows);
  }
  const { position, changedAt } = reflected!;
  const counted = (asKnownAt: number): Line[] => {
    const records = rows.map(({ key, row }) => ({
      stream: streamOf(key),
      facts: heldAt(row.facts, { asOf, asKnownAt }),
    }));
    return linesOf(records, { from, asOf }).toSorted(inOrder);
  };
  const asKnownAt = upTo ?? (at === undefined ? position : Math.min(position, positionAt(rows, at)));
  const lines = counted(asKnownAt);
  return {
    frozen: { query: `${name}@${version}`, from, asOf, asKnownAt, contentSha256: digestOf({ lines }) },
    lines,
    contentSha256Now: digestOf({ lines: asKnownAt === position ? lines : counted(position) }),
    position,
    changedAt,
  };
}
