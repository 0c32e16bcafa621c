import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import { once, testingPostgres, type TestingPostgres } from '../../event-store/src/postgres/testing-postgres.js';
import { memoryEventStore, type EventStore } from '#event-store';
import { NotReached, openReadModels, type Projection, type ReadModels, type Running, type Told } from './index.js';
import { post } from './testing-ledger.js';
import { meters, read, type Meter } from './testing-meters.js';

let server: TestingPostgres;
let url: string;
let store: EventStore;
let open: ReadModels[];

beforeAll(async () => void (server = await testingPostgres()));
afterAll(() => server.stop());
beforeEach(async () => {
  url = await server.database();
  store = memoryEventStore();
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((models) => models.close()));
  await store.close();
});

async function reader(): Promise<ReadModels> {
  const models = await openReadModels({ url });
  open.push(models);
  return models;
}

function start(
  models: ReadModels,
  of: Projection = meters(),
): { running: Running; told: Told[]; heard: (event: Told['event']) => Promise<Told> } {
  const told: Told[] = [];
  const listeners = new Set<() => void>();
  const running = models.run({
    store,
    projections: [of],
    tell: (one) => {
      told.push(one);
      listeners.forEach((listener) => listener());
    },
  });
  const heard = (event: Told['event']) =>
    new Promise<Told>((resolve) => {
      const look = () => {
        const found = told.find((one) => one.event === event);
        if (found) resolve(found);
      };
      listeners.add(look);
      look();
    });
  return { running, told, heard };
}

describe('projections at work', () => {
  it('have a row as soon as the event is acknowledged and waited for, with the position it reflects', async () => {
    const models = await reader();
    start(models);
    const position = await post(store, read('a', 1), read('b', 5), read('a', 2));
    await models.waitFor('meter', position, 5_000);
    expect(await models.of(meters()).get('a')).toEqual({
      row: { total: 3, readings: [1, 2] },
      position: 3,
      changedAt: 3,
      version: 1,
    });
    expect(await models.of(meters()).get('nobody')).toMatchObject({ row: undefined, position: 3, changedAt: 0 });
  });

  it('move their position past events that are not addressed to them', async () => {
    const models = await reader();
    start(models);
    const position = await post(store, { type: 'spec.Painted', data: {} });
    expect(await models.waitFor('meter', position, 5_000)).toBe(1);
  });

  it('say after the time given that a position is not reached', async () => {
    const models = await reader();
    start(models);
    await models.waitFor('meter', await post(store, read('a', 1)), 5_000);
    await expect(models.waitFor('meter', 99, 20)).rejects.toEqual(new NotReached('meter', 99, 1));
  });

  it('are asked page by page in the order of a column', async () => {
    const models = await reader();
    start(models);
    await models.waitFor('meter', await post(store, read('c', 1), read('a', 2), read('b', 1), read('d', 9)), 5_000);
    const first = await models
      .of(meters())
      .page({ orderBy: ['total'], limit: 2, where: [{ column: 'total', before: 9 }] });
    expect(first.rows.map(({ key }) => key)).toEqual(['b', 'c']);
    const next = await models.of(meters()).page({ orderBy: ['total'], limit: 2, after: [1, 'c'] });
    expect(next.rows.map(({ key }) => key)).toEqual(['a', 'd']);
    const none = await models.of(meters()).page({ limit: 2, where: [{ column: 'word', contains: 'x' }] });
    expect(none).toMatchObject({ rows: [], position: 4 });
  });

  it('delete a row that the fold lets go of', async () => {
    const models = await reader();
    start(models);
    await models.waitFor('meter', await post(store, read('a', 1)), 5_000);
    await models.waitFor('meter', await post(store, { type: 'spec.Removed', data: { meter: 'a' } }), 5_000);
    expect((await models.of(meters()).get('a')).row).toBeUndefined();
  });

  it('are written by one of two processes, and by the other when the first has gone', async () => {
    const [one, two] = [await reader(), await reader()];
    const first = start(one);
    await first.heard('projecting');
    const second = start(two);
    await one.waitFor('meter', await post(store, read('a', 1)), 5_000);
    expect(second.running.projecting).toEqual([]);
    await first.running.stop();
    await second.heard('projecting');
    await two.waitFor('meter', await post(store, read('a', 1)), 5_000);
    expect((await two.of(meters()).get('a')).row).toEqual({ total: 2, readings: [1, 1] });
  });

  it('take no effect twice when the database dies in between', async () => {
    const models = await reader();
    start(models);
    await models.waitFor('meter', await post(store, ...Array.from({ length: 500 }, () => read('a', 1))), 5_000);
    const more = post(store, ...Array.from({ length: 500 }, () => read('a', 1)));
    await server.kill();
    await server.start();
    await expect(recovered(models, await more)).resolves.toMatchObject({ row: { total: 1000 }, position: 1000 });
  });

  it('do not write as anyone but their own role, which cannot touch the ledger', async () => {
    await once(url, 'create schema ledger; create table ledger.event (position bigint)');
    await reader();
    const asRole = (sql: string) => once(`${url}?options=-c%20role%3Dtaizhang_projection`, sql);
    await expect(asRole('select * from ledger.event')).resolves.toMatchObject({ rowCount: 0 });
    await expect(asRole('insert into ledger.event values (1)')).rejects.toThrow('permission denied');
  });
});

