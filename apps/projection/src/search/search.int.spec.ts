import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeUscc } from '#codes';
import { migrate, postgresEventStore, type EventStore } from '#event-store';
import type { PastFact } from '#projection';
import { testingPostgres, type TestingPostgres } from '../../../../libs/event-store/src/postgres/testing-postgres.js';
import { due, fine } from '../testing-facts.js';
import { testingService, type TestingService } from '../testing-service.js';

let server: TestingPostgres;
let store: EventStore;
let service: TestingService;
let position: number;

interface Enterprise {
  readonly uscc: string;
  readonly name: string;
  readonly county: string;
  readonly industry: string;
}

const enterprise = (nr: number, name: string, county: string, industry = '3120'): Enterprise => ({
  uscc: makeUscc('91441322', `MA00A${String(nr).padStart(3, '0')}`),
  name,
  county,
  industry,
});
const [foundry, cement, paper] = [
  enterprise(1, '博罗县永丰铸造有限公司〔模拟〕', 'BL'),
  enterprise(2, '惠城永恒水泥有限公司〔模拟〕', 'HC', '3011'),
  enterprise(3, '博罗恒丰纸业（集团）〔模拟〕', 'BL', '2221'),
] as const;

const inCase = (nr: number, type: string, of: Enterprise, data: object): PastFact => ({
  type: `energy.${type}`,
  stream: `energy.case-C-${nr}`,
  uscc: of.uscc,
  caseId: `C-${nr}`,
  data,
});
const assigned = (nr: number, of: Enterprise, dueOn: string) =>
  inCase(nr, 'EnergySupervisionTaskAssigned', of, { enterprise: of, planId: '2021', theme: 'MANDATORY_LIMIT', dueOn });
const inList = (type: string, data: object): PastFact => ({
  type: `energy.${type}`,
  stream: 'energy.list-yellow-card',
  data,
});

beforeAll(async () => {
  server = await testingPostgres();
  const url = await server.database();
  await migrate(url);
  store = postgresEventStore({ url });
  service = await testingService(url, store, '2021-09-10T02:00:00Z');
  position = await service.post(
    assigned(1, foundry, '2021-09-09'),
    {
      type: 'marketRegulation.EnterpriseRenamed',
      stream: 'marketRegulation.registration-1',
      uscc: foundry.uscc,
      data: { formerName: '龙门铸造厂', enterprise: foundry, changedOn: '2021-05-01' },
    },
    assigned(2, cement, '2021-09-17'),
    inCase(2, 'EnergySupervisionConducted', cement, { result: 'OVER_LIMIT' }),
    {
      ...inCase(2, 'EnergyRectificationOrdered', cement, { due: due('2021-12-31'), documentNumber: '12号', items: [] }),
      rules: [{ ruleId: 'energy/rectification-period', version: '2021' }],
    },
    assigned(3, paper, '2021-09-30'),
    {
      type: 'energy.PenaltyDecided',
      stream: 'energy.penalty-P-1',
      uscc: paper.uscc,
      data: { enterprise: paper, legalBasis: fine.legalBasis, kinds: ['FINE'], decidedOn: '2021-07-02' },
    },
    inList('EnterpriseListed', { entry: { ...cement, caseId: 'C-2' } }),
    inList('EnterpriseListed', { entry: { ...foundry, caseId: 'C-1' } }),
    inList('EnterpriseDelisted', { caseId: 'C-1', reason: '整改合格' }),
  );
  await service.models.waitFor('listing', position, 10_000);
});
afterAll(async () => {
  await service.close();
  await store.close();
  await server.stop();
});

const search = async (sought: Record<string, string>, limit = 50) =>
  (await service.get(`/dossiers?${new URLSearchParams({ limit: `${limit}`, atLeast: `${position}`, ...sought })}`))
    .body;
const found = async (sought: Record<string, string>): Promise<string[]> =>
  (await search(sought)).items.map(({ id }: { id: string }) => id);

