import { expect } from '@jest/globals';
import { setImmediate, setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../clock.js';
import { event, events, everything, idsOf, newStream, range, rule, tailed } from './rule.js';

/** Long enough for a store that reads ahead to have read everything there is. */
const AHEAD_MS = 100;

export const following = [
  rule('readers who start anywhere while others write miss nothing and see nothing twice', async (store, { open }) => {
    const start = await store.head();
    await store.append(newStream(), events(60), 'any');
    const writing = new AbortController();
    const others = range(0, 3).map(() => open(systemClock));
    const writers = others.map(async (own) => {
      for (; !writing.signal.aborted; await setImmediate()) await own.append(newStream(), [event()], 'any');
    });
    const middle = (await everything(store.readAll(start, { limit: 30 }))).at(-1)!.position;
    const starts = [0, start, middle, await store.head()];
    const seen = await Promise.all(starts.map((after) => tailed(others[0]!, after, 200)));
    writing.abort();
    await Promise.all(writers);
    for (const [index, after] of starts.entries()) {
      const whole = await everything(store.readAll(after, { limit: 200 }));
      expect(idsOf(seen[index]!.slice(0, 200))).toEqual(idsOf(whole));
      expect(whole).toHaveLength(200);
    }
    await Promise.all(others.map((own) => own.close()));
  }),

  rule('a reader who comes back with the last position it handled goes on right after it', async (store, { open }) => {
    const after = await store.head();
    const written = events(40);
    for (const batch of [written.slice(0, 13), written.slice(13)]) await store.append(newStream(), batch, 'any');
    const handled: string[] = [];
    for (let checkpoint = after; handled.length < 40;) {
      const process = open(systemClock);
      const leave = new AbortController();
      // Each life of the reader ends in the middle of a page, or at its end.
      let left = 1 + (handled.length % 7);
      for await (const page of process.subscribe(checkpoint, { signal: leave.signal, pageSize: 5 })) {
        for (const one of page.events.slice(0, left)) {
          handled.push(one.id);
          checkpoint = one.position;
          left--;
        }
        if (left === 0 || handled.length === 40) leave.abort();
      }
      await process.close();
    }
    expect(handled).toEqual(idsOf(written));
  }),

  rule('a subscriber may leave early or fail, and the store goes on', async (store) => {
    const after = await store.head();
    await store.append(newStream(), events(30), 'any');
    const { signal } = new AbortController();
    for (let reader = 0; reader < 20; reader++) {
      for await (const page of store.subscribe(after, { signal, pageSize: 5 })) if (page.events.length > 0) break;
      const failing = async () => {
        for await (const page of store.subscribe(after, { signal, pageSize: 5 }))
          throw new Error(`subscriber failed on ${page.events.length > 0}`);
      };
      await expect(failing()).rejects.toThrow('subscriber failed on true');
    }
    expect(await tailed(store, after, 30)).toHaveLength(30);
  }),

  rule('a subscriber may use the store, and follow what it writes itself', async (store) => {
    const after = await store.head();
    const stream = newStream();
    await store.append(stream, [event({ left: 9 })], 'any');
    const enough = new AbortController();
    let revision = 0;
    for await (const page of store.subscribe(after, { signal: enough.signal, pageSize: 3 })) {
      for (const one of page.events) {
        const { left } = JSON.parse(Buffer.from(one.data).toString()) as { left: number };
        ({ revision } = await store.read(stream, { limit: 0 }));
        expect(revision).toBe(one.revision);
        if (left === 0) enough.abort();
        else await store.append(stream, [event({ left: left - 1 })], revision);
      }
    }
    expect(revision).toBe(9);
  }),

  rule('a slow subscriber is not run ahead of: pages are fetched as they are wanted', async (store) => {
    const after = await store.head();
    await store.append(newStream(), events(95), 'any');
    const pages = store.subscribe(after, { signal: AbortSignal.timeout(10_000), pageSize: 10 });
    const reader = pages[Symbol.asyncIterator]();
    const seen: number[] = [];
    const next = async () => {
      const { value } = (await reader.next()) as { value: { events: readonly unknown[] } };
      seen.push(value.events.length);
    };
    await next();
    await pause(AHEAD_MS);
    // The page that ended the past is fetched only now: it takes along what came while the subscriber was busy.
    await store.append(newStream(), events(5), 'any');
    while (seen.reduce((sum, count) => sum + count, 0) < 100) await next();
    await reader.return?.();
    expect(seen).toEqual(range(0, 10).map(() => 10));
  }),
];
