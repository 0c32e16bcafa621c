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

/**
 * Facets of columns that hold one value come from one grouping of the rows, by all their values together and by which of
 * the conditions on them hold; the others each look at the rows for themselves.
 */
function counting(
  projection: Projection,
  facets: readonly (readonly [string, Facet])[],
  tests: readonly Test[],
  bind: Bind,
): string {
  const isPlain = ({ column, of }: Facet) => !of && projection.columns?.[column]?.type !== 'text[]';
  const onPlain = tests.filter((one) => facets.some(([, facet]) => isPlain(facet) && isOn(facet, one)));
  const heeding = (passed: (one: Test) => boolean) =>
    `${viewOf(projection.name)} ${where(tests.filter((one) => !passed(one)).map(({ sql }) => sql))}`;
  const values: string[] = [];

  const counts = facets.map(([name, facet]) => {
    const { column, of, edges } = facet;
    const counted = `select ${bind(name)}::text facet,`;
    if (of)
      return `${counted} o.${columnOf(of.projection, column)}::text as value, count(distinct r.key) count
        from (select key from ${heeding((one) => isOn(facet, one))}) r
        join ${viewOf(of.projection.name)} o on o.${columnOf(of.projection, of.by)} = r.key group by 2`;
    const value = columnOf(projection, column);
    if (!isPlain(facet))
      return `${counted} unnest(${value}) as value, count(*) count from ${heeding((one) => isOn(facet, one))} group by 2`;
    const at = values.push(edges ? `width_bucket(${value}, ${bind(edges)}::text[])::text` : `${value}::text`);
    const holding = onPlain.flatMap((one, nr) => (isOn(facet, one) ? [] : [`t${nr}`]));
    return `${counted} v${at} as value, sum(count) count from grouped
      ${where([...holding, ...(edges ? [`v${at} is not null`] : [])])} group by 2`;
  });

  const groups = [
    ...values.map((value, at) => `${value} v${at + 1}`),
    ...onPlain.map(({ sql }, nr) => `${sql} t${nr}`),
  ];
  return `with grouped as materialized (select ${['count(*) count', ...groups].join(', ')}
      from ${heeding((one) => onPlain.includes(one))} group by ${['()', ...groups.map((_, at) => at + 2)].join(', ')})
    select coalesce(json_agg(json_build_array(facet, value, count)), '[]') from (${counts.join(' union all ')}) c`;
}
