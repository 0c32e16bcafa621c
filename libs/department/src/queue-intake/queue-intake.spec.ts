import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommandBus } from '@nestjs/cqrs';
import { decode } from '#contracts';
import { memoryEventStore, Unavailable, type EventStore } from '#event-store';
import {
  memoryBroker,
  parkedIn,
  QueueUnavailable,
  unpark,
  type MemoryBroker,
  type Message,
  type Parked,
  type Queue,
} from '#messaging';
import type { Decide } from '../decide.js';
import { DecideHandler } from '../decide.js';
import { Intake, readItem } from '../intake.js';
import { ScenarioClock } from '../scenario-clock.js';
import { harbour } from '../testing-harbour.js';
import { QueueIntake } from './queue-intake.js';
import { binary, event, held, NOON, resultIn, resultsOf, structured, topics } from './testing-posts.js';

let broker: MemoryBroker;
let queue: Queue;
let store: EventStore;
let intake: Intake;
let open: QueueIntake[];
/** The store is away while this is set. */
let away: Error | undefined;

beforeEach(async () => {
  broker = memoryBroker();
  queue = broker.open();
  away = undefined;
  const clock = new ScenarioClock(NOON);
  const log = memoryEventStore({ clock });
  store = { ...log, append: (...append) => (away ? Promise.reject(away) : log.append(...append)) };
  const handler = new DecideHandler(store, clock);
  intake = new Intake({ execute: (command: Decide) => handler.execute(command) } as unknown as CommandBus);
  open = [];
});

afterEach(async () => {
  away = undefined;
  broker.away = false;
  await Promise.all(open.map((each) => each.stop()));
});

const start = (options: Partial<ConstructorParameters<typeof QueueIntake>[0]> = {}): QueueIntake => {
  const take: Intake['take'] = (item, by) => intake.take(item, by);
  const started = new QueueIntake({ department: harbour, queue: broker.open(), take, now: () => 0, ...options });
  open.push(started);
  started.start();
  return started;
};

const until = async (holds: () => boolean | Promise<boolean>) => {
  for (const end = performance.now() + 10_000; !(await holds()); await new Promise(setImmediate))
    if (performance.now() > end) throw new Error('it never came true');
};
const dealtWith = (each: QueueIntake) => until(async () => (await each.lag()) === 0);

/** Posts, lets one intake deal with it, and answers with the results in the order of their places. */
async function post(...messages: Message[]) {
  const before = (await resultsOf(queue)).length;
  const one = start();
  await until(() => one.waitsFor === undefined);
  await queue.send(topics.intake, messages);
  await dealtWith(one);
  await one.stop();
  return (await resultsOf(queue)).slice(before);
}
const facts = async () => (await Array.fromAsync(store.readAll(0))).flatMap(({ events }) => events);
const parked = () => parkedIn(queue.read(topics.parked));

describe('a command that comes by the queue', () => {
  it('is recorded and answered under its key, as a batch answers it', async () => {
    const [result] = await post(binary(event('b1'), 'enterprise-1'));
    expect(result).toEqual({
      id: 'b1',
      source: '/harbour-office',
      status: 201,
      receipt: {
        stream: 'harbourWatch.berth-b1',
        revision: 0,
        position: 1,
        recordedAt: '2021-03-15T04:00:00.000Z',
        events: [{ id: expect.any(String), type: 'harbourWatch.Moored' }],
      },
    });
    const [message] = await held(queue, topics.results);
    expect(message).toMatchObject({
      key: 'enterprise-1',
      headers: { ce_id: 'b1', ce_source: '/harbour-office', taizhang_place: expect.stringMatching(/^\d:0$/) },
    });
  });

  it('that changes nothing is answered 200', async () =>
    expect(await post(structured(event('b1', { type: 'harbourWatch.Leave', data: {} })))).toMatchObject([
      { status: 200, receipt: { events: [] } },
    ]));

  it.each([
    ['the law refuses', { data: { ship: 'Bob', untilOn: '2021-03-20' } }, 409, 'harbour-watch/occupied'],
    ['has a wrong field', { data: { ship: 7, untilOn: '2021-03-20' } }, 400, 'request/fields-wrong'],
    ['names no record', { subject: 'a b' }, 400, 'request/id-malformed'],
    ['has not happened yet', { time: '2022-01-01T00:00:00Z' }, 422, 'request/occurred-in-future'],
    ['only the ledger gives', { type: 'harbourWatch.Overstay' }, 403, 'identity/system-only'],
    ['needs another role', { type: 'harbourWatch.Evict', data: {} }, 403, 'identity/role-missing'],
  ])('which %s is refused by a result, not parked', async (_, more, status, code) => {
    await post(structured(event('first', { subject: 'b1' })));
    const [result] = await post(structured(event('second', { subject: 'b1', ...more })));
    expect(result).toMatchObject({ id: 'second', status, problem: { type: `urn:taizhang:${code}` } });
    expect(await parked()).toEqual([]);
    expect(await facts()).toHaveLength(1);
  });

  it('is posted by its topic, with the right to post and no other', async () => {
    await post(structured(event('b1')));
    const [fact] = await facts();
    expect(decode(fact!).actor).toEqual({ client: 'queue:taizhang.intake.harbour-watch.v1' });
  });

  it('gets the receipt that it got over HTTP, when the topic stands for the client', async () => {
    const pilot = { subject: 'li', client: 'pilot-system', roles: ['department:harbour-watch:post'] };
    const overHttp = await intake.take(readItem(harbour, event('b1')), pilot);
    const one = start({ client: 'pilot-system' });
    await until(() => one.waitsFor === undefined);
    await queue.send(topics.intake, [structured(event('b1'))]);
    await dealtWith(one);
    expect(await resultsOf(queue)).toMatchObject([{ status: 201, receipt: { ...overHttp, replayed: true } }]);
  });
});

