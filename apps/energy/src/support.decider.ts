import type { energy } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';

interface Support {
  readonly diagnoses: readonly energy.EnergyDiagnosisCompleted[];
  readonly retrofits: readonly energy.TechRetrofitSupported[];
}

/** Voluntary help: diagnosis and retrofit. Encouraged, never a condition of anything (2.1.1). */
export const support: Decider<Support, energy.Commands<'support'>, energy.Events<'support'>> = {
  name: 'energy.support',
  initial: { diagnoses: [], retrofits: [] },

  decide: {
    RecordDiagnosis: (command, { diagnoses }) => {
      const diagnosis = contentOf(command);
      return diagnoses.some((one) => alreadySays(one, diagnosis))
        ? []
        : [{ type: 'EnergyDiagnosisCompleted', data: diagnosis }];
    },
    RecordRetrofit: (command, { retrofits }) => {
      const retrofit = contentOf(command);
      return retrofits.some((one) => alreadySays(one, retrofit))
        ? []
        : [{ type: 'TechRetrofitSupported', data: retrofit }];
    },
  },

  evolve: {
    EnergyDiagnosisCompleted: (state, diagnosis) => ({ ...state, diagnoses: [...state.diagnoses, diagnosis] }),
    TechRetrofitSupported: (state, retrofit) => ({ ...state, retrofits: [...state.retrofits, retrofit] }),
  },

  subject: ({ diagnoses, retrofits }) => {
    const { uscc, siteId } = (diagnoses[0] ?? retrofits[0])?.enterprise ?? {};
    return { uscc, siteId };
  },
};
