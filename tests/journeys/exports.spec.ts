import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clear, layouts, startLedger, type LedgerProcess } from './ledger-process.js';
import { taizhang } from './taizhang.js';

const uscc = '91441322MA00TT0126';
const occurredAt = '2021-03-15T09:00:00+08:00';

const plan = {
  year: 2021,
  documentNumber: '惠能监〔2021〕1号',
  scope: '重点用能企业',
  targetCount: 10,
  themes: ['MANDATORY_LIMIT'],
};
const enterprise = { uscc, name: '博罗县永丰铸造有限公司〔模拟〕', county: 'BL', industry: '3120', synthetic: true };
const task = { planId: '2021', theme: 'MANDATORY_LIMIT', assignee: '节能监察科', dueOn: '2027-06-30', enterprise };

describe.each(layouts)('in %s', (layout) => {
  let ledger: LedgerProcess;
  let desk: string;
  beforeAll(async () => {
    desk = await mkdtemp(join(tmpdir(), 'desk-'));
    ledger = await startLedger({ layout });
    const token = await ledger.token('department:energy:post');
    const post = async (path: string, act: object): Promise<number> => {
      const answer = await ledger.post(`/energy/${path}`, { occurredAt, ...act }, { token });
      expect(answer).toMatchObject({ status: 201 });
      return answer.body.position;
    };
    await post('supervision-plans/2021/adopt-supervision-plan', plan);
    const atLeast = await post('cases/BL-2021-001/assign-supervision-task', task);
    const auditor = await ledger.token('auditor');
    const take = async (path: string, file: string) =>
      writeFile(join(desk, file), await (await ledger.fetch(path, { token: auditor })).text());
    await take(`/dossiers/${uscc}/export?atLeast=${atLeast}`, 'dossier.jws.json');
    await take(`/cases/BL-2021-001/export?atLeast=${atLeast}`, 'case.jws.json');
    await take('/.well-known/jwks.json', 'jwks.json');
  });
  afterAll(async () => {
    await clear(ledger);
    await rm(desk, { recursive: true });
  });

  /** Far from any ledger: no data folder, no address, no token. */
  const verify = (...args: readonly string[]) =>
    taizhang(['verify', ...args], { cwd: desk, env: { PATH: process.env['PATH'] } });

  describe('a signed copy that somebody took away', () => {
    it.each(['dossier', 'case'])('of a %s is verified with the keys that were published', async (kind) => {
      const { code, out, talk } = await verify(`${kind}.jws.json`, '--keys', 'jwks.json');
      expect({ code, talk }).toEqual({ code: 0, talk: '' });
      expect(out).toContain(`✓ SIGNED 签名有效 · ${kind}`);
      expect(out).toContain('✓ 所答可由所附1条事实推出 · The answer follows from its 1 facts');
      expect(out).toContain('Not proved: that nothing was left out');
    });

    it('tells machines the same, with keys from an address', async () => {
      const { code, out } = await verify('case.jws.json', '--keys', `${ledger.url}/.well-known/jwks.json`, '--json');
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({
        verdict: 'SIGNED',
        copy: { of: { id: 'BL-2021-001' }, facts: { length: 1 } },
      });
    });

    it('is refused once a word of it is another, and says where that shows', async () => {
      const jws = JSON.parse(await readFile(join(desk, 'dossier.jws.json'), 'utf8')) as { payload: string };
      const text = Buffer.from(jws.payload, 'base64url').toString('utf8').replace('2027-06-30', '2029-06-30');
      const forged = JSON.stringify({ ...jws, payload: Buffer.from(text).toString('base64url') });
      await writeFile(join(desk, 'forged.jws.json'), forged);
      const { code, out, talk } = await verify('forged.jws.json', '--keys', 'jwks.json');
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(talk).toMatch(/✗ FAILED · export\/not-signed-so · signatures\[0\].*\n.*签名不符/);
      expect(talk).toMatch(/It shows at \/answer\/sections\/.*dueOn/);
    });

    it('is refused by the keys of another installation', async () => {
      const other = JSON.parse(await readFile(join(desk, 'jwks.json'), 'utf8')) as { keys: { kid: string }[] };
      const keys = other.keys.map((key) => ({ ...key, kid: 'another' }));
      await writeFile(join(desk, 'others.json'), JSON.stringify({ keys }));
      const { code, talk } = await verify('dossier.jws.json', '--keys', 'others.json');
      expect({ code, talk }).toMatchObject({ code: 1, talk: expect.stringContaining('export/key-unknown') });
    });
  });
});
