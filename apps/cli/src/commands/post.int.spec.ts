import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { testingLedger, told, type TestingLedger } from '../testing-ledger.js';

let ledger: TestingLedger;
afterEach(() => ledger.stop());

const receipt = { stream: 'energy.case-A', revision: 3, position: 9, events: [] };
const at = (args: readonly string[], stdin = '') =>
  told(['post', 'energy', 'cases/A', 'AcceptRectification', ...args, '--url', ledger.url], {
    env: { TAIZHANG_TOKEN: 'secret' },
    stdin,
  });

describe('a command posted by hand', () => {
  it('goes to its route with token and key, and its receipt is the data', async () => {
    ledger = await testingLedger({ other: () => ({ status: 201, body: receipt }) });
    const { code, out } = await at(['--data', '{"opinion":"合格"}', '--key', 'k1']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(receipt);
    expect(ledger.heard[0]).toMatchObject({
      path: '/energy/cases/A/accept-rectification',
      headers: { authorization: 'Bearer secret', 'idempotency-key': 'k1' },
      body: '{"opinion":"合格"}',
    });
  });

  it('takes its body from standard input', async () => {
    ledger = await testingLedger({ other: () => ({ status: 201, body: receipt }) });
    expect(await at([], '\uFEFF{"opinion":"ok"}')).toMatchObject({ code: 0 });
    expect(ledger.heard[0]!.body).toBe('{"opinion":"ok"}');
  });

  it('says what the law says, in both languages, with the clause and the way out', async () => {
    const body = {
      type: 'urn:taizhang:energy/not-within-limit',
      status: 409,
      detail: 'Nothing can be accepted',
      detail_zh: '不能验收合格',
      clause: '2.1.3',
      wayOut: { zh: '先复查', en: 'Re-inspect first' },
    };
    ledger = await testingLedger({ other: () => ({ status: 409, body }) });
    const { code, out, talk } = await at(['--data', '{}']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    for (const part of ['energy/not-within-limit', '2.1.3', '不能验收合格', 'Nothing can be', 'Re-inspect first'])
      expect(talk).toContain(part);
  });

  it('is sent again, with the same key, while the ledger is not ready', async () => {
    let calls = 0;
    ledger = await testingLedger({
      other: () => (++calls < 3 ? { status: 503, body: { status: 503 } } : { status: 201, body: receipt }),
    });
    expect(await at(['--data', '{}', '--key', 'k2'])).toMatchObject({ code: 0 });
    expect(ledger.heard.map(({ headers }) => headers['idempotency-key'])).toEqual(['k2', 'k2', 'k2']);
  });
});
