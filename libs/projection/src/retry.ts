import type { EventStore } from '#event-store';
import { writeChanges } from './changes.js';
import type { Database } from './database.js';
import { folding } from './folding.js';
import { foldPage, readable } from './pages.js';
import type { Projection } from './projection.js';
import type { Retried } from './read-models.js';
import { announce, lockServing } from './registry.js';

/** Folds parked events again. See `ReadModels.retry`. */
export async function retry(
  database: Database,
  { store, projection, key }: { readonly store: EventStore; readonly projection: Projection; readonly key?: string },
): Promise<Retried> {
  return database.transaction(async (on) => {
    const serving = await lockServing(on, projection.name);
    if (!serving || serving.version !== projection.version) return { released: 0, stillParked: 0 };
    const { rows } = serving;
    // Where not even the key could be told, other events may have come after: only a rebuild puts those in order.
    const parked = await on.query<{ event_id: string; key: string }>(
      `select event_id, key from read.parked where rows = $1 and key <> '' and ($2::text is null or key = $2)`,
      [rows, key ?? null],
    );
    const keys = new Set(parked.rows.map((row) => row.key));
    const only: Projection = {
      ...projection,
      key: (fact) => [projection.key(fact) ?? []].flat().filter((k) => keys.has(k)),
    };
    const fold = folding(only);
    const events = await store.find([...new Set(parked.rows.map((row) => row.event_id))]);
    await foldPage(on, only, rows, fold, events.map(readable), 0);
    const changes = fold.take(0);
    await on.query('delete from read.parked where rows = $1 and key = any($2)', [rows, [...keys]]);
    await writeChanges(on, projection, rows, changes);
    const left = changes.stuck.length;
    const changedAt = Math.max(serving.changedAt, changes.changedAt);
    // The rows in the running projection's memory are void, and so is its list of keys that wait.
    await on.query('update read.projection set epoch = epoch + 1, changed_at = $2 where name = $1', [
      projection.name,
      changedAt,
    ]);
    await announce(on, [[projection.name, serving.position, changedAt]]);
    return { released: parked.rows.length - left, stillParked: left };
  });
}
