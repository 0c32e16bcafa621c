import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { namespaceOf } from '#decider';
import { isSheet, sheets } from './sheets.js';
import type { CityStep } from './tale.js';

/** One file, and what `taizhang import` must be told of it. */
export interface WrittenFile {
  readonly path: string;
  readonly department: string;
  readonly command?: string;
  rows: number;
}

/** What lies in the folder. */
export interface CityYearWritten {
  /** In the order in which they are imported: what comes later looks at what came before. */
  readonly files: readonly WrittenFile[];
  readonly rows: number;
  /** Rows that must be refused; `refusals.ndjson` says which, and with what. */
  readonly refused: number;
}

/** Nobody is there to reply to where it is not known who told. */
const needsTeller: readonly string[] = ['ReplyToTip', 'RevisitTip'];

interface Open extends WrittenFile {
  readonly stream: WriteStream;
}

/**
 * Writes the year as files for `taizhang import`: one NDJSON for each wave, department and role, and a CSV where a
 * department would have a spreadsheet. What the platform answers is not among them, because it answers items by ids that
 * are known once they are pushed; nor who told a tip, because that is in no file.
 */
export async function writeCityYear(steps: Iterable<CityStep>, folder: string): Promise<CityYearWritten> {
  await mkdir(folder, { recursive: true });
  const open = new Map<string, Open>();
  const refusals = createWriteStream(join(folder, 'refusals.ndjson'));
  let rows = 0;
  let refused = 0;
  for (const step of steps) {
    if (step.role === 'credit-platform' || needsTeller.includes(step.command)) continue;
    const name = nameOf(step);
    let file = open.get(name);
    if (!file) {
      file = opened(join(folder, name), step);
      open.set(name, file);
    }
    file.rows++;
    rows++;
    await write(file.stream, isSheet(step.command) ? cells(step) : line(step));
    if (step.refusedWith === undefined) continue;
    refused++;
    const { key, id, command, refusedWith, refusedField, dirt } = step;
    await write(refusals, `${JSON.stringify({ file: name, key, id, command, refusedWith, refusedField, dirt })}\n`);
  }
  const streams = [refusals, ...[...open.values()].map(({ stream }) => stream)];
  await Promise.all(streams.map((stream) => new Promise<void>((resolve) => stream.end(() => resolve()))));
  const files = [...open.keys()].sort().map((name) => {
    const { stream: _, ...file } = open.get(name)!;
    return file;
  });
  return { files, rows, refused };
}

/** Sheets of a wave come before its other rows: a case begins with the inspection that is in the sheet. */
function nameOf({ wave, department, role, command }: CityStep): string {
  const own = role === `department:${department}:post` ? '' : `-${role.replaceAll(':', '-')}`;
  const place = `${wave + 1}`.padStart(2, '0');
  return isSheet(command) ? `${place}-a-${department}-${command}.csv` : `${place}-b-${department}${own}.ndjson`;
}

function opened(path: string, { department, command }: CityStep): Open {
  const stream = createWriteStream(path);
  const file = { path, department, rows: 0, stream };
  if (!isSheet(command)) return file;
  stream.write(stringify([['record', 'key', ...sheets[command]!]]));
  return { ...file, command };
}

const line = ({ key, department, command, id, body }: CityStep): string =>
  `${JSON.stringify({
    specversion: '1.0',
    id: key,
    source: 'urn:taizhang:city-year',
    type: `${namespaceOf(department)}.${command}`,
    subject: id,
    time: body['occurredAt'],
    datacontenttype: 'application/json',
    data: body,
  })}\n`;

const cells = ({ id, key, command, body }: CityStep): string =>
  stringify([[id, key, ...sheets[command]!.map((column) => cellOf(body, column.split('.')))]]);

function cellOf(body: unknown, [name = '', ...rest]: readonly string[]): string {
  const value = (body as Readonly<Record<string, unknown>> | undefined)?.[name];
  if (rest.length > 0) return cellOf(value, rest);
  return Array.isArray(value) ? value.join(';') : String(value ?? '');
}

async function write(stream: WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
