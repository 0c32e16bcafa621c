import { said, section, type Said } from '../section.js';

interface Support {
  readonly diagnoses: readonly (Said & { readonly provider: string; readonly savingPotentialTce: number })[];
  readonly retrofits: readonly (Said & { readonly project: string; readonly subsidyFen: number })[];
  readonly grants: readonly (Said & {
    readonly kind: string;
    readonly measure: string;
    readonly amountFen?: number;
    readonly documentNumber: string;
  })[];
  readonly voluntaryExits: readonly (Said & {
    readonly lines: readonly string[];
    readonly exitBy: string;
    readonly agreementNumber: string;
  })[];
  readonly conversions: readonly (Said & { readonly newIndustryCode: string; readonly convertedOn: string })[];
  readonly resettlements: readonly (Said & {
    readonly headcount: number;
    readonly manner: string;
    readonly settledOn: string;
  })[];
}

/** What it was given: diagnoses, subsidies, policies; whether it left of its own will, and what became of its people. */
export const support = section<Support>({
  blank: { diagnoses: [], retrofits: [], grants: [], voluntaryExits: [], conversions: [], resettlements: [] },
  when: {
    'energy.EnergyDiagnosisCompleted': (state, fact) => {
      const { provider, savingPotentialTce } = fact.data;
      return { ...state, diagnoses: [...state.diagnoses, { provider, savingPotentialTce, ...said(fact) }] };
    },
    'energy.TechRetrofitSupported': (state, fact) => {
      const { project, subsidyFen } = fact.data;
      return { ...state, retrofits: [...state.retrofits, { project, subsidyFen, ...said(fact) }] };
    },
    'government.SupportGranted': (state, fact) => {
      const { kind, measure, amountFen, documentNumber } = fact.data;
      return { ...state, grants: [...state.grants, { kind, measure, amountFen, documentNumber, ...said(fact) }] };
    },
    'government.VoluntaryExitAgreed': (state, fact) => {
      const { lines, exitBy, agreementNumber } = fact.data;
      return { ...state, voluntaryExits: [...state.voluntaryExits, { lines, exitBy, agreementNumber, ...said(fact) }] };
    },
    'government.ConversionRecorded': (state, fact) => {
      const { newIndustryCode, convertedOn } = fact.data;
      return { ...state, conversions: [...state.conversions, { newIndustryCode, convertedOn, ...said(fact) }] };
    },
    'government.StaffResettled': (state, fact) => {
      const { headcount, manner, settledOn } = fact.data;
      return { ...state, resettlements: [...state.resettlements, { headcount, manner, settledOn, ...said(fact) }] };
    },
  },
});
