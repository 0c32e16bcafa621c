import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { memoryCheckpoints } from '#projection';
import { decode } from '#contracts';
import { Unavailable, type EventStore } from '#event-store';
import { calendarYears } from '#law';
import { DeadlineEngine } from './deadline-engine.js';
import { deadlinesInMemory } from './deadline-table.js';
import { DecideHandler } from './decide.js';
import { Outcomes } from './outcomes.js';
import { PolicyRunner } from './policy-runner.js';
import { harbour } from './testing-harbour.js';
import { serviceInMemory, type ServiceInMemory } from './testing-service.js';

const NOON = '2021-03-15T12:00:00+08:00';

let service: ServiceInMemory;
beforeEach(async () => void (service = await serviceInMemory([harbour], NOON)));
afterEach(() => service.close());

const moor = (id: string, ship = 'Ada', untilOn = '2021-03-20') =>
  service.post(`/harbour-watch/berths/${id}/moor`, { occurredAt: NOON, ship, untilOn });
const moveTo = (to: string) => service.post('/clock', { to });
const log = () => service.facts('harbourWatch.gate-log');
const berth = async (id: string) => (await service.facts(`harbourWatch.berth-${id}`)).map(({ type }) => type);

describe('a policy', () => {
  it('follows a fact with a command of its own, caused by it', async () => {
    await moor('b1');
    await service.offices.settle();
    const [fact] = await service.facts('harbourWatch.berth-b1');
    expect(await log()).toMatchObject([
      {
        type: 'harbourWatch.MooringNoted',
        occurredAt: NOON,
        causationId: fact!.id,
        correlationId: fact!.correlationId,
        actor: { client: 'system:harbour-watch' },
        data: { berthId: 'b1' },
      },
    ]);
  });

  it('that answers with two commands has both of them put, though they are alike', async () => {
    await moor('b1', 'Twins');
    await service.offices.settle();
    expect(await log()).toHaveLength(2);
  });

  it('that is refused, broken or malformed is kept in sight, and holds nothing up', async () => {
    await moor('b1', 'Ghost');
    await moor('b2', 'Poison');
    await moor('b3', 'Malformed');
    await moor('b4', 'Ada');
    await service.offices.settle();
    expect((await log()).map(({ data }) => data)).toEqual([{ berthId: 'b4' }]);
    const { body } = await service.get('/harbour-watch/outcomes');
    expect(body.since).toEqual({ done: 1, refused: 1, broken: 2 });
    expect(body.failed.map(({ kind, code }: { kind: string; code: string }) => `${kind} ${code}`).sort()).toEqual([
      'broken bug',
      'broken request/fields-wrong',
      'refused harbour-watch/ghost',
    ]);
  });

  it('run twice, and on two machines, has the effect of one', async () => {
    await moor('b1');
    await service.offices.settle();
    const runners = [1, 2].map(() => runner(service.store));
    for (const one of runners) one.start();
    await Promise.all(runners.map(async (one) => one.reached(await service.store.head())));
    await Promise.all(runners.map((one) => one.stop()));
    expect(await log()).toHaveLength(1);
  });

  it('goes on where it stopped', async () => {
    const checkpoints = memoryCheckpoints();
    await moor('b1');
    await service.offices.settle();
    const first = runner(service.store, checkpoints);
    first.start();
    await first.reached(await service.store.head());
    await first.stop();
    const outcomes = new Outcomes();
    const second = runner(service.store, checkpoints, outcomes);
    second.start();
    await second.reached(await service.store.head());
    await second.stop();
    expect(outcomes.counts.done).toBe(0);
  });

  it('waits for a store that is away, and loses nothing', async () => {
    await moor('b1', 'Ghost');
    await service.offices.stop();
    await moor('b2');
    let away = 3;
    const store: EventStore = {
      ...service.store,
      append: async (...args) => {
        if (away-- > 0) throw new Unavailable('away');
        return service.store.append(...args);
      },
    };
    const head = await service.store.head();
    const one = runner(store);
    one.start();
    await one.reached(head);
    await one.stop();
    expect((await log()).map(({ data }) => data)).toEqual([{ berthId: 'b2' }]);
  });

  const runner = (store: EventStore, checkpoints = memoryCheckpoints(), outcomes = new Outcomes()) => {
    const handler = new DecideHandler(store, service.clock);
    const put = handler.execute.bind(handler);
    return new PolicyRunner({ department: harbour, store, checkpoints, clock: service.clock, put, outcomes });
  };
});

