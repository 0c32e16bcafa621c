import { decode } from '#contracts';
import type { Recorded } from '#decider';
import type { StoredEvent } from '#event-store';
import { NotReached, type Projection, type ReadModels } from '#projection';
import type { Following, Ground } from './following.js';

/** Facts that changed a subject, and how far they were looked for. */
export interface Changes {
  readonly facts: readonly Recorded[];
  /** The next ones lie after this position. */
  readonly place: number;
  /** Everything that is reflected was looked through. */
  readonly caughtUp: boolean;
  /** Position that the answer reflects. */
  readonly position: number;
}

/** So close to the end the ledger is read itself, a page that all who follow share; farther off, an index is asked. */
const NEAR = 1_000;
/** Most events that are looked through for one answer: a quiet subject is answered with nothing and a place farther on. */
const LOOKED_THROUGH = 2_000;
const PAGE = 500;

/** The first facts after a position that changed the subject, of those that whoever hears of them can read. */
export async function changesAfter(
  ground: Ground,
  following: Following,
  after: number,
  limit: number,
): Promise<Changes> {
  const position = Math.min(...(await positions(ground.models, following.watch)));
  if (after >= position) return { facts: [], place: after, caughtUp: true, position };
  const isFar = position - after > NEAR;
  const { facts, upTo } = await (isFar && following.first
    ? known(following.first, after, limit)
    : lookedThrough(ground, following, after, limit));
  const place = Math.max(after, Math.min(upTo, position));
  const told = facts.filter((fact) => fact.position <= position && following.mayHear(fact));
  return { facts: told, place, caughtUp: place >= position, position };
}

interface Found {
  readonly facts: readonly Recorded[];
  /** Position up to which there are no others; infinite when there are none at all. */
  readonly upTo: number;
}

async function known(first: NonNullable<Following['first']>, after: number, limit: number): Promise<Found> {
  const facts = await first(after, limit);
  return { facts, upTo: facts.length < limit ? Infinity : facts.at(-1)!.position };
}

async function lookedThrough(
  { store }: Ground,
  { among, mayHear }: Following,
  after: number,
  limit: number,
): Promise<Found> {
  const facts: Recorded[] = [];
  let upTo = after;
  let looked = 0;
  for await (const { events } of store.readAll(after, { limit: LOOKED_THROUGH, pageSize: PAGE })) {
    looked += events.length;
    facts.push(...(await among(events.flatMap(readable).filter(mayHear))));
    if (facts.length >= limit) return { facts: facts.slice(0, limit), upTo: facts[limit - 1]!.position };
    upTo = events.at(-1)?.position ?? upTo;
  }
  return { facts, upTo: looked < LOOKED_THROUGH ? Infinity : upTo };
}

/** What cannot be read is parked by the projections, where operators see it; nobody can be told what it says. */
function readable(event: StoredEvent): Recorded[] {
  try {
    return [decode(event)];
  } catch {
    return [];
  }
}

const positions = async (models: ReadModels, watch: readonly Projection[]): Promise<readonly number[]> =>
  (await Promise.all(watch.map((one) => models.of(one).pick([])))).map(({ position }) => position);

/** Those that are behind the first to change get so long to come up: what all of them reflect is told. */
const TOGETHER_MS = 1_000;

/** Resolves once something that is watched changed after a position: true; false after the time, or at the signal. */
export async function changed(
  models: ReadModels,
  watch: readonly Projection[],
  position: number,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const others = new AbortController();
  const until = AbortSignal.any([signal, others.signal]);
  const waiting = watch.map((one) => models.changed(one.name, position, timeoutMs, until));
  try {
    if (!(await Promise.race(waiting))) return false;
  } finally {
    others.abort();
    await Promise.allSettled(waiting);
  }
  const furthest = Math.max(...(await positions(models, watch)));
  await Promise.all(watch.map(({ name }) => models.waitFor(name, furthest, TOGETHER_MS).catch(unlessBehind)));
  return true;
}

function unlessBehind(error: unknown): void {
  if (!(error instanceof NotReached)) throw error;
}