async function recovered(models: ReadModels, position: number) {
  for (;;) {
    try {
      await models.waitFor('meter', position, 10_000);
      return await models.of(meters()).get('a');
    } catch (error) {
      if (error instanceof NotReached) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

describe('an event that cannot be folded', () => {
  it('parks its key with the reason, lets the others go on, and is folded in order once it can be', async () => {
    const models = await reader();
    const { running } = start(models);
    await models.waitFor('meter', await post(store, read('a', 1), read('a', -1), read('b', 7), read('a', 2)), 5_000);
    expect((await models.of(meters()).get('a')).row?.total).toBe(1);
    expect((await models.of(meters()).get('b')).row?.total).toBe(7);
    expect(await models.parked('meter')).toMatchObject([
      { key: 'a', position: 2, type: 'spec.Read', reason: 'Error: a meter does not run backwards' },
      { key: 'a', position: 4 },
    ]);
    expect(await models.status()).toMatchObject([{ name: 'meter', parked: 2, position: 4 }]);

    expect(await models.retry({ store, projection: meters() })).toEqual({ released: 0, stillParked: 2 });
    const lenient: Projection<Meter> = {
      ...meters(),
      when: { 'spec.Read': (row, { data }) => ({ total: row.total + Math.abs(data.kwh as number), readings: [] }) },
    };
    expect(await models.retry({ store, projection: lenient, key: 'a' })).toEqual({ released: 2, stillParked: 0 });
    expect((await models.of(meters()).get('a')).row?.total).toBe(4);

    await models.waitFor('meter', await post(store, read('a', 10)), 5_000);
    expect((await models.of(meters()).get('a')).row?.total).toBe(14);
    await running.stop();
  });

  it('still parks its key after a restart', async () => {
    const models = await reader();
    const before = start(models);
    await models.waitFor('meter', await post(store, read('a', -1)), 5_000);
    await before.running.stop();
    start(models);
    await models.waitFor('meter', await post(store, read('a', 5), read('b', 5)), 5_000);
    expect((await models.of(meters()).get('a')).row).toBeUndefined();
    expect((await models.parked()).map(({ position }) => position)).toEqual([1, 2]);
  });
});

describe('a rebuild', () => {
  const everything = async (models: ReadModels) => (await models.of(meters()).page({ limit: 1_000 })).rows;
  const many = (count: number, kwh = 1) =>
    Array.from({ length: count }, (_, at) => read(`m${at % 37}`, kwh + (at % 5)));

  it('equals the live rows, with what was written meanwhile once, and keeps the old rows until they are dropped', async () => {
    const models = await reader();
    start(models);
    await models.waitFor('meter', await post(store, ...many(3_000)), 10_000);
    let posting: Promise<number> | undefined;
    await models.rebuild({
      store,
      projections: [meters()],
      onProgress: () => void (posting ??= post(store, ...many(700))),
    });
    await models.waitFor('meter', await posting!, 10_000);
    await models.waitFor('meter', await post(store, read('m1', 1)), 10_000);
    const rows = await everything(models);
    expect(rows.reduce((total, { row }) => total + row.readings.length, 0)).toBe(3_701);
    expect(await models.status()).toMatchObject([{ name: 'meter', table: 'meter_v1_2', position: 3_701 }]);

    await once(url, 'select from read.meter_v1');
    await models.dropPrevious('meter');
    await expect(once(url, 'select from read.meter_v1')).rejects.toThrow('does not exist');
    await models.rebuild({ store, projections: [meters()] });
    expect(await everything(models)).toEqual(rows);
  });

  it('of several reads the ledger once, and leaves nothing half built when one of them cannot be built', async () => {
    const models = await reader();
    const twice: Projection<Meter> = { ...meters(2, 2), name: 'meter_twice' };
    models.run({ store, projections: [meters(), twice] });
    const position = await post(store, ...many(3_000));
    for (const name of ['meter', 'meter_twice']) await models.waitFor(name, position, 10_000);
    let read = 0;
    const counted: EventStore = {
      ...store,
      async *readAll(after, options) {
        for await (const page of store.readAll(after, options)) {
          read += page.events.length;
          yield page;
        }
      },
    };
    await models.rebuild({ store: counted, projections: [meters(), twice] });
    expect(read).toBe(3_000);
    expect((await models.of(twice).page({ limit: 1_000 })).rows.map(({ key, row }) => [key, row.total / 2])).toEqual(
      (await everything(models)).map(({ key, row }) => [key, row.total]),
    );
    const before = await models.status();
    expect(before).toMatchObject([{ table: 'meter_v1_2' }, { table: 'meter_twice_v2_2' }]);

    const older: Projection<Meter> = { ...twice, version: 1 };
    await expect(models.rebuild({ store, projections: [meters(), older] })).rejects.toThrow('version 1 is older');
    expect(await models.status()).toEqual(before);
    await once(url, 'select from read.meter_v1');
  });

  it('leaves the old rows serving when it is cancelled', async () => {
    const models = await reader();
    start(models);
    await models.waitFor('meter', await post(store, ...many(6_000)), 10_000);
    const rows = await everything(models);
    const cancel = new AbortController();
    const rebuilding = models.rebuild({
      store,
      projections: [meters()],
      signal: cancel.signal,
      onProgress: () => cancel.abort(),
    });
    await expect(rebuilding).rejects.toThrow('abort');
    expect(await everything(models)).toEqual(rows);
    await expect(once(url, 'select from read.meter_v1_2')).rejects.toThrow('does not exist');
  });

  it('happens by itself for a new version, beside the old rows, and is seen all at once', async () => {
    const models = await reader();
    const old = start(models);
    await models.waitFor('meter', await post(store, ...many(5_000)), 10_000);
    const before = (await everything(models)).reduce((total, { row }) => total + row.total, 0);
    const seen = new Set<string>();
    const next = start(models, meters(2, 10));
    const looking = (async () => {
      for (let version = 1; version < 2;) {
        const answer = await models.of(meters(2)).page({ limit: 1_000 });
        seen.add(`${answer.version}: ${answer.rows.reduce((total, { row }) => total + row.total, 0)}`);
        version = answer.version;
      }
    })();
    await next.heard('built');
    await looking;
    expect([...seen]).toEqual([`1: ${before}`, `2: ${before * 10}`]);
    await models.waitFor('meter', await post(store, read('m0', 1)), 10_000);
    await old.heard('retired');
    expect(next.running.projecting).toEqual(['meter']);
    expect(old.running.projecting).toEqual([]);
  });
});

describe('a checkpoint', () => {
  it('never goes back', async () => {
    const { checkpoints } = await reader();
    expect(await checkpoints.load('energy.policy')).toBe(0);
    await checkpoints.save('energy.policy', 7);
    await checkpoints.save('energy.policy', 3);
    expect(await checkpoints.load('energy.policy')).toBe(7);
  });
});
