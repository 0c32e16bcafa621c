import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clear, layouts, startLedger, type LedgerProcess } from './ledger-process.js';
import { expectProblem } from './problem.js';
import { taizhang } from './taizhang.js';

const MEBIBYTE = 1_048_576;

const plan = {
  year: 2021,
  documentNumber: '惠能监〔2021〕1号',
  scope: '重点用能企业',
  targetCount: 10,
  themes: ['MANDATORY_LIMIT'],
};
const task = {
  planId: '2021',
  theme: 'MANDATORY_LIMIT',
  assignee: '节能监察科',
  dueOn: '2027-06-30',
  enterprise: {
    uscc: '91441322MA00TT0126',
    name: '博罗县永丰铸造有限公司〔模拟〕',
    county: 'BL',
    industry: '3120',
    synthetic: true,
  },
};

describe.each(layouts)('in %s', (layout) => {
  let ledger: LedgerProcess;
  let desk: string;
  beforeAll(async () => {
    desk = await mkdtemp(join(tmpdir(), 'desk-'));
    ledger = await startLedger({ layout });
  });
  afterAll(async () => {
    await clear(ledger);
    await rm(desk, { recursive: true });
  });

  const run = (...args: readonly string[]) =>
    taizhang(['document', ...args], { cwd: desk, env: { ...process.env, TAIZHANG_DATA: ledger.data } });
  const scanned = async (name: string, length: number) => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(length)]);
    await writeFile(join(desk, name), bytes);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
  const statusFor = async (path: string, role: string) =>
    (await ledger.fetch(path, { token: await ledger.token(role) })).status;

  describe('a document', () => {
    it('is put, cited by a fact, and read by whoever may read that fact', async () => {
      const { bytes, sha256 } = await scanned('责令改正通知书.pdf', 24 * MEBIBYTE);
      const put = await run('put', '责令改正通知书.pdf', '--department', 'energy');
      expect(put).toMatchObject({ code: 0, out: `${sha256}\n` });
      expect(put.talk).toMatch(/责令改正通知书\.pdf \d+\/\d+/);
      expect((await run('put', '责令改正通知书.pdf', '--department', 'energy')).code).toBe(0);
      const at = `/documents/${sha256}`;
      expect(await statusFor(at, 'department:industry:post')).toBe(404);

      const document = { number: '惠能监〔2021〕1号', title: '责令改正通知书', sha256 };
      const token = await ledger.token('department:energy:post');
      const post = async (path: string, act: object) => {
        const body = { occurredAt: '2021-03-15T09:00:00+08:00', documents: [document], ...act };
        const answer = await ledger.post(`/energy/${path}`, body, { token });
        expect(answer).toMatchObject({ status: 201 });
        return answer.body;
      };
      await post('supervision-plans/2021/adopt-supervision-plan', { ...plan, documents: [] });
      const assigned = await post('cases/BL-2021-001/assign-supervision-task', task);
      expect(await statusFor(`${at}?atLeast=${assigned.position}`, 'department:industry:post')).toBe(200);
      expect(await statusFor(at, 'credit-platform')).toBe(404);
      // The plan is public, and with it what it cites.
      const adopted = await post('supervision-plans/2022/adopt-supervision-plan', { ...plan, year: 2022 });
      expect(await statusFor(`${at}?atLeast=${adopted.position}`, 'credit-platform')).toBe(200);

      const { body } = await ledger.get(`${at}/citations`, await ledger.token('auditor'));
      expect(body.items).toMatchObject([
        { eventId: assigned.events[0].id, visibility: 'government', caseId: 'BL-2021-001' },
        { eventId: adopted.events[0].id, visibility: 'public' },
      ]);
      const fetched = await run('get', sha256, '--out', 'copy.pdf', '--json');
      expect(JSON.parse(fetched.out)).toEqual({
        sha256,
        file: 'copy.pdf',
        size: bytes.length,
        mediaType: 'application/pdf',
      });
      expect(bytes.equals(await readFile(join(desk, 'copy.pdf')))).toBe(true);
    });

    it('that is not taken is told why, and what to do, on the command line too', async () => {
      const { sha256 } = await scanned('too-large.pdf', 50 * MEBIBYTE);
      const large = await run('put', 'too-large.pdf', '--department', 'energy');
      expect(large).toMatchObject({ code: 1, out: '' });
      expect(large.talk).toContain('documents/too-large');
      expect(large.talk).toContain('DOCUMENT_MAX_MB');
      const token = await ledger.token('auditor');
      expectProblem(await ledger.get(`/documents/${sha256}`, token), { status: 404, code: 'documents/unknown' });

      await writeFile(join(desk, 'program.pdf'), 'MZ');
      expect((await run('put', 'program.pdf', '--department', 'energy')).talk).toContain('documents/not-of-its-type');
      expect((await run('get', sha256)).talk).toContain('documents/unknown');
    });

    it('is never written over what is there', async () => {
      const { sha256 } = await scanned('decision.pdf', 1_000);
      await run('put', 'decision.pdf', '--department', 'energy');
      const again = await run('get', sha256, '--out', 'decision.pdf');
      expect(again).toMatchObject({ code: 1, out: '' });
      expect(again.talk).toContain('not overwritten');
      expect(await run('get', sha256)).toMatchObject({ code: 0, out: `${sha256}.pdf\n` });
    });
  });
});
