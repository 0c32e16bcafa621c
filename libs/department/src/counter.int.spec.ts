import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { harbour } from './testing-harbour.js';
import { serviceInMemory, type ServiceInMemory } from './testing-service.js';

const NOON = '2021-03-15T12:00:00+08:00';
const moor = { occurredAt: NOON, ship: 'Ada', untilOn: '2021-03-20' };

let service: ServiceInMemory;
let berths = 0;
beforeAll(async () => void (service = await serviceInMemory([harbour], NOON)));
afterAll(() => service.close());

/** Path of a berth that nobody used yet. */
const berth = () => `/harbour-watch/berths/b${++berths}`;

describe('the counter', () => {
  it('takes a command and answers with its receipt', async () => {
    const path = berth();
    const { status, headers, body } = await service.post(`${path}/moor`, moor);
    expect(status).toBe(201);
    expect(body).toMatchObject({ revision: 0, events: [{ type: 'harbourWatch.Moored' }] });
    expect(headers.get('etag')).toBe('"0"');
    expect(headers.get('location')).toBe(path);
  });

  it('answers 200 when nothing changes', async () => {
    const path = berth();
    await service.post(`${path}/moor`, moor);
    const { status, body } = await service.post(`${path}/moor`, moor);
    expect({ status, events: body.events }).toEqual({ status: 200, events: [] });
  });

  it('answers 204 to whoever prefers little', async () => {
    const { status, headers, body } = await service.post(`${berth()}/moor`, moor, { prefer: 'return=minimal' });
    expect({ status, body, etag: headers.get('etag') }).toEqual({ status: 204, body: '', etag: '"0"' });
    expect(headers.get('preference-applied')).toBe('return=minimal');
  });

  it('tells a refusal with code, clause, rule and way out, in both languages', async () => {
    const path = berth();
    await service.post(`${path}/moor`, moor);
    const { status, headers, body } = await service.post(`${path}/moor`, { ...moor, ship: 'Bob' });
    expect(status).toBe(409);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({
      type: 'urn:taizhang:harbour-watch/occupied',
      status: 409,
      detail: 'The berth is taken by Ada',
      detail_zh: '泊位已有船：Ada',
      clause: '1',
      rule: 'harbour.one-ship@1',
      wayOut: { zh: '另选泊位', en: 'Choose another berth' },
    });
  });

  it.each([
    ['a field nobody declared', { ...moor, admin: true }, 400, 'request/fields-wrong', 'admin'],
    ['a wrong type', { ...moor, ship: 7 }, 400, 'request/fields-wrong', 'ship'],
    ['no body', [], 400, 'request/fields-wrong', 'body'],
    ['a repeated key', '{"ship":"a","ship":"b"}', 400, 'json/duplicate-key', 'ship'],
    [
      'a future date',
      { ...moor, occurredAt: '2021-03-16T12:00:00+08:00' },
      422,
      'request/occurred-in-future',
      'occurredAt',
    ],
  ])('refuses %s, naming it, and writes nothing', async (_, sent, status, code, field) => {
    const head = await service.store.head();
    const { status: answered, body } = await service.post(`${berth()}/moor`, sent);
    expect({ status: answered, type: body.type }).toEqual({ status, type: `urn:taizhang:${code}` });
    expect(body.errors[0].field).toBe(field);
    expect(await service.store.head()).toBe(head);
  });

  it('asks for a token, and for the right one', async () => {
    const path = `${berth()}/moor`;
    expect((await service.post(path, moor, { authorization: '' })).status).toBe(401);
    const authorization = `Bearer ${await service.token('department:energy:post', 'auditor')}`;
    const { status, body } = await service.post(path, moor, { authorization });
    expect(status).toBe(403);
    expect(body).toMatchObject({
      type: 'urn:taizhang:identity/role-missing',
      detail: expect.stringContaining('department:harbour-watch:post'),
      wayOut: { en: expect.stringContaining('taizhang token') },
    });
  });

  it('has no route for what the ledger alone may command', async () =>
    expect((await service.post(`${berth()}/overstay`, moor)).status).toBe(404));

  it('gives a retry the same receipt, and refuses the key for another body', async () => {
    const path = `${berth()}/moor`;
    const key = { 'idempotency-key': `key-${path}` };
    const first = await service.post(path, moor, key);
    const again = await service.post(path, moor, key);
    expect(again).toMatchObject({ status: 201, body: { ...first.body, replayed: true } });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await service.post(path, { ...moor, ship: 'Bob' }, key)).toMatchObject({
      status: 422,
      body: { type: 'urn:taizhang:request/idempotency-key-reused' },
    });
  });

  it('tells one of two requests at once with one key to wait', async () => {
    const path = `${berth()}/moor`;
    const key = { 'idempotency-key': `key-${path}` };
    const answers = await Promise.all(Array.from({ length: 20 }, () => service.post(path, moor, key)));
    const events = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.events[0].id));
    expect(events.size).toBe(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  });

  it('takes a command only upon the revision that was seen', async () => {
    const path = berth();
    await service.post(`${path}/moor`, moor);
    const leave = { occurredAt: NOON };
    const stale = await service.post(`${path}/leave`, leave, { 'if-match': '"7"' });
    expect(stale).toMatchObject({ status: 412, body: { facts: { actual: 0 } } });
    expect((await service.post(`${path}/leave`, leave, { 'if-match': '"0"' })).status).toBe(201);
  });

  it('describes every command to OpenAPI, and none of the ledger’s own', async () => {
    const { body } = await service.get('/openapi.json');
    const route = body.paths['/harbour-watch/berths/{berthId}/moor'].post;
    expect(route).toMatchObject({
      summary: '停靠 / Moor a ship',
      operationId: 'harbourWatch.moor',
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Moor' } } } },
      security: [{ bearer: [] }],
    });
    expect(Object.keys(route.responses)).toEqual(expect.arrayContaining(['200', '201', '204', '409', '412', '422']));
    expect(Object.keys(body.components.schemas.Moor.properties)).toEqual(
      expect.arrayContaining(['occurredAt', 'officers', 'ship', 'untilOn']),
    );
    expect(Object.keys(body.paths).filter((path) => path.includes('overstay'))).toEqual([]);
  });
});
