import { said, section, type Said } from '../section.js';

interface Support {
  readonly diagnoses: readonly (Said & { readonly provider: string; readonly savingPotentialTce: number })[];
  readonly retrofits: readonly (Said & { readonly project: string; readonly subsidyFen: number })[];
}

/** What it was given: diagnoses, subsidies. */
export const support = section<Support>({
  blank: { diagnoses: [], retrofits: [] },
  when: {
    'energy.EnergyDiagnosisCompleted': (state, fact) => {
      const { provider, savingPotentialTce } = fact.data;
      return { ...state, diagnoses: [...state.diagnoses, { provider, savingPotentialTce, ...said(fact) }] };
    },
    'energy.TechRetrofitSupported': (state, fact) => {
      const { project, subsidyFen } = fact.data;
      return { ...state, retrofits: [...state.retrofits, { project, subsidyFen, ...said(fact) }] };
    },
  },
});
