import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Inject, Module, Param, Post, Req, Sse } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Observable } from 'rxjs';
import { Act } from '#contracts';
import { Refusal } from '#decider';
import { Conflict, InvalidAppend, StaleRevision, Unavailable } from '#event-store';
import { readConfiguration } from '../configuration/configuration.js';
import { openLog } from '../log.js';
import { watched } from '../watched.js';
import { DRAINING, type Draining } from './draining.js';
import { open, type OpenedService, type OpenOptions } from './open.js';
import { HttpProblem } from './problem.js';

const failures: Record<string, () => unknown> = {
  refusal: () =>
    new Refusal(
      'energy/extension-too-long',
      { zh: '延期过长', en: 'The extension is too long' },
      {
        clause: '2.1.3',
        rule: 'energy.extension@1',
        wayOut: { zh: '至多90日', en: 'At most 90 days' },
        facts: { days: 91 },
      },
    ),
  stale: () => new StaleRevision('energy.case-1', 3, 4),
  conflict: () => new Conflict('energy.case-1', ['x']),
  invalid: () => new InvalidAppend('stream name is empty'),
  large: () => new InvalidAppend('the event is larger than 262144 bytes'),
  unreachable: () => new Unavailable('connection refused'),
  full: () => new Unavailable('no room', { reason: 'full' }),
  identity: () =>
    Object.assign(new Error(), {
      status: 401,
      code: 'identity/no-token',
      sentence: { zh: '缺少令牌', en: 'There is no token' },
      challenge: 'Bearer',
    }),
  own: () => new HttpProblem(404, 'dossier/unknown', { zh: '无此档案', en: 'There is no such dossier' }),
  bug: () => new Error('password=hunter2'),
};

type Untyped = object;

@Controller()
class Counter {
  constructor(@Inject(DRAINING) private readonly draining: Draining) {}

  @Post('acts')
  act(@Body() body: Act) {
    return { took: body.occurredAt, isAct: body instanceof Act };
  }

  @Post('untyped')
  untyped(@Body() body: Untyped) {
    return body;
  }

  @Post('batch')
  async batch(@Req() request: FastifyRequest) {
    let bytes = 0;
    for await (const chunk of request.body as AsyncIterable<Buffer>) bytes += chunk.length;
    return { bytes };
  }

  @Get('failures/:name')
  fail(@Param('name') name: string) {
    throw failures[name]!();
  }

  @Get('slow/:ms')
  async slow(@Param('ms') ms: string) {
    await pause(Number(ms), undefined, { ref: false });
    return { ok: true };
  }

  @Get('poll')
  async poll() {
    await pause(30_000, undefined, { signal: this.draining.signal }).catch(() => undefined);
    return { ok: true };
  }

  @Sse('stream')
  stream() {
    return new Observable<{ data: string }>((subscriber) => {
      subscriber.next({ data: 'first' });
      this.draining.signal.addEventListener('abort', () => subscriber.complete(), { once: true });
    });
  }
}

@Module({ controllers: [Counter] })
class Department {}

const lines: string[] = [];
const log = openLog({ level: 'info', pretty: false, destination: { write: (line) => void lines.push(line) } });
const services: OpenedService[] = [];

async function start(options: Partial<OpenOptions> = {}): Promise<OpenedService> {
  const { configuration } = readConfiguration({ PORT: '0' });
  const service = await open(Department, { configuration, log, ...options });
  services.push(service);
  return service;
}

const post = (url: string, body: string, type = 'application/json', headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body, headers: { 'content-type': type, ...headers }, duplex: 'half' } as RequestInit);
const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = (await response.json()) as any;
  expect(problem.status).toBe(response.status);
  for (const text of [problem.title, problem.detail]) expect(text).toEqual(expect.any(String));
  for (const text of [problem.title_zh, problem.detail_zh]) expect(text).toMatch(/[\u4e00-\u9fff]/);
  return problem;
};