describe('a deadline', () => {
  it('does not pass before its day has ended in China', async () => {
    await moor('b1');
    await moveTo('2021-03-20T23:59:59+08:00');
    expect(await berth('b1')).toEqual(['harbourWatch.Moored']);
  });

  it('passes at that very instant, and what follows bears it, however far the clock is moved', async () => {
    await moor('b1');
    const { status, body } = await moveTo('2021-05-01T00:00:00+08:00');
    expect({ status, body }).toEqual({ status: 200, body: { now: '2021-04-30T16:00:00.000Z' } });
    const [moored, overstayed] = await service.facts('harbourWatch.berth-b1');
    expect(overstayed).toMatchObject({
      type: 'harbourWatch.Overstayed',
      occurredAt: '2021-03-21T00:00:00+08:00',
      recordedAt: '2021-03-20T16:00:00.000Z',
      causationId: moored!.id,
      correlationId: moored!.correlationId,
      actor: { client: 'system:harbour-watch' },
    });
  });

  it('passes in the order of the days, whatever the order of the posts', async () => {
    await moor('b1', 'Late', '2021-03-25');
    await moor('b2', 'Soon', '2021-03-18');
    await moveTo('2021-04-01T00:00:00+08:00');
    const passed = (await service.facts()).filter(({ type }) => type === 'harbourWatch.Overstayed');
    expect(passed.map(({ data, recordedAt }) => [data.ship, recordedAt])).toEqual([
      ['Soon', '2021-03-18T16:00:00.000Z'],
      ['Late', '2021-03-25T16:00:00.000Z'],
    ]);
  });

  it('that was cleared does not pass', async () => {
    await moor('b1');
    await service.post('/harbour-watch/berths/b1/leave', { occurredAt: NOON });
    await moveTo('2021-05-01T00:00:00+08:00');
    expect(await berth('b1')).toEqual(['harbourWatch.Moored', 'harbourWatch.Left']);
  });

  it('that had passed when its ground was posted passes at once', async () => {
    await moor('b1', 'Ada', '2021-03-01');
    await service.offices.settle();
    expect((await service.facts('harbourWatch.berth-b1'))[1]).toMatchObject({
      type: 'harbourWatch.Overstayed',
      occurredAt: '2021-03-02T00:00:00+08:00',
    });
  });

  it('put again by a restart, and by two machines at once, has the effect of one', async () => {
    await moor('b1');
    await moveTo('2021-05-01T00:00:00+08:00');
    const engines = [1, 2].map(() => engine());
    expect(await Promise.all(engines.map((one) => one.fire()))).toEqual([1, 1]);
    expect(await engines[0]!.fire()).toBe(0);
    expect(await berth('b1')).toEqual(['harbourWatch.Moored', 'harbourWatch.Overstayed']);
  });

  it('is met by an engine left to itself when the clock reaches it', async () => {
    await service.offices.stop();
    await moor('b1', 'Ada', '2021-03-14');
    const one = engine();
    one.start();
    const stopped = new AbortController();
    for await (const { events } of service.store.subscribe(0, { signal: stopped.signal }))
      if (events.some((event) => decode(event).type === 'harbourWatch.Overstayed')) stopped.abort();
    await one.stop();
    expect(await berth('b1')).toContain('harbourWatch.Overstayed');
  });

  const engine = () => {
    const handler = new DecideHandler(service.store, service.clock);
    return new DeadlineEngine({
      department: harbour,
      table: deadlinesInMemory(harbour, service.store),
      clock: service.clock,
      put: handler.execute.bind(handler),
      outcomes: new Outcomes(),
    });
  };
});

describe('the scenario clock', () => {
  it('does not go back', async () => {
    expect(await moveTo('2021-03-14T00:00:00+08:00')).toMatchObject({
      status: 422,
      body: { type: 'urn:taizhang:clock/backwards' },
    });
    expect((await service.get('/clock')).body).toEqual({ now: '2021-03-15T04:00:00.000Z' });
  });

  it('goes only to years that have a working-day calendar', async () => {
    const lastYear = calendarYears.at(-1)!;
    for (const to of ['9999-12-31T00:00:00Z', `${lastYear + 1}-01-01T00:00:00+08:00`])
      expect(await moveTo(to)).toMatchObject({
        status: 422,
        body: {
          type: 'urn:taizhang:clock/no-calendar',
          errors: [{ field: 'to' }],
          wayOut: { zh: expect.stringContaining(String(lastYear)), en: expect.stringContaining(String(lastYear)) },
        },
      });
    expect((await service.get('/clock')).body).toEqual({ now: '2021-03-15T04:00:00.000Z' });
    expect((await moveTo(`${lastYear}-12-31T23:59:59+08:00`)).status).toBe(200);
  });

  it('is moved by operators only', async () => {
    const authorization = `Bearer ${await service.token('department:harbour-watch:post', 'auditor')}`;
    expect((await service.post('/clock', { to: '2021-04-01T00:00:00Z' }, { authorization })).status).toBe(403);
  });

  it('takes an instant with offset', async () =>
    expect(await moveTo('2021-04-01')).toMatchObject({ status: 400, body: { errors: [{ field: 'to' }] } }));
});
