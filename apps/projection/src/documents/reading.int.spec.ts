import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, postgresEventStore, type EventStore } from '#event-store';
import { openLog } from '#runtime';
import { testingPostgres, type TestingPostgres } from '../../../../libs/event-store/src/postgres/testing-postgres.js';
import { accepted } from '../testing-facts.js';
import { testingService, type TestingService } from '../testing-service.js';
import { citing, ENERGY, HOTLINE, INDUSTRY, paper, PDF, putInto, sha256Of } from './testing-documents.js';

let server: TestingPostgres;
let store: EventStore;
let service: TestingService;
const logged: Record<string, unknown>[] = [];

beforeAll(async () => {
  server = await testingPostgres();
  const url = await server.database();
  await migrate(url);
  store = postgresEventStore({ url });
  const log = openLog({ pretty: false, destination: { write: (line) => void logged.push(JSON.parse(line)) } });
  service = await testingService(url, store, '2021-09-10T02:00:00Z', undefined, { log });
});
afterAll(async () => {
  await service.close();
  await store.close();
  await server.stop();
});

const put = (bytes: Buffer) => putInto(service, bytes);
async function putOnce(bytes: Buffer, roles = ENERGY): Promise<string> {
  expect((await putInto(service, bytes, PDF, roles)).status).toBe(201);
  return sha256Of(bytes);
}
const statusFor = async (sha256: string, roles: readonly string[], atLeast = 0) =>
  (await service.get(`/documents/${sha256}?atLeast=${atLeast}`, roles)).status;

describe('GET /documents/{sha256}', () => {
  it('gives the bytes so that a browser runs nothing of them', async () => {
    const bytes = Buffer.from('%PDF-1.7 惠能监改〔2021〕12号');
    const sha256 = await putOnce(bytes);
    const given = await service.get(`/documents/${sha256}`, ENERGY);
    expect(given).toMatchObject({ status: 200, text: bytes.toString() });
    expect(given.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${sha256}.pdf"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
      'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
      etag: `"${sha256}"`,
    });
    const head = await service.ask({ method: 'HEAD', url: `/documents/${sha256}` }, ENERGY);
    expect(head).toMatchObject({ status: 200, text: '', headers: { 'content-length': String(bytes.length) } });
    const known = await service.get(`/documents/${sha256}`, ENERGY, { 'if-none-match': `"${sha256}"` });
    expect(known).toMatchObject({ status: 304, text: '' });
  });

  it.each([
    ['bytes=0-4', 206, '%PDF-', 'bytes 0-4/12'],
    ['bytes=9-', 206, 'abc', 'bytes 9-11/12'],
    ['bytes=-2', 206, 'bc', 'bytes 10-11/12'],
    ['bytes=5-99', 206, '1.7\nabc', 'bytes 5-11/12'],
    ['bytes=4-2', 200, '%PDF-1.7\nabc', undefined],
    ['bytes=0-1,3-4', 200, '%PDF-1.7\nabc', undefined],
    ['lines=0-1', 200, '%PDF-1.7\nabc', undefined],
  ])('gives the range %s', async (range, status, text, contentRange) => {
    const bytes = Buffer.from('%PDF-1.7\nabc');
    await put(bytes);
    const url = `/documents/${sha256Of(bytes)}`;
    const given = await service.get(url, ENERGY, { range });
    expect(given).toMatchObject({ status, text });
    expect(given.headers['content-range']).toBe(contentRange);
    expect(given.headers['content-length']).toBe(String(text.length));
    // The range of another document is not a part of this one.
    expect((await service.get(url, ENERGY, { range, 'if-range': '"other"' })).status).toBe(200);
  });

  it('tells what is outside', async () => {
    const bytes = Buffer.from('%PDF-1.7\nabc');
    await put(bytes);
    const answer = await service.get(`/documents/${sha256Of(bytes)}`, ENERGY, { range: 'bytes=12-' });
    expect(answer).toMatchObject({ status: 416, body: { type: 'urn:taizhang:documents/range-outside' } });
  });

  it('says of a document that is cited and was never put that it is missing, and how to put it', async () => {
    const sha256 = sha256Of(paper());
    const position = await service.post(citing(sha256));
    const answer = await service.get(`/documents/${sha256}?atLeast=${position}`, ENERGY);
    expect(answer).toMatchObject({ status: 404, body: { type: 'urn:taizhang:documents/not-kept' } });
  });
});

