import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { EventStore } from '../event-store.js';
import { event, events, everything, idsOf, newStream, range, revisionsOf, rule, textOf } from './rule.js';

async function tenEvents(store: EventStore) {
  const stream = newStream();
  await store.append(stream, events(10), 'no-stream');
  return stream;
}

export const reading = [
  rule('a stream is read from a revision, up to a limit, forward and backward', async (store) => {
    const stream = await tenEvents(store);
    const read = async (options: Parameters<EventStore['read']>[1]) =>
      revisionsOf((await store.read(stream, options)).events);
    expect(await read({ from: 7 })).toEqual([7, 8, 9]);
    expect(await read({ from: 2, limit: 3 })).toEqual([2, 3, 4]);
    expect(await read({ limit: 0 })).toEqual([]);
    expect(await read({ direction: 'backward' })).toEqual(range(0, 10).reverse());
    expect(await read({ direction: 'backward', from: 2 })).toEqual([2, 1, 0]);
    expect(await read({ direction: 'backward', limit: 1 })).toEqual([9]);
    expect(await read({ direction: 'backward', from: 5, limit: 2 })).toEqual([5, 4]);
    expect(await read({ direction: 'backward', from: 99, limit: 1 })).toEqual([9]);
  }),

  rule('a read past the end is empty, and not the same as a stream that does not exist', async (store) => {
    const stream = await tenEvents(store);
    expect(await store.read(stream, { from: 10 })).toEqual({ exists: true, revision: 9, events: [] });
    expect(await store.read(newStream())).toEqual({ exists: false, revision: -1, events: [] });
    expect(await store.read('no such name')).toEqual({ exists: false, revision: -1, events: [] });
  }),

  rule('many reads at once are each answered with their own stream', async (store) => {
    const streams = await Promise.all(range(0, 40).map(async (n) => ({ n, stream: newStream() })));
    await Promise.all(streams.map(({ n, stream }) => store.append(stream, [...events(n), event({ own: n })], 'any')));
    const slices = await Promise.all(streams.map(({ stream }) => store.read(stream)));
    expect(slices.map(({ revision }) => revision)).toEqual(range(0, 40));
    expect(slices.map(({ events }) => textOf(events.at(-1)!.data))).toEqual(range(0, 40).map((n) => `{"own":${n}}`));
    expect(
      slices.every(({ events }, n) =>
        events.every((one, at) => one.stream === streams[n]!.stream && one.revision === at),
      ),
    ).toBe(true);
  }),

  rule('payload and envelope come back byte by byte', async (store) => {
    const stream = newStream();
    const json =
      '{"big":"12345678901234567890", "amount":1.0,"name":"惠州〔模拟〕\\u0000 é 🏭","none":null,"at":"2021-06-01T00:00:00+08:00"}';
    const anyBytes = Buffer.from(range(0, 256));
    const batch = [
      {
        ...event(),
        data: Buffer.from(json),
        meta: Buffer.from(`{"correlationId":"${randomUUID()}","causationId":"x","b":1,"a":2}`),
      },
      { ...event(), data: anyBytes, meta: new Uint8Array(0) },
    ];
    await store.append(stream, batch, 'any');
    const stored = (await store.read(stream)).events;
    expect(stored.map(({ id, type, data, meta }) => ({ id, type, data: textOf(data), meta: textOf(meta) }))).toEqual(
      batch.map(({ id, type, data, meta }) => ({ id, type, data: textOf(data), meta: textOf(meta) })),
    );
    expect(Buffer.compare(stored[1]!.data, anyBytes)).toBe(0);
  }),

  rule('what was stored stays as it was when the caller’s bytes change', async (store) => {
    const stream = newStream();
    const data = Buffer.from('{"amount":1}');
    await store.append(stream, [{ ...event(), data }], 'any');
    data.fill(0);
    expect(textOf((await store.read(stream)).events[0]!.data)).toBe('{"amount":1}');
  }),

  rule('events are found by id, in position order, each once, the missing left out', async (store) => {
    const [one, two] = events(2);
    await store.append(newStream(), [one!], 'any');
    await store.append(newStream(), [two!], 'any');
    expect(idsOf(await store.find([two!.id, randomUUID(), one!.id, two!.id, 'no id']))).toEqual([one!.id, two!.id]);
    expect(await store.find([])).toEqual([]);
  }),

  rule('a reader may leave early or fail, and the store goes on', async (store) => {
    const after = await store.head();
    await store.append(newStream(), events(30), 'any');
    for (let reader = 0; reader < 20; reader++) {
      for await (const page of store.readAll(after, { pageSize: 5 })) if (page.events.length > 0) break;
      const failing = async () => {
        for await (const page of store.readAll(after, { pageSize: 5 }))
          throw new Error(`reader failed on ${page.events.length}`);
      };
      await expect(failing()).rejects.toThrow('reader failed on 5');
    }
    expect(await everything(store.readAll(after))).toHaveLength(30);
  }),

  rule('the store may be used while one reads', async (store) => {
    const after = await store.head();
    const stream = newStream();
    await store.append(stream, events(6), 'any');
    const seen: number[] = [];
    for await (const page of store.readAll(after, { pageSize: 2, limit: 6 }))
      for (const one of page.events) {
        seen.push((await store.read(stream, { from: one.revision, limit: 1 })).events[0]!.revision);
        await store.append(newStream(), events(1), 'any');
      }
    expect(seen).toEqual(range(0, 6));
  }),
];
