import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, postgresEventStore, type EventStore } from '#event-store';
import type { PastFact } from '#projection';
import { testingPostgres, type TestingPostgres } from '../../../../libs/event-store/src/postgres/testing-postgres.js';
import { testingService, type TestingService } from '../testing-service.js';

let server: TestingPostgres;
let store: EventStore;
let service: TestingService;
let position: number;

const deployed = (bureau: string): PastFact => ({
  type: 'government.DepartmentWorkDeployed',
  stream: `government.deployment-2021-${bureau}`,
  data: { year: 2021, bureau, documentNumber: '〔2021〕8号' },
});

beforeAll(async () => {
  server = await testingPostgres();
  const url = await server.database();
  await migrate(url);
  store = postgresEventStore({ url });
  service = await testingService(url, store, '2021-09-10T02:00:00Z');
  position = await service.post(...['AMR', 'BIIT', 'DRC'].map(deployed));
});
afterAll(async () => {
  await service.close();
  await store.close();
  await server.stop();
});

describe('GET /registers', () => {
  it('names the registers that the caller may read', async () => {
    const { body } = await service.get('/registers');
    expect(body.registers).toContainEqual(
      expect.objectContaining({ register: 'deployments', path: '/registers/deployments' }),
    );
    expect((await service.get('/registers', ['credit-platform'])).status).toBe(403);
    expect((await service.get('/registers', [])).status).toBe(401);
  });

  it('is read page by page, in both languages, with the fact behind each entry', async () => {
    const first = await service.get(`/registers/deployments?limit=2&atLeast=${position}`);
    const second = await service.get(`/registers/deployments?limit=2&cursor=${first.body.next}`);
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual([
      '2021-AMR',
      '2021-BIIT',
      '2021-DRC',
    ]);
    expect(second.body.next).toBeNull();
    expect(first.body.items[0].last.says).toEqual({ zh: '年度工作已部署', en: 'A bureau deployed its work' });
  });

  it('tells the history of an entry, and teaches what is not there', async () => {
    const { body } = await service.get(`/registers/deployments/2021-DRC?atLeast=${position}`);
    expect(body.history).toHaveLength(1);
    const nobody = await service.get('/registers/deployments/2021-XX');
    expect(nobody).toMatchObject({ status: 404, body: { type: 'urn:taizhang:register/entry-unknown' } });
    expect((await service.get('/registers/nothing')).body.type).toBe('urn:taizhang:register/unknown');
    expect((await service.get('/registers/deployments?county=XX')).status).toBe(400);
  });

  it('is a file of every entry, named by its position, which knows when nothing changed', async () => {
    const { headers, text } = await service.get('/registers/deployments?format=csv');
    expect(headers['content-disposition']).toMatch(/"deployments-at-\d+\.csv"/);
    expect(text.split('\r\n').map((row) => row.split(',')[0])).toEqual([
      '\ufeff编号 Entry (id)',
      '2021-AMR',
      '2021-BIIT',
      '2021-DRC',
      '',
    ]);
    const again = { 'if-none-match': String(headers.etag), accept: 'text/csv' };
    expect((await service.get('/registers/deployments', undefined, again)).status).toBe(304);
    expect((await service.get('/registers/deployments?format=xlsx')).headers['content-type']).toContain(
      'spreadsheetml',
    );
    expect((await service.get('/registers/deployments?format=csv&limit=1')).body.errors).toMatchObject([
      { field: 'limit' },
    ]);
    expect((await service.get('/registers/deployments?format=csv', ['credit-platform'])).status).toBe(403);
  });

  it('opens to everybody only what is public', async () => {
    expect((await service.get('/registers/public', [])).status).toBe(200);
    expect((await service.get('/registers/public/deployments', [])).status).toBe(404);
  });
});
