import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clear, eventually, layouts, startLedger, type LedgerProcess } from './ledger-process.js';
import { expectProblem } from './problem.js';

const LINES = 'application/x-ndjson';
const ARRAY = 'application/cloudevents-batch+json';

interface Result {
  readonly index: number;
  readonly id?: string;
  readonly status: number;
  readonly receipt?: { readonly replayed?: boolean; readonly events: readonly unknown[]; readonly position: number };
  readonly problem?: { readonly type: string };
}

let ledger: LedgerProcess;
let token: string;

describe.each(layouts)('in %s', (layout) => {
  beforeAll(async () => {
    ledger = await startLedger({ layout });
    token = await ledger.token('department:energy:post', 'auditor');
  });

  afterAll(async () => clear(ledger));

  const head = async (): Promise<number> => (await ledger.get('/projections', token)).body.position;

  const enterprise = {
    uscc: '91441322MA00TT0126',
    name: '永丰铸造〔模拟〕',
    county: 'BL',
    industry: '3391',
    synthetic: true,
  };
  const classified = {
    occurredAt: '2021-05-10T09:30:00+08:00',
    officers: ['HZ-JN-0011', 'HZ-JN-0012'],
    enterprise,
    product: '电炉钢坯',
    capacity: 12.5,
    unit: '万吨/年',
    grounds: ['ENERGY'],
  };
  const item = (id: string, more: object = {}) => ({
    specversion: '1.0',
    id,
    source: '/journeys',
    type: 'energy.ClassifyCapacity',
    subject: id,
    datacontenttype: 'application/json',
    data: classified,
    ...more,
  });
  const items = (name: string, count: number) => Array.from({ length: count }, (_, at) => item(`${name}-${at}`));

  async function post(type: string, body: string | Readable) {
    const init = { method: 'POST', token, headers: { 'content-type': type } };
    const stream = typeof body === 'string' ? { body } : ({ body: Readable.toWeb(body), duplex: 'half' } as object);
    const response = await ledger.fetch('/energy/batch', { ...init, ...stream });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  /** Posts what is taken for a batch; one result for each item, in order. */
  async function results(type: string, body: string | Readable): Promise<Result[]> {
    const { status, headers, text } = await post(type, body);
    expect({ status, type: headers.get('content-type') }).toMatchObject({ status: 200, type: LINES });
    const all = text.split('\n').filter(Boolean);
    return all.map((line) => JSON.parse(line) as Result);
  }
  const asLines = (all: readonly unknown[]) =>
    all.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('');
  const asArray = (all: readonly unknown[]) =>
    `[${all.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(',')}]`;

  /** What may stand between good items, and what becomes of it. */
  const bad: readonly (readonly [item: unknown, status: number, code: string])[] = [
    [item('unknown-field', { data: { ...classified, colour: 'red' } }), 400, 'request/fields-wrong'],
    [
      item('future', { data: { ...classified, occurredAt: '2999-01-01T00:00:00+08:00' } }),
      422,
      'request/occurred-in-future',
    ],
    [item('other', { type: 'government.OrderClosure' }), 400, 'request/event-malformed'],
    [item('no-subject', { subject: undefined }), 400, 'request/event-malformed'],
    [item('bad id', { subject: 'a b' }), 400, 'request/id-malformed'],
    [item('system', { type: 'energy.ExpireRectification' }), 403, 'identity/system-only'],
    [
      item('law', {
        type: 'energy.RecordSupervision',
        data: { occurredAt: '2021-05-10T09:30:00+08:00', mode: 'PAPER', findings: '无', eliminatedEquipment: false },
      }),
      409,
      '',
    ],
    ['{"specversion":"1.0","specversion":"1.0"}', 400, 'json/duplicate-key'],
    ['{"__proto__":{}}', 400, 'json/forbidden-key'],
    ['"\\ud800"', 400, 'json/lone-surrogate'],
    ['['.repeat(500) + ']'.repeat(500), 400, 'json/too-deep'],
    ['null', 400, 'request/event-malformed'],
    [item('large', { data: { ...classified, product: 'a'.repeat(262_144) } }), 413, ''],
  ];

  describe.each([
    ['lines', LINES, asLines],
    ['an array', ARRAY, asArray],
  ] as const)('a batch as %s', (_, type, write) => {
    it('answers each item in its place, and no bad one holds up the others', async () => {
      const before = await head();
      const all = bad.flatMap(([one], at) => [item(`${type.length}-good-${at}`), one]);
      const answers = await results(type, write(all));
      expect(answers.map(({ index }) => index)).toEqual(all.map((_, at) => at));
      for (const [at, [, status, code]] of bad.entries()) {
        expect(answers[2 * at]).toMatchObject({ id: `${type.length}-good-${at}`, status: 201 });
        expect(answers[2 * at + 1]).toMatchObject({
          status,
          problem: { type: expect.stringContaining(`urn:taizhang:${code}`) },
        });
      }
      expect(await head()).toBe(before + bad.length);
    });

    it('that is sent again gets the same receipts and adds nothing', async () => {
      const all = write(items(`${type.length}-again`, 40));
      const first = await results(type, all);
      const before = await head();
      const again = await results(type, all);
      expect(again.map(({ receipt }) => receipt)).toEqual(first.map(({ receipt }) => ({ ...receipt, replayed: true })));
      expect(await head()).toBe(before);
    });

    it('may come byte by byte', async () => {
      const bytes = Buffer.from(write(items(`${type.length}-slow`, 3)));
      const answers = await results(
        type,
        Readable.from(
          Array.from(bytes, (byte) => Buffer.of(byte)),
          { objectMode: false },
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    });
  });

  describe('a batch', () => {
    it('holds 10,000 items; of the next it is said that they are too many', async () => {
      const before = await head();
      const answers = await results(LINES, asLines(items('many', 10_001)));
      expect(answers).toHaveLength(10_001);
      expect(answers.slice(0, 10_000).every(({ status }) => status === 201)).toBe(true);
      expect(answers.at(-1)).toMatchObject({
        index: 10_000,
        status: 413,
        problem: { type: 'urn:taizhang:request/batch-too-long' },
      });
      expect(await head()).toBe(before + 10_000);
    });

    it('of more than 32 MiB ends where it is too large, and memory stays where it was', async () => {
      const before = await ledger.residentMb();
      const line = asLines([item('heavy', { data: { ...classified, product: 'a'.repeat(60_000) } })]);
      const mebibytes = 48;
      const stream = Readable.from(
        (function* () {
          for (let sent = 0; sent < mebibytes * 1_048_576; sent += line.length) yield line;
        })(),
      );
      const answers = await results(LINES, stream);
      expect(answers.at(-1)).toMatchObject({ status: 413, problem: { type: 'urn:taizhang:request/batch-too-large' } });
      expect(answers.slice(0, -1).every(({ status }) => status === 400)).toBe(true);
      expect((await ledger.residentMb()) - before).toBeLessThan(200);
    });

    it('that breaks off is answered up to there', async () => {
      const answers = await results(ARRAY, asArray(items('torn', 2)).slice(0, -40));
      expect(answers).toMatchObject([
        { status: 201 },
        { status: 400, problem: { type: 'urn:taizhang:request/batch-malformed' } },
      ]);
    });

    it.each([
      [ARRAY, 'no array', '{"specversion":"1.0"}', 400, 'request/batch-malformed'],
      ['application/json', 'of the wrong type', '[]', 415, 'request/not-a-batch'],
      ['text/plain', 'of the wrong type', '[]', 415, undefined],
    ])('as %s that is %s is refused as a whole', async (type, _, body, status, code) => {
      const answer = await post(type, body);
      expectProblem({ ...answer, body: JSON.parse(answer.text) }, { status, ...(code ? { code } : {}) });
    });

    it('whose sender hangs up in the middle is made whole by sending it again', async () => {
      const before = await head();
      const body = asLines(items('hung-up', 3000));
      const gone = new AbortController();
      const headers = { 'content-type': LINES };
      const response = await ledger.fetch('/energy/batch', {
        method: 'POST',
        token,
        headers,
        body,
        signal: gone.signal,
      });
      await response.body!.getReader().read();
      gone.abort();
      // What the first sender began may still be at work: then an item is told to come again (409).
      const taken = async () => {
        const statuses = new Set((await results(LINES, body)).map(({ status }) => status));
        return statuses.has(409) ? undefined : [...statuses];
      };
      expect(await eventually(taken, 'every item being taken')).toEqual([201]);
      expect(await head()).toBe(before + 3000);
    });

    it('lets no one do by batch what a route would not let them do', async () => {
      const government = await ledger.token('department:government:post');
      const order = item('G-1', { type: 'government.OrderClosure', data: { occurredAt: '2021-05-10T09:30:00+08:00' } });
      const headers = { 'content-type': LINES };
      const response = await ledger.fetch('/government/batch', {
        method: 'POST',
        token: government,
        headers,
        body: asLines([order]),
      });
      expect(JSON.parse(await response.text())).toMatchObject({
        status: 403,
        problem: { type: 'urn:taizhang:identity/role-missing' },
      });
    });
  });
});