describe('the search of enterprises', () => {
  it.each<[string, Record<string, string>, readonly Enterprise[]]>([
    ['any part of a name', { q: '丰' }, [foundry, paper]],
    ['two characters', { q: '恒丰' }, [paper]],
    ['several words, in any order', { q: '有限 永恒' }, [cement]],
    ['characters that traditional spacing tears apart', { q: '恒　丰 纸 业' }, [paper]],
    ['brackets of either width', { q: '纸业(集团)' }, [paper]],
    ['pairs that stand apart', { q: '丰永恒' }, []],
    ['a former name', { q: '龙门铸造' }, [foundry]],
    ['part of a code in full width', { q: 'ＭＡ００Ａ００２' }, [cement]],
    ['county', { county: 'BL' }, [foundry, paper]],
    ['county and status', { county: 'HC', status: 'OPEN_CASE' }, [cement]],
    ['law', { law: '节约能源法' }, [cement, paper]],
    ['law in English and article', { law: 'Energy Conservation Law', article: '第七十二条' }, [cement, paper]],
    ['an article that nothing cites', { law: '节约能源法', article: '3' }, []],
    ['list, of which it was not taken off', { list: 'yellow-card' }, [cement]],
    ['list and another county', { list: 'yellow-card', county: 'BL' }, []],
    ['what is overdue', { due: 'OVERDUE' }, [foundry]],
    ['what is due before a day', { dueBefore: '2021-10-01' }, [foundry, paper]],
    ['what is due between two days', { dueAfter: '2021-09-10', dueBefore: '2021-10-01' }, [paper]],
  ])('finds by %s', async (_, sought, enterprises) =>
    expect(await found(sought)).toEqual(enterprises.map(({ uscc }) => uscc)),
  );

  it('shows the names that an enterprise had', async () =>
    expect((await search({ q: '龙门' })).items).toMatchObject([{ name: foundry.name, otherNames: ['龙门铸造厂'] }]));

  it('takes wild cards, quotes and NUL for what they are', async () => {
    for (const q of ['%', '_', "'", '"', '\\', '{', '丰\0'])
      expect([q, await found({ q })]).toEqual([q, q.startsWith('丰') ? [foundry.uscc, paper.uscc] : []]);
  });
});

describe('the facets of a search', () => {
  const counts = async (sought: Record<string, string>) => {
    const { facets } = await search(sought);
    return Object.fromEntries(
      Object.entries(facets as Record<string, { value: string; count: number }[]>).map(([name, values]) => [
        name,
        Object.fromEntries(values.map(({ value, count }) => [value, count])),
      ]),
    );
  };

  it('are counted over all pages, in words of both languages', async () => {
    const facets = 'county,industry,status,list,law,due';
    expect(await counts({ facets, limit: '1' })).toMatchObject({
      county: { BL: 2, HC: 1 },
      industry: { 3120: 1, 3011: 1, 2221: 1 },
      status: { OPEN_CASE: 3 },
      list: { 'yellow-card': 1 },
      law: { 节约能源法: 2 },
      due: { OVERDUE: 1, WITHIN_7_DAYS: 0, WITHIN_30_DAYS: 1, LATER: 1 },
    });
    expect((await search({ facets: 'county' })).facets.county).toContainEqual({
      value: 'HC',
      says: { zh: '惠城区', en: 'Huicheng District' },
      count: 1,
    });
  });

  it('heed every filter but their own', async () =>
    expect(await counts({ facets: 'county,law,list,due', county: 'BL', due: 'OVERDUE' })).toEqual({
      county: { BL: 1 },
      law: {},
      list: {},
      due: { OVERDUE: 1, WITHIN_7_DAYS: 0, WITHIN_30_DAYS: 1, LATER: 0 },
    }));

  it('heed the words, and lists and laws, of which each heeds the other', async () => {
    expect(await counts({ facets: 'county,list', q: '恒', law: '节约能源法' })).toEqual({
      county: { BL: 1, HC: 1 },
      list: { 'yellow-card': 1 },
    });
    expect(await counts({ facets: 'law,article', list: 'yellow-card', law: '节约能源法' })).toMatchObject({
      law: { 节约能源法: 1 },
      article: { 72: 1 },
    });
  });

  it('are zero, and not absent, where nothing is found', async () =>
    expect(await counts({ facets: 'county,due', q: '无此企业' })).toEqual({
      county: {},
      due: { OVERDUE: 0, WITHIN_7_DAYS: 0, WITHIN_30_DAYS: 0, LATER: 0 },
    }));

  it('are not counted unless they are asked for', async () => expect(await search({})).not.toHaveProperty('facets'));
});

