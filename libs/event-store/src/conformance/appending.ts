import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { LIMITS } from '../admissible.js';
import { InvalidAppend, SeveralStreams, StaleRevision } from '../errors.js';
import type { Expected } from '../event-store.js';
import { follow, positionsOf } from './positions.js';
import { event, events, has, idsOf, newStream, range, revisionsOf, rule, writesNothing } from './rule.js';

export const appending = [
  rule('an empty append changes nothing and tells where the stream is', async (store) => {
    const stream = newStream();
    expect(await store.append(stream, [], 'any')).toMatchObject({ revision: -1, position: 0, duplicate: false });
    const { position } = await store.append(stream, events(2), 'no-stream');
    expect(await store.append(stream, [], 'any')).toMatchObject({ revision: 1, position: 0 });
    expect(await store.head()).toBe(position);
  }),

  ...[1, 25, 26, 1_000].map((size) =>
    rule(`an append of ${size} keeps its order and has no gaps`, async (store, ledger) => {
      const stream = newStream();
      const before = await store.head();
      const batch = events(size);
      const appended = await store.append(stream, batch, 'no-stream');
      expect(appended).toMatchObject({ stream, revision: size - 1, duplicate: false });
      const slice = await store.read(stream);
      expect(idsOf(slice.events)).toEqual(idsOf(batch));
      expect(revisionsOf(slice.events)).toEqual(range(0, size));
      follow(ledger, before, positionsOf(slice.events));
      expect(slice.events.at(-1)).toMatchObject({ position: appended.position });
      expect(new Set(slice.events.map(({ recordedAt }) => recordedAt))).toEqual(new Set([appended.recordedAt]));
    }),
  ),

  rule('a batch is written whole or not at all', async (store) => {
    const stream = newStream();
    const taken = event({ first: true });
    await store.append(stream, [taken], 'any');
    const batch = [event(), event({ other: true }, taken.id), event()];
    await writesNothing(store, () => store.append(stream, batch, 'any'), { name: 'Conflict', ids: [taken.id] });
    expect(await store.find(idsOf(batch))).toHaveLength(1);
  }),

  rule('the exact revision wins; an older and a later one are stale', async (store) => {
    const stream = newStream();
    await store.append(stream, events(3), 'no-stream');
    expect(await store.append(stream, events(1), 2)).toMatchObject({ revision: 3 });
    for (const expected of [2, 0, 4])
      await writesNothing(store, () => store.append(stream, events(1), expected), { name: 'StaleRevision', actual: 3 });
  }),

  rule('a failed append burns no position', async (store, ledger) => {
    const stream = newStream();
    const { position } = await store.append(stream, events(1), 'no-stream');
    await expect(store.append(stream, events(5), 'no-stream')).rejects.toBeInstanceOf(StaleRevision);
    const next = await store.append(stream, events(1), 0);
    expect(next).toMatchObject({ revision: 1 });
    follow(ledger, position, [next.position]);
  }),

  rule('no-stream refuses a stream that exists; stream-exists one that does not', async (store) => {
    const stream = newStream();
    await writesNothing(store, () => store.append(stream, events(1), 'stream-exists'), { actual: -1 });
    await store.append(stream, events(1), 'no-stream');
    await writesNothing(store, () => store.append(stream, events(1), 'no-stream'), { actual: 0 });
    expect(await store.append(stream, events(1), 'stream-exists')).toMatchObject({ revision: 1 });
  }),

  rule('any is never stale', async (store) => {
    const stream = newStream();
    for (const revision of [0, 1, 2]) expect(await store.append(stream, events(1), 'any')).toMatchObject({ revision });
  }),

  rule('what cannot be right is refused before the store is asked', async (store) => {
    const refused = (append: Promise<unknown>) => expect(append).rejects.toBeInstanceOf(InvalidAppend);
    const before = await store.head();
    for (const expected of [-1, 1.5, NaN, Infinity, 2 ** 31, 'whatever', undefined, null])
      await refused(store.append(newStream(), events(1), expected as Expected));
    for (const stream of [
      '',
      'nohyphen',
      '-id',
      'category-',
      'a b-c',
      'a-\u0000',
      '$ce-case',
      `a-${'x'.repeat(LIMITS.streamNameBytes)}`,
    ])
      await refused(store.append(stream, events(1), 'any'));
    for (const id of ['', 'x', randomUUID().toUpperCase(), `${randomUUID()}0`])
      await refused(store.append(newStream(), [event({}, id)], 'any'));
    for (const type of ['', 'Bare', 'energy.', 'energy.Quota Exceeded', 'energy.\u0000'])
      await refused(store.append(newStream(), [{ ...event(), type }], 'any'));
    await refused(store.append(newStream(), events(LIMITS.eventsPerAppend + 1), 'any'));
    const heavy = { ...event(), data: new Uint8Array(LIMITS.bytesPerEvent) };
    await refused(store.append(newStream(), [heavy], 'any'));
    const twice = event();
    await refused(store.append(newStream(), [twice, twice], 'any'));
    const stream = newStream();
    await refused(store.appendAll([1, 2].map(() => ({ stream, events: events(1), expected: 'any' as const }))));
    expect(await store.head()).toBe(before);
  }),

  rule('the heaviest event that is admitted comes back whole', async (store) => {
    const stream = newStream();
    const data = Buffer.alloc(store.limits.bytesPerEvent - 2, 'x');
    await store.append(stream, [{ ...event(), data }], 'any');
    const [stored] = (await store.read(stream)).events;
    expect(Buffer.compare(stored!.data, data)).toBe(0);
  }),

  rule('what is heavier than the store takes is refused with the limit, before the store is asked', async (store) => {
    const heavy = { ...event(), data: Buffer.alloc(store.limits.bytesPerEvent) };
    await writesNothing(store, () => store.append(newStream(), [heavy], 'any'), {
      name: 'InvalidAppend',
      message: expect.stringContaining(`at most ${store.limits.bytesPerEvent}`),
    });
  }),

  rule('a stale append names the stream, what was expected and what was found', async (store) => {
    const stream = newStream();
    await store.append(stream, events(2), 'any');
    const stale = await store.append(stream, events(1), 7).catch((error: unknown) => error);
    expect(stale).toBeInstanceOf(StaleRevision);
    expect(stale).toMatchObject({ stream, expected: 7, actual: 1 });
  }),

  rule('of eight writers who expect the same, exactly one wins', async (store) => {
    const stream = newStream();
    await store.append(stream, events(1), 'no-stream');
    const outcomes = await Promise.allSettled(range(0, 8).map(() => store.append(stream, events(1), 0)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'StaleRevision', actual: 1 });
  }),

  rule('of overlapping batches one is written, whole', async (store) => {
    const stream = newStream();
    const [shared, ...others] = events(9);
    const outcomes = await Promise.allSettled(others.map((other) => store.append(stream, [other, shared!], 'any')));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await store.read(stream)).events).toHaveLength(2);
  }),

  rule('appends to one stream that are put together are judged in their order', async (store) => {
    const stream = newStream();
    const expected: Expected[] = ['no-stream', 0, 0, 1, 'stream-exists', 'no-stream', 3];
    const outcomes = await Promise.allSettled(expected.map((each) => store.append(stream, events(1), each)));
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([true, true, false, true, true, false, true]);
  }),

  rule('one caller’s conflict is nobody else’s', async (store) => {
    const taken = event({ first: true });
    await store.append(newStream(), [taken], 'any');
    const outcomes = await Promise.allSettled(
      range(0, 30).map((n) =>
        store.append(newStream(), [n % 3 === 0 ? event({ n }, taken.id) : event({ n })], n % 3 === 1 ? 5 : 'any'),
      ),
    );
    const name = (reason: Error) => reason.name;
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'written' : name(outcome.reason)))).toEqual(
      range(0, 30).map((n) => ['Conflict', 'StaleRevision', 'written'][n % 3]),
    );
  }),

  rule('four writers who append a hundred each lose nothing', async (store, ledger) => {
    const stream = newStream();
    const before = await store.head();
    const writers = range(0, 4).map(async () => {
      for (const one of events(100)) await store.append(stream, [one], 'any');
    });
    await Promise.all(writers);
    const slice = await store.read(stream);
    expect(revisionsOf(slice.events)).toEqual(range(0, 400));
    follow(ledger, before, positionsOf(slice.events));
  }),

  rule(
    'an append over several streams is written in all of them, or refused before the store is asked',
    async (store, ledger) => {
      const [a, b, untouched] = [newStream(), newStream(), newStream()];
      const before = await store.head();
      const appends = [
        { stream: a, events: events(2), expected: 'no-stream' as const },
        { stream: untouched, events: [], expected: 'any' as const },
        { stream: b, events: events(1), expected: 'any' as const },
      ];
      if (!has(ledger, 'severalStreams')) {
        await writesNothing(store, () => store.appendAll(appends), { name: 'SeveralStreams', streams: [a, b] });
        await expect(store.appendAll(appends)).rejects.toBeInstanceOf(SeveralStreams);
        for (const stream of [a, b]) expect(await store.read(stream)).toMatchObject({ exists: false });
        return;
      }
      const results = await store.appendAll(appends);
      expect(results).toMatchObject([
        { stream: a, revision: 1, duplicate: false },
        { stream: untouched, revision: -1, position: 0 },
        { stream: b, revision: 0, duplicate: false },
      ]);
      const places = [...(await store.read(a)).events, ...(await store.read(b)).events];
      follow(ledger, before, positionsOf(places));
      expect([places[1], places[2]]).toMatchObject(
        [results[0], results[2]].map((each) => ({ position: each!.position })),
      );
    },
  ),

  rule('an append over several streams of which one gets events is an append to that one', async (store) => {
    const [a, untouched] = [newStream(), newStream()];
    const appends = [
      { stream: untouched, events: [], expected: 'any' as const },
      { stream: a, events: events(2), expected: 'no-stream' as const },
    ];
    const results = await store.appendAll(appends);
    expect(results).toMatchObject([
      { stream: untouched, revision: -1, position: 0 },
      { stream: a, revision: 1, position: await store.head(), duplicate: false },
    ]);
  }),

  rule('an append over several streams is written in none when one of them is stale', async (store, ledger) => {
    const [a, b] = [newStream(), newStream()];
    const appends = [
      { stream: a, events: events(2), expected: 'no-stream' as const },
      { stream: b, events: events(1), expected: 3 },
    ];
    const refusal = has(ledger, 'severalStreams')
      ? { name: 'StaleRevision', stream: b, actual: -1 }
      : { name: 'SeveralStreams' };
    await writesNothing(store, () => store.appendAll(appends), refusal);
    expect(await store.read(a)).toMatchObject({ exists: false });
  }),
];
