import type { Condition, Count, Counts, Facet, Query } from './read-models.js';
import type { Projection } from './projection.js';
import { quoted, viewOf } from './rows-table.js';

/** A query in SQL: its page, what its facets count, and the values, of which the first is `$2`. */
interface Selection {
  readonly rows: string;
  /** One value of JSON: `Counted[]`. */
  readonly counts?: string;
  readonly values: readonly unknown[];
}

/** How often a facet has a value. */
export type Counted = readonly [facet: string, value: string | null, count: number];

type Bind = (value: unknown) => string;

interface Test {
  readonly condition: Condition;
  readonly sql: string;
}

export function selection(projection: Projection, query: Query): Selection {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value) + 1}`;
  const tests = (query.where ?? []).map((condition) => ({ condition, sql: test(projection, condition, bind) }));
  const order = [...(query.orderBy ?? []).map((name) => columnOf(projection, name)), 'key'];
  if (query.after && query.after.length !== order.length)
    throw new Error(`${projection.name}: a page starts after ${order.length} values`);
  const place = query.after ? [`(${order.join(', ')}) > (${query.after.map(bind).join(', ')})`] : [];
  const sorted = order.join(', ');
  const facets = Object.entries(query.facets ?? {});
  return {
    rows: `select key, row, row_number() over (order by ${sorted}) nr from ${viewOf(projection.name)}
      ${where([...tests.map(({ sql }) => sql), ...place])} order by ${sorted} limit ${bind(query.limit)}`,
    ...(facets.length > 0 ? { counts: counting(projection, facets, tests, bind) } : {}),
    values,
  };
}

/** Counts by facet, those without any included. */
export const countsOf = (facets: Readonly<Record<string, Facet>>, counted: readonly Counted[]): Counts =>
  Object.fromEntries(
    Object.keys(facets).map((name) => [
      name,
      counted
        .filter(([facet]) => facet === name)
        .map(([, value, count]): Count => ({ value, count }))
        .sort((a, b) => b.count - a.count || ((a.value ?? '') < (b.value ?? '') ? -1 : 1)),
    ]),
  );

const where = (tests: readonly string[]): string => (tests.length > 0 ? `where ${tests.join(' and ')}` : '');

function columnOf({ name: projection, columns = {} }: Projection, name: string): string {
  if (!Object.hasOwn(columns, name)) throw new Error(`${projection} has no column ${name}`);
  return quoted(`c_${name}`);
}

function test(projection: Projection, condition: Condition, bind: Bind): string {
  const { of, ...own } = condition;
  if (of) {
    const { projection: other, by } = of;
    return `key in (select ${columnOf(other, by)} from ${viewOf(other.name)} where ${test(other, own, bind)})`;
  }
  const name = columnOf(projection, condition.column);
  if ('is' in condition) return condition.is === null ? `${name} is null` : `${name} = ${bind(condition.is)}`;
  if ('before' in condition) return `${name} < ${bind(condition.before)}`;
  if ('after' in condition) return `${name} > ${bind(condition.after)}`;
  if ('has' in condition) return `${name} @> ${bind(condition.has)}::text[]`;
  return `position(${bind(condition.contains)} in ${name}) > 0`;
}

const isOn = (facet: Facet, { condition }: Test): boolean =>
  facet.column === condition.column && facet.of?.projection === condition.of?.projection;

/** What every facet heeds is looked for once; each then heeds the conditions of the others. */
function counting(
  projection: Projection,
  facets: readonly (readonly [string, Facet])[],
  tests: readonly Test[],
  bind: Bind,
): string {
  const own = tests.filter((one) => facets.some(([, facet]) => isOn(facet, one)));
  const all = tests.filter((one) => !own.includes(one)).map(({ sql }) => sql);
  const columns = facets.flatMap(([, { column, of }]) => (of ? [] : [columnOf(projection, column)]));
  const each = facets.map(([name, facet]) => {
    const heeded = where(own.filter((one) => !isOn(facet, one)).map(({ sql }) => sql));
    return `select ${bind(name)}::text facet, value, count(*)::int count
      from (${valuesOf(projection, facet, `(select * from found ${heeded})`, bind)}) v group by value`;
  });
  return `with found as materialized (select ${['key', ...new Set(columns)].join(', ')} from ${viewOf(projection.name)} ${where(all)})
    select coalesce(json_agg(json_build_array(facet, value, count)), '[]') from (${each.join(' union all ')}) c`;
}

function valuesOf(projection: Projection, { column, of, edges }: Facet, found: string, bind: Bind): string {
  const name = columnOf(of?.projection ?? projection, column);
  if (of)
    return `select distinct f.key, o.${name}::text as value from ${found} f
      join ${viewOf(of.projection.name)} o on o.${columnOf(of.projection, of.by)} = f.key`;
  if (edges)
    return `select width_bucket(${name}, ${bind(edges)}::text[])::text as value from ${found} f where ${name} is not null`;
  if (projection.columns![column]!.type === 'text[]') return `select unnest(${name}) as value from ${found} f`;
  return `select ${name}::text as value from ${found} f`;
}
