import { setTimeout as pause } from 'node:timers/promises';
import { clearAway } from './building.js';
import type { Database } from './database.js';
import { openLease, type Lease } from './lease.js';
import { project } from './project.js';
import type { Projection } from './projection.js';
import type { Running, RunOptions, Told } from './read-models.js';
import { rebuild } from './rebuild.js';
import { Fenced, register, servings, type Reached, type Serving } from './registry.js';

const ACQUIRE_MS = 1_000;
const RETRY_MS = { first: 100, most: 5_000 };

/** One lock per version: while a new version is built beside, the old one is written by whoever knows it. */
const lockOf = ({ name, version }: Projection): string => `${name}@${version}`;

/** Keeps projections up to date until stopped. See `ReadModels.run`. */
export function run(
  database: Database,
  ring: (reached: readonly Reached[]) => void,
  { store, projections, tell = () => {}, busy = () => false }: RunOptions,
): Running {
  const stopping = new AbortController();
  /** Of these another version serves; it may be rolled back. */
  const retired = new Set<Projection>();
  const builds = new Map<Projection, Promise<void>>();
  const names = projections.map(({ name }) => name);
  let projecting: readonly string[] = [];

  const work = async () => {
    let wait = RETRY_MS.first;
    while (!stopping.signal.aborted) {
      let lease: Lease | undefined;
      try {
        lease = await openLease(database, 'read.writer');
        await clearAway(database, names);
        const open = lease;
        await tour(open, () => (wait = RETRY_MS.first));
      } catch (error) {
        if (stopping.signal.aborted) break;
        tell({ event: 'failed', reason: String(error) });
        await pause(wait, undefined, { signal: stopping.signal }).catch(() => {});
        wait = Math.min(wait * 2, RETRY_MS.most);
      } finally {
        projecting = [];
        await lease?.close().catch(() => {});
      }
    }
    await Promise.all(builds.values());
  };

  const tour = async (lease: Lease, wentWell: () => void) => {
    while (!stopping.signal.aborted && !lease.lost.aborted) {
      const wanted = projections.filter((one) => !retired.has(one));
      await lease.acquire(wanted.map(lockOf));
      const round = new AbortController();
      const targets = await ready(
        wanted.filter((one) => lease.held.has(lockOf(one))),
        lease,
        () => round.abort(),
      );
      projecting = targets.map(({ serving }) => serving.name);
      for (const name of projecting) tell({ event: 'projecting', projection: name });
      const missing = wanted.filter((one) => !retired.has(one) && !lease.held.has(lockOf(one)));
      const signal = AbortSignal.any([stopping.signal, lease.lost, round.signal]);
      const looking = lookAgain(lease, missing, () => round.abort());
      try {
        if (targets.length > 0) await project({ database, store, targets, signal, tell, ring, busy });
        else await aborted(signal);
        wentWell();
      } catch (error) {
        if (!(error instanceof Fenced)) throw error;
        await pause(RETRY_MS.first, undefined, { signal: stopping.signal }).catch(() => {});
      } finally {
        clearInterval(looking);
        projecting = [];
      }
    }
  };

  /** Those among the projections that can be written now. A newer version than the one that serves is built first. */
  const ready = async (mine: readonly Projection[], lease: Lease, again: () => void) => {
    for (const one of mine) await database.transaction((on) => register(on, one));
    const serving = await servings(
      database.pool,
      mine.map(({ name }) => name),
    );
    const targets: { projection: Projection; serving: Serving }[] = [];
    const newer: Projection[] = [];
    for (const one of mine) {
      const now = serving.get(one.name)!;
      if (now.version === one.version) targets.push({ projection: one, serving: now });
      else if (one.version > (now.newestVersion ?? now.version)) newer.push(one);
      else {
        retired.add(one);
        await lease.release(lockOf(one));
        const why = now.version < one.version ? `version ${one.version} was rolled back, ` : '';
        tell({ event: 'retired', projection: one.name, reason: `${why}version ${now.version} serves` });
      }
    }
    const toBuild = newer.filter((one) => !builds.has(one));
    if (toBuild.length > 0) build(toBuild, again);
    return targets;
  };

  const build = (newer: readonly Projection[], again: () => void) => {
    const tellEach = (event: Told['event'], reason?: string) => {
      for (const { name } of newer) tell({ event, projection: name, ...(reason === undefined ? {} : { reason }) });
    };
    tellEach('building');
    const building = rebuild(database, { store, projections: newer, signal: stopping.signal })
      .then(() => tellEach('built'))
      .catch(async (error: unknown) => {
        if (stopping.signal.aborted) return;
        tellEach('failed', String(error));
        await pause(RETRY_MS.most, undefined, { signal: stopping.signal }).catch(() => {});
      })
      .finally(() => {
        for (const one of newer) builds.delete(one);
        again();
      });
    for (const one of newer) builds.set(one, building);
  };

  /** Asks again and again for the locks that another process holds, and for what was retired: it may be wanted again. */
  const lookAgain = (lease: Lease, missing: readonly Projection[], found: () => void) => {
    if (missing.length === 0 && retired.size === 0) return undefined;
    const look = async () => {
      const taken = await lease.acquire(missing.map(lockOf));
      if (taken.length > 0) return found();
      const others = [...retired].map(({ name }) => name);
      const serving = await servings(database.pool, others);
      const back = [...retired].filter(({ name, version }) => serving.get(name)?.version === version);
      back.forEach((one) => retired.delete(one));
      if (back.length > 0) found();
    };
    // A lost connection ends the tour by itself; what else fails is tried again.
    return setInterval(() => void look().catch(() => {}), ACQUIRE_MS).unref();
  };

  const done = work();
  return {
    get projecting() {
      return projecting;
    },
    async stop() {
      stopping.abort();
      await done;
    },
  };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
