import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dossier } from '../../apps/projection/src/dossier/dossier.projection.js';
import { clear, layouts, startLedger, type LedgerProcess } from './ledger-process.js';
import { taizhang } from './taizhang.js';

describe.each(layouts)('in %s', (layout) => {
  describe('the command line, beside a ledger that runs', () => {
    let ledger: LedgerProcess;
    beforeAll(async () => {
      ledger = await startLedger({ layout });
    });
    afterAll(() => clear(ledger));

    const run = (...args: readonly string[]) => taizhang(args, { env: { ...process.env, TAIZHANG_DATA: ledger.data } });

    it('mints a token that opens what its role opens', async () => {
      const { code, out } = await run('token', '--client', 'audit', '--role', 'auditor');
      expect({ code, status: (await ledger.get('/dossiers', out.trim())).status }).toEqual({ code: 0, status: 200 });
    });

    it('rebuilds every projection of the read side when none is named, and leaves the departments’ deadlines alone', async () => {
      const { code, out, talk } = await run('rebuild');
      expect({ code, talk }).toMatchObject({ code: 0 });
      const names = out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { name: string }).name);
      expect(names).toEqual([
        'case_file',
        'counted_record',
        'credit_feed',
        'credit_notice',
        'credit_record',
        'document_citation',
        'document_opening',
        'enterprise_dossier',
        'enterprise_search',
        'exit_statistics',
        'list_issue',
        'list_register',
        'listing',
        'open_obligation',
        'register_entry',
        'source_freshness',
        'tip_register',
      ]);
    });

    it('rebuilds the one that is named', async () => {
      const { code, out } = await run('rebuild', 'enterprise_dossier');
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ name: dossier.name, version: dossier.version });
    });

    it('rolls the one back that is named, and none when none is', async () => {
      const { code, out, talk } = await run('rebuild', '--rollback', 'enterprise_dossier');
      expect({ code, talk }).toMatchObject({ code: 0 });
      expect(JSON.parse(out)).toMatchObject({ name: dossier.name, version: dossier.version });
      expect(await run('rebuild', '--rollback')).toMatchObject({ code: 2, out: '' });
    });

    it('knows no projection that the read side cannot rebuild', async () => {
      const { code, talk } = await run('rebuild', 'energy_deadline');
      expect(code).toBe(2);
      expect(talk).toContain('enterprise_dossier');
    });

    it('sees a doctor who finds nothing wrong', async () => {
      const { code, out } = await run('doctor', '--json');
      const findings = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { check: string; ok: boolean });
      expect(findings.filter(({ ok }) => !ok)).toEqual([]);
      expect(code).toBe(0);
    });
  });
});