describe('an opened service', () => {
  let url: string;
  beforeAll(async () => ({ url } = await start()));
  afterAll(async () => {
    for (const service of services.splice(0)) await service.close();
  });

  it('takes a body as the class of its route', async () => {
    const response = await post(`${url}/acts`, '{"occurredAt":"2021-03-15T10:00:00+08:00"}');
    expect(await response.json()).toEqual({ took: '2021-03-15T10:00:00+08:00', isAct: true });
  });

  it.each<[string, string, number, string]>([
    ['an unknown field', '{"occurredAt":"2021-03-15T10:00:00Z","admin":true}', 400, 'request/fields-wrong'],
    ['a wrong type', '{"occurredAt":5}', 400, 'request/fields-wrong'],
    ['a list', '[]', 400, 'request/fields-wrong'],
    ['a text', '"x"', 400, 'request/fields-wrong'],
    ['nothing', '{}', 400, 'request/fields-wrong'],
    ['duplicate keys', '{"occurredAt":"a","occurredAt":"b"}', 400, 'json/duplicate-key'],
    ['__proto__', '{"__proto__":{}}', 400, 'json/forbidden-key'],
    ['half a JSON', '{"occurredAt":', 400, 'json/syntax'],
    ['an empty body', '', 400, 'json/empty'],
    ['depth 50,000', '['.repeat(50_000), 400, 'json/too-deep'],
    ['deep documents', `{"documents":${'['.repeat(2000)}${']'.repeat(2000)}}`, 400, 'json/too-deep'],
    ['more than 256 KiB', `"${'a'.repeat(262_144)}"`, 413, 'http/body-too-large'],
  ])('refuses %s', async (_, body, status, code) => {
    const problem = await problemOf(await post(`${url}/acts`, body));
    expect(problem).toMatchObject({
      status,
      type: `urn:taizhang:${code}`,
      instance: '/acts',
      traceId: expect.any(String),
      wayOut: { zh: expect.stringMatching(/[\u4e00-\u9fff]/), en: expect.any(String) },
    });
  });

  it('names each wrong field with its path, in two languages', async () => {
    const body = { occurredAt: '2021-03-15', documents: [{ sha256: 'x', pages: 3 }] };
    const { errors } = await problemOf(await post(`${url}/acts`, JSON.stringify(body)));
    expect(errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'documents.0.pages',
      'documents.0.sha256',
      'occurredAt',
    ]);
    for (const { zh, en } of errors)
      expect([zh, en]).toEqual([expect.stringMatching(/[\u4e00-\u9fff]/), expect.stringMatching(/^[ -~]+$/)]);
  });

  it('never validates against a body whose class was lost', async () => {
    expect((await problemOf(await post(`${url}/untyped`, '{"a":1}'))).status).toBe(500);
    expect((await problemOf(await post(`${url}/untyped`, '{}'))).status).toBe(500);
  });

  it.each(['application/x-ndjson', 'application/cloudevents-batch+json'])(
    'hands %s on as the stream it is',
    async (type) => {
      expect(await (await post(`${url}/batch`, 'x'.repeat(1_000_000), type)).json()).toEqual({ bytes: 1_000_000 });
    },
  );

  it('refuses types it does not know', async () => {
    expect((await problemOf(await post(`${url}/acts`, 'a=1', 'application/x-www-form-urlencoded'))).status).toBe(415);
  });

  it.each(['application/json', 'application/cloudevents+json', 'application/x-ndjson'])(
    'refuses %s in another charset than UTF-8',
    async (type) => {
      const path = type === 'application/x-ndjson' ? 'batch' : 'acts';
      const body = '{"occurredAt":"2021-03-15T10:00:00+08:00"}';
      expect((await post(`${url}/${path}`, body, `${type}; charset="UTF-8"`)).status).toBe(201);
      expect(await problemOf(await post(`${url}/${path}`, body, `${type}; charset=gbk`))).toMatchObject({
        status: 415,
        type: 'urn:taizhang:http/charset-not-utf-8',
        detail_zh: expect.stringContaining('gbk'),
        errors: [{ field: 'Content-Type' }],
        wayOut: { en: expect.stringContaining('UTF-8') },
      });
    },
  );

  it.each([
    ['/slow/0?q=%zz', 400, 'address-malformed', /%25/],
    ['/slow/0?q=%e6%81', 400, 'address-malformed', /%25/],
    ['/slow/%zz', 400, 'address-malformed', /%25/],
    [`/slow/${'9'.repeat(300)}`, 414, 'address-too-long', /64/],
  ])('refuses the address %s, without repeating it', async (path, status, code, wayOut) => {
    const problem = await problemOf(await fetch(`${url}${path}`));
    expect(problem).toMatchObject({ status, type: `urn:taizhang:http/${code}` });
    expect(problem.detail.length).toBeLessThan(100);
    expect(problem.wayOut.en).toMatch(wayOut);
    expect((await fetch(`${url}/slow/0?q=%E6%81%92%E9%91%AB`)).status).toBe(200);
  });

  it.each<[string, number, string, object]>([
    [
      'refusal',
      409,
      'energy/extension-too-long',
      {
        clause: '2.1.3',
        rule: 'energy.extension@1',
        wayOut: { zh: '至多90日', en: 'At most 90 days' },
        facts: { days: 91 },
      },
    ],
    ['stale', 412, 'store/stale-revision', { facts: { stream: 'energy.case-1', expected: 3, actual: 4 } }],
    ['conflict', 422, 'store/conflict', {}],
    ['invalid', 400, 'store/invalid-append', {}],
    ['large', 413, 'store/invalid-append', {}],
    ['unreachable', 503, 'store/unreachable', {}],
    ['full', 507, 'store/full', {}],
    ['identity', 401, 'identity/no-token', {}],
    ['own', 404, 'dossier/unknown', {}],
  ])('says %s as %d', async (name, status, code, more) => {
    const response = await fetch(`${url}/failures/${name}`);
    expect(await problemOf(response)).toMatchObject({ status, type: `urn:taizhang:${code}`, ...more });
    if (status === 503 || status === 507) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    if (status === 401) expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('keeps the details of a bug to its log, and finds it there by the request’s id', async () => {
    const response = await fetch(`${url}/failures/bug`, { headers: { 'x-request-id': 'mine-1' } });
    expect(response.headers.get('x-request-id')).toBe('mine-1');
    const text = await response.text();
    expect(text).not.toContain('hunter2');
    expect(JSON.parse(text)).toMatchObject({ status: 500, type: 'urn:taizhang:bug', traceId: 'mine-1' });
    const logged = lines.map((line) => JSON.parse(line)).find(({ requestId, err }) => requestId === 'mine-1' && err);
    expect(logged.err.stack).toContain('open.int.spec');
  });

  it('gives the request the id of its trace, and none that could forge a line', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const traced = await fetch(`${url}/none`, { headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` } });
    expect((await problemOf(traced)).traceId).toBe(trace);
    const forged = await fetch(`${url}/none`, { headers: { 'x-request-id': 'a b "level":60' } });
    expect((await problemOf(forged)).traceId).toMatch(/^[\da-f-]{36}$/);
  });

  it('points the way from an address that is none', async () => {
    const problem = await problemOf(await fetch(`${url}/nowhere?name=secret`));
    expect(problem).toMatchObject({ status: 404, type: 'urn:taizhang:http/no-such-route', instance: '/nowhere' });
    expect(problem.wayOut.en).toContain('/docs');
    expect((await problemOf(await fetch(`${url}/%zz`))).status).toBe(400);
  });

  it('serves its documentation without the network', async () => {
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as any;
    expect(document.openapi).toBe('3.1.1');
    expect(document.paths['/acts'].post).toBeDefined();
    expect(document.components.schemas).toHaveProperty('Problem');
    const page = await fetch(`${url}/docs`);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toMatch(/(src|href)="https?:/);
    expect((await fetch(`${url}/docs/swagger-ui-bundle.js`)).status).toBe(200);
  });

  it('shows health and metrics, to this machine', async () => {
    for (const path of ['live', 'startup', 'ready']) expect((await fetch(`${url}/health/${path}`)).status).toBe(200);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('http_request_duration_seconds_bucket{le="0.001",method="POST",route="/acts"');
    expect(metrics).toContain('nodejs_eventloop_lag_seconds');
    expect(
      (await problemOf(await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '10.0.0.1' } }))).status,
    ).toBe(403);
  });

  it('sets headers that keep browsers from harm', async () => {
    const { headers } = await fetch(`${url}/health/live`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('shows metrics to whoever has the token, when there is one', async () => {
    const { configuration } = readConfiguration({ PORT: '0', METRICS_TOKEN: '0123456789abcdef' });
    const { url: other } = await start({ configuration });
    expect((await fetch(`${other}/metrics`)).status).toBe(403);
    expect((await fetch(`${other}/metrics`, { headers: { authorization: 'Bearer 0123456789abcdef' } })).status).toBe(
      200,
    );
  });

  it('is ready only while what it needs is up, and says what is not', async () => {
    const { url: other, health } = await start();
    const takeAway = health.register('store', () => Promise.reject(new Error('connection refused')));
    const ready = () => fetch(`${other}/health/ready`);
    let response = await ready();
    while (response.status === 200) response = await ready();
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      status: 'down',
      checks: { startup: { up: true }, store: { up: false, why: 'connection refused' } },
    });
    takeAway();
    while ((await ready()).status === 503) await pause(20);
    expect((await ready()).status).toBe(200);
  });

  it('is not ready while the bundled PostgreSQL is down', async () => {
    const state = watched<'ready' | 'down'>('down');
    const { url: other } = await start({
      postgres: { state, space: watched({ freeMb: 10_000, low: false }), stop: async () => undefined },
    });
    const ready = async () => (await fetch(`${other}/health/ready`)).status;
    expect(await ready()).toBe(503);
    state.set('ready');
    while ((await ready()) === 503) await pause(20);
  });

  it('refuses to write to a disk that is nearly full, and goes on reading', async () => {
    const space = watched({ freeMb: 10, low: true });
    const { url: other } = await start({
      postgres: { state: watched('ready' as const), space, stop: async () => undefined },
    });
    const act = () => post(`${other}/acts`, '{"occurredAt":"2021-03-15T10:00:00+08:00"}');
    expect((await problemOf(await act())).status).toBe(507);
    expect((await fetch(`${other}/slow/0`)).status).toBe(200);
    space.set({ freeMb: 10_000, low: false });
    expect((await act()).status).toBe(201);
  });

  it('says what to do when its port is taken', async () => {
    const { configuration } = readConfiguration({ PORT: new URL(url).port });
    await expect(open(Department, { configuration, log })).rejects.toThrow('the port is taken; set PORT to another');
  });

  it('bounds how long it waits for headers, for bodies and in silence', async () => {
    const { app } = await start();
    const server = app.getHttpServer();
    expect(server.headersTimeout).toBeLessThanOrEqual(15_000);
    expect(server.requestTimeout).toBeLessThanOrEqual(120_000);
    expect(server.timeout).toBeGreaterThan(30_000);
  });
});

describe('the drain', () => {
  afterEach(async () => {
    for (const service of services.splice(0)) await service.close();
  });

  it('fails no request in flight, ends polls and streams, and stops things in order', async () => {
    const service = await start();
    const order: string[] = [];
    service.draining.atTheEnd('store', () => void order.push('store'));
    service.draining.atTheEnd('postgres', () => void order.push('postgres'));
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    const get = (path: string) =>
      new Promise<number>((resolve, reject) => {
        const request = httpRequest(service.url + path, { agent }, (response) => {
          response
            .resume()
            .on('end', () => resolve(response.statusCode!))
            .on('error', reject);
        });
        request.on('error', reject).end();
      });
    const begun = performance.now();
    const waiting = [get('/poll'), get('/stream'), get('/slow/600')];
    let closed = false;
    const outcomes: (number | string)[] = [];
    const caller = async () => {
      while (!closed)
        outcomes.push(await get('/slow/5').catch((problem: NodeJS.ErrnoException) => problem.code ?? 'error'));
    };
    const callers = Array.from({ length: 12 }, caller);
    while (service.draining.inFlight < waiting.length || outcomes.length <= 50) await pause(5);
    const closing = service.close().then(() => (closed = true));
    expect((await Promise.all(waiting)).every((status) => status === 200)).toBe(true);
    await closing;
    await Promise.all(callers);
    agent.destroy();
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(order).toEqual(['store', 'postgres']);
    // Whoever comes too late is told so by the closed port, never by half an answer.
    expect(outcomes.filter((outcome) => outcome === 200).length).toBeGreaterThan(50);
    expect(new Set(outcomes.filter((outcome) => outcome !== 200))).toEqual(new Set(['ECONNREFUSED']));
  });

  it('answers readiness with 503 on connections it still has', async () => {
    const service = await start();
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    const answers: string[] = [];
    socket.on('data', (chunk) => answers.push(chunk.toString())).on('error', () => undefined);
    socket.write('GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n');
    while (answers.length === 0) await pause(5);
    const closing = service.close();
    socket.write('GET /health/ready HTTP/1.1\r\nhost: x\r\n\r\n');
    await closing;
    expect(answers.join('')).toContain('503 Service Unavailable');
    expect(answers.join('').toLowerCase()).toContain('connection: close');
    expect(answers.join('')).toContain('shutting down');
  });

  it('cuts what does not end in time', async () => {
    const service = await start({ drainLimits: { lameDuckMs: 10, inFlightMs: 100 } });
    const slow = fetch(`${service.url}/slow/20000`).then(
      () => 'answered',
      () => 'cut',
    );
    while (service.draining.inFlight === 0) await pause(5);
    const begun = performance.now();
    await service.close();
    expect(await slow).toBe('cut');
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