describe('a search that is asked what it does not know', () => {
  it.each([
    ['list=green', 'list'],
    ['due=soon', 'due'],
    ['dueBefore=2021-02-30', 'dueBefore'],
    ['article=72', 'law'],
    ['facets=county,colour', 'facets'],
    ['cursor=abc', 'cursor'],
  ])('teaches what is wrong with ?%s', async (query, field) =>
    expect(await service.get(`/dossiers?${query}`)).toMatchObject({
      status: 400,
      body: { errors: [{ field }], wayOut: { en: expect.stringMatching(/^For example/) } },
    }),
  );
});

describe('a cursor of the search', () => {
  const many = (from: number, to: number, county = 'LM') =>
    Array.from({ length: to - from }, (_, at) => enterprise(from + at, `龙门第${from + at}厂`, county));
  const post = async (...enterprises: readonly Enterprise[]) =>
    service.post(
      ...enterprises.map((one, at) => assigned(1000 + at + Number(one.uscc.slice(13, 16)), one, '2021-09-30')),
    );

  it('leaves nothing out and gives nothing twice while rows come, leave and change', async () => {
    const before = many(100, 150);
    position = await post(...before.filter((_, at) => at % 2 === 0));
    const seen: string[] = [];
    let cursor = '';
    for (let turn = 0; ; turn++) {
      const page = await search({ county: 'LM', ...(cursor ? { cursor } : {}) }, 5);
      seen.push(...page.items.map(({ id }: { id: string }) => id));
      if (!page.next) break;
      cursor = page.next;
      // Behind and before the cursor: one comes, one moves to another county, one changes.
      const [comes, moves, changes] = [before[turn * 2 + 1]!, before[48 - turn * 2]!, before[turn * 2]!];
      position = await post(comes, { ...moves, county: 'HD' }, { ...changes, name: `${changes.name}（新）` });
    }
    expect(seen).toEqual([...new Set(seen)].sort());
    const stayed = (await found({ county: 'LM' })).filter((id) =>
      before.some((one, at) => one.uscc === id && at % 2 === 0),
    );
    expect(seen).toEqual(expect.arrayContaining(stayed));
  });

  it('holds its own place: one that was never given names one too', async () => {
    const first = await search({ county: 'BL' }, 1);
    const place = JSON.parse(Buffer.from(first.next.slice(3), 'base64url').toString());
    expect(place).toEqual([foundry.uscc]);
    expect((await search({ county: 'BL', cursor: first.next })).items).toMatchObject([{ id: paper.uscc }]);
  });
});

describe('an answer that somebody has already', () => {
  it('is another one once an enterprise was taken off the list that it is about', async () => {
    const ask = (etag?: unknown) =>
      service.get(
        `/dossiers?list=yellow-card&atLeast=${position}`,
        undefined,
        etag ? { 'if-none-match': etag as string } : {},
      );
    const { headers, body } = await ask();
    expect(body.items).toHaveLength(1);
    expect(await ask(headers['etag'])).toMatchObject({ status: 304 });
    position = await service.post(inList('EnterpriseDelisted', { caseId: 'C-2', reason: '整改合格' }));
    expect(await ask(headers['etag'])).toMatchObject({ status: 200, body: { items: [] } });
  });
});
