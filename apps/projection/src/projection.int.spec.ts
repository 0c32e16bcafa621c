import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import { migrate, postgresEventStore, type EventStore } from '#event-store';
import { testingPostgres, type TestingPostgres } from '../../../libs/event-store/src/postgres/testing-postgres.js';
import {
  accepted,
  assigned,
  conducted,
  fine,
  foundry,
  inCase,
  inRecord,
  measured,
  ordered,
  pushed,
  yellow,
} from './testing-facts.js';
import type { PastFact } from '#projection';
import { projections } from './projections.js';
import { testingService, type TestingService } from './testing-service.js';

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

const FEED = ['credit-platform'];

describe('GET /dossiers', () => {
  it('finds an enterprise by part of its name, area and status, and tells the position it reflects', async () => {
    const position = await service.post(assigned, conducted, ordered, yellow);
    const q = encodeURIComponent('永丰');
    const found = await service.get(`/dossiers?q=${q}&county=BL&status=YELLOW_CARD&atLeast=${position}`);
    expect(found.headers['taizhang-position']).toBe(String(position));
    expect(found.body).toMatchObject({
      position,
      next: null,
      items: [{ id: foundry.uscc, name: foundry.name, openObligations: 1, nextDueOn: '2021-09-15' }],
    });
    expect((await service.get(`/dossiers?county=HC`)).body.items).toEqual([]);
  });

  it('goes on from a cursor that tells nothing and never expires', async () => {
    const others = ['K-1', 'K-2', 'K-3'].map((targetId) => ({
      targetId,
      name: `某厂${targetId}`,
      category: 'KEY_INDUSTRY',
    }));
    const position = await service.post({
      type: 'industry.LookBackPlanned',
      stream: 'industry.lookBackRound-1',
      data: { round: '1', targets: others },
    });
    const first = await service.get(`/dossiers?limit=2&atLeast=${position}`);
    const second = await service.get(`/dossiers?limit=2&cursor=${first.body.next}`);
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual([
      'target:K-1',
      'target:K-2',
      'target:K-3',
    ]);
    expect(second.body.next).toBeNull();
  });

  it.each([
    ['cursor=abc', 'cursor'],
    ['county=XX', 'county'],
    ['limit=0', 'limit'],
    ['q=a&q=b', 'q'],
    ['page=2', 'page'],
    ['atLeast=-1', 'atLeast'],
  ])('teaches what is wrong with ?%s', async (query, field) => {
    const answer = await service.get(`/dossiers?${query}`);
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ field }], wayOut: { en: expect.stringContaining('For example') } },
    });
  });

  it('answers 503 with Retry-After when the position asked for is not reached in time', async () => {
    const answer = await service.get('/dossiers?atLeast=1000');
    expect(answer).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      body: { type: 'urn:taizhang:projection/not-reached' },
    });
  });

  it('asks for a token', async () => expect((await service.get('/dossiers', [])).status).toBe(401));
});

