import type { FastifyReply, FastifyRequest } from 'fastify';
import { wants } from '../answering.js';
import { oneOf } from '../query.js';
import { printed, type Page } from './printed.js';
import { csvOf, xlsxOf, type Table } from './table.js';

export const CSV = 'text/csv';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const HTML = 'text/html';

const types = { csv: CSV, xlsx: XLSX, html: HTML } as const;

export const formats = ['json', 'csv', 'xlsx'] as const;
export const printedFormats = [...formats, 'html'] as const;
export type Format = (typeof printedFormats)[number];
export type FileFormat = 'csv' | 'xlsx';

/** How the caller wants the answer: as `format` says, which a link can, or else as `Accept` says. */
export function formatOf(request: FastifyRequest, format: string | undefined): 'json' | FileFormat;
export function formatOf(request: FastifyRequest, format: string | undefined, known: readonly Format[]): Format;
export function formatOf(
  request: FastifyRequest,
  format: string | undefined,
  known: readonly Format[] = formats,
): Format {
  const accepted = known.find((one) => one !== 'json' && wants(request, types[one]));
  return oneOf('format', format, known) ?? accepted ?? 'json';
}

const attached = (reply: FastifyReply, name: string, format: FileFormat) =>
  reply.headers({
    'content-type': format === 'csv' ? `${CSV}; charset=utf-8` : XLSX,
    'content-disposition': `attachment; filename="${name}.${format}"`,
  });

/** The body of an answer that is a file, with the headers that go with it. A CSV has the first table alone. */
export async function handedOut(
  reply: FastifyReply,
  format: FileFormat,
  table: Table,
  ...besides: readonly Table[]
): Promise<string | Buffer> {
  void attached(reply, table.name, format);
  return format === 'csv' ? csvOf(table) : xlsxOf(table, ...besides);
}

/** A page for paper, which may style itself and do nothing else. */
export function handedOutOnPaper(reply: FastifyReply, page: Page): string {
  void reply.headers({
    'content-type': `${HTML}; charset=utf-8`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  return printed(page);
}
