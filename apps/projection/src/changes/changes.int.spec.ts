import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request, type IncomingMessage } from 'node:http';
import { migrate, postgresEventStore, type EventStore } from '#event-store';
import type { PastFact } from '#projection';
import { testingPostgres, type TestingPostgres } from '../../../../libs/event-store/src/postgres/testing-postgres.js';
import { assigned, conducted, foundry, measured, ordered, yellow } from '../testing-facts.js';
import { testingService, type TestingService } from '../testing-service.js';

let server: TestingPostgres;
let store: EventStore;
let service: TestingService;

const AT = `enterprise:${foundry.uscc}`;
const elsewhere: PastFact = {
  ...assigned,
  stream: 'energy.case-2021-0002',
  caseId: '2021-0002',
  uscc: '91441322MA00TT0388',
  data: { ...assigned.data, enterprise: { ...foundry, uscc: '91441322MA00TT0388', county: 'HC' } },
};
const planned: PastFact = {
  type: 'government.CountyPlanRequired',
  stream: 'government.countyPlan-2021-BL',
  data: { county: 'BL', year: 2021, dueOn: '2021-03-31' },
};
const entry = { uscc: foundry.uscc, name: foundry.name, county: 'BL', industry: '3120', caseId: '2021-0001' };
const listed: PastFact = {
  type: 'energy.EnterpriseListed',
  stream: 'energy.list-yellow-card',
  data: { entry: { ...entry, ground: '超限额', since: '2021-03-15' } },
};
const tip: PastFact = {
  type: 'hotline.TipRegistered',
  stream: 'hotline.tip-JB-1',
  uscc: foundry.uscc,
  data: { county: 'BL', enterprise: foundry },
};

beforeAll(async () => {
  server = await testingPostgres();
  const url = await server.database();
  await migrate(url);
  store = postgresEventStore({ url });
  service = await testingService(url, store, '2021-09-10T02:00:00Z');
  const position = await service.post(
    assigned,
    elsewhere,
    { ...conducted, visibility: 'sealed' },
    tip,
    planned,
    listed,
    ordered,
  );
  for (const name of ['enterprise_dossier', 'enterprise_search', 'list_register', 'register_entry'])
    await service.models.waitFor(name, position, 10_000);
});
afterAll(async () => {
  await service.close();
  await store.close();
  await server.stop();
});

const read = (subject: string, query = '', roles?: readonly string[], headers?: Record<string, string>) =>
  service.get(`/feeds/changes?subject=${encodeURIComponent(subject)}${query}`, roles, headers);
const types = ({ body }: { body: any }): string[] => body.items.map(({ type }: { type: string }) => type);

describe('GET /feeds/changes', () => {
  it('tells what changed an enterprise, in both languages, with the day, the record and where to read on', async () => {
    const answer = await read(AT);
    expect(types(answer)).toEqual(['energy.EnergySupervisionTaskAssigned', 'energy.EnergyRectificationOrdered']);
    expect(answer.body.items[0]).toMatchObject({
      says: { zh: '节能监察任务已下达', en: 'A supervision task was assigned' },
      day: '2021-05-01',
      record: { kind: 'energy.case', id: '2021-0001' },
      uscc: foundry.uscc,
      name: foundry.name,
      links: { dossier: `/dossiers/${foundry.uscc}`, case: '/cases/2021-0001' },
    });
    expect(answer.body.items[0]).not.toHaveProperty('data');
  });

  it('tells of an area what is about its enterprises and about itself, the latter to whoever reads registers', async () => {
    expect(types(await read('county:BL'))).toEqual([
      'energy.EnergySupervisionTaskAssigned',
      'government.CountyPlanRequired',
      'energy.EnergyRectificationOrdered',
    ]);
    expect(types(await read('county:BL', '', ['credit-platform']))).not.toContain('government.CountyPlanRequired');
    expect(types(await read('county:HC'))).toEqual(['energy.EnergySupervisionTaskAssigned']);
    expect((await read('county:LM')).body).toMatchObject({ items: [], caughtUp: true });
  });

  it('tells of a list who came and went', async () =>
    expect((await read('list:yellow-card')).body.items).toMatchObject([
      { type: 'energy.EnterpriseListed', uscc: foundry.uscc, links: { list: '/lists/yellow-card' } },
    ]));

  it('never tells what is sealed, nor of a tip', async () => {
    for (const subject of [AT, 'county:BL', 'list:yellow-card']) {
      const { text } = await read(subject, '', ['auditor']);
      expect(text).not.toMatch(/SupervisionConducted|hotline|JB-1/);
    }
  });

  it('goes on from any cursor, each thing once, as JSON or as CloudEvents', async () => {
    const first = (await read('county:BL', '&limit=2')).body;
    expect(first).toMatchObject({ items: { length: 2 }, caughtUp: false });
    const rest = await read('county:BL', `&after=${first.next}`, undefined, {
      accept: 'application/cloudevents-batch+json',
    });
    expect(rest.headers['content-type']).toContain('application/cloudevents-batch+json');
    expect(rest.body).toMatchObject([
      { specversion: '1.0', type: 'energy.EnergyRectificationOrdered', subject: foundry.uscc, data: { says: {} } },
    ]);
    const end = (await read('county:BL', `&after=${rest.headers['taizhang-next']}`)).body;
    expect(end).toMatchObject({ items: [], caughtUp: true, next: rest.headers['taizhang-next'] });
    expect((await read('county:BL', `&after=${first.items[0].cursor}&limit=1`)).body.items).toMatchObject([
      { type: 'government.CountyPlanRequired' },
    ]);
  });

  it('asks the dossier, or the list, where what is sought lies far behind, and says the same', async () => {
    const near = await Promise.all([read(AT, '&limit=1'), read('list:yellow-card')]);
    const other = Array.from({ length: 1_100 }, () => ({ type: 'spec.Other', stream: 'spec.other-1' }) as PastFact);
    const position = await service.post(...other);
    const far = await Promise.all([read(AT, `&limit=1&atLeast=${position}`), read('list:yellow-card')]);
    expect(far.map(({ body }) => body.items)).toEqual(near.map(({ body }) => body.items));
    const last = (await read(AT, `&after=${far[0]!.body.next}`)).body;
    expect(last).toMatchObject({ items: [{ type: 'energy.EnergyRectificationOrdered' }], caughtUp: true });
    expect((await read('county:BL')).body.items).toHaveLength(3);
  });

  it('waits for the next thing when asked to', async () => {
    const { next } = (await read(AT, '&limit=1000')).body;
    const waiting = read(AT, `&after=${next}&wait=30`);
    await service.post(elsewhere, measured);
    expect(types(await waiting)).toEqual(['energy.EnergyLimitMeasured']);
  });

  it.each([
    ['subject=nothing', 400, 'subject'],
    ['', 400, 'subject'],
    ['subject=county:BL&after=abc', 400, 'after'],
    // A cursor of the search, which holds a code.
    ['subject=county:BL&after=c1.WyI5MTQ0MTMyMk1BMDBUVDAxMjYiXQ', 400, 'after'],
    ['subject=county:BL&limit=0', 400, 'limit'],
    ['subject=county:BL&wait=61', 400, 'wait'],
    ['subject=county:BL&until=1', 400, 'until'],
    ['subject=enterprise:91441322MA00TTO126', 404, 'uscc'],
  ])('teaches what is wrong with ?%s', async (query, status, field) =>
    expect(await service.get(`/feeds/changes?${query}`)).toMatchObject({ status, body: { errors: [{ field }] } }),
  );

  it('tells an unknown enterprise from a malformed code, and asks for a token', async () => {
    expect(await read('enterprise:91441322MA00TT0468')).toMatchObject({ status: 404 });
    expect((await read(AT, '', [])).status).toBe(401);
    expect((await read(AT, '', ['hotline:read'])).status).toBe(403);
  });
});

