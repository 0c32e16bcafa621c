import type { procedure } from '#contracts';
import { recordIdOf, type OwnCommand, type Policy, type Recorded } from '#decider';

type Facts = procedure.Events<'penalty'>;

/** Departments that fine, as their streams name them, and as people do. */
const departments = {
  energy: 'energy',
  environment: 'environment',
  marketRegulation: 'market-regulation',
  emergencyManagement: 'emergency-management',
} as const;

/** Where several departments look at one act, their filings and fines come together (§ one act, one fine). */
export const conductPolicy: Policy = {
  name: 'fines-on-one-act-come-together',
  when: Object.fromEntries(
    Object.entries(departments).flatMap(([namespace, department]) => [
      [
        `${namespace}.CaseFiled`,
        (fact: Recorded<Facts['CaseFiled']>) => {
          const { conductId, enterprise, filedOn } = fact.data;
          return onConduct(conductId, 'NoteConductFiled', {
            enterprise,
            department,
            penaltyId: recordIdOf(fact),
            filedOn,
          });
        },
      ],
      [
        `${namespace}.PenaltyDecided`,
        (fact: Recorded<Facts['PenaltyDecided']>) => {
          const { conductId, enterprise, fineFen, decidedOn } = fact.data;
          if (!fineFen) return [];
          return onConduct(conductId, 'ClaimFine', {
            enterprise,
            department,
            penaltyId: recordIdOf(fact),
            fineFen,
            decidedOn,
          });
        },
      ],
      [
        `${namespace}.PenaltyAnnulled`,
        (fact: Recorded<Facts['PenaltyAnnulled']>) =>
          onConduct(fact.data.conductId, 'ReleaseFine', { department, penaltyId: recordIdOf(fact) }),
      ],
    ]),
  ),
};

const onConduct = (conductId: string | undefined, command: string, data: object): readonly OwnCommand[] =>
  conductId ? [{ record: 'conduct', id: conductId, command, data }] : [];
