import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answered, ledgerClient, LedgerProblem, type LedgerClient } from '#client';
import { clear, startLedger, type LedgerProcess } from '../journeys/ledger-process.js';

const root = join(import.meta.dirname, '../..');
const uscc = '91441322MA00TT0126';
const enterprise = { uscc, name: '永丰铸造〔模拟〕', county: 'BL', industry: '3120' } as const;
const task = {
  occurredAt: '2021-05-10T09:30:00+08:00',
  planId: '2021',
  enterprise,
  theme: 'MANDATORY_LIMIT',
  assignee: '监察一组',
  dueOn: '2021-06-30',
} as const;

let running: LedgerProcess;
let token: string;
let ledger: LedgerClient;

const assign = (client: LedgerClient, caseId: string, header = {}) =>
  client.POST('/energy/cases/{caseId}/assign-supervision-task', { params: { path: { caseId }, header }, body: task });

beforeAll(async () => {
  running = await startLedger();
  token = await running.token('department:energy:post', 'auditor');
  ledger = ledgerClient({ url: running.url, token: () => token });
  const adopted = await ledger.POST('/energy/supervision-plans/{planId}/adopt-supervision-plan', {
    params: { path: { planId: '2021' } },
    body: {
      occurredAt: '2021-03-02T10:00:00+08:00',
      year: 2021,
      documentNumber: '惠能监〔2021〕1号',
      scope: '重点用能',
      targetCount: 1,
      themes: ['MANDATORY_LIMIT'],
    },
  });
  expect(answered(adopted).events).toHaveLength(1);
}, 120_000);

afterAll(async () => clear(running));

/** The ledger behind a network that answers the first requests itself; what was sent each time. */
function behind(...answers: readonly (() => Promise<Response>)[]) {
  const keys: (string | null)[] = [];
  const client = ledgerClient({
    url: running.url,
    token,
    fetch: (request) => {
      keys.push(request.headers.get('idempotency-key'));
      return answers[keys.length - 1]?.() ?? fetch(request);
    },
  });
  return { client, keys };
}

const busy = async () => new Response('{}', { status: 503, headers: { 'retry-after': '0' } });
const lost = async () => new Response('<html>', { status: 502, headers: { 'retry-after': '0' } });
const broken = () => Promise.reject(new TypeError('fetch failed'));

describe('the client of departmental systems', () => {
  it('posts a command and reads the dossier as it is after it', async () => {
    const { position, events } = answered(await assign(ledger, 'C-1'));
    expect(events.map(({ type }) => type)).toEqual(['energy.EnergySupervisionTaskAssigned']);
    const params = { path: { uscc }, query: { atLeast: position } };
    const dossier = answered(await ledger.GET('/dossiers/{uscc}', { params }));
    expect(dossier.position).toBeGreaterThanOrEqual(position);
    expect(dossier.status).toBe('OPEN_CASE');
  });

  it('tells a refusal of the law as a problem with its code, or throws it', async () => {
    const refused = await ledger.POST('/energy/cases/{caseId}/accept-rectification', {
      params: { path: { caseId: 'C-1' } },
      body: { occurredAt: '2021-05-11T09:30:00+08:00', opinion: '已完成' },
    });
    expect(refused.error?.status).toBe(409);
    const thrown = new LedgerProblem(409, refused.error);
    expect(() => answered(refused)).toThrow(thrown);
    expect(thrown.code).toMatch(/^energy\/[a-z-]+$/);
    expect(thrown.message).toBe(refused.error?.detail);
  });

  it('tells a token that is not believed, and an answer that no ledger gave', async () => {
    const stranger = ledgerClient({ url: running.url, token: 'x.y.z' });
    expect(() => answered({ response: new Response('', { status: 404 }), error: '<html>' })).toThrow('HTTP 404');
    const { error } = await stranger.GET('/dossiers/{uscc}', { params: { path: { uscc } } });
    expect(error?.type).toMatch(/^urn:taizhang:identity\//);
  });

  it('sends what passes by itself again, under the same key, and it counts once', async () => {
    const { client, keys } = behind(busy, lost, broken);
    const receipt = answered(await assign(client, 'C-2'));
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(1);
    const [key] = keys;
    const again = answered(await assign(ledger, 'C-2', { 'Idempotency-Key': key! }));
    expect(again).toEqual({ ...receipt, replayed: true });
  });

  it('gives each command a key of its own', async () => {
    const { client, keys } = behind();
    await Promise.all(['C-3', 'C-4'].map((caseId) => assign(client, caseId)));
    expect(new Set(keys).size).toBe(2);
  });

  it('gives up after as many attempts as it was told, and says why', async () => {
    const few = (answer: () => Promise<Response>) =>
      ledgerClient({ url: running.url, token, attempts: 2, fetch: answer }).GET('/lists');
    const { response } = await few(busy);
    expect(response.status).toBe(503);
    await expect(few(broken)).rejects.toThrow('fetch failed');
  });

  it('stops trying when it is told to', async () => {
    const stopped = AbortSignal.abort(new Error('enough'));
    await expect(ledger.GET('/lists', { signal: stopped })).rejects.toThrow('enough');
  });
});

describe('the example of the README', () => {
  it('is the one that runs, and prints what stands below it', async () => {
    const [readme, example] = await Promise.all([
      readFile(join(root, 'libs/client/README.md'), 'utf8'),
      readFile(join(root, 'tests/api/example.ts'), 'utf8'),
    ]);
    const block = (language: string) => readme.split(`\`\`\`${language}\n`)[1]!.split('```')[0];
    expect(block('ts')).toBe(example.replace('#client', '@taizhang/client'));
    const env = { ...process.env, TAIZHANG_URL: running.url, TAIZHANG_TOKEN: token, NODE_NO_WARNINGS: '1' };
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'tests/api/example.ts')], { env });
    expect(stdout).toBe(block('text'));
  });
});
