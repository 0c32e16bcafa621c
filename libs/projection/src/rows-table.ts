import type pg from 'pg';
import type { ColumnTypes, Projection } from './projection.js';
import { arrayText, textArray } from './text-array.js';

/** Connections that take statements, in a transaction or not. */
export type Statements = Pick<pg.ClientBase, 'query'>;

/** A row as it is written. */
export interface Written {
  readonly key: string;
  readonly row: object;
  readonly position: number;
  /** In the order in which the projection names them. */
  readonly columns: readonly (ColumnTypes[keyof ColumnTypes] | null)[];
}

const sqlType = {
  text: 'text collate "C"',
  bigint: 'bigint',
  boolean: 'boolean',
  'text[]': 'text[] collate "C"',
} as const;
const columnsOf = (projection: Projection) => Object.entries(projection.columns ?? {});

/** Quoted: column names such as `position` or `limit` are words of SQL. */
export const quoted = (name: string): string => `"${name}"`;

/** The table under the name of a projection is a view of the rows that serve. */
export const viewOf = (name: string): string => `read.${quoted(name)}`;

export async function createRows(on: Statements, projection: Projection, rows: string): Promise<void> {
  const columns = columnsOf(projection).map(([name, { type }]) => `, ${quoted(`c_${name}`)} ${sqlType[type]}`);
  await on.query(`create table ${viewOf(rows)}
    (key text collate "C" primary key, row json not null, at bigint not null${columns.join('')})`);
  // Compressing a long row costs more than writing it.
  await on.query(`alter table ${viewOf(rows)} alter column row set storage external`);
}

/** After the rows are there, which is quicker than before. */
export async function indexRows(on: Statements, projection: Projection, rows: string): Promise<void> {
  for (const [name, { index, type }] of columnsOf(projection))
    if (index) await on.query(`create index on ${viewOf(rows)} ${indexOf(quoted(`c_${name}`), type)}`);
}

// What is not yet in the tree would be read through by everybody who asks: it is put there when it is written.
const indexOf = (column: string, type: keyof ColumnTypes): string =>
  type === 'text[]' ? `using gin (${column}) with (fastupdate = off)` : `(${column}, key)`;

export async function dropRows(on: Statements, rows: string): Promise<void> {
  await on.query(`drop table if exists ${viewOf(rows)}`);
  await on.query('delete from read.parked where rows = $1', [rows]);
}

/** From this commit on, readers see these rows. */
export async function serveRows(on: Statements, name: string, rows: string): Promise<void> {
  await on.query(`drop view if exists ${viewOf(name)}`);
  await on.query(`create view ${viewOf(name)} as select * from ${viewOf(rows)}`);
}

export async function loadRows<Row>(
  on: Statements,
  rows: string,
  keys: readonly string[],
): Promise<{ key: string; row: Row; at: number }[]> {
  const found = await on.query<{ key: string; row: Row; at: string }>({
    name: `load ${rows}`,
    text: `select key, row, at from ${viewOf(rows)} where key = any($1::text[])`,
    values: [textArray(keys)],
  });
  return found.rows.map(({ at, ...held }) => ({ ...held, at: Number(at) }));
}

/** Rows in one statement: so many that the statement's own cost does not count, so few that memory does not. */
const CHUNK = 250;

/** Writes rows. While PostgreSQL takes one chunk, the next is turned into text. */
export async function writeRows(
  on: Statements,
  projection: Projection,
  rows: string,
  written: readonly Written[],
): Promise<void> {
  // Named, so that each session plans it once.
  const statement = { name: `write ${rows}`, text: upsert(projection, rows) };
  let before: Promise<unknown> = Promise.resolve();
  for (let at = 0; at < written.length; at += CHUNK) {
    const values = columnArrays(projection, written.slice(at, at + CHUNK));
    await before;
    before = on.query({ ...statement, values });
    // Awaited at the next turn; a failure must not count as nobody's until then.
    before.catch(() => {});
    await new Promise(setImmediate);
  }
  await before;
}

function upsert(projection: Projection, rows: string): string {
  const columns = columnsOf(projection);
  const names = columns.map(([name]) => quoted(`c_${name}`));
  const casts = columns.map(([, { type }], index) => `u.v${index}::${type}`);
  return `insert into ${viewOf(rows)} (key, row, at${names.map((name) => `, ${name}`).join('')})
     select u.key, u.row::json, u.at::bigint${casts.map((cast) => `, ${cast}`).join('')}
     from unnest($1::text[], $2::text[], $3::text[]${columns.map((_, index) => `, $${index + 4}::text[]`).join('')})
       u(key, row, at${columns.map((_, index) => `, v${index}`).join('')})
     on conflict (key) do update set row = excluded.row, at = excluded.at
       ${names.map((name) => `, ${name} = excluded.${name}`).join('')}`;
}

const columnArrays = (projection: Projection, written: readonly Written[]): Buffer[] => [
  textArray(written.map(({ key }) => key)),
  textArray(written.map(({ row }) => JSON.stringify(row))),
  textArray(written.map(({ position }) => position)),
  ...columnsOf(projection).map((_, at) => textArray(written.map(({ columns }) => asText(columns[at] ?? null)))),
];

const asText = (value: ColumnTypes[keyof ColumnTypes] | null) =>
  typeof value === 'object' && value !== null ? arrayText(value) : value;

export async function deleteRows(on: Statements, rows: string, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await on.query(`delete from ${viewOf(rows)} where key = any($1::text[])`, [textArray(keys)]);
}