describe('messages of one partition', () => {
  it('keep the order of each record and are answered in their own', async () => {
    const moor = (id: string, subject: string) => event(id, { subject });
    const leave = (id: string, subject: string) => event(id, { subject, type: 'harbourWatch.Leave', data: {} });
    const rounds = Array.from({ length: 40 }, (_, round) =>
      ['x', 'y', 'z'].flatMap((berth) => [moor(`${berth}${round}m`, berth), leave(`${berth}${round}l`, berth)]),
    ).flat();
    const results = await post(...rounds.map((each) => structured(each, 'one key')));
    expect(results.map(({ id }) => id)).toEqual(rounds.map(({ id }) => id));
    for (const berth of ['x', 'y', 'z'])
      expect(results.filter(({ id }) => id!.startsWith(berth)).map(({ receipt }) => receipt?.revision)).toEqual(
        Array.from({ length: 80 }, (_, revision) => revision),
      );
  });

  it('wait for each other when they claim the same key for different records', async () => {
    const results = await post(structured(event('1', { subject: 'b1' })), structured(event('1', { subject: 'b2' })));
    expect(results.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(await facts()).toHaveLength(1);
  });

  it('are at most so many at work at once', async () => {
    let [atWork, most] = [0, 0];
    const one = start({
      async take(item, by) {
        most = Math.max(most, ++atWork);
        await new Promise(setImmediate);
        atWork -= 1;
        return intake.take(item, by);
      },
    });
    await until(() => one.waitsFor === undefined);
    await queue.send(
      topics.intake,
      Array.from({ length: 3_000 }, (_, at) => structured(event(`w${at}`))),
    );
    await dealtWith(one);
    expect(most).toBeGreaterThan(100);
    expect(most).toBeLessThanOrEqual(512);
    expect(one.tally.counts.recorded).toBe(3_000);
  });
});

describe('poison', () => {
  const poison: readonly (readonly [what: string, message: Message, status: number, code: string])[] = [
    ['bytes that are no text', { key: 'k', value: Buffer.from([0xff, 0xfe]), headers: {} }, 400, 'json/invalid-utf8'],
    ['half of a document', structured('{"specversion":"1.0",'), 400, 'json/syntax'],
    ['50,000 levels', structured('['.repeat(50_000)), 400, 'json/too-deep'],
    ['more than 256 KiB', structured(event('p', { data: { ship: 'a'.repeat(262_144) } })), 413, 'json/too-large'],
    ['no command of the department', structured(event('p', { type: 'energy.X' })), 400, 'request/event-malformed'],
    ['a tombstone', { key: 'k', value: undefined, headers: {} }, 400, 'json/empty'],
    [
      'a form',
      { key: 'k', value: Buffer.from('a=b'), headers: { 'content-type': 'x/y' } },
      415,
      'request/not-an-event',
    ],
  ];

  it.each(poison)('is parked as it came, answered, and stops no other: %s', async (_, message, status, code) => {
    const results = await post(structured(event('before')), message, structured(event('after')));
    expect(results.map(({ status }) => status)).toEqual([201, status, 201]);
    expect(results[1]!.problem).toMatchObject({ type: `urn:taizhang:${code}`, detail: expect.stringMatching(/\S/) });
    const [kept, ...more] = await parked();
    expect(more).toEqual([]);
    expect(kept).toMatchObject({
      topic: topics.intake,
      place: expect.stringMatching(/^\d+:1$/),
      parkedAt: '1970-01-01T00:00:00.000Z',
      key: 'k',
      headers: message.headers,
      isCut: false,
    });
    expect(kept!.value).toEqual(message.value);
    expect(JSON.parse(kept!.reason)).toEqual(results[1]!.problem);
  });

  it('is told by its id and source where they can be read', async () => {
    const [result] = await post(structured(event('p', { type: 'energy.X' })));
    expect(result).toMatchObject({ id: 'p', source: '/harbour-office' });
  });

  it('is a message that breaks on a bug, too: it can be replayed once the bug is gone', async () => {
    const told: unknown[] = [];
    let bug: Error | undefined = new TypeError('cannot read properties of undefined');
    const one = start({
      take: (item, by) => (bug && item.id === 'p' ? Promise.reject(bug) : intake.take(item, by)),
      tell: (error) => void told.push(error),
    });
    await until(() => one.waitsFor === undefined);
    await queue.send(topics.intake, [structured(event('p')), structured(event('after'))]);
    await dealtWith(one);
    expect((await resultsOf(queue)).map(({ status }) => status)).toEqual([500, 201]);
    expect(told).toEqual([bug]);
    const [kept] = await parked();
    bug = undefined;
    await queue.send(kept!.topic, [unpark(kept!), unpark(kept!)]);
    await dealtWith(one);
    const again = (await resultsOf(queue)).slice(2);
    expect(again).toMatchObject([{ status: 201 }, { status: 201, receipt: { replayed: true } }]);
    expect(await facts()).toHaveLength(2);
  });

  it('that is too large to be parked whole is kept by its place', async () => {
    broker = memoryBroker({ maxMessageBytes: 300_000 });
    queue = broker.open();
    const message = structured('a'.repeat(299_800));
    const [, result] = await post(structured('{'), message);
    expect(result).toMatchObject({ status: 413 });
    expect(await parked()).toMatchObject([{ isCut: false }, { isCut: true, headers: {} }]);
  });

  it.each([
    ['key', { ...structured('{'), key: 'k'.repeat(299_900) }],
    ['headers', { ...structured('{'), headers: { ce_id: 'i'.repeat(299_900) } }],
  ])('with a %s that leaves no room for anything else is answered all the same', async (_, message) => {
    broker = memoryBroker({ maxMessageBytes: 300_000 });
    queue = broker.open();
    const results = await post(message, structured(event('after')));
    expect(results.map(({ status }) => status).sort()).toEqual([201, 400]);
    const [{ isCut, key, headers }] = (await parked()) as [Parked];
    expect([isCut, key?.length, Object.keys(headers)]).toEqual([true, undefined, []]);
  });

  it('is told of by the first of each handful', async () => {
    const told: unknown[] = [];
    const one = start({ parked: (...first) => void told.push(first) });
    await until(() => one.waitsFor === undefined);
    await queue.send(topics.intake, [structured('{'), structured('[')]);
    await dealtWith(one);
    expect(told).toEqual([[2, expect.stringMatching(/^\d:0$/), expect.objectContaining({ status: 400 })]]);
  });

  it('of thousands of wrong fields is answered with the first of them', async () => {
    const wrong = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`field-${at}-${'x'.repeat(100)}`, 1]));
    const [result] = await post(structured(event('b1', { data: wrong })));
    expect(result!.problem!.errors).toHaveLength(20);
    expect(JSON.stringify(result).length).toBeLessThan(20_000);
  });
});

