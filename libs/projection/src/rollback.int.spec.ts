import { fork } from 'node:child_process';
import { once as happens } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once, testingPostgres, type TestingPostgres } from '../../event-store/src/postgres/testing-postgres.js';
import { memoryEventStore, type EventStore } from '#event-store';
import { openReadModels, type Projection, type ReadModels, type Told } from './index.js';
import { post } from './testing-ledger.js';
import { meters, read, type Meter } from './testing-meters.js';

const REBUILDER = join(import.meta.dirname, '../../../dist/libs/projection/src/testing-rebuilder.js');

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

/** A process of a release that folds this version; `heard` resolves once it told of that since it was last asked. */
async function release(of: Projection<Meter> = meters()) {
  const models = await openReadModels({ url });
  open.push(models);
  const told: Told[] = [];
  let wake = () => {};
  models.run({ store, projections: [of], tell: (one) => (told.push(one), wake()) });
  const heard = async (event: Told['event']) => {
    while (!told.some((one) => one.event === event)) await new Promise<void>((resolve) => (wake = resolve));
    return told.splice(0).find((one) => one.event === event)!;
  };
  return { models, heard };
}

const rowsOf = async (models: ReadModels, of = meters()) => (await models.of(of).page({ limit: 1_000 })).rows;
const count = async (models: ReadModels) =>
  (await rowsOf(models)).reduce((sum, { row }) => sum + row.readings.length, 0);
const many = (events: number) => Array.from({ length: events }, (_, at) => read(`m${at % 37}`, 1 + (at % 5)));
const tables = async () =>
  (
    await once(url, `select tablename from pg_tables where schemaname = 'read' and tablename like 'meter%' order by 1`)
  ).rows.map((row: { tablename: string }) => row.tablename);

