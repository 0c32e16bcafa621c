import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresEventStore } from '#event-store';
import { forget, startLedger } from '../ledger.ts';
import { fill } from '../store/fill.ts';
import { once, openStoreServer, type StoreServer } from '../store/store-server.ts';
import type { Row } from '../table.ts';
import { dossiers, dossiersAsOf, search, type Asked } from './asking.ts';
import { city, type City } from './city.ts';
import { feeds } from './feeds.ts';
import { lag } from './lag.ts';
import { caughtUp, rebuiltAll } from './read-side.ts';
import { reader } from './reader.ts';

export interface AnswersOptions {
  /** Lengths at which the ledger is asked, in events, rising. */
  readonly lengths: readonly number[];
  /** Enterprises at the first length. A longer ledger has more of them, of as many facts each. */
  readonly enterprises: number;
  /** How long each rate is held. */
  readonly seconds?: number;
}

/** Of an answer at the last length against the first. */
const GROWS_AT_MOST = 1.25;

/**
 * The read side as a service of its own beside the bundled PostgreSQL, over a ledger of all departments' facts: what an
 * answer takes at a fixed rate, a feed, a rebuild, and how far it is behind; and what of that grows with the ledger. Each
 * figure is told as soon as it is known.
 */
export async function* answers({ lengths, enterprises, seconds = 20 }: AnswersOptions): AsyncGenerator<Row, void> {
  const ofCity = await city();
  const turnsEach = Math.max(1, lengths[0]! / enterprises / ofCity.factsEach);
  const server = await openStoreServer();
  const data = await mkdtemp(join(tmpdir(), 'taizhang-bench-'));
  const asked: (readonly Asked[])[] = [];
  let peopled = 0;
  try {
    for (const length of lengths) {
      peopled = await people(server, ofCity, { length, turnsEach, from: peopled });
      asked.push(yield* measured({ server, data, ofCity, length, enterprises: peopled, seconds }));
    }
    yield* growth(asked);
  } finally {
    await server.stop();
    await forget(data);
  }
}

/** Adds enterprises until the ledger is so long; tells how many there are then. */
async function people(
  { ownerUrl, serviceUrl }: StoreServer,
  { history }: City,
  { length, turnsEach, from }: { readonly length: number; readonly turnsEach: number; readonly from: number },
): Promise<number> {
  const store = postgresEventStore({ url: serviceUrl });
  let enterprises = from;
  try {
    await fill(store, length, () => {
      const at = enterprises++;
      const turns = Math.floor((at + 1) * turnsEach) - Math.floor(at * turnsEach);
      return Array.from({ length: turns }, (_, turn) => history(at, turn)).flat();
    });
  } finally {
    await store.close();
  }
  await once(ownerUrl, 'vacuum (analyze) ledger.event');
  return enterprises;
}

interface Ground {
  readonly server: StoreServer;
  readonly data: string;
  readonly ofCity: City;
  readonly length: number;
  readonly enterprises: number;
  readonly seconds: number;
}

async function* measured(ground: Ground): AsyncGenerator<Row, readonly Asked[]> {
  const { server, data, length, enterprises } = ground;
  const env = { DATABASE_URL: server.serviceUrl, DATABASE_OWNER_URL: server.ownerUrl };
  const ledger = await startLedger({ app: 'projection', data, env });
  const reading = await reader(ledger);
  try {
    await caughtUp(reading);
    await once(server.ownerUrl, 'vacuum (analyze)');
    await server.checkpoint();
    const events = `${length.toLocaleString('en-US')} events, ${enterprises.toLocaleString('en-US')} enterprises`;
    const at = { ...ground, reading, events };
    const asked: Asked[] = [];
    for (const question of [dossiers, dossiersAsOf, search]) {
      const answered = await question(at);
      asked.push(answered);
      yield* answered.rows;
    }
    yield* await feeds(at);
    const buildS = await rebuiltAll(reading);
    yield {
      what: `full rebuild of every projection, ${events}`,
      figure: buildS / (length / 1e6),
      unit: 's per million events',
      goal: 60,
      atMost: true,
      note: `${buildS.toFixed(1)} s, from one reading of the ledger, each beside its live rows`,
    };
    yield await lag(at);
    return asked;
  } finally {
    reading.close();
    await ledger.stop();
  }
}

/** Each answer at the last length against the first. */
function growth(asked: readonly (readonly Asked[])[]): Row[] {
  const [first, last] = [asked[0]!, asked.at(-1)!];
  if (first === last) return [];
  return first.map(({ what, p99 }, at) => ({
    what: `${what}: the longest ledger against the shortest`,
    figure: last[at]!.p99 / p99,
    unit: '× p99',
    goal: GROWS_AT_MOST,
    atMost: true,
  }));
}
