import { stoppedKeys, writeChanges } from './changes.js';
import type { Database } from './database.js';
import { folding } from './folding.js';
import { openLease } from './lease.js';
import { foldPage, readable } from './pages.js';
import type { Progress, RebuildOptions } from './read-models.js';
import { announce, lockServing, servings } from './registry.js';
import { createRows, dropRows, indexRows, serveRows } from './rows-table.js';

const PAGE = 5_000;
/** A row that many events touch is written as seldom as memory allows: about half a kilobyte an event. */
const FLUSH_EVENTS = 200_000;
const HELD_ROWS = 10_000;
/** So few events are folded while the live rows wait. Positions may lie far apart, so events are counted. */
const CLOSE = 500;

/** Builds rows beside those that serve and swaps them in. See `ReadModels.rebuild`. */
export async function rebuild(database: Database, options: RebuildOptions): Promise<Progress> {
  const { name, version } = options.projection;
  const lease = await openLease(database, 'read.build');
  try {
    if ((await lease.acquire([name])).length === 0)
      throw new Error(`${name} is already being built by another process`);
    const serving = (await servings(database.pool, [name])).get(name);
    if (serving && serving.version > version)
      throw new Error(`${name} is served in version ${serving.version}; version ${version} is older`);
    const rows = freeName(`${name}_v${version}`, [serving?.rows, serving?.previous]);
    await begin(database, options, rows);
    try {
      return await build(database, options, rows);
    } catch (error) {
      await abandon(database, name, rows);
      throw error;
    }
  } finally {
    await lease.close();
  }
}

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
    await on.query(
      `insert into read.build values ($1, $2, $3, 0)
       on conflict (name) do update set version = excluded.version, rows = excluded.rows, position = 0`,
      [projection.name, projection.version, rows],
    );
  });

const abandon = (database: Database, name: string, rows: string) =>
  database.transaction(async (on) => {
    await dropRows(on, rows);
    await on.query('delete from read.build where name = $1 and rows = $2', [name, rows]);
  });

async function build(database: Database, options: RebuildOptions, rows: string): Promise<Progress> {
  const { store, projection, onProgress, signal } = options;
  const { name, version } = projection;
  const fold = folding(projection, await stoppedKeys(database.pool, rows));
  let position = 0;
  let changedAt = 0;
  let events = 0;

  const take = () => {
    const changes = fold.take(HELD_ROWS);
    changedAt = Math.max(changedAt, changes.changedAt);
    events = 0;
    return changes;
  };
  const flush = () =>
    database.transaction(async (on) => {
      await on.query('set local synchronous_commit = off');
      await writeChanges(on, projection, rows, take());
      await on.query('update read.build set position = $2 where name = $1', [name, position]);
    });
  /** Up to the end, or until a position is reached; tells how many events there were. */
  const readOn = async (until = Infinity) => {
    let read = 0;
    for await (const page of store.readAll(position, { pageSize: PAGE })) {
      signal?.throwIfAborted();
      await foldPage(database.pool, projection, rows, fold, page.events.map(readable), position);
      position = page.events.at(-1)?.position ?? position;
      events += page.events.length;
      read += page.events.length;
      if (events >= FLUSH_EVENTS || fold.held > HELD_ROWS) await flush();
      onProgress?.({ position, head: Math.max(head, position) });
      if (position >= until) break;
    }
    return read;
  };

  let head = await store.head();
  let behind = Infinity;
  while (behind > CLOSE) {
    behind = await readOn();
    await flush();
    head = await store.head();
  }
  await indexRows(database.pool, projection, rows);
  await database.pool.query(`analyze read."${rows}"`);

  signal?.throwIfAborted();
  await database.transaction(async (on) => {
    const live = await lockServing(on, name);
    if (live && live.position > position) await readOn(live.position);
    await writeChanges(on, projection, rows, take());
    if (live?.previous) await dropRows(on, live.previous);
    await serveRows(on, name, rows);
    await on.query(
      `insert into read.projection (name, version, rows, previous, position, changed_at, epoch)
       values ($1, $2, $3, $4, $5, $6, 1)
       on conflict (name) do update set version = excluded.version, rows = excluded.rows, previous = excluded.previous,
         position = excluded.position, changed_at = excluded.changed_at, epoch = projection.epoch + 1`,
      [name, version, rows, live?.rows ?? null, position, changedAt],
    );
    await on.query('delete from read.build where name = $1', [name]);
    await announce(on, [[name, position, changedAt]]);
  });
  return { position, head: Math.max(head, position) };
}