describe('a store that is away', () => {
  it('is waited for: nothing is parked, answered or committed, and no command overtakes another', async () => {
    const told: unknown[] = [];
    away = new Unavailable('the store is away');
    const one = start({ tell: (error) => void told.push(error) });
    await until(() => one.waitsFor === undefined);
    const leave = event('2', { subject: 'b1', type: 'harbourWatch.Leave', data: {} });
    await queue.send(topics.intake, [structured(event('1', { subject: 'b1' })), structured('{'), structured(leave)]);
    await until(() => told.length >= 3);
    expect(await one.lag()).toBe(3);
    expect([await resultsOf(queue), await parked()]).toEqual([[], []]);
    expect(Object.values(one.tally.counts)).toEqual([0, 0, 0, 0, 0]);
    away = undefined;
    await dealtWith(one);
    expect(await resultsOf(queue)).toMatchObject([
      { id: '1', receipt: { revision: 0 } },
      { status: 400 },
      { id: '2', receipt: { revision: 1 } },
    ]);
  });

  it('in the middle leaves what was recorded to be answered again', async () => {
    let left = 100;
    const one = start({
      take: (item, by) => (--left === 0 ? Promise.reject(new Unavailable('gone')) : intake.take(item, by)),
    });
    await until(() => one.waitsFor === undefined);
    await queue.send(
      topics.intake,
      Array.from({ length: 300 }, (_, at) => structured(event(`m${at}`))),
    );
    await dealtWith(one);
    const results = await resultsOf(queue);
    expect(results.map(({ id }) => id)).toEqual(Array.from({ length: 300 }, (_, at) => `m${at}`));
    expect(results.every(({ status }) => status === 201)).toBe(true);
    expect(await facts()).toHaveLength(300);
  });
});

