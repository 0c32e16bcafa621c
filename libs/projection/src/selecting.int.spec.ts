import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testingPostgres, type TestingPostgres } from '../../event-store/src/postgres/testing-postgres.js';
import { memoryEventStore } from '#event-store';
import { openReadModels, projection, type Query, type ReadModels } from './index.js';
import { post } from './testing-ledger.js';

interface Meter {
  readonly place?: string;
  readonly readOn?: string;
  readonly marks: readonly string[];
}

const meter = projection<Meter>({
  name: 'meter',
  version: 1,
  key: ({ data }) => data.meter as string,
  blank: () => ({ marks: [] }),
  columns: {
    place: { type: 'text', of: ({ place }) => place ?? null, index: true },
    read_on: { type: 'text', of: ({ readOn }) => readOn ?? null },
    marks: { type: 'text[]', of: ({ marks }) => marks, index: true },
  },
  when: { 'spec.Fitted': (_, { data }) => ({ place: data.place, readOn: data.readOn, marks: data.marks ?? [] }) },
});

const seal = projection<{ readonly meter: string; readonly colour: string }>({
  name: 'seal',
  version: 1,
  key: ({ id }) => id,
  blank: () => ({ meter: '', colour: '' }),
  columns: {
    meter: { type: 'text', of: (row) => row.meter, index: true },
    colour: { type: 'text', of: ({ colour }) => colour, index: true },
  },
  when: { 'spec.Sealed': (_, { data }) => ({ meter: data.meter, colour: data.colour }) },
});
const seals = { projection: seal, by: 'meter' };

const ODD = ['a"b', 'c\\d', '{e,f}', '', 'null', '钢 铁'];
const fitted = (name: string, data: object) => ({ type: 'spec.Fitted', data: { meter: name, ...data } });
const sealed = (name: string, colour: string) => ({ type: 'spec.Sealed', data: { meter: name, colour } });

let server: TestingPostgres;
let models: ReadModels;

beforeAll(async () => {
  server = await testingPostgres();
  const store = memoryEventStore();
  const position = await post(
    store,
    fitted('m-1', { place: 'BL', readOn: '2021-09-01', marks: ['x', 'y'] }),
    fitted('m-2', { place: 'BL', readOn: '2021-09-10', marks: ['x'] }),
    fitted('m-3', { place: 'HC', readOn: '2021-09-20' }),
    fitted('m-4', { marks: ODD }),
    sealed('m-1', 'red'),
    sealed('m-1', 'red'),
    sealed('m-3', 'blue'),
    sealed('m-9', 'red'),
  );
  models = await openReadModels({ url: await server.database() });
  models.run({ store, projections: [meter, seal] });
  await models.waitFor('meter', position, 10_000);
  await models.waitFor('seal', position, 10_000);
});
afterAll(async () => {
  await models.close();
  await server.stop();
});

const page = (query: Omit<Query, 'limit'>) => models.of(meter).page({ limit: 10, ...query });
const keys = async (query: Omit<Query, 'limit'>) => (await page(query)).rows.map(({ key }) => key);

describe('a column of texts', () => {
  it('finds rows by any of what it holds, and by several at once', async () => {
    expect(await keys({ where: [{ column: 'marks', has: ['x'] }] })).toEqual(['m-1', 'm-2']);
    expect(await keys({ where: [{ column: 'marks', has: ['y', 'x'] }] })).toEqual(['m-1']);
  });

  it('keeps whatever a text may be', async () => {
    for (const odd of ODD)
      expect([odd, await keys({ where: [{ column: 'marks', has: [odd] }] })]).toEqual([odd, ['m-4']]);
  });
});

describe('a condition on related rows', () => {
  it('holds where one of them meets it', async () => {
    expect(await keys({ where: [{ column: 'colour', of: seals, is: 'red' }] })).toEqual(['m-1']);
    expect(await keys({ where: [{ column: 'colour', of: seals, is: 'green' }] })).toEqual([]);
  });

  it('names a column that there is', () =>
    expect(page({ where: [{ column: 'weight', of: seals, is: 'red' }] })).rejects.toThrow('seal has no column weight'));
});

describe('facets', () => {
  const all = {
    place: { column: 'place' },
    marks: { column: 'marks' },
    seal: { column: 'colour', of: seals },
    soon: { column: 'read_on', edges: ['2021-09-10', '2021-09-15'] },
  };

  it('count every value, the most frequent first, related rows once, and what has none as null', async () => {
    const { counts } = await page({ facets: all, where: [] });
    expect(counts).toMatchObject({
      place: [
        { value: 'BL', count: 2 },
        { value: null, count: 1 },
        { value: 'HC', count: 1 },
      ],
      seal: [
        { value: 'blue', count: 1 },
        { value: 'red', count: 1 },
      ],
      soon: [
        { value: '0', count: 1 },
        { value: '1', count: 1 },
        { value: '2', count: 1 },
      ],
    });
    expect(counts!.marks!.slice(0, 2)).toEqual([
      { value: 'x', count: 2 },
      { value: '', count: 1 },
    ]);
  });

  it('heed the conditions on all columns but their own', async () => {
    const where = [
      { column: 'place', is: 'BL' },
      { column: 'marks', has: ['y'] },
    ];
    expect((await page({ facets: all, where })).counts).toEqual({
      place: [{ value: 'BL', count: 1 }],
      marks: [
        { value: 'x', count: 2 },
        { value: 'y', count: 1 },
      ],
      seal: [{ value: 'red', count: 1 }],
      soon: [{ value: '0', count: 1 }],
    });
  });

  it('are of all pages, and there when the page is empty', async () => {
    const facets = { place: { column: 'place' } };
    const last = await page({ facets, after: ['m-9'] });
    expect([last.rows, last.counts!.place]).toEqual([[], expect.arrayContaining([{ value: 'BL', count: 2 }])]);
    expect((await page({ facets, where: [{ column: 'place', is: 'BL' }] })).counts!.place).toHaveLength(3);
  });

  it('are not there unless they are asked for', async () => expect(await page({})).not.toHaveProperty('counts'));
});
