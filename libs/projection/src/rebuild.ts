import { abandon, building } from './building.js';
import type { Database } from './database.js';
import { fill, type Aside, type Filled } from './filling.js';
import type { Progress, RebuildOptions } from './read-models.js';
import { lockServing, servings, swap } from './registry.js';
import type { Projection } from './projection.js';
import { createRows, dropRows, indexRows } from './rows-table.js';

/** Builds rows beside those that serve and swaps them in. See `ReadModels.rebuild`. */
export const rebuild = (database: Database, asked: RebuildOptions): Promise<Progress> =>
  building(database, asked.projections, asked.signal, async (signal) => {
    const { projections, store, onProgress } = asked;
    const asides: Aside[] = [];
    for (const projection of projections) asides.push(await begun(database, projection));
    const filled = await fill(database, { store, onProgress, signal }, asides);
    const reached: Progress[] = [];
    for (const one of filled) reached.push(await served(database, one, signal));
    return {
      position: Math.min(...reached.map(({ position }) => position)),
      head: Math.max(...reached.map(({ head }) => head)),
    };
  });

/** An empty table that no other rows have the name of. */
async function begun(database: Database, projection: Projection): Promise<Aside> {
  const { name, version } = projection;
  const serving = (await servings(database.pool, [name])).get(name);
  if (serving && serving.version > version)
    throw new Error(`${name} is served in version ${serving.version}; version ${version} is older`);
  await abandon(database, name);
  const rows = freeName(`${name}_v${version}`, [serving?.rows, serving?.previous?.rows]);
  await database.transaction(async (on) => {
    await dropRows(on, rows);
    await createRows(on, projection, rows);
    await on.query('insert into read.build values ($1, $2, $3, 0)', [name, version, rows]);
  });
  return {
    projection,
    rows,
    position: 0,
    changedAt: 0,
    keep: (on, { position }) => on.query('update read.build set position = $2 where name = $1', [name, position]),
  };
}

function freeName(wanted: string, taken: readonly (string | null | undefined)[]): string {
  for (let turn = 1; ; turn++) {
    const rows = turn === 1 ? wanted : `${wanted}_${turn}`;
    if (!taken.includes(rows)) return rows;
  }
}

async function served(
  database: Database,
  { projection, rows, finish }: Filled,
  signal: AbortSignal,
): Promise<Progress> {
  const { name } = projection;
  await indexRows(database.pool, projection, rows);
  await database.pool.query(`analyze read."${rows}"`);
  signal.throwIfAborted();
  return database.transaction(async (on) => {
    const live = await lockServing(on, name);
    const reached = await finish(on, live?.position ?? 0);
    if (live?.previous) await dropRows(on, live.previous.rows);
    await swap(on, projection, { rows, ...reached });
    await on.query('delete from read.build where name = $1', [name]);
    return { position: reached.position, head: reached.head };
  });
}
