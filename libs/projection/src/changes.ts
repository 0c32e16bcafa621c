import type { Changes } from './folding.js';
import type { Projection } from './projection.js';
import { deleteRows, writeRows, type Statements } from './rows-table.js';
import { textArray } from './text-array.js';

/** Rows, deletions and parked events of one fold, within the transaction that also moves the position. */
export async function writeChanges(
  on: Statements,
  projection: Projection,
  rows: string,
  { written, deleted, stuck }: Changes,
): Promise<void> {
  await writeRows(on, projection, rows, written);
  await deleteRows(on, rows, deleted);
  if (stuck.length > 0)
    await on.query(
      `insert into read.parked (rows, key, position, event_id, type, reason)
       select $1, u.key, u.position::bigint, u.id::uuid, u.type, u.reason
       from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) u(key, position, id, type, reason)
       on conflict do nothing`,
      [
        rows,
        textArray(stuck.map(({ key }) => key)),
        textArray(stuck.map(({ position }) => position)),
        textArray(stuck.map(({ eventId }) => eventId)),
        textArray(stuck.map(({ type }) => type)),
        textArray(stuck.map(({ reason }) => reason)),
      ],
    );
}

/** Keys that wait for a parked event. */
export async function stoppedKeys(on: Statements, rows: string): Promise<string[]> {
  const found = await on.query<{ key: string }>(`select distinct key from read.parked where rows = $1 and key <> ''`, [
    rows,
  ]);
  return found.rows.map(({ key }) => key);
}
