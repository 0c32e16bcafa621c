import type { Database } from './database.js';

/** Locks of this process, lost together when their connection is. */
export interface Lease {
  readonly held: ReadonlySet<string>;
  /** Takes those of the names that are free; answers with the ones just taken. */
  acquire(names: readonly string[]): Promise<string[]>;
  release(name: string): Promise<void>;
  readonly lost: AbortSignal;
  close(): Promise<void>;
}

/** Opens a lease. `kind` keeps locks for different purposes apart. */
export async function openLease(database: Database, kind: string): Promise<Lease> {
  const client = await database.connect();
  const held = new Set<string>();
  const lost = new AbortController();
  client.once('end', () => lost.abort());
  return {
    held,
    lost: lost.signal,
    async acquire(names) {
      const taken: string[] = [];
      for (const name of names) {
        if (held.has(name)) continue;
        const answer = await client.query<{ mine: boolean }>(
          'select pg_try_advisory_lock(hashtext($1), hashtext($2)) mine',
          [kind, name],
        );
        if (!answer.rows[0]!.mine) continue;
        held.add(name);
        taken.push(name);
      }
      return taken;
    },
    async release(name) {
      if (held.delete(name)) await client.query('select pg_advisory_unlock(hashtext($1), hashtext($2))', [kind, name]);
    },
    close: () => client.end(),
  };
}
