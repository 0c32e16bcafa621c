import { caseOf } from '../../about.js';
import { said, section, type Said } from '../section.js';

interface Inspection extends Said {
  readonly caseId?: string;
  readonly mode: string;
  readonly result: string;
  readonly findings: string;
}

interface Measured extends Said {
  readonly caseId?: string;
  readonly product: string;
  readonly unitConsumption: number;
  readonly unit: string;
  readonly limitValue: number;
  readonly standardNumber: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly result: string;
}

interface PublishedResult extends Said {
  readonly caseId: string;
  readonly result: string;
  readonly url: string;
}

interface Supervision {
  readonly inspections: readonly Inspection[];
  readonly measurements: readonly Measured[];
  readonly published: readonly PublishedResult[];
}

/** Who looked at it, what was measured, what was published of that. */
export const supervision = section<Supervision>({
  blank: { inspections: [], measurements: [], published: [] },
  when: {
    'energy.EnergySupervisionConducted': (state, fact) => {
      const { mode, result, findings } = fact.data;
      return {
        ...state,
        inspections: [...state.inspections, { caseId: caseOf(fact), mode, result, findings, ...said(fact) }],
      };
    },
    'energy.EnergyLimitMeasured': (state, fact) => ({
      ...state,
      measurements: [...state.measurements, { caseId: caseOf(fact), ...fact.data, ...said(fact) }],
    }),
    'energy.RectificationReinspected': (state, fact) => {
      const { measurement, result } = fact.data;
      if (!measurement) return state;
      return {
        ...state,
        measurements: [...state.measurements, { caseId: caseOf(fact), ...measurement, result, ...said(fact) }],
      };
    },
    'energy.SupervisionResultPublished': (state, fact) => {
      const { caseId, result, url } = fact.data;
      return { ...state, published: [...state.published, { caseId, result, url, ...said(fact) }] };
    },
  },
});