describe('GET /dossiers/{uscc}', () => {
  it('tells everything with its source, and answers 304 to whoever has it', async () => {
    const position = await service.post(assigned, measured);
    const answer = await service.get(`/dossiers/${foundry.uscc}?atLeast=${position}`);
    expect(answer.body).toMatchObject({
      status: 'OPEN_CASE',
      identity: { name: foundry.name, countyName: { zh: '博罗县' } },
      sections: { supervision: { held: true, source: { position } }, penalties: { held: false } },
    });
    await service.post({ type: 'spec.Other', stream: 'spec.other-1' });
    const again = await service.get(`/dossiers/${foundry.uscc}`, undefined, {
      'if-none-match': String(answer.headers.etag),
    });
    expect(again).toMatchObject({ status: 304, text: '' });
  });

  it('tells what held on a day, what was known by then, and both, for ever under one link', async () => {
    const on = (day: string, fact: PastFact) => ({ ...fact, occurredAt: `${day}T09:00:00+08:00` });
    const at = `/dossiers/${foundry.uscc}`;
    const before = await service.post(on('2021-03-01', assigned), on('2021-03-15', measured));
    const then = (await service.get(`${at}?atLeast=${before}`)).body;
    const after = await service.post(on('2021-03-20', ordered), on('2021-03-20', yellow));
    const status = async (query: string) => (await service.get(`${at}?atLeast=${after}&${query}`)).body.status;
    expect(await status('')).toBe('YELLOW_CARD');
    expect(await status('asOf=2021-03-19')).toBe('OPEN_CASE');
    expect(await status('asOf=2021-03-20')).toBe('YELLOW_CARD');
    expect(await status(`asKnownAt=${before}`)).toBe('OPEN_CASE');
    expect(await status(`asOf=2021-03-20&asKnownAt=${before}`)).toBe('OPEN_CASE');

    const again = (await service.get(then.permalink)).body;
    expect(again).toEqual({ ...then, position: after });
    // What is recorded until the end of this day may yet grow: the link is to what there is.
    const today = (await service.get(`${at}?asKnownAt=2099-01-01`)).body;
    expect(today).toEqual((await service.get(at)).body);
    expect(today.permalink).toBe(`${at}?asOf=2021-09-10&asKnownAt=${after}`);
  });

  it('tells one section as the whole has it, and each site by itself', async () => {
    const site = (at: string) => `${foundry.uscc}${at}P`;
    const position = await service.post(
      { ...assigned, siteId: site('001') },
      { ...conducted, siteId: site('002') },
      ordered,
    );
    const at = `/dossiers/${foundry.uscc}`;
    const whole = (await service.get(`${at}?atLeast=${position}`)).body;
    for (const section of ['cases', 'compliance', 'sites']) {
      const answer = (await service.get(`${at}/sections/${section}`)).body;
      expect(answer).toMatchObject({ section, content: whole.sections[section] });
      expect((await service.get(answer.permalink)).body).toEqual(answer);
    }
    expect(whole.sections.sites.sites.map(({ path }: { path: string }) => path)).toEqual([
      `${at}/sites/${site('001')}`,
      `${at}/sites/${site('002')}`,
    ]);
    const second = (await service.get(`${at}/sites/${site('002')}`)).body;
    expect(second.sections.supervision.inspections).toHaveLength(1);
    expect(second.sections.obligations).toMatchObject({ open: [] });
    expect((await service.get(second.permalink)).body).toEqual(second);
    expect(await service.get(`${at}/sites/${site('009')}`)).toMatchObject({
      status: 404,
      body: { wayOut: { en: expect.stringContaining('/sections/sites') } },
    });
    expect(await service.get(`${at}/sections/gossip`)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'section' }], wayOut: { en: expect.stringContaining('For example') } },
    });
  });

  it('shows to each audience what it may read, and to the public without a token', async () => {
    const facts = [assigned, conducted, ordered, { ...yellow, visibility: 'public' as const }];
    const position = await service.post(...facts.map((fact) => ({ visibility: 'government' as const, ...fact })));
    const at = `/dossiers/${foundry.uscc}`;
    const seen = async (path: string, roles: string[]) => {
      const { status, body } = await service.get(`${path}?atLeast=${position}`, roles);
      if (status !== 200) return status;
      const { cases, standing } = body.sections;
      return [body.audience, cases.cases[0]?.milestones.length ?? 0, standing.cards.length];
    };
    expect(await seen(at, ['auditor'])).toEqual(['government', 4, 1]);
    expect(await seen(at, [`enterprise:${foundry.uscc}`])).toEqual(['enterprise', 3, 1]);
    expect(await seen(at, ['enterprise:91441323MA00004100'])).toEqual(['enterprise', 1, 1]);
    expect(await seen(at, ['credit-platform'])).toEqual(['credit-platform', 1, 1]);
    expect(await seen(`/dossiers/public/${foundry.uscc}`, [])).toEqual(['public', 1, 1]);
    expect(await seen(at, [])).toBe(401);

    const shown = (await service.get(`/dossiers/public/${foundry.uscc}`, [])).body;
    expect((await service.get(shown.permalink, [])).body).toEqual(shown);
    const history = async (role: string) => (await service.get('/cases/2021-0001/history', [role])).body.items.length;
    expect([await history('auditor'), await history(`enterprise:${foundry.uscc}`)]).toEqual([4, 3]);
    expect(await history('credit-platform')).toBe(1);
    const milestones = async (role: string) => (await service.get('/cases/2021-0001', [role])).body.milestones.length;
    expect([await milestones('auditor'), await milestones('credit-platform')]).toEqual([4, 1]);
  });

  it('has nothing for the public where nothing is public, as if nobody had told anything', async () => {
    const position = await service.post({ ...assigned, visibility: 'government' });
    expect(await service.get(`/dossiers/public/${foundry.uscc}?atLeast=${position}`, [])).toMatchObject({
      status: 404,
      body: { type: 'urn:taizhang:dossier/unknown' },
    });
  });

  it('says of each source when it was last heard of, also as of a position', async () => {
    const before = await service.post(assigned);
    const { freshness } = (await service.get(`/dossiers/${foundry.uscc}?atLeast=${before}`)).body;
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(freshness).toContainEqual({ department: 'energy', refreshedOn: today });
    expect(freshness).toContainEqual({ department: 'industry', refreshedOn: null });
    const after = await service.post({
      type: 'industry.FurnaceDeregistered',
      stream: 'industry.furnace-F-1',
      department: 'industry',
      data: {},
    });
    const later = async (query: string) => {
      const { body } = await service.get(`/dossiers/${foundry.uscc}?${query}`);
      return body.freshness.find(({ department }: { department: string }) => department === 'industry').refreshedOn;
    };
    expect(await later(`atLeast=${after}`)).toBe(today);
    expect(await later(`asKnownAt=${before}`)).toBeNull();
  });

  it('tells what changed between two days, and by which facts', async () => {
    const on = (day: string, fact: PastFact) => ({ ...fact, occurredAt: `${day}T09:00:00+08:00` });
    await service.post(on('2021-03-01', assigned), on('2021-03-15', measured));
    const position = await service.post(on('2021-03-20', ordered), on('2021-03-20', yellow));
    const at = `/dossiers/${foundry.uscc}/diff`;
    const { body } = await service.get(`${at}?from=2021-03-19&to=2021-03-20&atLeast=${position}`);
    expect(body).toMatchObject({
      from: { asOf: '2021-03-19', permalink: expect.stringContaining('asOf=2021-03-19') },
      changes: expect.arrayContaining([
        { op: 'replace', path: '/status', before: 'OPEN_CASE', after: 'YELLOW_CARD' },
        expect.objectContaining({ op: 'add', path: expect.stringMatching(/^\/sections\/obligations\/open/) }),
      ]),
      facts: [
        { type: 'energy.EnergyRectificationOrdered', counts: 'to' },
        { type: 'energy.YellowCardIssued', counts: 'to' },
      ],
    });
    const same = (await service.get(`${at}?from=2021-03-16&to=2021-03-19`)).body;
    expect([same.changes, same.facts]).toEqual([[], []]);
    const sinceNothing = (await service.get(`${at}?from=2020-01-01`)).body;
    expect(sinceNothing).toMatchObject({ from: { permalink: null }, facts: { length: 4 } });
    expect((await service.get(at)).body).toMatchObject({ type: 'urn:taizhang:query/parameter-missing' });
  });

  it('knows nothing of a time before the first fact, and no time that is none', async () => {
    const position = await service.post(assigned);
    expect(await service.get(`/dossiers/${foundry.uscc}?asOf=2020-12-31&atLeast=${position}`)).toMatchObject({
      status: 404,
      body: { type: 'urn:taizhang:dossier/unknown-then', wayOut: { en: expect.stringContaining('as it is now') } },
    });
    expect(await service.get(`/dossiers/${foundry.uscc}?asOf=2021-02-30`)).toMatchObject({
      status: 400,
      body: { type: 'urn:taizhang:query/parameter-wrong', errors: [{ field: 'asOf' }] },
    });
  });

  it('tells a wrong code from one that nobody has written about', async () => {
    expect(await service.get('/dossiers/91441322MA00TTO126')).toMatchObject({
      status: 404,
      body: { type: 'urn:taizhang:dossier/code-malformed', detail: expect.stringContaining('looks like O for 0') },
    });
    expect(await service.get(`/dossiers/${foundry.uscc}`)).toMatchObject({
      status: 404,
      body: { type: 'urn:taizhang:dossier/unknown', detail: expect.stringContaining('does not mean compliance') },
    });
  });
});

