import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '#event-store';
import { stoppedKeys, writeChanges } from './changes.js';
import type { Database } from './database.js';
import { folding, type Folding } from './folding.js';
import { foldPage, readable } from './pages.js';
import type { Projection } from './projection.js';
import type { Told } from './read-models.js';
import { advance, type Reached, type Serving } from './registry.js';

/** Catching up writes this seldom: a row that many events touch is written once. */
const FLUSH_EVENTS = 20_000;
const FLUSH_MS = 200;
/** Rows that are kept in memory between rounds: those of a city fit. */
const HELD_ROWS = 8_000;
/** After so long without a fact they are let go of: what is held is walked through whenever memory is tidied. */
const IDLE_MS = 3_000;
/**
 * After a round this many times as long is left to others. Caught up, a moment, so that under load many events share a
 * round, while a fact that comes alone is projected at once. When callers wait, longer: what was acknowledged is durable
 * and can be shown later, what was not can only be waited for. Longer still saves a fifth of what a batch item costs, for
 * a row that many facts touch is written once; and readers wait a second.
 */
const REST = { caughtUp: { share: 2, mostMs: 25 }, busy: { share: 3, mostMs: 250 } };

/** A projection with its place in the ledger and its rows in memory. */
interface Live {
  readonly projection: Projection;
  readonly folding: Folding<object>;
  serving: Serving;
  reached: number;
}

interface Projecting {
  readonly database: Database;
  readonly store: EventStore;
  readonly targets: readonly { readonly projection: Projection; readonly serving: Serving }[];
  readonly signal: AbortSignal;
  readonly tell: (told: Told) => void;
  /** Wakes those who wait for what was reached. */
  readonly ring: (reached: readonly Reached[]) => void;
  readonly busy: () => boolean;
}

/**
 * Folds what comes after the positions of these projections until the signal aborts. Rows and positions are written in
 * one transaction; throws `Fenced` when another writer was there first, and then nothing was written.
 */
export async function project({ database, store, targets, signal, tell, ring, busy }: Projecting): Promise<void> {
  const lives: Live[] = [];
  for (const { projection, serving } of targets) {
    const stopped = await stoppedKeys(database.pool, serving.rows);
    lives.push({ projection, serving, reached: serving.position, folding: folding(projection, stopped) });
  }

  let events = 0;
  let flushedAt = Date.now();
  const flush = async () => {
    await write(database, lives, { tell, ring });
    events = 0;
    flushedAt = Date.now();
  };

  const rest = async (sinceMs: number, caughtUp: boolean) => {
    const kind = busy() ? REST.busy : caughtUp ? REST.caughtUp : undefined;
    if (kind)
      await pause(Math.min(kind.mostMs, kind.share * (performance.now() - sinceMs)), undefined, { signal }).catch(
        () => {},
      );
  };

  const letGo = () => lives.forEach(({ folding }) => folding.take(0));
  let idle: NodeJS.Timeout | undefined;
  const after = Math.min(...lives.map(({ reached }) => reached));
  for await (const page of store.subscribe(after, { signal })) {
    clearTimeout(idle);
    const since = performance.now();
    const last = page.events.at(-1)?.position ?? after;
    const read = page.events.map(readable);
    await Promise.all(
      lives.map(async (live) => {
        await foldPage(database.pool, live.projection, live.serving.rows, live.folding, read, live.reached);
        live.reached = Math.max(live.reached, last);
      }),
    );
    events += page.events.length;
    if (page.caughtUp || events >= FLUSH_EVENTS || Date.now() - flushedAt >= FLUSH_MS) await flush();
    await rest(since, page.caughtUp);
    // Everything was written then: only what can be loaded again is forgotten.
    if (page.caughtUp) idle = setTimeout(letGo, IDLE_MS).unref();
  }
  clearTimeout(idle);
  await flush();
}

async function write(
  database: Database,
  lives: readonly Live[],
  { tell, ring }: Pick<Projecting, 'tell' | 'ring'>,
): Promise<void> {
  const moves = lives
    .filter(({ reached, serving }) => reached > serving.position)
    .map((live) => {
      const changes = live.folding.take(HELD_ROWS);
      const changedAt = Math.max(changes.changedAt, live.serving.changedAt);
      return { live, changes, from: live.serving, position: live.reached, changedAt };
    });
  if (moves.length === 0) return;
  await database.transaction(async (on) => {
    await advance(on, moves);
    for (const { live, from, changes } of moves) await writeChanges(on, live.projection, from.rows, changes);
  });
  for (const { live, changes, position, changedAt } of moves) {
    live.serving = { ...live.serving, position, changedAt };
    for (const { key, reason } of changes.stuck)
      tell({ event: 'parked', projection: live.projection.name, reason: `${key}: ${reason}` });
  }
  ring(moves.map(({ from: { name }, position, changedAt }) => [name, position, changedAt]));
}
