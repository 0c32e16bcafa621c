import { setTimeout as pause } from 'node:timers/promises';
import type { Reader } from './reader.ts';

interface Standing {
  readonly name: string;
  readonly lag: number;
  readonly parked: number;
  readonly rebuildable: boolean;
  readonly rebuild?: { readonly state: string; readonly reason?: string };
}

const standings = async (reader: Reader): Promise<readonly Standing[]> =>
  (await reader.json<{ projections: Standing[] }>('/projections')).projections;

/** Seconds until every projection reflects the whole ledger. None of it may have been parked. */
export async function caughtUp(reader: Reader): Promise<number> {
  const since = performance.now();
  for (;;) {
    const all = await standings(reader);
    const parked = all.filter((one) => one.parked > 0).map(({ name }) => name);
    if (parked.length > 0) throw new Error(`facts were parked in ${parked.join(', ')}`);
    if (all.length > 0 && all.every(({ lag }) => lag === 0)) return (performance.now() - since) / 1_000;
    await pause(50);
  }
}

/** Seconds to build every projection anew, one after the other, as the command line does it. */
export async function rebuiltAll(reader: Reader): Promise<number> {
  const since = performance.now();
  for (const { name, rebuildable } of await standings(reader)) if (rebuildable) await rebuilt(reader, name);
  return (performance.now() - since) / 1_000;
}

async function rebuilt(reader: Reader, name: string): Promise<void> {
  await reader.json(`/projections/${name}/rebuild`, 'POST');
  for (;;) {
    const { rebuild } = (await standings(reader)).find((one) => one.name === name)!;
    if (rebuild?.state === 'done') return;
    if (rebuild?.state !== 'running') throw new Error(`${name} was not rebuilt: ${rebuild?.reason ?? rebuild?.state}`);
    await pause(20);
  }
}
