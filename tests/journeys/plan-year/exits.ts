import { describe, expect, it } from '@jest/globals';
import { kebab } from '#contracts';
import { planYear } from '../../../apps/cli/src/plan-year/plan-year.js';
import { expectProblem } from '../problem.js';
import type { PostedYear } from './posted-year.js';
import { scenario } from './scenarios.js';

const ISOLATED = 'industry.ExitIsolated';

/** 二(五)3, 4: what exits, what stays exited, and what is found on looking back. */
export const exits = ({ ledger, read, told }: PostedYear): void =>
  describe('in the plan year, an exit', () => {
    const fileOf = async (exitId: string): Promise<{ file: any; dossier: any }> => {
      const { entry } = await read(`/registers/exits/${exitId}`);
      const dossier = await read(`/dossiers/${entry.enterprise.uscc}`);
      return { dossier, file: dossier.sections.exit.files.find((one: { exitId: string }) => one.exitId === exitId) };
    };
    const happened = async (path: string): Promise<string[]> =>
      (await read(path)).history.map(({ type, at }: Record<'type' | 'at', string>) => `${type} ${at.slice(5, 10)}`);
    const counted = async (asOf: string, exitId: string): Promise<object[]> =>
      (await read(`/reports/exits?period=2021&asOf=${asOf}`)).content.equipment.filter(
        ({ equipmentId }: { equipmentId: string }) => equipmentId.startsWith(exitId),
      );

    scenario(13, 'is not isolated by five of the six steps, and hears which one is missing', async () => {
      const id = 'GX-SC-13-FIVE';
      const { file } = await fileOf(id);
      expect(file).toMatchObject({ state: 'DEFERRED', dismantleBy: '2022-03-31', isOverdue: false });
      expect(file.isolation.map(({ step, holds }: { step: string; holds: boolean }) => [step, holds])).toEqual([
        ['WaterCut', true],
        ['PowerCut', true],
        ['PowerUnitRemoved', true],
        ['MainEquipmentSealed', true],
        ['NoResumptionPledgePublished', true],
      ]);
      expect((await happened(`/registers/exits/${id}`)).join()).not.toContain(ISOLATED);
      expect(await counted('2021-12-31', id)).toEqual([]);

      const { command, body } = planYear({ seed: 2021, enterprises: 60 }).find(
        (step) => step.id === id && step.refusedWith,
      )!;
      const before = (await read('/projections')).position;
      const answer = await ledger().post(`/industry/exits/${id}/${kebab(command)}`, body, {
        token: await ledger().token('department:industry:post'),
      });
      expectProblem(answer, {
        status: 409,
        code: 'industry/not-ready-for-acceptance',
        says: /missing: ExitAnnounced /,
      });
      expect(answer.body.facts).toEqual({ missing: ['ExitAnnounced'] });
      expect((await read('/projections')).position).toBe(before);
    });

    scenario(14, 'is no longer isolated when a seal is broken, until all six steps hold again', async () => {
      const { file } = await fileOf('GX-SC-13');
      expect(file.breaches).toEqual([{ breach: 'SEAL_BROKEN', foundOn: '2021-07-08' }]);
      expect(await happened('/registers/exits/GX-SC-13')).toEqual(
        expect.arrayContaining([`${ISOLATED} 05-25`, 'industry.IsolationBreached 07-08', `${ISOLATED} 07-09`]),
      );
      expect(await counted('2021-07-07', 'GX-SC-13')).toMatchObject([{ how: 'ISOLATED', exitedOn: '2021-05-24' }]);
      expect(await counted('2021-07-08', 'GX-SC-13')).toEqual([]);
      expect(await counted('2021-07-09', 'GX-SC-13')).toMatchObject([{ how: 'ISOLATED', exitedOn: '2021-07-09' }]);
      expect(await counted('2021-12-31', 'GX-SC-13')).toMatchObject([{ how: 'DISMANTLED', exitedOn: '2021-12-20' }]);
    });

    scenario(14, 'has a case of its broken seal, told on the day and ended when it was sealed anew', async () => {
      const { state, steps } = await told('GX-GX-SC-13.12');
      expect(state).toBe('CONCLUDED');
      expect(steps).toEqual(['CaseOpened 07-08', 'CaseReported 07-08', 'CaseConcluded 07-15']);
    });

    scenario(
      16,
      'that was undone is found on looking back: a case, an exit file, and the power cut next day',
      async () => {
        const { entry } = await read('/registers/look-backs/2021-08.HT-1');
        expect(entry).toMatchObject({
          state: 'RESUMED',
          visitedOn: '2021-08-11',
          target: { category: 'DITIAO_EXITED' },
        });
        expect(entry.enterprise.synthetic).toBe(true);
        expect((await told('GX-2021-08.HT-1.1')).steps).toEqual([
          'CaseOpened 08-11',
          'CaseReported 08-11',
          'CaseHandedOver 08-13',
          'CaseConcluded 09-08',
        ]);
        const { file, dossier } = await fileOf('GX-resumed.2021-08.HT-1');
        expect(file).toMatchObject({ ground: 'RESUMPTION', isolation: [{ step: 'PowerCut', on: '2021-08-12' }] });
        const [visit] = dossier.sections.lookBack.visits;
        expect(visit).toMatchObject({ outcome: 'RESUMED', resumed: true });
        expect(visit).not.toHaveProperty('closedOn');
      },
    );

    scenario(16, 'is looked back at by name, and nothing is said of who exists but that', async () => {
      const rounds = (await read('/registers/look-back-rounds')).items;
      const named = rounds.filter(({ id }: { id: string }) => id !== '2021-08');
      expect(named.map(({ targets }: { targets: unknown[] }) => targets.length)).toEqual([5, 5]);
      const { items } = await read('/registers/look-backs?limit=500');
      expect(items.length).toBeGreaterThanOrEqual(5);
      for (const { roundId, enterprise, target } of items) {
        expect(roundId).toBe('2021-08');
        expect(enterprise?.synthetic ?? target.name.endsWith('〔模拟〕')).toBe(true);
      }
    });

    scenario(18, 'of one of two sites leaves the other standing, and the enterprise with it', async () => {
      const { file, dossier } = await fileOf('GX-SC-18');
      const [first, second] = dossier.identity.sites;
      expect(file).toMatchObject({ scope: 'SITE', siteId: second, eliminatedOn: '2021-07-14' });
      expect(file).not.toHaveProperty('enterpriseClosed');
      expect(first).toBe(`${dossier.id}001P`);
      expect(dossier.sections.equipment.screenings).toMatchObject([{ siteId: first, state: 'CLEAR' }]);
      expect(dossier.status).toBe('NO_OPEN_MATTER');
      const { content } = await read('/reports/exits?period=2021');
      const mentioning = (items: { uscc: string }[]) => items.filter(({ uscc }) => uscc === dossier.id);
      expect(mentioning(content.enterprises)).toEqual([]);
      expect(mentioning(content.equipment)).toMatchObject([{ equipmentId: 'GX-SC-18-E1', exitedOn: '2021-07-14' }]);
    });

    it('that is accepted is announced to everybody, and a pledge too', async () => {
      const names = async (register: string): Promise<string[]> =>
        (await ledger().get(`/registers/public/${register}`)).body.items.map(({ id }: { id: string }) => id);
      expect(await names('exit-announcements')).toEqual(
        expect.arrayContaining(['GX-SC-13.isolation', 'GX-screened.PC-2021-01.PC-E0.acceptance']),
      );
      expect(await names('pledges')).toEqual(expect.arrayContaining(['GX-SC-13']));
    });
  });
