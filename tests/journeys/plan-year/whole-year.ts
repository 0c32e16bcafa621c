import { describe, expect, it } from '@jest/globals';
import { checkUscc } from '#codes';
import { languages } from '#contracts';
import type { Answer } from '../ledger-process.js';
import type { PostedYear } from './posted-year.js';

/** Those whose work everybody who reads the ledger may see. */
const departments = languages.filter(({ isSealed }) => !isSealed).map(({ department }) => department);

/** What holds of the year whatever its stories are. */
export const wholeYear = ({ ledger, read }: PostedYear): void =>
  describe('the plan year as a whole', () => {
    it('says of the five enterprises that exist only that they are to be looked back at', async () => {
      const { items } = await read('/dossiers?limit=200');
      const real = items.filter(({ synthetic }: { synthetic: boolean }) => !synthetic);
      expect(real.map(({ name }: { name: string }) => name)).toEqual([
        '博罗县恒鑫五金模具有限公司',
        '博罗县兴源达金属连铸有限公司',
        '龙门县南华新金属科技有限公司',
        '惠东县华业铸造厂',
        '惠州市桔顺钢铁厂',
      ]);
      for (const { id, uscc, industry } of real) {
        expect({ uscc, industry }).toEqual({ uscc: null, industry: null });
        const { sections } = await read(`/dossiers/${id}`);
        const held = Object.entries<{ held: boolean }>(sections).flatMap(([name, part]) => (part.held ? [name] : []));
        expect(held).toEqual(['lookBack']);
      }
    });

    it('marks every other enterprise as simulated, by its name too, under a code that checks', async () => {
      const { items } = await read('/dossiers?limit=200');
      const simulated = items.filter(({ synthetic }: { synthetic: boolean }) => synthetic);
      // Sixty, and the code that one of them had before.
      expect(simulated).toHaveLength(61);
      for (const { uscc, name } of simulated) {
        expect(checkUscc(uscc)).toBeUndefined();
        expect(name).toMatch(/〔模拟〕$/);
      }
    });

    it('leaves nothing parked, nothing behind, and no command of the ledger’s own refused or broken', async () => {
      const { projections } = await read('/projections');
      expect(projections.length).toBeGreaterThanOrEqual(6);
      for (const { name, lag, parked } of projections)
        expect({ name, lag, parked }).toEqual({ name, lag: 0, parked: 0 });
      let done = 0;
      for (const department of departments) {
        const outcomes = await read(`/${department}/outcomes`);
        expect(outcomes).toMatchObject({ since: { refused: 0, broken: 0 }, failed: [] });
        done += outcomes.since.done;
      }
      expect(done).toBeGreaterThan(50);
      expect((await read('/feeds/credit/refused')).items).toEqual([]);
    });

    it('shows acts of every department in dossiers, but of those who take tips', async () => {
      const { items } = await read('/dossiers?limit=200');
      const shown = new Set<string>();
      for (const { id } of items)
        for (const { department } of (await read(`/dossiers/${id}/diff?from=2020-01-01`)).facts) shown.add(department);
      expect([...shown].sort()).toEqual([...departments].sort());
    });

    it('has in every dossier what its facts make of it anew, under its permalink', async () => {
      const { items } = await read('/dossiers?limit=200');
      for (const { id } of items) {
        const dossier = await read(`/dossiers/${id}`);
        expect(await read(dossier.permalink)).toEqual(dossier);
      }
    });

    it('says with every answer which position it reflects', async () => {
      const { position: head } = await read('/projections');
      const { uscc } = await read('/cases/SC-01');
      for (const path of [
        '/dossiers',
        `/dossiers/${uscc}`,
        '/cases/SC-01',
        '/cases/SC-01/history',
        '/lists/yellow-card',
        '/lists/yellow-card/issues',
        '/lists/yellow-card/issues/1',
        '/obligations',
        '/feeds/credit',
        '/feeds/credit/refused',
        '/feeds/credit/exchange?kind=licences',
        '/feeds/credit/deliveries',
      ]) {
        const { body, headers }: Answer = await ledger().get(path, await ledger().token('auditor'));
        expect({ path, position: body.position }).toEqual({ path, position: head });
        expect({ path, position: headers.get('taizhang-position') }).toEqual({ path, position: String(head) });
      }
    });
  });
