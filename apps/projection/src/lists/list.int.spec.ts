import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, postgresEventStore, type EventStore } from '#event-store';
import type { PastFact } from '#projection';
import { testingPostgres, type TestingPostgres } from '../../../../libs/event-store/src/postgres/testing-postgres.js';
import { foundry } from '../testing-facts.js';
import { testingService, type TestingService } from '../testing-service.js';

let server: TestingPostgres;
let store: EventStore;
let service: TestingService;
let position: number;

const line = (caseId: string) => ({
  uscc: foundry.uscc,
  name: foundry.name,
  county: 'BL',
  industry: '3120',
  caseId,
  ground: '超限额',
  since: '2021-03-15',
  dueOn: '2021-09-15',
});
const inList = (type: string, data: object): PastFact => ({
  type: `energy.${type}`,
  stream: 'energy.list-yellow-card',
  data,
});
const issue = (issueNumber: number, ...caseIds: string[]) =>
  inList('YellowListPublished', { issueNumber, asOf: '2021-06-30', entries: caseIds.map(line) });
const open = (url: string, headers?: Record<string, string>) => service.get(url, [], headers);

beforeAll(async () => {
  server = await testingPostgres();
  const url = await server.database();
  await migrate(url);
  store = postgresEventStore({ url });
  service = await testingService(url, store, '2021-09-10T02:00:00Z');
  position = await service.post(
    inList('EnterpriseListed', { entry: line('a') }),
    issue(1, 'a'),
    inList('EnterpriseDelisted', { caseId: 'a', reason: '整改合格' }),
    inList('EnterpriseListed', { entry: line('b') }),
    issue(2, 'b'),
    inList('ListEntryProlonged', { caseId: 'b', dueOn: '2021-12-15' }),
  );
});
afterAll(async () => {
  await service.close();
  await store.close();
  await server.stop();
});

describe('GET /lists/{list}/diff', () => {
  it('tells everybody who entered, left and changed, from one issue to another or to now', async () => {
    const { body } = await open(`/lists/yellow-card/diff?from=1&to=2&atLeast=${position}`);
    expect(body).toMatchObject({
      from: 1,
      to: 2,
      entered: [{ caseId: 'b' }],
      left: [{ caseId: 'a' }],
      changed: [],
    });
    expect((await open('/lists/yellow-card/diff?from=2')).body).toMatchObject({
      to: 'now',
      entered: [],
      left: [],
      changed: [{ before: { dueOn: '2021-09-15' }, after: { dueOn: '2021-12-15' }, fields: ['dueOn'] }],
    });
  });

  it('is a file that says from where to where', async () => {
    const { text, headers } = await open('/lists/yellow-card/diff?from=1&to=2&format=csv');
    expect(headers['content-disposition']).toContain('"yellow-card-1-to-2.csv"');
    expect(text).toMatch(/ENTERED,[^\n]*\n.*LEFT,/);
  });

  it.each([
    ['/lists/yellow-card/diff', 400, 'query/parameter-wrong'],
    ['/lists/yellow-card/diff?from=x', 400, 'query/parameter-wrong'],
    ['/lists/yellow-card/diff?from=1&to=then', 400, 'query/parameter-wrong'],
    ['/lists/yellow-card/diff?from=1&format=pdf', 400, 'query/parameter-wrong'],
    ['/lists/yellow-card/diff?from=3', 404, 'list/issue-unknown'],
    ['/lists/green-card/diff?from=1', 404, 'list/unknown'],
  ])('teaches what is wrong with %s', async (url, status, code) =>
    expect(await open(url)).toMatchObject({
      status,
      body: { type: `urn:taizhang:${code}`, wayOut: { zh: expect.any(String) } },
    }),
  );
});

describe('the files of a list', () => {
  it('are named by their issue and never change', async () => {
    const first = await open('/lists/yellow-card/issues/1?format=csv');
    expect(first.headers['content-disposition']).toContain('"yellow-card-1.csv"');
    await service.post(inList('EnterpriseListed', { entry: line('c') }));
    const again = await open('/lists/yellow-card/issues/1?format=csv', { 'if-none-match': String(first.headers.etag) });
    expect(again.status).toBe(304);
    expect((await open('/lists/yellow-card/issues/1?format=csv')).text).toBe(first.text);
  });

  it('say, of the list as it stands, at which position it stood so', async () => {
    const { headers, text } = await open(`/lists/yellow-card?format=csv&atLeast=${position}`);
    expect(headers['content-disposition']).toMatch(/"yellow-card-at-\d+\.csv"/);
    expect(text).toContain('PUBLISHED,');
  });

  it('are one file, too, whose name says which issues are in it', async () => {
    const { headers, text } = await open('/lists/yellow-card/issues?format=csv');
    expect(headers['content-disposition']).toContain('"yellow-card-issues-1-2.csv"');
    expect(headers.etag).toEqual(expect.any(String));
    expect(text.split('\r\n').map((row) => row.split(',')[0])).toEqual([expect.any(String), '1', '2', '']);
  });
});