describe('who may read a document', () => {
  const everyone = {
    energy: ENERGY,
    industry: INDUSTRY,
    hotline: HOTLINE,
    government: ['government:decide'],
    platform: ['credit-platform'],
    auditor: ['auditor'],
    operator: ['operator'],
    tips: ['hotline:read'],
  };
  const readersOf = async (sha256: string, atLeast?: number): Promise<string[]> => {
    const statuses = await Promise.all(
      Object.entries(everyone).map(async ([name, roles]) => [name, await statusFor(sha256, roles, atLeast)] as const),
    );
    expect(statuses.filter(([, status]) => status !== 200 && status !== 404)).toEqual([]);
    return statuses.filter(([, status]) => status === 200).map(([name]) => name);
  };

  it('is who put it, and auditors, while nobody cites it', async () => {
    expect(await readersOf(await putOnce(paper()))).toEqual(['energy', 'auditor']);
  });

  it('is who may read a tip, and who put it, while it may belong to a tip', async () => {
    expect(await readersOf(await putOnce(paper(), HOTLINE))).toEqual(['hotline', 'tips']);
  });

  it.each([
    ['public', ['energy', 'industry', 'hotline', 'government', 'platform', 'auditor', 'operator']],
    ['government', ['energy', 'industry', 'hotline', 'government', 'auditor', 'operator']],
    ['sealed', ['auditor']],
  ] as const)('is who may read a %s fact that cites it', async (visibility, readers) => {
    const sha256 = await putOnce(paper());
    const position = await service.post(citing(sha256, { visibility }));
    expect(await readersOf(sha256, position)).toEqual(readers);
  });

  it('is nobody but who reads tips when a tip cites it', async () => {
    const sha256 = await putOnce(paper(), HOTLINE);
    const position = await service.post(
      citing(sha256, { type: 'hotline.TipReceived', stream: 'hotline.tip-1', visibility: 'sealed' }),
    );
    expect(await readersOf(sha256, position)).toEqual(['tips']);
  });

  it('is the widest of several facts', async () => {
    const sha256 = await putOnce(paper());
    const position = await service.post(
      citing(sha256, { visibility: 'sealed' }),
      citing(sha256, { visibility: 'public' }),
    );
    expect(await readersOf(sha256, position)).toContain('platform');
  });

  it('is not widened by a department that cites a hash it heard of and does not have the bytes', async () => {
    const bytes = paper();
    const sha256 = await putOnce(bytes, HOTLINE);
    const tip = citing(sha256, { type: 'hotline.TipReceived', stream: 'hotline.tip-2', visibility: 'sealed' });
    const position = await service.post(tip, citing(sha256, { visibility: 'public' }));
    expect(await readersOf(sha256, position)).toEqual(['tips']);
    expect((await put(bytes)).status).toBe(200);
    expect(await readersOf(sha256, position)).toContain('platform');
  });

  it('is who may read a fact whose content names it, such as a photograph', async () => {
    const sha256 = await putOnce(paper());
    const media = [{ kind: 'PHOTO', stage: 'AFTER', sha256, capturedAt: '2021-06-01T09:00:00+08:00' }];
    const position = await service.post({ ...accepted, data: { ...accepted.data, media } });
    expect(await readersOf(sha256, position)).toContain('industry');
  });

  it('is told of in the log when the document is not public', async () => {
    const [secret, open] = [await putOnce(paper()), await putOnce(paper())];
    const position = await service.post(citing(open, { visibility: 'public' }));
    logged.length = 0;
    await statusFor(secret, ['auditor']);
    await statusFor(open, ['auditor'], position);
    await statusFor(secret, INDUSTRY);
    expect(logged.filter(({ msg }) => msg === 'a document that is not public is read')).toMatchObject([
      { level: 'info', sha256: secret, readAs: 'uncited', principal: 'li', client: 'spec' },
    ]);
  });

  it('asks for a token', async () => expect(await statusFor(sha256Of(paper()), [])).toBe(401));
});

describe('GET /documents/{sha256}/citations', () => {
  it('tells where a document is cited, as far as one may read it, in full pages', async () => {
    const sha256 = await putOnce(paper());
    const facts = Array.from({ length: 6 }, (_, at) =>
      citing(sha256, { visibility: at % 2 ? 'sealed' : 'government', occurredAt: `2021-05-0${at + 1}T09:00:00+08:00` }),
    );
    const position = await service.post(...facts);
    const at = `/documents/${sha256}/citations`;
    const all = await service.get(`${at}?atLeast=${position}`, ['auditor']);
    expect(all.body).toMatchObject({ sha256, size: 2_009, next: null });
    expect(all.body.items).toHaveLength(6);
    expect(all.body.items[0]).toMatchObject({
      type: accepted.type,
      says: { zh: expect.any(String) },
      department: 'energy',
      visibility: 'government',
      caseId: '2021-0001',
      number: '惠能监改〔2021〕12号',
      title: '责令改正通知书',
      occurredAt: '2021-05-01T09:00:00+08:00',
    });
    const first = await service.get(`${at}?limit=2`, INDUSTRY);
    const second = await service.get(`${at}?limit=2&cursor=${first.body.next}`, INDUSTRY);
    expect([...first.body.items, ...second.body.items].map(({ visibility }) => visibility)).toEqual(
      Array(3).fill('government'),
    );
    expect(second.body.next).toBeNull();
    expect((await service.get(at, ['credit-platform'])).status).toBe(404);
  });

  it('tells of a document whose bytes nobody put, too', async () => {
    const sha256 = sha256Of(paper());
    const position = await service.post(citing(sha256));
    const { body } = await service.get(`/documents/${sha256}/citations?atLeast=${position}`, ENERGY);
    expect(body).toMatchObject({ size: null, items: [{ position }] });
  });

  it.each(['limit=0', 'cursor=abc', 'page=2'])('teaches what is wrong with ?%s', async (query) => {
    const answer = await service.get(`/documents/${sha256Of(paper())}/citations?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { errors: [expect.anything()] } });
  });
});
