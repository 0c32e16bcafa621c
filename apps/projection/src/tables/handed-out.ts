import type { FastifyReply, FastifyRequest } from 'fastify';
import { wants } from '../answering.js';
import { oneOf } from '../query.js';
import { csvOf, xlsxOf, type Table } from './table.js';

export const CSV = 'text/csv';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const formats = ['json', 'csv', 'xlsx'] as const;
export type Format = (typeof formats)[number];

/** How the caller wants the answer: as `format` says, which a link can, or else as `Accept` says. */
export function formatOf(request: FastifyRequest, format: string | undefined): Format {
  const asked = oneOf('format', format, formats);
  return asked ?? (wants(request, XLSX) ? 'xlsx' : wants(request, CSV) ? 'csv' : 'json');
}

/** The body of an answer that is a file, with the headers that go with it. */
export async function handedOut(
  reply: FastifyReply,
  format: Exclude<Format, 'json'>,
  table: Table,
): Promise<string | Buffer> {
  void reply.headers({
    'content-type': format === 'csv' ? `${CSV}; charset=utf-8` : XLSX,
    'content-disposition': `attachment; filename="${table.name}.${format}"`,
  });
  return format === 'csv' ? csvOf(table) : xlsxOf(table);
}
