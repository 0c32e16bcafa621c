import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { halfWidth } from '#codes';
import { EXIT, Failure, usage } from '../exit-codes.js';
import { fieldsOf, type FieldOf } from '../field-help.js';
import { nearest, type CommandWord } from '../languages.js';
import { itemOf, unreadable, type FixUp, type Row } from './row.js';
import { tidied } from './tidy.js';

/** Columns that are not of the body: which record a row is about, and the number that its own system gave it. */
const OWN = ['record', 'key'] as const;

interface Column {
  readonly name: string;
  readonly field?: FieldOf;
}

/**
 * Rows of a CSV whose header names the fields of one command, `enterprise.uscc` for a field of a part, besides `record`
 * and, if there is one, `key`. Lists are separated by `;`. An empty cell is a field left out.
 */
export async function* csvRows(texts: AsyncIterable<string>, word: CommandWord): AsyncGenerator<Row> {
  const parser = Readable.from(texts).pipe(
    parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true }),
  );
  let columns: readonly Column[] | undefined;
  try {
    for await (const { record: cells, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
      if (columns) yield rowOf(cells, info.lines, columns, word);
      else columns = header(cells, word);
  } catch (cause) {
    if (!(cause as { code?: string }).code?.startsWith('CSV_')) throw cause;
    throw new Failure(EXIT.failed, `CSV 有误\nThe CSV is broken: ${(cause as Error).message}`, { cause });
  }
}

/** Fields that one cell can hold, by the name of their column. */
function columnsFor(fields: readonly FieldOf[], prefix = ''): readonly Column[] {
  return fields.flatMap((field) => {
    if (field.part && field.facts.isArray) return [];
    return field.part ? columnsFor(field.parts, `${prefix}${field.name}.`) : [{ name: prefix + field.name, field }];
  });
}

function header(cells: readonly string[], { name: command, payload }: CommandWord): readonly Column[] {
  const known = [...OWN.map((name): Column => ({ name })), ...columnsFor(fieldsOf(payload))];
  const names = known.map(({ name }) => name);
  const columns = cells.map((cell) => {
    const name = halfWidth(cell).trim();
    const column = known.find((one) => one.name === name);
    if (column) return column;
    const near = nearest(name, names);
    throw usage(
      `${command} 没有字段“${name}”；可用列：${names.join('、')}`,
      `${command} has no field ${name}${near.length > 0 ? `. Did you mean ${near.join(', ')}?` : ''}\n` +
        `  Columns there may be: ${names.join(', ')}`,
    );
  });
  if (!columns.some(({ name }) => name === 'record'))
    throw usage('缺少 record 列（记录编号）', 'There must be a column `record`, the id of the record');
  return columns;
}

function rowOf(cells: readonly string[], line: number, columns: readonly Column[], word: CommandWord): Row {
  if (cells.length !== columns.length)
    return unreadable(
      line,
      cells.join(','),
      `有${cells.length}列，表头有${columns.length}列`,
      `has ${cells.length} cells under a header of ${columns.length}`,
    );
  const fixUps: FixUp[] = [];
  const own: Partial<Record<string, string>> = {};
  const body: Record<string, unknown> = {};
  for (const [at, { name, field }] of columns.entries()) {
    const cell = cells[at]!;
    if (cell.trim() === '') continue;
    if (field) put(body, name.split('.'), valueOf(cell, field, name, fixUps));
    else own[name] = cell.trim();
  }
  if (!own['record']) return unreadable(line, cells.join(','), 'record 为空', 'names no record');
  const tidy = tidied(word.payload, body);
  const item = itemOf({
    department: word.department,
    command: word.name,
    record: own['record'],
    data: tidy.data,
    ...(own['key'] ? { key: own['key'] } : {}),
  });
  return { line, item, fixUps: [...fixUps, ...tidy.fixUps], proposals: tidy.proposals };
}

function put(body: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) body[name] = value;
  else put((body[name] ??= {}) as Record<string, unknown>, rest, value);
}

/** A cell as its field wants it; what does not look like it stays text, and the ledger says what is wrong. */
function valueOf(cell: string, { facts }: FieldOf, field: string, fixUps: FixUp[]): unknown {
  if (facts.isArray)
    return cell
      .split(/[;；]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  if (facts.type === Boolean) return ({ true: true, false: false, 是: true, 否: false } as const)[cell.trim()] ?? cell;
  if (facts.type !== Number && facts.type !== 'integer') return cell;
  const text = halfWidth(cell).trim();
  if (!/^-?\d+(\.\d+)?$/.test(text)) return cell;
  if (text !== cell) fixUps.push({ field, from: cell, to: text });
  return Number(text);
}
