import type { Database } from './database.js';
import { openLease } from './lease.js';
import type { Projection } from './projection.js';
import { dropRows } from './rows-table.js';

/**
 * One process at a time, of all, works on the rows beside those that serve. One that loses its lock stops; of what fails
 * nothing half built is left.
 */
export async function building<T>(
  database: Database,
  projections: readonly Projection[],
  asked: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const names = projections.map(({ name }) => name);
  const lease = await openLease(database, 'read.build');
  try {
    await lease.acquire(names);
    const busy = names.filter((name) => !lease.held.has(name));
    if (busy.length > 0) throw new Error(`${busy.join(', ')}: already being built by another process`);
    return await work(AbortSignal.any([lease.lost, ...(asked ? [asked] : [])]));
  } catch (error) {
    // Without its lock, what is half built may be another's already.
    if (!lease.lost.aborted) for (const name of lease.held) await abandon(database, name);
    throw error;
  } finally {
    await lease.close();
  }
}

/** Drops what processes that died left half built. What somebody still works on is let alone: their lock says so. */
export async function clearAway(database: Database, names: readonly string[]): Promise<void> {
  const left = await database.pool.query<{ name: string }>('select name from read.build where name = any($1)', [names]);
  if (left.rowCount === 0) return;
  const lease = await openLease(database, 'read.build');
  try {
    for (const name of await lease.acquire(left.rows.map((row) => row.name))) await abandon(database, name);
  } finally {
    await lease.close();
  }
}

/** Nothing of a build is left. Whoever calls holds its lock. */
export const abandon = (database: Database, name: string): Promise<void> =>
  database.transaction(async (on) => {
    const found = await on.query<{ rows: string }>('delete from read.build where name = $1 returning rows', [name]);
    for (const { rows } of found.rows) await dropRows(on, rows);
  });
