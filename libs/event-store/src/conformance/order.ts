import { expect } from '@jest/globals';
import { follow, positionsOf } from './positions.js';
import { event, events, everything, idsOf, newStream, range, rule, tailed } from './rule.js';

export const order = [
  rule(
    'everything is read in rising positions without gaps, and streams keep their order in it',
    async (store, ledger) => {
      const after = await store.head();
      const streams = range(0, 3).map(newStream);
      await Promise.all(range(0, 30).map((n) => store.append(streams[n % 3]!, events(1 + (n % 4)), 'any')));
      const all = await everything(store.readAll(after, { pageSize: 8 }));
      expect(all).toHaveLength(range(0, 30).reduce((sum, n) => sum + 1 + (n % 4), 0));
      follow(ledger, after, positionsOf(all));
      for (const stream of streams) {
        const own = all.filter((one) => one.stream === stream);
        expect(own).toEqual([...(await store.read(stream)).events]);
        expect(own.map(({ revision }) => revision)).toEqual(range(0, own.length));
      }
    },
  ),

  rule('reading on after a position leaves that position out', async (store) => {
    const stream = newStream();
    const { position } = await store.append(stream, events(5), 'any');
    const places = positionsOf((await store.read(stream)).events);
    expect(places.at(-1)).toBe(position);
    expect(positionsOf(await everything(store.readAll(places[2]!)))).toEqual(places.slice(3));
    expect(await everything(store.readAll(position))).toEqual([]);
    expect(await everything(store.readAll(position + 1_000))).toEqual([]);
  }),

  rule('a reader of everything is told when it has caught up, and not before', async (store) => {
    const after = await store.head();
    await store.append(newStream(), events(10), 'any');
    const told: boolean[] = [];
    for await (const page of store.readAll(after, { pageSize: 4 })) told.push(page.caughtUp);
    expect(told).toEqual([false, false, true]);
    const limited = await everything(store.readAll(after, { pageSize: 4, limit: 7 }));
    expect(limited).toHaveLength(7);
  }),

  rule('eight writers and a reader who tails them: every event is seen once, in order', async (store, ledger) => {
    const after = await store.head();
    const reader = tailed(store, after, 200);
    const written = await Promise.all(
      range(0, 8).map(async () => {
        const batch = events(25);
        const stream = newStream();
        for (const one of batch) await store.append(stream, [one], 'any');
        return idsOf(batch);
      }),
    );
    const seen = await reader;
    expect(idsOf(seen).toSorted()).toEqual(written.flat().toSorted());
    follow(ledger, after, positionsOf(seen));
  }),

  rule('a subscription goes from the past to the present without loss or repetition', async (store, ledger) => {
    const after = await store.head();
    await store.append(newStream(), events(20), 'any');
    const enough = new AbortController();
    const seen: number[] = [];
    let toldCaughtUp = false;
    for await (const page of store.subscribe(after, { signal: enough.signal, pageSize: 6 })) {
      seen.push(...page.events.map(({ position }) => position));
      if (page.caughtUp && !toldCaughtUp) {
        toldCaughtUp = true;
        expect(seen).toHaveLength(20);
        for (const one of events(5)) await store.append(newStream(), [one], 'any');
      }
      if (seen.length >= 25) enough.abort();
    }
    expect(seen).toHaveLength(25);
    follow(ledger, after, seen);
  }),

  rule('a subscription at the head says at once that it has caught up, and ends quietly when told', async (store) => {
    const leave = new AbortController();
    let pages = 0;
    for await (const page of store.subscribe(await store.head(), { signal: leave.signal })) {
      expect(page).toEqual({ events: [], caughtUp: true });
      pages++;
      setImmediate(() => leave.abort());
    }
    expect(pages).toBe(1);
  }),

  rule('the last event of the store is known, and its position is the head', async (store) => {
    const stream = newStream();
    await store.append(stream, events(3), 'any');
    const { position, recordedAt } = await store.append(newStream(), events(1), 'any');
    expect(await store.latest()).toMatchObject({ position, recordedAt, revision: 0 });
    expect(await store.head()).toBe(position);
  }),

  rule('ledger time follows the clock and never decreases', async (store, { open }) => {
    const stream = newStream();
    const present = Date.parse((await store.append(stream, [event()], 'any')).recordedAt);
    let now = present + 60_000;
    const other = open({ now: () => now });
    const recordedAts: string[] = [];
    for (const step of [0, 5_000, -86_400_000, 5_000]) {
      now += step;
      recordedAts.push((await other.append(stream, [event()], 'any')).recordedAt);
    }
    const ahead = new Date(present + 65_000).toISOString();
    expect(recordedAts).toEqual([new Date(present + 60_000).toISOString(), ahead, ahead, ahead]);
    expect((await store.append(stream, [event()], 'any')).recordedAt).toBe(ahead);
    expect((await store.read(stream)).events.slice(1).map(({ recordedAt }) => recordedAt)).toEqual([
      ...recordedAts,
      ahead,
    ]);
  }),

  rule('closing answers everybody who is waiting, and then nobody', async (store, { open }) => {
    const closing = open({ now: () => Date.now() });
    const batch = events(40);
    const stream = newStream();
    const waiting = Promise.allSettled(batch.map((one) => closing.append(stream, [one], 'any')));
    await closing.close();
    expect((await waiting).every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await store.find(idsOf(batch))).toHaveLength(40);
    await expect(closing.append(stream, events(1), 'any')).rejects.toMatchObject({
      name: 'Unavailable',
      reason: 'closing',
    });
    await expect(closing.read(stream)).rejects.toMatchObject({ name: 'Unavailable', reason: 'closing' });
  }),
];