describe('GET /cases/{caseId}', () => {
  it('tells where the case stands, with its steps in words', async () => {
    const position = await service.post(assigned, conducted, ordered);
    expect((await service.get(`/cases/2021-0001?atLeast=${position}`)).body).toMatchObject({
      state: 'RECTIFYING',
      uscc: foundry.uscc,
      events: 3,
      obligations: [{ kind: 'rectify', dueOn: '2021-09-15' }],
      milestones: [{}, {}, { documentNumber: '惠能监改〔2021〕12号', says: { en: 'Rectification was ordered' } }],
    });
  });

  it('has a history on both clocks, of which sealed facts tell only that they are there', async () => {
    const document = { number: '惠能监改〔2021〕12号', sha256: 'a'.repeat(64) };
    const position = await service.post(
      assigned,
      { ...conducted, visibility: 'sealed' },
      {
        ...ordered,
        documents: [document],
        rules: [{ ruleId: 'energy/rectification', version: '2021' }],
        occurredAt: '2021-03-15T10:00:00+08:00',
      },
      { ...accepted, occurredAt: '2021-09-01T10:00:00+08:00' },
    );
    const { items } = (await service.get(`/cases/2021-0001/history?atLeast=${position}`)).body;
    expect(items).toMatchObject([
      { position: 1 },
      { sealed: true },
      { documents: [document], rules: [{ ruleId: 'energy/rectification' }] },
      {},
    ]);
    expect(items[1]).not.toHaveProperty('data');
    expect((await service.get('/cases/2021-0001/history?asOf=2021-08-31')).body.items).toHaveLength(3);
    expect((await service.get('/cases/2021-0001/history?asKnownAt=2000-01-01')).body.items).toEqual([]);
  });

  it('shows old and new of what was corrected, and what a fact followed from', async () => {
    const measurementIs = (unitConsumption: number) => ({ ...measured, data: { ...measured.data, unitConsumption } });
    const position = await service.post(assigned, measurementIs(120));
    const wrong = (await service.get(`/cases/2021-0001/history?atLeast=${position}`)).body.items[1].eventId;
    const then = await service.post({ ...measurementIs(210), correctionOf: wrong, causationId: wrong });
    const { items } = (await service.get(`/cases/2021-0001/history?atLeast=${then}`)).body;
    expect(items[1]).toMatchObject({ correctedBy: items[2].eventId });
    expect(items[2]).toMatchObject({
      correctionOf: wrong,
      corrected: [{ path: '/unitConsumption', before: 120, after: 210 }],
      cause: { eventId: wrong, type: 'energy.EnergyLimitMeasured', department: 'energy' },
    });
    const { corrections } = (await service.get(`/dossiers/${foundry.uscc}/sections/corrections`)).body.content;
    expect(corrections).toMatchObject([{ corrects: wrong, changes: [{ before: 120, after: 210 }] }]);
  });

  it('shows old and new to those alone who may read both', async () => {
    const government = { ...measured, visibility: 'government' as const };
    const position = await service.post(assigned, government);
    const wrong = (await service.get(`/cases/2021-0001/history?atLeast=${position}`)).body.items[1].eventId;
    const then = await service.post({ ...government, visibility: 'public', correctionOf: wrong });
    const correctionsFor = async (path: string) =>
      (await service.get(`${path}?atLeast=${then}`)).body.sections.corrections.corrections;
    expect(await correctionsFor(`/dossiers/${foundry.uscc}`)).toHaveLength(1);
    expect(await correctionsFor(`/dossiers/public/${foundry.uscc}`)).toEqual([]);
  });

  it('says so when there is none', async () => expect((await service.get('/cases/nope')).status).toBe(404));
});

