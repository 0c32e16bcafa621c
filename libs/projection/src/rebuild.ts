import { abandon, building } from './building.js';
import type { Database } from './database.js';
import { fill } from './filling.js';
import type { Progress, RebuildOptions } from './read-models.js';
import { lockServing, servings, swap } from './registry.js';
import { createRows, dropRows, indexRows } from './rows-table.js';

/** Builds rows beside those that serve and swaps them in. See `ReadModels.rebuild`. */
export const rebuild = (database: Database, asked: RebuildOptions): Promise<Progress> =>
  building(database, asked, async (options) => {
    const { name, version } = options.projection;
    const serving = (await servings(database.pool, [name])).get(name);
    if (serving && serving.version > version)
      throw new Error(`${name} is served in version ${serving.version}; version ${version} is older`);
    await abandon(database, name);
    const rows = freeName(`${name}_v${version}`, [serving?.rows, serving?.previous?.rows]);
    await begin(database, options, rows);
    return build(database, options, rows);
  });

function freeName(wanted: string, taken: readonly (string | null | undefined)[]): string {
  for (let turn = 1; ; turn++) {
    const rows = turn === 1 ? wanted : `${wanted}_${turn}`;
    if (!taken.includes(rows)) return rows;
  }
}

const begin = (database: Database, { projection }: RebuildOptions, rows: string) =>
  database.transaction(async (on) => {
    await dropRows(on, rows);
    await createRows(on, projection, rows);
    await on.query('insert into read.build values ($1, $2, $3, 0)', [projection.name, projection.version, rows]);
  });

async function build(database: Database, options: RebuildOptions, rows: string): Promise<Progress> {
  const { projection, signal } = options;
  const { name } = projection;
  const filled = await fill(database, options, {
    rows,
    position: 0,
    changedAt: 0,
    keep: (on, { position }) => on.query('update read.build set position = $2 where name = $1', [name, position]),
  });
  await indexRows(database.pool, projection, rows);
  await database.pool.query(`analyze read."${rows}"`);

  signal?.throwIfAborted();
  return database.transaction(async (on) => {
    const live = await lockServing(on, name);
    const reached = await filled.finish(on, live?.position ?? 0);
    if (live?.previous) await dropRows(on, live.previous.rows);
    await swap(on, projection, { rows, ...reached });
    await on.query('delete from read.build where name = $1', [name]);
    return { position: reached.position, head: reached.head };
  });
}
