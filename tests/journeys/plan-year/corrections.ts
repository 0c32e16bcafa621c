import { describe, expect } from '@jest/globals';
import type { PostedYear } from './posted-year.js';
import { scenario } from './scenarios.js';

const ID = 'PATH-BOTH-E1';
const RECORDED = '2021-06-28';
const CORRECTED = '2021-07-02';

/** Two times: what was so by law on a day, and what the ledger knew at a position. */
export const corrections = ({ read, dossierOf }: PostedYear): void =>
  describe('in the plan year, a day that is corrected', () => {
    /** Days on which the equipment exited, as the bureau's exits of a period tell them. */
    const exitedOn = async (period: string, besides = ''): Promise<string[]> => {
      const { content } = await read(`/reports/exits?period=${period}&bureau=ENR${besides}`);
      return content.equipment
        .filter(({ equipmentId }: { equipmentId: string }) => equipmentId === ID)
        .map((one: { exitedOn: string }) => one.exitedOn);
    };
    const returned = async (): Promise<any> => (await read('/reports/returns/2021-H1-ENR')).returns[0];

    scenario(20, 'moves an exit from a closed half-year to the next, by what is known now', async () => {
      expect(await exitedOn('2021-H1')).toEqual([]);
      expect(await exitedOn('2021-H2')).toEqual([CORRECTED]);
      expect(await exitedOn('2021')).toEqual([CORRECTED]);
    });

    scenario(20, 'leaves the closed half-year as it was to who asks what was known then', async () => {
      const { frozen } = await returned();
      const then = `&asKnownAt=${frozen.asKnownAt}`;
      expect(await exitedOn('2021-H1', then)).toEqual([RECORDED]);
      expect(await exitedOn('2021-H2', then)).toEqual([]);
    });

    scenario(20, 'is so of every day by law, though it was noticed weeks later', async () => {
      expect(await exitedOn('2021-H1', '&asOf=2021-06-29')).toEqual([]);
      expect(await exitedOn('2021-H2', '&asOf=2021-07-01')).toEqual([]);
      expect(await exitedOn('2021-H2', '&asOf=2021-07-02')).toEqual([CORRECTED]);
    });

    scenario(20, 'makes the return of the closed half-year one that held then and holds no longer', async () => {
      const { digestMatches, queryMatches, stillHolds, totals, says } = await returned();
      expect({ digestMatches, queryMatches, stillHolds }).toEqual({
        digestMatches: true,
        queryMatches: true,
        stillHolds: false,
      });
      expect(says.en).toContain('supplement');
      expect(totals.equipment).toBeGreaterThan(0);
    });

    scenario(20, 'is in the dossier of each time on both clocks as it was then', async () => {
      const { id } = await dossierOf('PATH-BOTH');
      const dismantledOn = async (clocks: string): Promise<string | undefined> => {
        const { equipment } = (await read(`/dossiers/${id}?${clocks}`)).sections.capacity;
        return equipment.find(({ equipmentId }: { equipmentId: string }) => equipmentId === ID).dismantledOn;
      };
      expect(await dismantledOn('asKnownAt=2021-08-18')).toBe(RECORDED);
      expect(await dismantledOn('asKnownAt=2021-08-18&asOf=2021-06-30')).toBe(RECORDED);
      expect(await dismantledOn('asOf=2021-06-30')).toBeUndefined();
      expect(await dismantledOn('asOf=2021-07-31')).toBe(CORRECTED);
      expect(await dismantledOn('asKnownAt=2021-08-20')).toBe(CORRECTED);
    });

    scenario(20, 'marks a quarter that was over when it was noticed, to whoever asks since', async () => {
      const { id } = await dossierOf('PATH-BOTH');
      const marked = async (clocks: string): Promise<boolean> => {
        const { sections } = await read(`/dossiers/${id}?${clocks}`);
        const { eventId } = sections.capacity.equipment.find(
          ({ equipmentId }: { equipmentId: string }) => equipmentId === ID,
        );
        const { cells } = sections.compliance.fields.TECHNOLOGY;
        return cells.find(({ quarter }: { quarter: string }) => quarter === '2021-Q3').because.includes(eventId);
      };
      expect(await marked('asOf=2021-10-31&asKnownAt=2021-08-18')).toBe(false);
      expect(await marked('asOf=2021-10-31&asKnownAt=2021-08-20')).toBe(true);
    });

    scenario(
      20,
      'is shown where its equipment is, in the dossier and on the exit file that follows from it',
      async () => {
        const { sections } = await dossierOf('PATH-BOTH');
        const { equipment } = sections.capacity;
        expect(equipment.find(({ equipmentId }: { equipmentId: string }) => equipmentId === ID)).toMatchObject({
          state: 'DISMANTLED',
          dismantledOn: CORRECTED,
        });
        const file = sections.exit.files.find(({ exitId }: { exitId: string }) => exitId === `GX-stop-use.${ID}`);
        expect(file).toMatchObject({ state: 'DISMANTLED', dismantledOn: CORRECTED });
      },
    );
  });