describe('GET /lists/{list}', () => {
  const entry = {
    uscc: foundry.uscc,
    name: foundry.name,
    county: 'BL',
    industry: '3120',
    caseId: '2021-0001',
    ground: '=1+1',
    since: '2021-03-15',
  };
  const inList = (type: string, data: object) => ({ type: `energy.${type}`, stream: 'energy.list-yellow-card', data });

  it('is public, keeps every issue as it was, and is had for spreadsheets', async () => {
    const position = await service.post(
      inList('EnterpriseListed', { entry }),
      inList('YellowListPublished', { issueNumber: 1, asOf: '2021-06-30', entries: [entry] }),
      inList('EnterpriseDelisted', { caseId: '2021-0001', reason: '整改合格' }),
    );
    const list = await service.get(`/lists/yellow-card?atLeast=${position}`, []);
    expect(list.body).toMatchObject({ position, published: { issueNumber: 1, entries: [entry] }, register: [] });
    expect((await service.get('/lists/yellow-card/issues', [])).body.issues).toMatchObject([
      { issueNumber: 1, entries: 1 },
    ]);
    expect((await service.get('/lists/yellow-card/issues/1', [])).body.entries).toEqual([entry]);
    expect((await service.get('/lists/yellow-card/issues/2', [])).status).toBe(404);
    const csv = await service.get('/lists/yellow-card', [], { accept: 'text/csv' });
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.text).toContain(`REMOVED_SINCE,${foundry.uscc},${foundry.name},BL,3120,2021-0001,'=1+1`);
    expect((await service.get('/lists/green-card', [])).status).toBe(404);
  });
});