describe('rolling back', () => {
  it('lets the earlier rows serve again with all that was posted since, each fact once, while posting goes on', async () => {
    const { models } = await release();
    await models.waitFor('meter', await post(store, ...many(3_000)), 10_000);
    let posting: Promise<number> | undefined;
    const meanwhile = () => void (posting ??= post(store, ...many(700)));

    await models.rebuild({ store, projections: [meters()], onProgress: meanwhile });
    await models.waitFor('meter', await posting!, 10_000);
    expect(await models.status()).toMatchObject([
      { table: 'meter_v1_2', position: 3_700, previous: { version: 1, position: expect.any(Number) } },
    ]);
    await models.waitFor('meter', await post(store, ...many(2_000)), 10_000);
    const before = await rowsOf(models);

    posting = undefined;
    await models.rollback({ store, projection: meters(), onProgress: meanwhile });
    await models.waitFor('meter', await posting!, 10_000);
    expect(await count(models)).toBe(6_400);
    expect(await models.status()).toMatchObject([{ table: 'meter_v1', position: 6_400 }]);

    await models.rollback({ store, projection: meters() });
    expect(await models.status()).toMatchObject([{ table: 'meter_v1_2', position: 6_400 }]);
    expect(await count(models)).toBe(6_400);
    expect((await rowsOf(models)).map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    expect(await tables()).toEqual(['meter_v1', 'meter_v1_2']);
  });

  it('is refused where nothing was swapped, and where what served before was dropped', async () => {
    const { models } = await release();
    await models.waitFor('meter', await post(store, ...many(10)), 10_000);
    const refused = { code: 'projection/no-way-back', status: 409 };
    await expect(models.rollback({ store, projection: meters() })).rejects.toMatchObject(refused);
    await models.rebuild({ store, projections: [meters()] });
    await models.wayBack(meters());
    await models.dropPrevious('meter');
    await expect(models.wayBack(meters())).rejects.toMatchObject(refused);
  });

  it('leaves what serves alone when it is cancelled, and goes on from there the next time', async () => {
    const { models } = await release();
    await models.waitFor('meter', await post(store, ...many(10)), 10_000);
    await models.rebuild({ store, projections: [meters()] });
    await models.waitFor('meter', await post(store, ...many(5_990)), 10_000);
    const cancel = new AbortController();
    const rolling = models.rollback({
      store,
      projection: meters(),
      signal: cancel.signal,
      onProgress: () => cancel.abort(),
    });
    await expect(rolling).rejects.toThrow('abort');
    const [serving] = await models.status();
    await models.rollback({ store, projection: meters() });
    expect(await count(models)).toBe(6_000);
    expect((await models.status())[0]!.table).not.toBe(serving!.table);
  });

  it('belongs to the release that folds the earlier version; the newer one does not build itself again', async () => {
    const old = await release();
    await old.models.waitFor('meter', await post(store, ...many(1_000)), 10_000);
    const next = await release(meters(2, 10));
    await next.heard('built');
    await next.models.waitFor('meter', await post(store, ...many(500)), 10_000);
    await old.heard('retired');

    await expect(next.models.wayBack(meters(2))).rejects.toMatchObject({
      message: 'The rows of meter that served before are of version 1; this release folds version 2',
    });
    await old.models.rollback({ store, projection: meters() });
    await old.heard('projecting');
    await old.models.waitFor('meter', await post(store, ...many(500)), 10_000);
    expect(await next.heard('retired')).toMatchObject({ reason: 'version 2 was rolled back, version 1 serves' });
    expect(await old.models.of(meters()).page({ limit: 1 })).toMatchObject({ version: 1, position: 2_000 });
    expect(await count(old.models)).toBe(2_000);

    await next.models.rebuild({ store, projections: [meters(2, 10)] });
    await next.heard('projecting');
    await next.models.waitFor('meter', await post(store, read('m0', 1)), 10_000);
    expect(await next.models.of(meters(2)).page({ limit: 1 })).toMatchObject({ version: 2, position: 2_001 });
  });
});

describe('a process that is killed while it rebuilds', () => {
  it('leaves no half table once another one runs, and the rows that serve as they were', async () => {
    const { models } = await release();
    await models.waitFor('meter', await post(store, ...many(100)), 10_000);
    const child = fork(REBUILDER, [url], { execArgv: [] });
    const ended = happens(child, 'exit');
    expect((await happens(child, 'message'))[0]).toBe('half');
    expect(await models.status()).toMatchObject([{ table: 'meter_v1', building: { version: 1 } }]);
    expect((await once(url, 'select count(*)::int rows from read.meter_v1_2')).rows).toEqual([{ rows: 12_000 }]);
    child.kill('SIGKILL');
    await ended;

    await open.pop()!.close();
    const { heard, models: another } = await release();
    await heard('projecting');
    expect(await tables()).toEqual(['meter_v1']);
    expect((await another.status())[0]).not.toHaveProperty('building');
    expect(await count(another)).toBe(100);
  });
});

describe('a parked event', () => {
  it('is parked again by a rebuild, listed once, retried there, and still parked in the rows that served before', async () => {
    const { models } = await release();
    await models.waitFor('meter', await post(store, read('a', 1), read('a', -1), read('a', 2), read('b', 7)), 5_000);
    const lenient: Projection<Meter> = {
      ...meters(),
      when: { 'spec.Read': (row, { data }) => ({ total: row.total + Math.abs(data.kwh as number), readings: [] }) },
    };
    const stuck = [
      { key: 'a', position: 2 },
      { key: 'a', position: 3 },
    ];
    await models.rebuild({ store, projections: [meters()] });
    expect(await models.parked('meter')).toMatchObject(stuck);
    expect(await models.retry({ store, projection: lenient })).toEqual({ released: 2, stillParked: 0 });
    expect((await models.of(meters()).get('a')).row?.total).toBe(4);

    await models.rollback({ store, projection: meters() });
    expect(await models.parked('meter')).toMatchObject(stuck);
    expect((await models.of(meters()).get('a')).row?.total).toBe(1);
    expect(await models.retry({ store, projection: lenient })).toEqual({ released: 2, stillParked: 0 });
    expect(await models.parked('meter')).toEqual([]);
    expect((await models.of(meters()).get('a')).row?.total).toBe(4);
  });
});
