import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SignJWT, UnsecuredJWT } from 'jose';
import { once } from 'node:events';
import { connect } from 'node:net';
import { embeddedIssuer } from '#identity';
import { clear, deserted, layouts, startLedger, type Answer, type LedgerProcess } from './ledger-process.js';
import { gate, json, nested, task, wrongBytes, wrongFields } from './malformed-commands.js';
import { expectProblem, routesOf } from './problem.js';

let ledger: LedgerProcess;
let token: string;
let postRoutes: string[];

const TASK = '/energy/cases/C-1/assign-supervision-task';
const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ledger.post(path, body, { token, headers });
const head = async (): Promise<number> => (await ledger.get('/projections', token)).body.position;

const expectWayOut = ({ body }: Answer) =>
  expect(body.wayOut).toEqual({ zh: expect.stringMatching(/[\u4e00-\u9fff]/), en: expect.stringMatching(/\w/) });

/** Sends bytes that no client would, and reads what comes until the connection is closed. */
async function sendBytes(bytes: string): Promise<Answer> {
  const socket = connect(Number(new URL(ledger.url).port), '127.0.0.1').setEncoding('utf8');
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk)).write(bytes);
  await once(socket, 'close');
  const [head, body] = heard.split('\r\n\r\n', 2) as [string, string];
  const [line, ...headers] = head.split('\r\n') as [string, ...string[]];
  const pairs = headers.map((header) => header.split(': ', 2) as [string, string]);
  return { status: Number(line.split(' ')[1]), headers: new Headers(pairs), body: JSON.parse(body) };
}

