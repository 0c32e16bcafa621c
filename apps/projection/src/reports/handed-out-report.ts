import type { FastifyReply } from 'fastify';
import type { government } from '#contracts';
import { handedOut, handedOutOnPaper, type Format } from '../tables/handed-out.js';
import type { Page } from '../tables/printed.js';
import type { ReportTables } from './report.js';

/** A report that is not JSON: everything that its file or its page says. */
export interface ReportFile extends Omit<Page, 'tables'> {
  /** Of the file, without what comes after the dot. */
  readonly name: string;
  readonly tables: ReportTables;
}

/** The days and the position that make an answer what it is, as a page says them. */
export const frozenFacts = (
  period: string,
  { query, from, asOf, asKnownAt, contentSha256 }: government.FrozenQuery,
): ReportFile['facts'] => [
  ['期间 Period', `${period}（${from} – ${asOf}）`],
  ['法律时间截至 As of', asOf],
  ['所知截至台账位置 As known at position', String(asKnownAt)],
  ['查询 Query', query],
  ['内容摘要 SHA-256', contentSha256],
];

/** Name of a file that says which question it answers. */
export const fileName = (name: string, period: string, { asOf, asKnownAt }: government.FrozenQuery): string =>
  `${name}-${period.replace('/', '-to-')}-as-of-${asOf}-at-${asKnownAt}`;

export async function handedOutReport(
  reply: FastifyReply,
  format: Exclude<Format, 'json'>,
  { name, tables: { csv, sheets, printed }, ...page }: ReportFile,
): Promise<string | Buffer> {
  if (format === 'html') return handedOutOnPaper(reply, { ...page, tables: printed });
  const [first, ...others] = format === 'csv' ? [csv] : sheets;
  return handedOut(reply, format, { ...first!, name }, ...others);
}
