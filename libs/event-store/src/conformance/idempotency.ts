import { expect } from '@jest/globals';
import { event, events, has, idsOf, newStream, range, rule, textOf, writesNothing } from './rule.js';

export const idempotency = [
  rule('the same events again, with the same expectation, give the first result', async (store) => {
    const stream = newStream();
    const batch = events(3);
    const first = await store.append(stream, batch, 'no-stream');
    await store.append(stream, events(2), 'any');
    const head = await store.head();
    expect(await store.append(stream, batch, 'no-stream')).toEqual({ ...first, duplicate: true });
    expect(await store.head()).toBe(head);
  }),

  rule('the same events again give the first result whatever is expected now', async (store) => {
    const stream = newStream();
    const batch = events(2);
    const first = await store.append(stream, batch, 'any');
    for (const expected of ['any', 'no-stream', 'stream-exists', 0, 99] as const)
      expect(await store.append(stream, batch, expected)).toEqual({ ...first, duplicate: true });
  }),

  rule('an id is not taken twice for different content', async (store) => {
    const stream = newStream();
    const taken = event({ amount: 1 });
    await store.append(stream, [taken], 'any');
    for (const other of [event({ amount: 2 }, taken.id), { ...taken, type: 'conformance.Other' }])
      await writesNothing(store, () => store.append(stream, [other], 'any'), {
        name: 'Conflict',
        stream,
        ids: [taken.id],
      });
    expect((await store.find([taken.id])).map(({ data }) => textOf(data))).toEqual(['{"amount":1}']);
  }),

  rule('the envelope is not part of the content', async (store) => {
    const stream = newStream();
    const one = event();
    const first = await store.append(stream, [one], 'any');
    const again = await store.append(stream, [{ ...one, meta: Buffer.from('{"trace":"other"}') }], 'any');
    expect(again).toEqual({ ...first, duplicate: true });
  }),

  rule('a batch of which a part is known is a conflict, not a partial success', async (store, ledger) => {
    const stream = newStream();
    const [first, second, third] = events(3);
    await store.append(stream, [first!, second!], 'any');
    await writesNothing(store, () => store.append(stream, [second!, third!], 'any'), {
      name: 'Conflict',
      ids: [second!.id],
    });
    await writesNothing(
      store,
      () =>
        store.appendAll([
          { stream, events: [first!], expected: 'any' },
          { stream: newStream(), events: [third!], expected: 'any' },
        ]),
      has(ledger, 'severalStreams') ? { name: 'Conflict', ids: [first!.id] } : { name: 'SeveralStreams' },
    );
  }),

  rule('an id belongs to one stream', async (store) => {
    const one = event();
    await store.append(newStream(), [one], 'any');
    const other = newStream();
    await writesNothing(store, () => store.append(other, [one], 'any'), {
      name: 'Conflict',
      stream: other,
      ids: [one.id],
    });
  }),

  rule(
    'an append over several streams is idempotent as a whole',
    async (store) => {
      const appends = [newStream(), newStream()].map((stream) => ({
        stream,
        events: events(2),
        expected: 'no-stream' as const,
      }));
      const first = await store.appendAll(appends);
      expect(await store.appendAll(appends)).toEqual(first.map((each) => ({ ...each, duplicate: true })));
    },
    'severalStreams',
  ),

  rule('the same event put by many at once is written once, and all hear the same', async (store) => {
    const stream = newStream();
    const one = event();
    const heard = await Promise.all(range(0, 12).map(() => store.append(stream, [one], 'any')));
    expect(new Set(heard.map(({ position }) => position)).size).toBe(1);
    expect(heard.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect((await store.read(stream)).events).toHaveLength(1);
  }),

  rule('success is never claimed for an event that cannot be read back', async (store) => {
    const stream = newStream();
    const taken = event({ first: true });
    await store.append(stream, [taken], 'any');
    const claims = await Promise.allSettled(
      [event({ second: true }, taken.id), event({ third: true }), { ...taken }].map(async (one) => {
        await store.append(stream, [one], 'any');
        return one;
      }),
    );
    for (const claim of claims) {
      if (claim.status === 'rejected') continue;
      const [found] = await store.find(idsOf([claim.value]));
      expect(found && textOf(found.data)).toBe(textOf(claim.value.data));
    }
    expect(claims.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  }),
];