describe('GET /obligations', () => {
  it('counts the days left against the clock of the ledger', async () => {
    const position = await service.post(assigned, conducted, ordered);
    const answer = await service.get(`/obligations?county=BL&dueBefore=2021-09-16&atLeast=${position}`);
    expect(answer.body).toMatchObject({
      today: '2021-09-10',
      items: [{ kind: 'rectify', name: foundry.name, dueOn: '2021-09-15', daysLeft: 5, overdue: false }],
    });
    expect((await service.get('/obligations?dueBefore=2021-09-15')).body.items).toEqual([]);
  });
});

describe('GET /feeds/credit', () => {
  it('gives each thing once, in order, from any cursor, with tombstones; the faulty are shown to operators only', async () => {
    const position = await service.post(
      pushed(),
      pushed({ ...fine, fineFen: undefined }),
      inRecord('DisplayStopped', { reason: 'TERM', platforms: ['CREDIT_CHINA'], stoppedOn: '2022-07-02' }),
    );
    const first = await service.get(`/feeds/credit?limit=1&atLeast=${position}`, FEED);
    expect(first.body.items).toMatchObject([{ type: 'credit.CreditInfoPushed', data: { CF_NR_FK: '0.200000' } }]);
    const rest = await service.get(`/feeds/credit?after=${first.body.next}`, FEED, {
      accept: 'application/cloudevents-batch+json',
    });
    expect(rest.headers['content-type']).toContain('application/cloudevents-batch+json');
    expect(rest.body).toMatchObject([{ tombstone: true, data: null }]);
    expect((await service.get(`/feeds/credit?after=${rest.headers['taizhang-next']}`, FEED)).body.items).toEqual([]);
    expect((await service.get('/feeds/credit/refused', ['operator'])).body.items).toMatchObject([
      { faults: [{ field: 'CF_NR_FK' }] },
    ]);
    expect((await service.get('/feeds/credit', ['department:energy:post'])).status).toBe(403);
  });

  it('waits for the next thing when asked to, and not for what is nothing to it', async () => {
    const waiting = service.get('/feeds/credit?wait=30', FEED);
    await service.post(assigned);
    await service.post(pushed());
    expect((await waiting).body.items).toHaveLength(1);
  });

  it('lets a waiting caller go when the process stops', async () => {
    const waiting = service.get('/feeds/credit?wait=60', FEED);
    await service.models.waitFor('credit_feed', await service.post(assigned), 5_000);
    service.service.draining.begin();
    expect((await waiting).body).toMatchObject({ items: [] });
  });
});

describe('GET /projections', () => {
  it('tells operators how far each has come and rebuilds on demand, rows unchanged', async () => {
    const position = await service.post(
      assigned,
      conducted,
      ordered,
      inCase('EnergySupervisionConducted', { mode: 'PAPER', findings: '', result: 'COMPLIANT' }),
    );
    await service.models.waitFor('enterprise_dossier', position, 5_000);
    const before = (await service.get(`/dossiers/${foundry.uscc}`)).body;
    expect((await service.get('/projections', ['operator'])).body.projections).toHaveLength(projections.length);
    expect((await service.get('/projections', ['department:energy:post'])).status).toBe(403);

    const started = await service.ask({ url: '/projections/enterprise_dossier/rebuild', method: 'POST' }, ['operator']);
    expect(started).toMatchObject({ status: 202, body: { state: 'running' } });
    for (let state = 'running'; state === 'running';) {
      const all = (await service.get('/projections', ['operator'])).body.projections as {
        name: string;
        rebuild?: { state: string };
      }[];
      state = all.find(({ name }) => name === 'enterprise_dossier')!.rebuild!.state;
      expect(['running', 'done']).toContain(state);
    }
    expect((await service.get(`/dossiers/${foundry.uscc}`)).body).toEqual(before);
    expect((await service.ask({ url: '/projections/nope/rebuild', method: 'POST' }, ['operator'])).status).toBe(404);
  });
});
