import { Unavailable } from '#event-store';
import pg from 'pg';
import type { Database } from './database.js';
import type { Projection } from './projection.js';
import type { AsOf, Condition, Keyed, Query, ReadModel } from './read-models.js';
import { quoted, viewOf } from './rows-table.js';

interface Found<Row> {
  readonly version: number;
  readonly position: number;
  readonly changedAt: number;
  readonly key: string | null;
  readonly row: Row;
  readonly at: number;
}

const AS_OF = `p.version, p.position::float8 position, p.changed_at::float8 "changedAt"`;
const NOT_THERE_YET = new Set(['42P01', '42703']);

/** Runs a read. What PostgreSQL says in codes is told in the words of the store's port. */
export async function ask<Row extends pg.QueryResultRow>(
  database: Database,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  try {
    return (await database.pool.query<Row>(sql, [...values])).rows;
  } catch (error) {
    if (error instanceof pg.DatabaseError && !NOT_THERE_YET.has(error.code ?? '') && !error.code?.startsWith('57'))
      throw error;
    throw new Unavailable('the read side cannot answer yet', { cause: error });
  }
}

/** Reads of one projection, each in one statement, so that rows and position are of one moment. */
export function readModel<Row extends object>(database: Database, projection: Projection<Row>): ReadModel<Row> {
  const { name } = projection;
  const view = viewOf(name);
  const answer = (found: readonly Found<Row>[]): AsOf & { rows: Keyed<Row>[] } => {
    const first = found[0];
    if (!first) throw new Unavailable(`${name} is not projected yet`);
    const { version, position, changedAt } = first;
    const rows = found.flatMap(({ key, row }) => (key === null ? [] : [{ key, row }]));
    return { version, position, changedAt, rows };
  };
  return {
    async get(key) {
      const found = await ask<Found<Row>>(
        database,
        `select ${AS_OF}, r.key, r.row, coalesce(r.at, 0)::float8 at
         from read.projection p left join ${view} r on r.key = $2 where p.name = $1`,
        [name, key],
      );
      const { rows, ...asOf } = answer(found);
      return { ...asOf, changedAt: Number(found[0]!.at), row: rows[0]?.row };
    },
    async pick(keys) {
      const found = await ask<Found<Row>>(
        database,
        `select ${AS_OF}, r.key, r.row from read.projection p
         left join ${view} r on r.key = any($2) where p.name = $1 order by r.key`,
        [name, keys],
      );
      return answer(found);
    },
    async page(query) {
      const { sql, values } = select(view, projection, query);
      const found = await ask<Found<Row>>(
        database,
        `select ${AS_OF}, r.key, r.row from read.projection p left join lateral (${sql}) r on true
         where p.name = $1 order by r.nr`,
        [name, ...values],
      );
      return answer(found);
    },
  };
}

function select(view: string, projection: Projection, query: Query): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value) + 1}`;
  const column = (name: string) => {
    if (!Object.hasOwn(projection.columns ?? {}, name)) throw new Error(`${projection.name} has no column ${name}`);
    return quoted(`c_${name}`);
  };
  const where = (query.where ?? []).map((condition) => test(condition, column, bind));
  const order = [...(query.orderBy ?? []).map(column), 'key'];
  if (query.after) {
    if (query.after.length !== order.length)
      throw new Error(`${projection.name}: a page starts after ${order.length} values`);
    where.push(`(${order.join(', ')}) > (${query.after.map(bind).join(', ')})`);
  }
  const condition = where.length > 0 ? `where ${where.join(' and ')}` : '';
  const sorted = order.join(', ');
  return {
    sql: `select key, row, row_number() over (order by ${sorted}) nr from ${view} ${condition} order by ${sorted} limit ${bind(query.limit)}`,
    values,
  };
}

function test(condition: Condition, column: (name: string) => string, bind: (value: unknown) => string): string {
  const name = column(condition.column);
  if ('is' in condition) return condition.is === null ? `${name} is null` : `${name} = ${bind(condition.is)}`;
  if ('before' in condition) return `${name} < ${bind(condition.before)}`;
  if ('after' in condition) return `${name} > ${bind(condition.after)}`;
  return `position(${bind(condition.contains)} in ${name}) > 0`;
}
