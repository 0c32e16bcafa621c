import type { Projection } from './projection.js';
import { createRows, indexRows, serveRows, type Statements } from './rows-table.js';

/** Which table answers a question, how far it has come, and since which swap. */
export interface Serving {
  readonly name: string;
  readonly version: number;
  readonly rows: string;
  /** What served before the last swap. */
  readonly previous: Previous | null;
  readonly position: number;
  readonly changedAt: number;
  readonly epoch: number;
  /** Set while an older version serves than one that did before. */
  readonly newestVersion: number | null;
}

/** Rows that served until the last swap, and where they stand. */
export interface Previous {
  readonly rows: string;
  readonly version: number;
  readonly position: number;
  readonly changedAt: number;
}

/** Someone else wrote these rows, or swapped them: what is held in memory is void. */
export class Fenced extends Error {
  constructor(readonly projections: readonly string[]) {
    super(`${projections.join(', ')}: moved by another writer`);
    this.name = 'Fenced';
  }
}

const COLUMNS = `name, version, rows, position::float8 position, changed_at::float8 "changedAt", epoch,
  newest_version "newestVersion", case when previous is not null then json_build_object('rows', previous,
    'version', previous_version, 'position', previous_position, 'changedAt', previous_changed_at) end previous`;

export async function servings(on: Statements, names: readonly string[]): Promise<Map<string, Serving>> {
  const found = await on.query<Serving>(`select ${COLUMNS} from read.projection where name = any($1)`, [names]);
  return new Map(found.rows.map((serving) => [serving.name, serving]));
}

/** As `servings` for one, and nobody else writes it before the transaction ends. */
export async function lockServing(on: Statements, name: string): Promise<Serving | undefined> {
  const found = await on.query<Serving>(`select ${COLUMNS} from read.projection where name = $1 for update`, [name]);
  return found.rows[0];
}

/** Gives a projection that was never seen before an empty table and position 0. Within a transaction. */
export async function register(on: Statements, projection: Projection): Promise<void> {
  const { name, version } = projection;
  await on.query(`select pg_advisory_xact_lock(hashtext('read.projection'), hashtext($1))`, [name]);
  if ((await servings(on, [name])).has(name)) return;
  const rows = `${name}_v${version}`;
  await createRows(on, projection, rows);
  await indexRows(on, projection, rows);
  await serveRows(on, name, rows);
  await on.query(
    `insert into read.projection (name, version, rows, position, changed_at, epoch) values ($1, $2, $3, 0, 0, 1)`,
    [name, version, rows],
  );
}

/**
 * From this commit on these rows serve, and those that served are the previous ones. Whoever wrote those is fenced. The
 * caller holds the lock of `lockServing` and has dealt with what was previous before.
 */
export async function swap(
  on: Statements,
  { name, version }: Projection,
  { rows, position, changedAt }: { readonly rows: string; readonly position: number; readonly changedAt: number },
): Promise<void> {
  await serveRows(on, name, rows);
  await on.query(
    `insert into read.projection as p (name, version, rows, position, changed_at, epoch)
     values ($1, $2, $3, $4, $5, 1)
     on conflict (name) do update set version = excluded.version, rows = excluded.rows,
       position = excluded.position, changed_at = excluded.changed_at, epoch = p.epoch + 1,
       previous = p.rows, previous_version = p.version, previous_position = p.position,
       previous_changed_at = p.changed_at,
       newest_version = nullif(greatest(p.version, p.newest_version, excluded.version), excluded.version)`,
    [name, version, rows, position, changedAt],
  );
  await announce(on, [[name, position, changedAt]]);
}

/**
 * Moves positions, each from exactly where this writer believes it to be. Throws `Fenced` otherwise. The transaction does
 * not wait for the disk: rows and positions are lost together or not at all, and the ledger gives them again.
 */
export async function advance(
  on: Statements,
  moves: readonly { readonly from: Serving; readonly position: number; readonly changedAt: number }[],
): Promise<void> {
  const moved = await on.query<{ name: string }>({
    name: 'advance',
    text: `with quick as (select set_config('synchronous_commit', 'off', true))
     update read.projection p set position = u.position, changed_at = greatest(p.changed_at, u.changed_at)
     from unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[], $5::bigint[]) u(name, epoch, before, position, changed_at), quick
     where p.name = u.name and p.epoch = u.epoch and p.position = u.before
     returning p.name`,
    values: [
      moves.map(({ from }) => from.name),
      moves.map(({ from }) => from.epoch),
      moves.map(({ from }) => from.position),
      moves.map(({ position }) => position),
      moves.map(({ changedAt }) => changedAt),
    ],
  });
  if (moved.rowCount === moves.length) return;
  const names = new Set(moved.rows.map(({ name }) => name));
  throw new Fenced(moves.map(({ from }) => from.name).filter((name) => !names.has(name)));
}

/**
 * Tells every process how far projections have come. Within a transaction, when it commits: transactions that tell
 * something commit one after the other, those of the ledger among them, each waiting for the disk of the one before.
 */
export async function announce(on: Statements, reached: readonly Reached[]): Promise<void> {
  await on.query(`select pg_notify('read', $1)`, [JSON.stringify(reached)]);
}

/** Name, position, position of the last change. */
export type Reached = readonly [name: string, position: number, changedAt: number];
