import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, postgresEventStore, type EventStore } from '#event-store';
import { openLog } from '#runtime';
import { EICAR, testingClamd, type TestingClamd } from '../../../../libs/documents/src/scanning/testing-clamd.js';
import { testingPostgres, type TestingPostgres } from '../../../../libs/event-store/src/postgres/testing-postgres.js';
import { testingService, type TestingService } from '../testing-service.js';
import { ENERGY, filesOf, paper, partialBytes, PDF, putInto, sender, sha256Of, zipOf } from './testing-documents.js';

const MEBIBYTE = 1_048_576;

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

const put = (bytes: Buffer, headers = PDF, to = service) => putInto(to, bytes, headers);
const statusOf = async (sha256: string) => (await service.get(`/documents/${sha256}`, ENERGY)).status;

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
    const before = await filesOf(service);
    const answer = await put(bytes, headers);
    expect(answer).toMatchObject({
      status,
      body: { type: `urn:taizhang:documents/${code}`, errors: [expect.anything()] },
    });
    expect(answer.body.wayOut.en).toMatch(wayOut);
    expect(await filesOf(service)).toEqual(before);
  });

  it('names both hashes when they differ, and keeps nothing', async () => {
    const [bytes, other] = [paper(), paper()];
    const before = await filesOf(service);
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
    expect(await filesOf(service)).toEqual(before);
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
    const before = await filesOf(scanned);
    const said = await put(bytes, PDF, scanned);
    expect(said).toMatchObject({
      status: 413,
      body: { type: 'urn:taizhang:documents/too-large', facts: { maxBytes: 2 * MEBIBYTE } },
    });
    const { answer, outgoing } = await sender(scanned, sha256Of(bytes));
    outgoing.end(bytes);
    expect((await answer).statusCode).toBe(413);
    expect(await filesOf(scanned)).toEqual(before);
  });
});

describe('a document on its way in', () => {
  it('goes to the disk as it comes', async () => {
    const bytes = paper(24 * MEBIBYTE);
    const sha256 = sha256Of(bytes);
    const { answer, outgoing } = await sender(service, sha256);
    outgoing.write(bytes.subarray(0, 12 * MEBIBYTE));
    // Most of the first half is on the disk before the second is sent.
    while (!(await partialBytes(service)).some((size) => size > 11 * MEBIBYTE)) await pause(5);
    expect(await statusOf(sha256)).toBe(404);
    outgoing.end(bytes.subarray(12 * MEBIBYTE));
    expect((await answer).statusCode).toBe(201);
    expect(await statusOf(sha256)).toBe(200);
  });

  it('leaves nothing when the connection is cut', async () => {
    const bytes = paper(2 * MEBIBYTE);
    const before = await filesOf(service);
    const { outgoing } = await sender(service, sha256Of(bytes));
    outgoing.write(bytes.subarray(0, MEBIBYTE));
    while ((await partialBytes(service)).length === 0) await pause(5);
    outgoing.destroy();
    while ((await partialBytes(service)).length > 0) await pause(5);
    expect(await filesOf(service)).toEqual(before);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a virus scanner', () => {
  it('sees every byte before a document is kept', async () => {
    const bytes = paper(MEBIBYTE);
    expect((await put(bytes, PDF, scanned)).status).toBe(201);
    expect(clamd.shown.at(-1)).toBe(bytes.length);
  });

  it('keeps out what it knows', async () => {
    const before = await filesOf(scanned);
    const bytes = Buffer.concat([paper(MEBIBYTE), Buffer.from(EICAR)]);
    expect(await put(bytes, PDF, scanned)).toMatchObject({
      status: 422,
      body: { type: 'urn:taizhang:documents/infected', facts: { signature: 'Eicar-Signature' } },
    });
    expect(await filesOf(scanned)).toEqual(before);
  });

  it('that is away keeps everything out until it is back', async () => {
    const { address } = clamd;
    await clamd.stop();
    const before = await filesOf(scanned);
    expect(await put(paper(), PDF, scanned)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '30' },
      body: { type: 'urn:taizhang:documents/scanner-away' },
    });
    expect(await filesOf(scanned)).toEqual(before);
    clamd = await testingClamd({ port: Number(address.split(':')[1]) });
    expect((await put(paper(), PDF, scanned)).status).toBe(201);
  });

  it('may look at fewer types than there are', async () => {
    const answer = await put(Buffer.from('x'), { 'content-type': 'text/plain' }, scanned);
    expect(answer).toMatchObject({ status: 415, body: { facts: { allowed: ['application/pdf'] } } });
  });
});
