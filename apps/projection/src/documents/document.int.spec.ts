import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, postgresEventStore, type EventStore } from '#event-store';
import type { PastFact } from '#projection';
import { CONFIGURATION, openLog, type Configuration } from '#runtime';
import { EICAR, testingClamd, type TestingClamd } from '../../../../libs/documents/src/scanning/testing-clamd.js';
import { testingPostgres, type TestingPostgres } from '../../../../libs/event-store/src/postgres/testing-postgres.js';
import { accepted } from '../testing-facts.js';
import { testingService, type Got, type TestingService } from '../testing-service.js';

const MEBIBYTE = 1_048_576;
const ENERGY = ['department:energy:post'];
const INDUSTRY = ['department:industry:post'];
const HOTLINE = ['department:hotline:post'];
const PDF = { 'content-type': 'application/pdf' };

let server: TestingPostgres;
let store: EventStore;
let service: TestingService;
let scanned: TestingService;
let clamd: TestingClamd;
const logged: Record<string, unknown>[] = [];

beforeAll(async () => {
  [server, clamd] = await Promise.all([testingPostgres(), testingClamd()]);
  const url = await server.database();
  await migrate(url);
  store = postgresEventStore({ url });
  const log = openLog({ pretty: false, destination: { write: (line) => void logged.push(JSON.parse(line)) } });
  const now = '2021-09-10T02:00:00Z';
  service = await testingService(url, store, now, undefined, { log });
  scanned = await testingService(url, store, now, undefined, {
    environment: { CLAMD_ADDRESS: clamd.address, DOCUMENT_MAX_MB: '2', DOCUMENT_TYPES: 'pdf' },
  });
});
afterAll(async () => {
  await service.close();
  await scanned.close();
  await store.close();
  await clamd.stop();
  await server.stop();
});

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
/** A PDF like no other. */
const paper = (length = 2_000) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(length)]);

async function put(bytes: Buffer, headers: Record<string, string> = PDF, roles = ENERGY, to = service): Promise<Got> {
  return to.ask({ method: 'PUT', url: `/documents/${sha256Of(bytes)}`, headers, payload: bytes }, roles);
}
async function putOnce(bytes: Buffer, roles = ENERGY): Promise<string> {
  expect((await put(bytes, PDF, roles)).status).toBe(201);
  return sha256Of(bytes);
}

/** A fact that rests on a document. */
const citing = (sha256: string, besides: Partial<PastFact> = {}): PastFact => ({
  ...accepted,
  documents: [{ number: '惠能监改〔2021〕12号', title: '责令改正通知书', sha256 }],
  ...besides,
});
const statusFor = async (sha256: string, roles: readonly string[], atLeast = 0) =>
  (await service.get(`/documents/${sha256}?atLeast=${atLeast}`, roles)).status;

