import { describe, expect } from '@jest/globals';
import type { PostedYear } from './posted-year.js';
import { scenario } from './scenarios.js';

const ofCase = (caseId: string) => (one: { readonly caseId?: string }) => one.caseId === caseId;

/** Who is party when enterprises change: nothing that is open goes away with whom it was opened against. */
export const registrations = ({ read, told, dossierOf }: PostedYear): void =>
  describe('in the plan year, a merger', () => {
    scenario(17, 'leaves an open case open: the dossier of the successor has it as inherited', async () => {
      const former = await dossierOf('SC-17');
      const { succeededBy, deregisteredOn } = former.sections.registration;
      expect(succeededBy).toMatchObject([{ manner: 'ABSORPTION', on: '2021-12-20' }]);
      expect(deregisteredOn).toBe('2021-12-27');

      const { inherited, sections, identity } = await read(`/dossiers/${succeededBy[0].uscc}`);
      expect(inherited).toMatchObject([{ uscc: former.id, name: former.identity.name, on: '2021-12-20' }]);
      const [{ cases, obligations }] = inherited;
      expect(cases.filter(ofCase('SC-17'))).toMatchObject([{ open: true, partyName: former.identity.name }]);
      expect(obligations.filter(ofCase('SC-17')).length).toBeGreaterThan(0);
      expect(sections.cases.cases.filter(ofCase('SC-17'))).toEqual([]);
      expect(identity.name).not.toBe(former.identity.name);
    });

    scenario(17, 'does not stop the case: it is rechecked and ordered anew after the party is gone', async () => {
      const { steps } = await told('SC-17');
      expect(steps).toEqual([
        'EnvViolationFound 11-24',
        'CorrectionOrdered 11-25 → 2021-12-27',
        'CorrectionRechecked 12-23',
        'CorrectionOrdered 12-28 → 2022-01-27',
        'RecheckOverdue 01-28 → 2022-01-27',
      ]);
    });

    scenario(17, 'gives the former enterprise no name that was not its own', async () => {
      const { identity } = await dossierOf('SC-17');
      expect(identity.names.map(({ name }: { name: string }) => name)).toEqual([identity.name]);
    });
  });
