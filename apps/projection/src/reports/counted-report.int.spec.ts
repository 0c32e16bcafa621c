import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, postgresEventStore, type EventStore } from '#event-store';
import type { PastFact } from '#projection';
import { testingPostgres, type TestingPostgres } from '../../../../libs/event-store/src/postgres/testing-postgres.js';
import { testingService, type TestingService } from '../testing-service.js';
import { digestOf } from './digest.js';

let server: TestingPostgres;
let store: EventStore;
let service: TestingService;
let position: number;

const visit = (id: string, county: string, visitedOn: string): PastFact => ({
  type: 'government.SupervisionVisitConducted',
  stream: `government.supervisionVisit-${id}`,
  occurredAt: `${visitedOn}T10:00:00+08:00`,
  data: { bureau: 'EEB', county, visitedOn, findings: '…' },
});
const SCORECARD = '/reports/supervision-scorecard?period=2021';

beforeAll(async () => {
  server = await testingPostgres();
  const url = await server.database();
  await migrate(url);
  store = postgresEventStore({ url });
  service = await testingService(url, store, '2021-09-10T02:00:00Z');
  position = await service.post(visit('1', 'BL', '2021-05-12'), visit('2', 'HC', '2021-06-01'));
});
afterAll(async () => {
  await service.close();
  await store.close();
  await server.stop();
});

describe('a report', () => {
  it('says what it takes to ask it again, and gives the same under its permalink whatever comes later', async () => {
    const { body } = await service.get(`${SCORECARD}&atLeast=${position}`);
    expect(body).toMatchObject({
      frozen: { query: 'supervision-scorecard@1', from: '2021-01-01', asOf: '2021-09-10', asKnownAt: position },
      found: { visits: 2 },
      lines: [{ county: 'BL' }, { county: 'HC' }],
    });
    expect(body.frozen.contentSha256).toBe(digestOf({ lines: body.lines }));
    const later = await service.post(visit('3', 'BL', '2021-08-02'));
    expect((await service.get(`${SCORECARD}&atLeast=${later}`)).body.found.visits).toBe(3);
    const again = (await service.get(body.permalink)).body;
    expect(again).toEqual(body);
  });

  it('is known as at a time of the ledger, as at a position', async () => {
    const before = await service.get(`${SCORECARD}&asKnownAt=2021-01-01T00:00:00Z`);
    expect(before.body).toMatchObject({ position: 0, found: { visits: 0 } });
    const after = await service.get(`${SCORECARD}&asKnownAt=2199-01-01`);
    expect(after.body.found).toEqual((await service.get(SCORECARD)).body.found);
    expect((await service.get(`${SCORECARD}&asKnownAt=${position - 1}`)).body.found.visits).toBe(1);
  });

  it('tells who cites it whether it was so, and whether it still is', async () => {
    const at = `${SCORECARD}&asKnownAt=${position}`;
    const { contentSha256 } = (await service.get(at)).body.frozen;
    const cited = async (url: string, digest: string) =>
      (await service.get(`${url}&contentSha256=${digest}`)).body.cited;
    expect(await cited(at, contentSha256)).toMatchObject({
      queryMatches: true,
      stillHolds: false,
      says: { zh: '当时一致，此后台账有更正' },
    });
    expect(await cited(at, 'ab'.repeat(32))).toMatchObject({ queryMatches: false, stillHolds: false });
    const now = (await service.get(SCORECARD)).body.frozen.contentSha256;
    expect(await cited(SCORECARD, now)).toMatchObject({ queryMatches: true, stillHolds: true });
  });

  it('is a file named by its question, and a page that says both days', async () => {
    const at = `${SCORECARD}&asKnownAt=${position}`;
    const csv = await service.get(`${at}&format=csv`);
    expect(csv.headers['content-disposition']).toContain(
      `"supervision-scorecard-2021-as-of-2021-09-10-at-${position}.csv"`,
    );
    expect(csv.text.split('\r\n')).toHaveLength(9);
    expect(
      (await service.get(at, undefined, { 'if-none-match': String(csv.headers.etag), accept: 'text/csv' })).status,
    ).toBe(304);
    const html = await service.get(at, undefined, { accept: 'text/html,application/xhtml+xml' });
    expect(html.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(html.text).toContain('<dd>2021-09-10</dd>');
    expect(html.text).toContain(`asKnownAt=${position}`);
    expect((await service.get(`${at}&format=xlsx`)).headers['content-type']).toContain('spreadsheetml');
  });

  it.each([
    ['/reports/supervision-scorecard', 'period'],
    ['/reports/supervision-scorecard?period=2021-06', 'period'],
    ['/reports/enforcement?period=2021-13', 'period'],
    ['/reports/look-back-matrix?period=2021&asOf=2020-12-31', 'asOf'],
    ['/reports/enforcement?period=2021-06&asOf=2021-07-01', 'asOf'],
    ['/reports/enforcement?period=2021-06&asKnownAt=yesterday', 'asKnownAt'],
    ['/reports/enforcement?period=2021-06&format=pdf', 'format'],
    ['/reports/enforcement?period=2021-06&contentSha256=x', 'contentSha256'],
    ['/reports/enforcement?month=2021-06', 'month'],
  ])('teaches what is wrong with %s', async (url, field) =>
    expect(await service.get(url)).toMatchObject({
      status: 400,
      body: { errors: [{ field }], wayOut: { zh: expect.stringContaining('例如') } },
    }),
  );

  it('is for those who read registers', async () => {
    expect((await service.get(SCORECARD, [])).status).toBe(401);
    expect((await service.get(SCORECARD, ['credit-platform'])).status).toBe(403);
  });
});
