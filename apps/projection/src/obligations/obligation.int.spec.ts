import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, postgresEventStore, type EventStore } from '#event-store';
import { testingPostgres, type TestingPostgres } from '../../../../libs/event-store/src/postgres/testing-postgres.js';
import { assigned, foundry, ordered } from '../testing-facts.js';
import { testingService, type TestingService } from '../testing-service.js';

let server: TestingPostgres;
let store: EventStore;
let service: TestingService;
let position: number;

const entries = async (query: string) => {
  const { text } = await service.get(`/obligations/calendar.ics?${query}`);
  return [...text.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid!);
};

beforeAll(async () => {
  server = await testingPostgres();
  const url = await server.database();
  await migrate(url);
  store = postgresEventStore({ url });
  service = await testingService(url, store, '2021-09-10T02:00:00Z');
  position = await service.post(assigned, ordered);
});
afterAll(async () => {
  await service.close();
  await store.close();
  await server.stop();
});

describe('GET /obligations/calendar.ics', () => {
  it('is a calendar that knows when nothing changed', async () => {
    const { status, headers, text } = await service.get(`/obligations/calendar.ics?atLeast=${position}`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(text).toContain('UID:energy.case-2021-0001/rectify@taizhang');
    const again = { 'if-none-match': String(headers.etag) };
    expect((await service.get('/obligations/calendar.ics', undefined, again)).status).toBe(304);
  });

  it('is asked for by area, department and enterprise; the plan’s own days bind no enterprise', async () => {
    expect(await entries(`enterprise=${foundry.uscc}`)).toEqual([
      'energy.case-2021-0001/rectify@taizhang',
      'energy.case-2021-0001/supervise@taizhang',
    ]);
    const planDays = await entries('county=HC');
    expect(planDays).toContain('rule/plan/county-plan@2021@taizhang');
    expect(planDays).not.toContain('energy.case-2021-0001/rectify@taizhang');
    expect(await entries('department=environment')).toEqual(planDays);
    expect(await entries('department=energy&county=BL')).toContain('energy.case-2021-0001/rectify@taizhang');
  });

  it('says the same as the list of what is owed', async () => {
    const { body } = await service.get(`/obligations?enterprise=${foundry.uscc}&department=energy`);
    expect(body.items.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(['rectify', 'supervise']);
  });

  it.each([
    ['county=XX', 'county'],
    ['department=nobody', 'department'],
    ['enterprise=91441322MA00TT0127', 'enterprise'],
    ['month=6', 'month'],
  ])('teaches what is wrong with ?%s', async (query, field) =>
    expect(await service.get(`/obligations/calendar.ics?${query}`)).toMatchObject({
      status: 400,
      body: { errors: [{ field }], wayOut: { zh: expect.stringContaining('例如') } },
    }),
  );
});
