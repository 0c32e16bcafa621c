import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '#event-store';
import { stoppedKeys, writeChanges } from './changes.js';
import type { Database } from './database.js';
import { folding, type Folding } from './folding.js';
import { foldPage, readable } from './pages.js';
import type { Projection } from './projection.js';
import type { Told } from './read-models.js';
import { advance, announce, type Serving } from './registry.js';

/** Catching up writes this seldom: a row that many events touch is written once. */
const FLUSH_EVENTS = 20_000;
const FLUSH_MS = 200;
/** Rows that are kept in memory between rounds: those of a city fit. */
const HELD_ROWS = 8_000;
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
  readonly busy: () => boolean;
}

/**
 * Folds what comes after the positions of these projections until the signal aborts. Rows and positions are written in
 * one transaction; throws `Fenced` when another writer was there first, and then nothing was written.
 */
export async function project({ database, store, targets, signal, tell, busy }: Projecting): Promise<void> {
  const lives: Live[] = [];
  for (const { projection, serving } of targets) {
    const stopped = await stoppedKeys(database.pool, serving.rows);
    lives.push({ projection, serving, reached: serving.position, folding: folding(projection, stopped) });
  }

  let events = 0;
  let flushedAt = Date.now();
  const flush = async () => {
    await write(database, lives, tell);
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

  const after = Math.min(...lives.map(({ reached }) => reached));
  for await (const page of store.subscribe(after, { signal })) {
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
  }
  await flush();
}

async function write(database: Database, lives: readonly Live[], tell: (told: Told) => void): Promise<void> {
  const moves = lives
    .filter(({ reached, serving }) => reached > serving.position)
    .map((live) => ({ live, changes: live.folding.take(HELD_ROWS) }));
  if (moves.length === 0) return;
  await database.transaction(async (on) => {
    // Rows and positions are lost together or not at all, and the ledger gives them again: no need to wait for the disk.
    await on.query('set local synchronous_commit = off');
    await advance(
      on,
      moves.map(({ live, changes }) => ({ from: live.serving, position: live.reached, changedAt: changes.changedAt })),
    );
    for (const { live, changes } of moves) await writeChanges(on, live.projection, live.serving.rows, changes);
    await announce(
      on,
      moves.map(({ live, changes }) => [
        live.serving.name,
        live.reached,
        Math.max(changes.changedAt, live.serving.changedAt),
      ]),
    );
  });
  for (const { live, changes } of moves) {
    const changedAt = Math.max(changes.changedAt, live.serving.changedAt);
    live.serving = { ...live.serving, position: live.reached, changedAt };
    for (const { key, reason } of changes.stuck)
      tell({ event: 'parked', projection: live.projection.name, reason: `${key}: ${reason}` });
  }
}
