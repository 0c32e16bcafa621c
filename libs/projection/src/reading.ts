import { Unavailable } from '#event-store';
import pg from 'pg';
import type { Database } from './database.js';
import type { Projection } from './projection.js';
import type { AsOf, Keyed, ReadModel } from './read-models.js';
import { viewOf } from './rows-table.js';
import { countsOf, selection, type Counted } from './selecting.js';

interface Found<Row> {
  readonly version: number;
  readonly position: number;
  readonly changedAt: number;
  readonly key: string | null;
  readonly row: Row;
  readonly at: number;
  readonly counts?: readonly Counted[];
}

const AS_OF = `p.version, p.position::float8 position, p.changed_at::float8 "changedAt"`;
const NOT_THERE_YET = new Set(['42P01', '42703']);

/** Runs a read, planned once for each session where it has a name. What PostgreSQL says in codes is told in the words of the store's port. */
export async function ask<Row extends pg.QueryResultRow>(
  database: Database,
  text: string,
  values: readonly unknown[],
  name?: string,
): Promise<Row[]> {
  try {
    return (await database.pool.query<Row>({ text, values: [...values], ...(name ? { name } : {}) })).rows;
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
        `get ${name}`,
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
        `pick ${name}`,
      );
      return answer(found);
    },
    async page(query) {
      const { rows, counts, values } = selection(projection, query);
      // Counted once: the first row carries it.
      const counted = counts ? `, case when coalesce(r.nr, 1) = 1 then (${counts}) end counts` : '';
      const found = await ask<Found<Row>>(
        database,
        `select ${AS_OF}, r.key, r.row${counted} from read.projection p left join lateral (${rows}) r on true
         where p.name = $1 order by r.nr`,
        [name, ...values],
      );
      const page = answer(found);
      return query.facets ? { ...page, counts: countsOf(query.facets, found[0]!.counts!) } : page;
    },
  };
}
