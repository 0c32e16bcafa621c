import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from './database.js';
import { openLease, type Lease } from './lease.js';
import type { AloneOptions } from './read-models.js';

const ACQUIRE_MS = 1_000;
const RETRY_MS = { first: 100, most: 5_000 };

/** Does work that only one process may do at a time, for as long as it takes. See `ReadModels.alone`. */
export async function alone(database: Database, name: string, { work, signal, failed }: AloneOptions): Promise<void> {
  let wait = RETRY_MS.first;
  while (!signal.aborted) {
    let lease: Lease | undefined;
    try {
      lease = await openLease(database, 'read.alone');
      const mine = AbortSignal.any([signal, lease.lost]);
      while (!mine.aborted) {
        const isFree = lease.held.has(name) || (await lease.acquire([name])).length > 0;
        if (isFree) await work(mine, () => (wait = RETRY_MS.first));
        else await pause(ACQUIRE_MS, undefined, { signal: mine }).catch(() => {});
      }
    } catch (error) {
      if (signal.aborted) break;
      failed(error);
      await pause(wait, undefined, { signal }).catch(() => {});
      wait = Math.min(wait * 2, RETRY_MS.most);
    } finally {
      await lease?.close().catch(() => {});
    }
  }
}