/** A stream as a browser would read it, piece by piece. */
async function opened(subject: string, lastEventId?: string) {
  const token = await service.token(['auditor']);
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'text/event-stream',
    ...(lastEventId ? { 'last-event-id': lastEventId } : {}),
  };
  const asked = request(`${service.service.url}/feeds/changes?subject=${encodeURIComponent(subject)}`, { headers });
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    asked.once('response', resolve).once('error', reject).end(),
  );
  let rest = '';
  const pieces = response.setEncoding('utf8')[Symbol.asyncIterator]();
  return {
    response,
    /** The next event; nothing at the end. */
    async next(): Promise<{ id: string; type: string } | undefined> {
      for (;;) {
        const end = rest.indexOf('\n\n');
        if (end >= 0) {
          const lines = rest.slice(0, end).split('\n');
          rest = rest.slice(end + 2);
          const data = lines.find((line) => line.startsWith('data: '))?.slice(6);
          if (data) return { id: lines[0]!.slice(4), type: JSON.parse(data).type };
          continue;
        }
        const piece = await pieces.next();
        if (piece.done) return undefined;
        rest += piece.value as string;
      }
    },
    close: () => void response.destroy(),
  };
}

describe('the same as server-sent events', () => {
  it('tells what there is, then what comes, and resumes behind the last event that was heard', async () => {
    const stream = await opened(AT);
    expect(stream.response.headers).toMatchObject({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    let heard = await stream.next();
    while (heard!.type !== 'energy.EnergyLimitMeasured') heard = await stream.next();
    const coming = stream.next();
    await service.post(yellow);
    expect(await coming).toMatchObject({ type: 'energy.YellowCardIssued' });
    stream.close();

    await service.post(elsewhere, measured);
    const again = await opened(AT, heard!.id);
    expect([(await again.next())?.type, (await again.next())?.type]).toEqual([
      'energy.YellowCardIssued',
      'energy.EnergyLimitMeasured',
    ]);
    again.close();
  });

  it('refuses a ninth stream of one client, and lets it in when one of them ends', async () => {
    const streams = [await opened('county:LM')];
    while (streams.at(-1)!.response.statusCode === 200) streams.push(await opened('county:LM'));
    expect(streams.length).toBeLessThanOrEqual(9);
    expect(streams.at(-1)!.response).toMatchObject({ statusCode: 429, headers: { 'retry-after': '30' } });
    for (const one of streams) one.close();
    for (let status = 429; status === 429;) {
      const next = await opened('county:LM');
      status = next.response.statusCode!;
      next.close();
    }
  });

  it('ends when the process stops', async () => {
    const stream = await opened('county:LM');
    const end = stream.next();
    service.service.draining.begin();
    expect(await end).toBeUndefined();
  });
});
