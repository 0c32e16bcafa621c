import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type EventStore, postgresEventStore } from '#event-store';
import { percentile, type Row } from '../table.ts';
import { EVENT_BYTES, appendTo, appendWith, type Measured, median, sampleEvent } from './appending.ts';
import { peer } from './peer.ts';
import { openStoreServer } from './store-server.ts';

export interface StoreBenchOptions {
  readonly seconds?: number;
  readonly rounds?: number;
}

/** The event store alone, on the bundled PostgreSQL with its own settings, side by side with a published one. */
export async function benchStore({ seconds = 5, rounds = 3 }: StoreBenchOptions = {}): Promise<Row[]> {
  const server = await openStoreServer();
  const store = postgresEventStore({ url: server.serviceUrl });
  const follower = postgresEventStore({ url: server.serviceUrl });
  const other = await peer(server.ownerUrl);
  try {
    // A young server makes new files for its log, which holds everybody up; an old one uses them again after a checkpoint.
    await appendWith(appendTo(store), 64, 3 * seconds);
    await appendWith(other.append, 64, 1);
    const own: Record<number, Measured[]> = { 1: [], 8: [], 64: [], 256: [] };
    const others: Measured[] = [];
    for (let round = 0; round < rounds; round++) {
      await server.checkpoint();
      for (const [callers, measured] of Object.entries(own))
        measured.push(await appendWith(appendTo(store), Number(callers), seconds));
      others.push(await appendWith(other.append, 64, seconds));
    }
    const reading = await readingAll(store, rounds);
    return [...appends(own, others), reading, await visibleAfter(store, follower)];
  } finally {
    await other.close();
    await Promise.all([store.close(), follower.close()]);
    await server.stop();
  }
}

function appends(own: Readonly<Record<number, Measured[]>>, others: readonly Measured[]): Row[] {
  const rows = Object.entries(own).map(([callers, measured]): Row => {
    const { perSecond, p50, p99 } = median(measured);
    const best = Math.round(Math.max(...measured.map((round) => round.perSecond)));
    const note = `median of ${measured.length} rounds, best ${best.toLocaleString('en-US')}; ${EVENT_BYTES} bytes, version and id checked`;
    const goal = callers === '64' ? { goal: 35_000 } : {};
    return {
      what: `store append, one event a call, ${callers} callers`,
      figure: perSecond,
      unit: '/s',
      p50,
      p99,
      ...goal,
      note,
    };
  });
  const [mine, theirs] = [median(own[64]!), median(others)];
  return [
    ...rows,
    {
      what: '@event-driven-io/emmett-postgresql 0.42, 64 callers',
      figure: theirs.perSecond,
      unit: '/s',
      p50: theirs.p50,
      p99: theirs.p99,
      note: 'same server, same run; version checked, ids not',
    },
    { what: 'store append against emmett, 64 callers', figure: mine.perSecond / theirs.perSecond, unit: '×', goal: 8 },
  ];
}

async function readingAll(store: EventStore, rounds: number): Promise<Row> {
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const since = performance.now();
    let events = 0;
    for await (const page of store.readAll(0, { limit: 500_000 })) events += page.events.length;
    rates.push(events / ((performance.now() - since) / 1000));
  }
  return { what: 'read all in order', figure: percentile(rates, 0.5), unit: 'events/s', goal: 200_000 };
}

/** From the acknowledgement until a subscriber in another store, as another process has one, holds the event. */
async function visibleAfter(store: EventStore, follower: EventStore, appends = 1_000): Promise<Row> {
  const acknowledged = new Map<number, number>();
  const seen = new Map<number, number>();
  const leave = new AbortController();
  const head = await store.head();
  const following = (async () => {
    for await (const { events } of follower.subscribe(head, { signal: leave.signal })) {
      for (const { position } of events) seen.set(position, performance.now());
      if (seen.size === appends) leave.abort();
    }
  })();
  for (let at = 0; at < appends; at++) {
    const { position } = await store.append(`energy.quota-${randomUUID()}`, [sampleEvent()], 'no-stream');
    acknowledged.set(position, performance.now());
    await pause(2);
  }
  await following;
  // A subscriber may hold an event before its writer has heard of it.
  const latencies = [...seen].map(([position, at]) => Math.max(0, at - acknowledged.get(position)!));
  const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
  return { what: 'append acknowledged → seen by a subscriber elsewhere', figure: p99, unit: 'ms p99', p50, p99 };
}