/** Everything in the folder of documents, by its name. */
async function files(of = service): Promise<string[]> {
  const folder = join(of.service.app.get<Configuration>(CONFIGURATION).dataFolder, 'documents');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('PUT /documents/{sha256}', () => {
  it('keeps a document, and says so again to whoever puts it again', async () => {
    const bytes = paper();
    const sha256 = sha256Of(bytes);
    const first = await put(bytes);
    expect(first).toMatchObject({
      status: 201,
      headers: { location: `/documents/${sha256}` },
      body: { sha256, size: bytes.length, mediaType: 'application/pdf' },
    });
    expect(await put(bytes)).toMatchObject({ status: 200, body: first.body });
  });

  it.each([
    ['a JPEG', 'image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['a PNG', 'image/png', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['a TIFF', 'image/tiff', Buffer.from('49492a0008000000', 'hex')],
    ['an OFD', 'application/ofd', zipOf('OFD.xml', 'Doc_0/Document.xml')],
    [
      'a DOCX',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      zipOf('[Content_Types].xml', '_rels/.rels', 'word/document.xml'),
    ],
    [
      'an XLSX',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      zipOf('[Content_Types].xml', 'xl/workbook.xml'),
    ],
    ['a video', 'video/mp4', Buffer.concat([Buffer.from('00000020', 'hex'), Buffer.from('ftypisom')])],
    ['a text', 'text/plain; charset=utf-8', Buffer.from('现场检查笔录\n')],
  ])('takes %s for what it is', async (_, type, bytes) => {
    expect(await put(bytes, { 'content-type': type })).toMatchObject({ status: 201 });
    const given = await service.get(`/documents/${sha256Of(bytes)}`, ENERGY);
    expect(given.headers['content-type']).toBe(type.split(';')[0]);
  });

  it.each<[string, Buffer, Record<string, string>, number, string, RegExp]>([
    ['a picture as a PDF', Buffer.from('ffd8ffe0', 'hex'), PDF, 415, 'not-of-its-type', /image\/jpeg/],
    [
      'a program as a text',
      Buffer.from('7f454c46020101', 'hex'),
      { 'content-type': 'text/plain' },
      415,
      'not-of-its-type',
      /PDF/,
    ],
    ['an archive as a DOCX', zipOf('evil.exe'), { 'content-type': 'application/pdf' }, 415, 'not-of-its-type', /PDF/],
    [
      'a type that is not taken',
      Buffer.from('MZ'),
      { 'content-type': 'application/x-msdownload' },
      415,
      'type-not-taken',
      /application\/ofd/,
    ],
    [
      'an event',
      Buffer.from('{"a":'),
      { 'content-type': 'application/json' },
      415,
      'type-not-taken',
      /application\/ofd/,
    ],
    ['no type at all', paper(), {}, 415, 'type-not-taken', /content-type/],
    ['no bytes', Buffer.alloc(0), PDF, 422, 'empty', /upload-file/],
  ])('refuses %s and tells what to do', async (_, bytes, headers, status, code, wayOut) => {
    const before = await files();
    const answer = await put(bytes, headers);
    expect(answer).toMatchObject({
      status,
      body: { type: `urn:taizhang:documents/${code}`, errors: [expect.anything()] },
    });
    expect(answer.body.wayOut.en).toMatch(wayOut);
    expect(await files()).toEqual(before);
  });

  it('names both hashes when they differ, and keeps nothing', async () => {
    const [bytes, other] = [paper(), paper()];
    const before = await files();
    const url = `/documents/${sha256Of(other)}`;
    const answer = await service.ask({ method: 'PUT', url, headers: PDF, payload: bytes }, ENERGY);
    expect(answer).toMatchObject({
      status: 422,
      body: {
        type: 'urn:taizhang:documents/hash-mismatch',
        facts: { named: sha256Of(other), computed: sha256Of(bytes) },
      },
    });
    expect(answer.body.detail).toContain(sha256Of(other));
    expect(answer.body.detail).toContain(sha256Of(bytes));
    expect(await files()).toEqual(before);
  });

  it.each(['content-digest', 'repr-digest', 'digest'])('holds %s against the address', async (name) => {
    const bytes = paper();
    const digest = (of: Buffer) => `sha-256=:${createHash('sha256').update(of).digest('base64')}:`;
    expect(await put(bytes, { ...PDF, [name]: digest(paper()) })).toMatchObject({
      status: 422,
      body: { type: 'urn:taizhang:documents/digest-mismatch', errors: [{ field: name }] },
    });
    expect((await put(bytes, { ...PDF, [name]: digest(bytes) })).status).toBe(201);
  });

  it.each(['X', 'A'.repeat(64), '0'.repeat(63), '../../etc/passwd'.replaceAll('/', '%2F')])(
    'answers an address that is no hash with an example: %s',
    async (sha256) => {
      for (const method of ['PUT', 'GET'] as const) {
        const answer = await service.ask({ method, url: `/documents/${sha256}`, headers: PDF, payload: 'x' }, ENERGY);
        expect(answer).toMatchObject({ status: 400, body: { type: 'urn:taizhang:documents/not-a-hash' } });
        expect(answer.body.wayOut.en).toMatch(/\/documents\/[0-9a-f]{64}/);
      }
    },
  );

  it('refuses one that is too large, whether it says so beforehand or not', async () => {
    const bytes = paper(2 * MEBIBYTE);
    const before = await files(scanned);
    const said = await put(bytes, PDF, ENERGY, scanned);
    expect(said).toMatchObject({
      status: 413,
      body: { type: 'urn:taizhang:documents/too-large', facts: { maxBytes: 2 * MEBIBYTE } },
    });
    const { answer, outgoing } = await sender(scanned, sha256Of(bytes));
    outgoing.end(bytes);
    expect((await answer).statusCode).toBe(413);
    expect(await files(scanned)).toEqual(before);
  });
});

describe('a document on its way in', () => {
  it('goes to the disk as it comes', async () => {
    const bytes = paper(24 * MEBIBYTE);
    const sha256 = sha256Of(bytes);
    const { answer, outgoing } = await sender(service, sha256);
    outgoing.write(bytes.subarray(0, 12 * MEBIBYTE));
    // Most of the first half is on the disk before the second is sent.
    while (!(await partialBytes()).some((size) => size > 11 * MEBIBYTE)) await pause(5);
    expect(await statusFor(sha256, ENERGY)).toBe(404);
    outgoing.end(bytes.subarray(12 * MEBIBYTE));
    expect((await answer).statusCode).toBe(201);
    expect(await statusFor(sha256, ENERGY)).toBe(200);
  });

  it('leaves nothing when the connection is cut', async () => {
    const bytes = paper(2 * MEBIBYTE);
    const before = await files();
    const { outgoing } = await sender(service, sha256Of(bytes));
    outgoing.write(bytes.subarray(0, MEBIBYTE));
    while ((await partialBytes()).length === 0) await pause(5);
    outgoing.destroy();
    while ((await partialBytes()).length > 0) await pause(5);
    expect(await files()).toEqual(before);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a virus scanner', () => {
  it('sees every byte before a document is kept', async () => {
    const bytes = paper(MEBIBYTE);
    expect((await put(bytes, PDF, ENERGY, scanned)).status).toBe(201);
    expect(clamd.shown.at(-1)).toBe(bytes.length);
  });

  it('keeps out what it knows', async () => {
    const before = await files(scanned);
    const bytes = Buffer.concat([paper(MEBIBYTE), Buffer.from(EICAR)]);
    expect(await put(bytes, PDF, ENERGY, scanned)).toMatchObject({
      status: 422,
      body: { type: 'urn:taizhang:documents/infected', facts: { signature: 'Eicar-Signature' } },
    });
    expect(await files(scanned)).toEqual(before);
  });

  it('that is away keeps everything out until it is back', async () => {
    const { address } = clamd;
    await clamd.stop();
    const before = await files(scanned);
    expect(await put(paper(), PDF, ENERGY, scanned)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '30' },
      body: { type: 'urn:taizhang:documents/scanner-away' },
    });
    expect(await files(scanned)).toEqual(before);
    clamd = await testingClamd({ port: Number(address.split(':')[1]) });
    expect((await put(paper(), PDF, ENERGY, scanned)).status).toBe(201);
  });

  it('may look at fewer types than there are', async () => {
    const answer = await put(Buffer.from('x'), { 'content-type': 'text/plain' }, ENERGY, scanned);
    expect(answer).toMatchObject({ status: 415, body: { facts: { allowed: ['application/pdf'] } } });
  });
});

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

/** A request over a connection of its own, sent in pieces and of no announced length. */
async function sender(to: TestingService, sha256: string) {
  const headers = { ...PDF, authorization: `Bearer ${await to.token(ENERGY)}` };
  const outgoing = request(`${to.service.url}/documents/${sha256}`, { method: 'PUT', headers });
  outgoing.on('error', () => undefined);
  const answer = once(outgoing, 'response').then(([response]) => (response as IncomingMessage).resume());
  answer.catch(() => undefined);
  return { outgoing, answer };
}

async function partialBytes(): Promise<number[]> {
  const { dataFolder } = service.service.app.get<Configuration>(CONFIGURATION);
  const names = (await readdir(join(dataFolder, 'documents/incoming'))).filter((name) => name.endsWith('.partial'));
  const sizes = names.map((name) =>
    stat(join(dataFolder, 'documents/incoming', name)).then(
      ({ size }) => size,
      () => -1,
    ),
  );
  return (await Promise.all(sizes)).filter((size) => size >= 0);
}

/** An archive as far as its entries' names, which is all that tells one office document from another. */
function zipOf(...names: string[]): Buffer {
  return Buffer.concat(
    names.map((name) => {
      const header = Buffer.alloc(30);
      header.write('PK\x03\x04', 0, 'latin1');
      header.writeUInt16LE(name.length, 26);
      return Buffer.concat([header, Buffer.from(name), randomBytes(8)]);
    }),
  );
}