describe.each(layouts)('in %s', (layout) => {
  beforeAll(async () => {
    ledger = await startLedger({ layout });
    token = await ledger.token(
      ...['energy', 'government', 'development-reform', 'industry', 'credit'].map((name) => `department:${name}:post`),
      'government:decide',
      'credit-platform',
      'operator',
      'auditor',
    );
    const { body } = await ledger.get('/openapi.json');
    postRoutes = routesOf(body)
      .filter((route) => route.startsWith('post '))
      .map((route) => route.slice(5).replace(/\{[^}]+\}/g, 'X-1'));
    const plan = {
      year: 2021,
      documentNumber: '惠能监〔2021〕1号',
      scope: '重点用能',
      targetCount: 1,
      themes: [task.theme],
    };
    const adopted = { occurredAt: '2021-03-02T10:00:00+08:00', ...plan };
    expect((await send('/energy/supervision-plans/2021/adopt-supervision-plan', adopted)).status).toBe(201);
  });

  afterAll(async () => clear(ledger));

  describe('a command', () => {
    it.each(wrongFields)('%s is refused', async (_, body, expected) => {
      const answer = await send(TASK, typeof body === 'string' ? body : JSON.stringify(body));
      expectProblem(answer, expected);
      if (expected.code === 'request/fields-wrong') expect(answer.body.clause).toBe('2.1.1');
      expectWayOut(answer);
    });

    it.each(wrongBytes)('is refused when its body holds %s', async (_, body, expected) => {
      const answer = await send(TASK, body);
      expectProblem(answer, expected);
      expectWayOut(answer);
    });

    it('is refused when its body is not UTF-8', async () => {
      const body = Buffer.concat([
        Buffer.from(json.slice(0, 40)),
        Buffer.from([0xc3, 0x28]),
        Buffer.from(json.slice(40)),
      ]);
      const headers = { 'content-type': 'application/json' };
      const response = await ledger.fetch(TASK, { method: 'POST', token, headers, body });
      expectProblem(
        { ...response, status: response.status, headers: response.headers, body: await response.json() },
        gate('invalid-utf8'),
      );
    });

    it.each([
      ['text/plain', 415],
      ['application/x-www-form-urlencoded', 415],
      ['multipart/form-data; boundary=x', 415],
      ['application/json; charset=gbk', 415],
      ['application/cloudevents+json; charset="GB18030"', 415],
    ])('is refused as %s', async (type, status) =>
      expectProblem(await send(TASK, json, { 'content-type': type }), { status }),
    );

    it.each([
      ['-starts-with-a-dash', '-x'],
      ['a space', 'a%20b'],
      ['a slash', 'a%2Fb'],
      ['a null character', '%00'],
      ['65 characters', 'a'.repeat(65)],
      ['Chinese', encodeURIComponent('案件')],
    ])('is refused on a record whose id is %s', async (_, id) =>
      expectProblem(await send(`/energy/cases/${id}/assign-supervision-task`, json), {
        status: 400,
        code: 'request/id-malformed',
        field: 'caseId',
      }),
    );

    it.each([
      ['Idempotency-Key', 'a b', 400, 'request/idempotency-key-malformed'],
      ['Idempotency-Key', 'k'.repeat(256), 400, 'request/idempotency-key-malformed'],
      ['If-Match', '3', 400, 'request/if-match-malformed'],
      ['If-Match', '"7"', 412, 'store/stale-revision'],
    ])('is refused with %s: %s', async (name, value, status, code) =>
      expectProblem(await send(TASK, json, { [name]: value }), { status, code }),
    );

    it('is refused 50,000 levels deep, on every route that takes a body', async () => {
      expect(postRoutes.length).toBeGreaterThan(50);
      const bombs = ['['.repeat(50_000), '{"a":'.repeat(50_000), nested(50_000)];
      for (const path of postRoutes)
        for (const bomb of bombs) {
          const { status, headers } = await send(path, bomb);
          const type = headers.get('content-type');
          expect({ path, status, type }).toMatchObject({
            path,
            type: expect.stringMatching(/^application\/problem\+json/),
          });
          expect([400, 404, 413, 415]).toContain(status);
        }
    });
  });

  describe('a batch', () => {
    it.each(['application/x-ndjson', 'application/cloudevents-batch+json', 'application/cloudevents+json'])(
      'is refused as %s in GBK',
      async (type) => {
        const answer = await send('/energy/batch', '[]', { 'content-type': `${type}; charset=GBK` });
        expectProblem(answer, { status: 415, code: 'http/charset-not-utf-8', field: 'Content-Type', says: /GBK/ });
        expectWayOut(answer);
      },
    );
  });

  describe('what is no request at all', () => {
    it.each([
      ['an address in plain Chinese', 'GET /dossiers?q=恒鑫', '', 400, 'http/address-malformed'],
      ['a method that is none', 'FOO /dossiers', '', 400, 'http/method-unknown'],
      ['headers of 17 KiB', 'GET /dossiers', `x-filler: ${'a'.repeat(17_408)}\r\n`, 431, 'http/headers-too-large'],
    ])('is answered with a problem: %s', async (_, line, header, status, code) => {
      const answer = await sendBytes(`${line} HTTP/1.1\r\nhost: ledger\r\n${header}\r\n`);
      expectProblem(answer, { status, code });
      expectWayOut(answer);
    });
  });

  describe('a question', () => {
    it.each([
      ['/dossiers?cursor=made-up', 'cursor'],
      ['/dossiers?cursor=c1.bm90IGpzb24', 'cursor'],
      ['/dossiers?limit=0', 'limit'],
      ['/dossiers?limit=201', 'limit'],
      ['/dossiers?limit=ten', 'limit'],
      ['/dossiers?county=XX', 'county'],
      ['/dossiers?status=FINE', 'status'],
      ['/dossiers?industry=0000', 'industry'],
      ['/dossiers?colour=red', 'colour'],
      ['/dossiers?q=a&q=b', 'q'],
      ['/dossiers?atLeast=-1', 'atLeast'],
      ['/obligations?dueBefore=2021-02-30', 'dueBefore'],
      ['/obligations?cursor=c1.WyIwMSJd', 'cursor'],
      ['/feeds/credit?wait=61', 'wait'],
      ['/feeds/credit?after=5', 'after'],
      ['/feeds/credit/exchange?kind=fines', 'kind'],
      ['/feeds/credit/exchange?kind=penalties&format=pdf', 'format'],
      ['/feeds/credit/exchange?kind=licences&schemaVersion=2016', 'schemaVersion'],
      ['/feeds/credit/deliveries?standing=OPEN', 'standing'],
      ['/lists/yellow-card/issues/0', 'issueNumber'],
      ['/lists/yellow-card/issues/first', 'issueNumber'],
    ])('%s is refused, with the parameter and an example', async (path, field) => {
      const answer = await ledger.get(path, token);
      expectProblem(answer, { status: 400, code: 'query/parameter-wrong', field });
      expect(answer.body.wayOut.zh).toMatch(/例如|原样/);
    });

    it.each([
      ['/dossiers/91441322MA00TT0126', 404],
      ['/dossiers/91441322MAO0TT0126', 404],
      ['/cases/UNKNOWN', 404],
      ['/cases/-', 404],
      ['/lists/green-card', 404],
      ['/lists/yellow-card/issues/1', 404],
      ['/projections/unknown/parked', 404],
      ['/nothing-here', 404],
      ['/dossiers/%zz', 400],
      ['/dossiers?q=%zz', 400],
      [`/dossiers/${'9'.repeat(300)}`, 414],
    ])('%s is answered with a problem', async (path, status) =>
      expectProblem(await ledger.get(path, token), { status }),
    );
  });

  describe('a caller', () => {
    const claims = { client_id: 'x', roles: ['department:energy:post', 'auditor'] };
    const claimed = <
      T extends {
        setIssuer(to: string): T;
        setAudience(to: string): T;
        setSubject(to: string): T;
        setExpirationTime(to: string): T;
      },
    >(
      jwt: T,
    ) => jwt.setIssuer('urn:taizhang:embedded').setAudience('taizhang').setSubject('x').setExpirationTime('1h');
    const minted = async (ttlSeconds: number) =>
      (await embeddedIssuer(ledger.data)).mint({ subject: 'x', client: 'x', roles: claims.roles, ttlSeconds });

    it.each<[string, () => string | undefined | Promise<string>]>([
      ['without a token', () => undefined],
      ['with something else than a token', () => 'Bearer x.y.z'],
      ['with a name and a password', () => `Basic ${Buffer.from('a:b').toString('base64')}`],
      ['with a token that has expired', async () => `Bearer ${await minted(-60)}`],
      ['with a token that nobody signed', () => `Bearer ${claimed(new UnsecuredJWT(claims)).encode()}`],
      [
        'with a token signed by a shared secret',
        async () =>
          `Bearer ${await claimed(new SignJWT(claims).setProtectedHeader({ alg: 'HS256' })).sign(Buffer.alloc(32))}`,
      ],
      [
        'with a token that was tampered with',
        async () => `Bearer ${(await minted(600)).replace(/\.[^.]+\./, '.eyJzdWIiOiJ4In0.')}`,
      ],
    ])('%s is told to bring one', async (_, authorization) => {
      const given = await authorization();
      const headers = { 'content-type': 'application/json', ...(given ? { authorization: given } : {}) };
      for (const [path, init] of [
        [TASK, { method: 'POST', headers, body: json }],
        ['/dossiers', { headers }],
      ] as const) {
        const response = await ledger.fetch(path, init);
        expectProblem(
          { status: response.status, headers: response.headers, body: await response.json() },
          { status: 401 },
        );
      }
    });

    it.each([
      ['department:government:post', /department:energy:post/],
      ['auditor', /department:energy:post/],
    ])('with the role %s only is told which one it lacks', async (role, says) =>
      expectProblem(await ledger.post(TASK, task, { token: await ledger.token(role) }), {
        status: 403,
        code: 'identity/role-missing',
        says,
      }),
    );
  });

  describe('whatever else is sent', () => {
    const anything = fc.oneof(
      fc.json({ maxDepth: 6 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc.integer({ min: 1, max: json.length - 1 }).map((end) => json.slice(0, end)),
      fc
        .tuple(
          fc.constantFrom('planId', 'enterprise', 'theme', 'assignee', 'dueOn', 'occurredAt'),
          fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string())),
        )
        .map(([field, value]) => JSON.stringify({ ...task, [field]: value })),
      fc
        .tuple(fc.string({ minLength: 1 }), fc.jsonValue())
        .map(([field, value]) => JSON.stringify({ ...task, [`?${field}`]: value })),
    );

    it('is the caller’s mistake, never a fault of the ledger, and costs no memory', async () => {
      const before = await ledger.residentMb();
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(fc.constant(TASK), fc.constantFrom(...postRoutes)),
          fc.array(anything, { minLength: 8, maxLength: 8 }),
          async (path, bodies) => {
            const statuses = await Promise.all(
              bodies.map(async (body) => {
                const headers = { 'content-type': 'application/json' };
                const response = await ledger.fetch(path, { method: 'POST', token, headers, body });
                const problem = (await response.json()) as { type: string };
                return { status: response.status, type: problem.type };
              }),
            );
            for (const { status, type } of statuses) {
              expect({ path, status, isClients: status >= 400 && status < 500 }).toMatchObject({ isClients: true });
              expect(type).toMatch(/^urn:taizhang:/);
            }
          },
        ),
        { numRuns: layout === 'one process' ? 500 : 150 },
      );
      expect((await ledger.residentMb()) - before).toBeLessThan(150);
    }, 60_000);

    it('leaves nothing in the ledger', async () => expect(await head()).toBe(1));
  });

  describe('an Idempotency-Key', () => {
    const keyed = (key: string, body: object, id = key) =>
      send(`/energy/cases/${id}/assign-supervision-task`, body, { 'idempotency-key': key });

    it('brings the first receipt again, and serves no other request', async () => {
      const first = await keyed('K-1', task);
      expect(first.status).toBe(201);
      expect((await keyed('K-1', task)).body).toMatchObject(first.body);
      const reused = { status: 422, code: 'request/idempotency-key-reused', field: 'Idempotency-Key' };
      expectProblem(await keyed('K-1', { ...task, assignee: '节能监察二组' }), reused);
      expectProblem(await keyed('K-1', task, 'K-2'), reused);
      expect(await head()).toBe(2);
    });

    it('is in use while the first request with it runs', async () => {
      const before = await head();
      let rounds = 0;
      for (let inUse = false; !inUse; rounds++) {
        expect(rounds).toBeLessThan(50);
        const answers = await Promise.all(Array.from({ length: 16 }, () => keyed(`R-${rounds}`, task)));
        const receipts = answers.filter(({ status }) => status < 300);
        for (const { body } of receipts) expect(body.events).toEqual(receipts[0]!.body.events);
        for (const answer of answers.filter(({ status }) => status >= 300)) {
          expectProblem(answer, { status: 409, code: 'request/idempotency-key-in-use', field: 'Idempotency-Key' });
          inUse = true;
        }
      }
      expect(await head()).toBe(before + rounds);
    });
  });

  it('the ledger that heard all this stops in order', async () => {
    expect(await ledger.stop()).toBe(0);
    await deserted(ledger.data);
  });
});
