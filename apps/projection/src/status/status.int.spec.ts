import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrate, postgresEventStore, type EventStore } from '#event-store';
import { testingPostgres, type TestingPostgres } from '../../../../libs/event-store/src/postgres/testing-postgres.js';
import { assigned, conducted, measured, ordered } from '../testing-facts.js';
import { testingService, type TestingService } from '../testing-service.js';

const NAME = 'case_file';

let server: TestingPostgres;
let store: EventStore;
let service: TestingService;

beforeAll(async () => void (server = await testingPostgres()));
afterAll(() => server.stop());
beforeEach(async () => {
  const url = await server.database();
  await migrate(url);
  store = postgresEventStore({ url });
  service = await testingService(url, store, '2021-09-10T02:00:00Z');
});
afterEach(async () => {
  await service.close();
  await store.close();
});

interface Standing {
  readonly name: string;
  readonly table: string;
  readonly previous?: object;
  readonly rebuild?: { readonly kind: string; readonly state: string };
}

const standing = async () => {
  const { body } = await service.get('/projections', ['operator']);
  return (body.projections as Standing[]).find(({ name }) => name === NAME)!;
};
const ask = (act: string, roles = ['operator']) =>
  service.ask({ url: `/projections/${NAME}/${act}`, method: 'POST' }, roles);
/** How many facts the case holds once it reflects a position. */
const eventsAt = async (position: number) =>
  (await service.get(`/cases/2021-0001?atLeast=${position}`)).body.events as number;

/** Posts for as long as the act goes on, once more afterwards, and tells the last position. */
async function whilePosting(act: 'rebuild' | 'rollback'): Promise<number> {
  expect(await ask(act)).toMatchObject({ status: 202, body: { kind: act, state: 'running' } });
  let state = 'running';
  while (state === 'running') {
    await service.post(measured);
    ({ state } = (await standing()).rebuild!);
  }
  expect(state).toBe('done');
  return service.post(measured);
}

describe('POST /projections/{name}/rollback', () => {
  it('lets the rows serve again that served before, with what was posted meanwhile, and goes back again', async () => {
    await service.models.waitFor(NAME, await service.post(assigned, conducted, ordered), 5_000);
    const { table } = await standing();
    await whilePosting('rebuild');
    expect(await standing()).toMatchObject({ table: `${table}_2`, previous: { version: expect.any(Number) } });

    // Every fact of this ledger is about the one case: so many as there are positions, none lost and none twice.
    const rolledBack = await whilePosting('rollback');
    expect(await standing()).toMatchObject({ table, rebuild: { kind: 'rollback', state: 'done' } });
    expect(await eventsAt(rolledBack)).toBe(rolledBack);

    const returned = await whilePosting('rollback');
    expect(await standing()).toMatchObject({ table: `${table}_2` });
    expect(await eventsAt(returned)).toBe(returned);
  });

  it('is refused with a way out where nothing was swapped, and to whoever does not operate the ledger', async () => {
    await service.models.waitFor(NAME, await service.post(assigned), 5_000);
    expect(await ask('rollback')).toMatchObject({
      status: 409,
      body: { type: 'urn:taizhang:projection/no-way-back', wayOut: { en: 'Rebuild it from the ledger' } },
    });
    expect((await ask('rollback', ['auditor'])).status).toBe(403);
    expect((await service.ask({ url: '/projections/nope/rollback', method: 'POST' }, ['operator'])).status).toBe(404);
  });
});

describe('POST /projections/rebuild', () => {
  const rebuild = (query = '') => service.ask({ url: `/projections/rebuild${query}`, method: 'POST' }, ['operator']);
  const states = async (...names: readonly string[]) => {
    const { body } = await service.get('/projections', ['operator']);
    return (body.projections as Standing[]).filter(({ name }) => names.includes(name)).map((one) => one.rebuild?.state);
  };

  it('builds those that are named, and no others', async () => {
    await service.models.waitFor(NAME, await service.post(assigned), 5_000);
    const wanted = [NAME, 'enterprise_dossier'];
    expect(await rebuild(`?names=${wanted.join(',')}`)).toMatchObject({
      status: 202,
      body: { items: wanted.map((name) => ({ name, kind: 'rebuild', state: 'running' })) },
    });
    while ((await states(...wanted)).includes('running'));
    expect(await states(...wanted)).toEqual(['done', 'done']);
    expect(await states('open_obligation')).toEqual([undefined]);
  });

  it('begins nothing where none is named, or one that there is not', async () => {
    expect(await rebuild()).toMatchObject({ status: 400, body: { errors: [{ field: 'names' }] } });
    expect(await rebuild(`?names=${NAME},nope`)).toMatchObject({ status: 404 });
    expect(await states(NAME)).toEqual([undefined]);
  });
});
