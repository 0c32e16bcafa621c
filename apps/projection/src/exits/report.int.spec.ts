import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, postgresEventStore, type EventStore } from '#event-store';
import type { PastFact } from '#projection';
import { testingPostgres, type TestingPostgres } from '../../../../libs/event-store/src/postgres/testing-postgres.js';
import { foundry } from '../testing-facts.js';
import { testingService, type TestingService } from '../testing-service.js';

let server: TestingPostgres;
let store: EventStore;
let service: TestingService;
let closedAt: number;

const closed = (proposalId: string, effectiveOn: string): PastFact => ({
  type: 'government.ClosureOrdered',
  stream: `government.closureProposal-${proposalId}`,
  uscc: foundry.uscc,
  occurredAt: `${effectiveOn}T10:00:00+08:00`,
  data: {
    enterprise: foundry,
    proposedBy: 'energy',
    scope: 'SITE',
    effectiveOn,
    governmentDocumentNumber: `惠府函〔2021〕${proposalId}号`,
  },
});
const returned = (answer: {
  readonly frozen: object;
  readonly content: object;
  readonly totals: object;
}): PastFact => ({
  type: 'government.DepartmentFeedbackSubmitted',
  stream: 'government.feedback-2021-H1-ENR',
  data: {
    year: 2021,
    half: 'H1',
    bureau: 'ENR',
    frozen: answer.frozen,
    content: answer.content,
    totals: answer.totals,
    signedOffBy: '局长',
    isLate: false,
  },
});
const QUERY = '/reports/exits?period=2021-H1&bureau=ENR';

beforeAll(async () => {
  server = await testingPostgres();
  const url = await server.database();
  await migrate(url);
  store = postgresEventStore({ url });
  service = await testingService(url, store, '2021-09-10T02:00:00Z');
  closedAt = await service.post(closed('1', '2021-05-10'));
});
afterAll(async () => {
  await service.close();
  await store.close();
  await server.stop();
});

describe('GET /reports/exits', () => {
  it('finds the exits of half a year, counts them and says how to ask again', async () => {
    const { body } = await service.get(`${QUERY}&atLeast=${closedAt}`);
    expect(body).toMatchObject({
      frozen: { query: 'exit-statistics@1', from: '2021-01-01', asOf: '2021-06-30', asKnownAt: closedAt },
      content: { enterprises: [{ uscc: foundry.uscc, exitedOn: '2021-05-10' }] },
      totals: { enterprises: 1, equipment: 0, lines: 0 },
    });
    expect(body.frozen.contentSha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await service.get(`${QUERY}&asKnownAt=${closedAt - 1}`)).body.content.enterprises).toEqual([]);
    expect((await service.get('/reports/exits?period=2021&bureau=EEB')).body.totals.enterprises).toBe(0);
  });

  it('are a file, and a page for paper that says as of when they are', async () => {
    const csv = await service.get(`${QUERY}&format=csv`);
    expect(csv.headers['content-disposition']).toMatch(/"exits-ENR-2021-H1-as-of-2021-06-30-at-\d+\.csv"/);
    expect(csv.text).toContain(`ENTERPRISE,${foundry.uscc},`);
    const html = await service.get(`${QUERY}&format=html`);
    expect(html.text).toContain('<dd>2021-06-30</dd>');
    expect(html.text).toContain(foundry.name);
    expect((await service.get(`${QUERY}&format=xlsx`)).headers['content-type']).toContain('spreadsheetml');
  });

  it.each([
    ['period=2021-H1&format=pdf', 'format'],
    ['period=2021-Q1', 'period'],
    ['period=2021-H1&asOf=2021-07-01', 'asOf'],
    ['period=2021-H1&bureau=XXX', 'bureau'],
    ['period=2021-H1&asKnownAt=x', 'asKnownAt'],
  ])('teaches what is wrong with ?%s', async (query, field) =>
    expect(await service.get(`/reports/exits?${query}`)).toMatchObject({ status: 400, body: { errors: [{ field }] } }),
  );
});

describe('GET /reports/returns', () => {
  it('agrees while nothing changed, and asks for a supplement once something did', async () => {
    const { body: answer } = await service.get(QUERY);
    const handedIn = await service.post(returned(answer));
    const first = await service.get(`/reports/returns/2021-H1-ENR?atLeast=${handedIn}`);
    expect(first.body.returns).toMatchObject([
      { number: 0, digestMatches: true, queryMatches: true, stillHolds: true, says: { zh: '与台账一致' } },
    ]);
    const later = await service.post(closed('2', '2021-06-20'));
    await service.get(`${QUERY}&atLeast=${later}`);
    const second = await service.get('/reports/returns/2021-H1-ENR');
    expect(second.body.returns).toMatchObject([{ queryMatches: true, stillHolds: false }]);
  });

  it('can be printed with how each stands to the ledger', async () => {
    const { text } = await service.get('/reports/returns/2021-H1-ENR?format=html');
    expect(text).toContain('反馈时一致，此后台账有更正');
    const csv = await service.get('/reports/returns/2021-H1-ENR?format=csv');
    expect(csv.text.split('\r\n')[1]).toMatch(/^0,ENTERPRISE,/);
  });

  it('finds figures that the ledger does not give to the query', async () => {
    const { body: answer } = await service.get(QUERY);
    const invented = { ...answer, content: { ...answer.content, enterprises: [] } };
    const typed = { ...returned(invented), stream: 'government.feedback-2021-H1-DRC' };
    const position = await service.post({ ...typed, data: { ...(typed.data as object), bureau: 'DRC' } });
    const { body } = await service.get(`/reports/returns/2021-H1-DRC?atLeast=${position}`);
    expect(body.returns[0]).toMatchObject({ digestMatches: false, says: { zh: '内容与其摘要不符' } });
  });

  it('knows no return that was not handed in', async () =>
    expect(await service.get('/reports/returns/2021-H2-ENR')).toMatchObject({
      status: 404,
      body: { type: 'urn:taizhang:report/unknown' },
    }));
});
