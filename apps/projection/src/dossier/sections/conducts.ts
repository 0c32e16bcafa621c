import { recordIdOf } from '#decider';
import { put } from '../../about.js';
import { section } from '../section.js';

interface Fine {
  readonly department: string;
  readonly penaltyId: string;
  readonly fineFen: number;
}

interface Conduct {
  readonly conductId: string;
  readonly filedBy: readonly string[];
  readonly fines: readonly Fine[];
  readonly state: 'FILED' | 'FINED' | 'CONFLICT' | 'RESOLVED';
  readonly kept?: string;
  readonly withdrawn?: readonly string[];
}

interface Conducts {
  readonly conducts: readonly Conduct[];
}

const on = (conductId: string, { conducts }: Conducts, change: (before: Conduct) => Conduct): Conducts => ({
  conducts: put(
    conducts,
    (one) => one.conductId === conductId,
    (before = { conductId, filedBy: [], fines: [], state: 'FILED' }) => change(before),
  ),
});

/** Acts of the enterprise that several departments look at: one act is fined once. */
export const conducts = section<Conducts>({
  blank: { conducts: [] },
  when: {
    'government.ConductFiled': (state, fact) =>
      on(recordIdOf(fact), state, (before) => ({ ...before, filedBy: [...before.filedBy, fact.data.department] })),
    'government.FineClaimed': (state, fact) => {
      const { department, penaltyId, fineFen } = fact.data as Fine;
      return on(recordIdOf(fact), state, (before) => ({
        ...before,
        state: 'FINED',
        fines: [...before.fines, { department, penaltyId, fineFen }],
      }));
    },
    'government.FineConflictFound': (state, fact) =>
      on(recordIdOf(fact), state, (before) => ({ ...before, state: 'CONFLICT' })),
    'government.JurisdictionResolved': (state, fact) => {
      const { kept, withdrawn } = fact.data;
      return on(recordIdOf(fact), state, (before) => ({ ...before, state: 'RESOLVED', kept, withdrawn }));
    },
    'government.FineReleased': (state, fact) => {
      const { department, penaltyId } = fact.data;
      return on(recordIdOf(fact), state, (before) => {
        const fines = before.fines.filter((one) => one.department !== department || one.penaltyId !== penaltyId);
        return { ...before, fines, state: fines.length > 1 ? before.state : fines.length === 1 ? 'FINED' : 'FILED' };
      });
    },
  },
});
