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

/** Seconds to build every projection anew from one reading of the ledger, as the command line does it. */
export async function rebuiltAll(reader: Reader): Promise<number> {
  const wanted = new Set((await standings(reader)).flatMap(({ name, rebuildable }) => (rebuildable ? [name] : [])));
  const since = performance.now();
  await reader.json(`/projections/rebuild?names=${[...wanted].join(',')}`, 'POST');
  for (;;) {
    const those = (await standings(reader)).filter(({ name }) => wanted.has(name));
    if (those.every(({ rebuild }) => rebuild?.state === 'done')) return (performance.now() - since) / 1_000;
    const failed = those.find(({ rebuild }) => rebuild?.state !== 'running' && rebuild?.state !== 'done');
    if (failed) throw new Error(`${failed.name} was not rebuilt: ${failed.rebuild?.reason ?? failed.rebuild?.state}`);
    await pause(20);
  }
}
