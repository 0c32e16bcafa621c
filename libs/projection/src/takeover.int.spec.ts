import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once, testingPostgres, type TestingPostgres } from '../../event-store/src/postgres/testing-postgres.js';
import { memoryEventStore, type EventStore } from '#event-store';
import { openReadModels, projection, type Projection, type ReadModels } from './index.js';
import { post } from './testing-ledger.js';

interface Meter {
  readonly readings: readonly number[];
}

const meters: Projection<Meter> = projection<Meter>({
  name: 'meter',
  version: 1,
  key: ({ data }) => data.meter as string,
  blank: () => ({ readings: [] }),
  columns: {},
  when: { 'spec.Read': ({ readings }, { data }) => ({ readings: [...readings, data.kwh as number] }) },
});
const read = (kwh: number) => ({ type: 'spec.Read', data: { meter: 'a', kwh } });

let server: TestingPostgres;
let url: string;
const open: ReadModels[] = [];

beforeAll(async () => {
  server = await testingPostgres();
  url = await server.database();
});
afterAll(async () => {
  await Promise.all(open.map((models) => models.close()));
  await server.stop();
});

async function reader(): Promise<ReadModels> {
  const models = await openReadModels({ url });
  open.push(models);
  return models;
}

/** The store, but the second event stays on its way until it is let go, and its reader hears of nothing else meanwhile. */
function stuckAtTheSecond(store: EventStore) {
  const arrived = Promise.withResolvers<void>();
  const letGo = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const stuck: EventStore = {
    ...store,
    async *subscribe(after, options) {
      try {
        for await (const page of store.subscribe(after, options)) {
          if (page.events.some(({ position }) => position === 2)) {
            arrived.resolve();
            await letGo.promise;
          }
          yield page;
        }
      } finally {
        ended.resolve();
      }
    },
  };
  return { stuck, arrived: arrived.promise, letGo: letGo.resolve, ended: ended.promise };
}

describe('a process that writes a projection', () => {
  it('is fenced when another took over while it was in the middle of its work', async () => {
    const store = memoryEventStore();
    const [one, two] = [await reader(), await reader()];
    const { stuck, arrived, letGo, ended } = stuckAtTheSecond(store);
    const first = one.run({ store: stuck, projections: [meters] });
    await one.waitFor('meter', await post(store, read(1)), 5_000);
    await post(store, read(2));
    await arrived;

    const second = two.run({ store, projections: [meters] });
    await once(url, `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`);
    await two.waitFor('meter', await post(store, read(3)), 10_000);
    expect(second.projecting).toEqual(['meter']);
    letGo();
    await ended;

    await two.waitFor('meter', await post(store, read(4)), 5_000);
    expect((await two.of(meters).get('a')).row).toEqual({ readings: [1, 2, 3, 4] });
    await Promise.all([first.stop(), second.stop()]);
    await store.close();
  });
});
