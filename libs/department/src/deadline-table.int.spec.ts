import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, postgresEventStore, type EventStore } from '#event-store';
import { openReadModels, type ReadModels, type Running } from '#projection';
import { testingPostgres, type TestingPostgres } from '../../event-store/src/postgres/testing-postgres.js';
import { DeadlineEngine } from './deadline-engine.js';
import { deadlineProjectionOf, projectedDeadlines, type DeadlineTable } from './deadline-table.js';
import { Decide, DecideHandler } from './decide.js';
import { Outcomes } from './outcomes.js';
import { PolicyRunner } from './policy-runner.js';
import { ScenarioClock } from './scenario-clock.js';
import { harbour } from './testing-harbour.js';
import { verbsOf } from './verb.js';

const NOON = '2021-03-15T12:00:00+08:00';
const by = { subject: 'li', client: 'pilot', roles: ['department:harbour-watch:post'] };

describe('a department on PostgreSQL', () => {
  const clock = new ScenarioClock(NOON);
  let server: TestingPostgres;
  let store: EventStore;
  let models: ReadModels;
  let running: Running;
  let table: DeadlineTable;
  let handler: DecideHandler;

  beforeAll(async () => {
    server = await testingPostgres();
    const url = await server.database();
    await migrate(url);
    store = await postgresEventStore({ url, clock });
    models = await openReadModels({ url });
    running = models.run({ store, projections: [deadlineProjectionOf(harbour)!] });
    table = projectedDeadlines(harbour, models);
    handler = new DecideHandler(store, clock);
    for (const [id, ship, untilOn] of [
      ['b1', 'Late', '2021-03-25'],
      ['b2', 'Soon', '2021-03-18'],
      ['b3', 'Gone', '2021-03-17'],
    ] as const)
      await put('Moor', id, { occurredAt: NOON, ship, untilOn });
    await put('Leave', 'b3', { occurredAt: NOON });
    await table.reached(await store.head());
  });
  afterAll(async () => {
    await running.stop();
    await models.close();
    await store.close();
    await server.stop();
  });

  const put = (command: string, id: string, data: object) =>
    handler.execute(new Decide(verbsOf(harbour).get(command)!, id, data, { by, correlationId: 'spec' }));

  it('knows the deadlines that run, in the order of their days', async () => {
    const rows = await table.before('2021-12-31', 10);
    expect(rows.map(({ key, dueOn }) => [key, dueOn])).toEqual([
      ['berth/b2', '2021-03-18'],
      ['berth/b1', '2021-03-25'],
    ]);
    expect(await table.before('2021-12-31', 10, rows[0])).toEqual([rows[1]]);
    expect(await table.before('2021-03-18', 10)).toEqual([]);
    expect(await table.next('2021-03-18')).toBe('2021-03-18');
    expect(await table.next('2021-03-19')).toBe('2021-03-25');
    expect(await table.next('2021-03-26')).toBeUndefined();
  });

  it('commands what follows when the days have ended', async () => {
    const terms = { department: harbour, clock, put: handler.execute.bind(handler), outcomes: new Outcomes() };
    const engine = new DeadlineEngine({ ...terms, table });
    clock.moveTo((await engine.next())!);
    expect(await engine.fire()).toBe(1);
    const { events } = await store.read('harbourWatch.berth-b2');
    expect(events.map(({ type }) => type)).toEqual(['harbourWatch.Moored', 'harbourWatch.Overstayed']);
  });

  it('keeps how far its policies have come', async () => {
    const outcomes = new Outcomes();
    const terms = { department: harbour, store, clock, put: handler.execute.bind(handler), outcomes };
    for (let start = 0; start < 2; start++) {
      const runner = new PolicyRunner({ ...terms, checkpoints: models.checkpoints });
      runner.start();
      await runner.reached(await store.head());
      await runner.stop();
    }
    expect(outcomes.counts).toEqual({ done: 3, refused: 0, broken: 0 });
    expect((await store.read('harbourWatch.gate-log')).events).toHaveLength(3);
  });
});
