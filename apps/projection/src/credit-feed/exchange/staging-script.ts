import type { Field, Standard } from '../standards/standard.js';
import { controls, type Line } from './line.js';

/** Rows of one statement: so many that statements do not count, so few that each can be read. */
const AT_ONCE = 200;

const literal = (value: string | number | undefined): string =>
  value === undefined || value === ''
    ? 'null'
    : typeof value === 'number'
      ? String(value)
      : `'${value.replaceAll("'", "''").replaceAll('\0', '')}'`;

const types: Readonly<Record<NonNullable<Field['form']>, (most: number) => string>> = {
  text: (most) => `varchar(${most})`,
  uscc: (most) => `char(${most})`,
  day: () => 'date',
  wan: () => 'numeric(18,6)',
};

const controlTypes: Readonly<Partial<Record<(typeof controls)[number]['name'], string>>> = {
  operation: "varchar(6) not null check (operation in ('UPSERT', 'DELETE'))",
  record_id: 'varchar(256) primary key',
  position: 'bigint not null',
};

const isoDay = (value: string | undefined): string | undefined => value?.replaceAll('/', '-');

/** The table that a standard is staged in: `taizhang_non_completion_1`. */
export const stagingTable = ({ kind, version }: Standard): string => `taizhang_${kind.replaceAll('-', '_')}_${version}`;

function definition(standard: Standard): string {
  const table = stagingTable(standard);
  const columns = [
    ...standard.fields.map(({ name, form = 'text', most }) => `${name} ${types[form](most)}`),
    ...controls.map(({ name, most }) => `${name} ${controlTypes[name] ?? `varchar(${most})`}`),
  ];
  const comments = [...standard.fields, ...controls].map(
    ({ name, zh }) => `comment on column ${table}.${name} is ${literal(zh)};`,
  );
  return [`create table if not exists ${table} (\n  ${columns.join(',\n  ')}\n);`, ...comments].join('\n');
}

function upsert(standard: Standard, lines: readonly Line[]): string {
  const table = stagingTable(standard);
  const names = [...standard.fields.map(({ name }) => name), ...controls.map(({ name }) => name)];
  const rows = lines.map((line) => {
    const values = standard.fields.map(({ name, form }) =>
      literal(form === 'day' ? isoDay(line.record[name]) : line.record[name]),
    );
    return `(${[...values, ...controls.map(({ name }) => literal(line[name]))].join(', ')})`;
  });
  const sets = names.filter((name) => name !== 'record_id').map((name) => `${name} = excluded.${name}`);
  return [
    `insert into ${table} (${names.join(', ')}) values\n${rows.join(',\n')}`,
    `on conflict (record_id) do update set ${sets.join(', ')}`,
    `where ${table}.position < excluded.position;`,
  ].join('\n');
}

/**
 * A script for a front-end database: the staging table and its rows, one a record, in one transaction. A tombstone
 * empties its row but for what identifies the record. Scripts may be run again and in any order: an earlier state never
 * replaces a later one.
 */
export function stagingScript(standard: Standard, lines: readonly Line[]): string {
  const statements = Array.from({ length: Math.ceil(lines.length / AT_ONCE) }, (_, at) =>
    upsert(standard, lines.slice(at * AT_ONCE, (at + 1) * AT_ONCE)),
  );
  const settings = ['set local standard_conforming_strings = on;', "set local client_encoding = 'UTF8';"];
  return ['begin;', ...settings, definition(standard), ...statements, 'commit;', ''].join('\n');
}