describe('a redelivery', () => {
  /** A queue whose first results are lost on the way. */
  const losing = (): Queue => {
    let isLost = false;
    return {
      ...broker.open(),
      async send(topic, messages) {
        if (topic === topics.results && !isLost) {
          isLost = true;
          throw new QueueUnavailable('cut');
        }
        await queue.send(topic, messages);
      },
    };
  };

  it('has the effect of one: the same events, answered as a replay, parked once', async () => {
    const one = start({ queue: losing() });
    await until(() => one.waitsFor === undefined);
    await queue.send(topics.intake, [structured(event('b1')), structured('{')]);
    await dealtWith(one);
    const [fact, ...more] = await facts();
    expect(more).toEqual([]);
    expect(await resultsOf(queue)).toMatchObject([
      { status: 201, receipt: { replayed: true, events: [{ id: fact!.id }] } },
      { status: 400 },
    ]);
    expect(await held(queue, topics.parked)).toHaveLength(2);
    expect(await parked()).toHaveLength(1);
  });
});

describe('an intake', () => {
  it('is not ready before it has reached the queue once, and says why', async () => {
    broker.away = true;
    const one = start();
    expect(one.waitsFor).toBe('the first contact with the queue');
    await until(() => one.waitsFor === 'the broker in memory is away');
    broker.away = false;
    await until(() => one.waitsFor === undefined);
    broker.away = true;
    expect(one.waitsFor).toBeUndefined();
  });

  it('that is stopped answers and commits what is at hand and takes nothing more', async () => {
    let finish = () => {};
    let begun = false;
    const one = start({
      async take(item, by) {
        begun = true;
        await new Promise<void>((resolve) => (finish = resolve));
        return intake.take(item, by);
      },
    });
    await until(() => one.waitsFor === undefined);
    await queue.send(topics.intake, [structured(event('at-hand'))]);
    await until(() => begun);
    const stopped = one.stop();
    await queue.send(topics.intake, [structured(event('later'))]);
    finish();
    await stopped;
    expect((await held(queue, topics.results)).map(resultIn)).toMatchObject([{ id: 'at-hand', status: 201 }]);
    expect(await one.lag()).toBe(1);
  });

  it('counts what came of its messages', async () => {
    const one = start();
    await until(() => one.waitsFor === undefined);
    const bob = event('c', { subject: 'b1', data: { ship: 'Bob', untilOn: '2021-03-20' } });
    const first = structured(event('a', { subject: 'b1' }));
    await queue.send(topics.intake, [
      first,
      first,
      structured(event('n', { subject: 'b1' })),
      structured(bob),
      structured('{'),
    ]);
    await dealtWith(one);
    expect(one.tally.counts).toEqual({ recorded: 1, replayed: 1, unchanged: 1, refused: 1, parked: 1 });
    expect(one.tally.parked).toMatchObject([{ code: 'json/syntax', place: expect.stringMatching(/^\d:4$/) }]);
  });
});
