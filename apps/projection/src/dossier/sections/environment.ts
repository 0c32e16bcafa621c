import { recordIdOf, type Recorded } from '#decider';
import { change, put } from '../../about.js';
import { said, section, type Said } from '../section.js';

interface Inspection extends Said {
  readonly inspectionId: string;
  readonly kind: string;
  readonly result: string;
  readonly findings: string;
  readonly samples: readonly {
    readonly sampleId: string;
    readonly pollutants: readonly string[];
    readonly results: readonly object[];
  }[];
}

interface Alert extends Said {
  readonly alertId: string;
  readonly exceedance?: object;
  readonly anomaly?: string;
  /** A signal until it is reviewed. */
  readonly state: 'SIGNAL' | 'EVIDENCE' | 'NO_EVIDENCE';
}

interface Monitor extends Said {
  readonly deviceId: string;
  readonly outletId?: string;
  readonly pollutants?: readonly string[];
  readonly state: 'CONNECTED' | 'DISCONNECTED';
  readonly alerts: readonly Alert[];
}

interface Seal extends Said {
  readonly caseId: string;
  readonly sealId: string;
  readonly documentNumber: string;
  readonly items: readonly string[];
  readonly endsOn: string;
  readonly state: 'SEALED' | 'EXPIRED' | 'LIFTED';
  readonly endedAt?: string;
}

interface Restraint extends Said {
  readonly caseId: string;
  readonly measure: 'LIMITED' | 'STOPPED';
  readonly documentNumber: string;
  readonly content: string;
  readonly endsOn?: string;
  readonly state: 'IN_FORCE' | 'EXPIRED' | 'REPLACED' | 'RESUMED';
  readonly endedAt?: string;
}

interface Violation extends Said {
  readonly caseId: string;
  readonly kind: string;
  readonly facts: string;
  readonly exceedance?: object;
  readonly serious?: string;
}

interface Target extends Said {
  readonly targetId: string;
  readonly target: string;
  readonly dueOn: string;
  readonly result: 'SET' | 'MET' | 'NOT_MET';
}

export interface Environment {
  readonly inspections: readonly Inspection[];
  readonly monitors: readonly Monitor[];
  readonly violations: readonly Violation[];
  readonly dailyPenalties: readonly (Said & {
    readonly caseId: string;
    readonly days: number;
    readonly totalFen: number;
  })[];
  readonly seals: readonly Seal[];
  readonly restraints: readonly Restraint[];
  readonly targets: readonly Target[];
}

/** Whether production is stopped until the pollution is treated. */
export const isStopped = ({ restraints }: Environment): boolean =>
  restraints.some(({ measure, state }) => measure === 'STOPPED' && state === 'IN_FORCE');

const monitor = (state: Environment, fact: Recorded, changed: (one: Monitor) => Partial<Monitor>): Environment => ({
  ...state,
  monitors: state.monitors.map((one) => (one.deviceId === recordIdOf(fact) ? { ...one, ...changed(one) } : one)),
});

const alerts = (state: Environment, fact: Recorded): Environment => {
  const { alertId, exceedance, anomaly } = fact.data;
  const alert: Alert = { alertId, exceedance, anomaly, state: 'SIGNAL', ...said(fact) };
  return monitor(state, fact, (one) => ({ alerts: [...one.alerts, alert] }));
};

const inspection = (state: Environment, fact: Recorded, fold: (one: Inspection) => Inspection): Environment => ({
  ...state,
  inspections: state.inspections.map((one) => (one.inspectionId === recordIdOf(fact) ? fold(one) : one)),
});

const seal = (state: Environment, fact: Recorded, changed: Partial<Seal>): Environment => ({
  ...state,
  seals: change(
    state.seals,
    ({ caseId, sealId }) => caseId === recordIdOf(fact) && sealId === fact.data.sealId,
    changed,
  ),
});

const sealRuns = (state: Environment, fact: Recorded): Environment =>
  seal(state, fact, { endsOn: fact.data.due.nominalDue, state: 'SEALED' });

const RUNNING: readonly string[] = ['IN_FORCE', 'EXPIRED'];

const restraint = (state: Environment, fact: Recorded, changed: Partial<Restraint>): Environment => ({
  ...state,
  restraints: change(
    state.restraints,
    (one) => one.caseId === recordIdOf(fact) && RUNNING.includes(one.state),
    changed,
  ),
});

const restrained =
  (measure: Restraint['measure']) =>
  (state: Environment, fact: Recorded): Environment => {
    const { documentNumber, content, due } = fact.data;
    const one: Restraint = {
      caseId: recordIdOf(fact),
      measure,
      documentNumber,
      content,
      endsOn: due?.nominalDue,
      state: 'IN_FORCE',
      ...said(fact),
    };
    const before = restraint(state, fact, { state: 'REPLACED', endedAt: fact.occurredAt });
    return { ...before, restraints: [...before.restraints, one] };
  };

/** What was looked at and measured at its sites, what was found, and what was done about it. */
export const environment = section<Environment>({
  blank: {
    inspections: [],
    monitors: [],
    violations: [],
    dailyPenalties: [],
    seals: [],
    restraints: [],
    targets: [],
  },
  when: {
    'environment.EnvInspectionConducted': (state, fact) => {
      const { kind, result, findings } = fact.data;
      const one = { inspectionId: recordIdOf(fact), kind, result, findings, samples: [], ...said(fact) };
      return { ...state, inspections: [...state.inspections, one] };
    },
    'environment.SampleTaken': (state, fact) => {
      const { sampleId, pollutants } = fact.data;
      return inspection(state, fact, (one) => ({
        ...one,
        samples: [...one.samples, { sampleId, pollutants, results: [] }],
      }));
    },
    'environment.SampleResultReported': (state, fact) => {
      const { sampleId, ...result } = fact.data;
      return inspection(state, fact, (one) => ({
        ...one,
        samples: one.samples.map((sample) =>
          sample.sampleId === sampleId ? { ...sample, results: [...sample.results, result] } : sample,
        ),
      }));
    },

    'environment.AutoMonitorConnected': (state, fact) => {
      const { outletId, pollutants } = fact.data;
      const deviceId = recordIdOf(fact);
      return {
        ...state,
        monitors: put(
          state.monitors,
          (one) => one.deviceId === deviceId,
          (one) => ({ alerts: one?.alerts ?? [], deviceId, outletId, pollutants, state: 'CONNECTED', ...said(fact) }),
        ),
      };
    },
    'environment.AutoMonitorDisconnected': (state, fact) => monitor(state, fact, () => ({ state: 'DISCONNECTED' })),
    'environment.AutoMonitorExceedanceDetected': alerts,
    'environment.AutoMonitorDataAnomalyFlagged': alerts,
    'environment.AutoMonitorDataReviewed': (state, fact) => {
      const { alertId, isEvidence } = fact.data;
      return monitor(state, fact, (one) => ({
        alerts: change(one.alerts, (alert) => alert.alertId === alertId, {
          state: isEvidence ? 'EVIDENCE' : 'NO_EVIDENCE',
        }),
      }));
    },

    'environment.EnvViolationFound': (state, fact) => {
      const { kind, facts, exceedance } = fact.data;
      const one = { caseId: recordIdOf(fact), kind, facts, exceedance, ...said(fact) };
      return { ...state, violations: [...state.violations, one] };
    },
    'environment.SeriousViolationDetermined': (state, fact) => ({
      ...state,
      violations: change(state.violations, ({ caseId }) => caseId === recordIdOf(fact), { serious: fact.data.grounds }),
    }),
    'environment.DailyPenaltyDecided': (state, fact) => {
      const { enterprise: _, ...decided } = fact.data;
      return {
        ...state,
        dailyPenalties: [...state.dailyPenalties, { caseId: recordIdOf(fact), ...decided, ...said(fact) }],
      };
    },

    'environment.PropertySealedCoercively': (state, fact) => {
      const { sealId, documentNumber, items, due } = fact.data;
      const one: Seal = {
        caseId: recordIdOf(fact),
        sealId,
        documentNumber,
        items,
        endsOn: due.nominalDue,
        state: 'SEALED',
        ...said(fact),
      };
      return { ...state, seals: [...state.seals, one] };
    },
    'environment.SealExtended': sealRuns,
    'environment.SealAppraisalRecorded': sealRuns,
    'environment.SealPeriodExpired': (state, fact) => seal(state, fact, { state: 'EXPIRED' }),
    'environment.PropertySealLifted': (state, fact) => seal(state, fact, { state: 'LIFTED', endedAt: fact.occurredAt }),

    'environment.ProductionLimited': restrained('LIMITED'),
    'environment.ProductionLimitExtended': (state, fact) =>
      restraint(state, fact, { endsOn: fact.data.due.nominalDue, state: 'IN_FORCE' }),
    'environment.ProductionLimitExpired': (state, fact) => restraint(state, fact, { state: 'EXPIRED' }),
    'environment.ProductionStoppedForTreatment': restrained('STOPPED'),
    'environment.ProductionResumed': (state, fact) =>
      restraint(state, fact, { state: 'RESUMED', endedAt: fact.occurredAt }),

    'environment.IndustrialSourceComplianceTargetSet': (state, fact) => {
      const { target, dueOn } = fact.data;
      const one: Target = { targetId: recordIdOf(fact), target, dueOn, result: 'SET', ...said(fact) };
      return { ...state, targets: [...state.targets, one] };
    },
    'environment.IndustrialSourceComplianceTargetAssessed': (state, fact) => ({
      ...state,
      targets: change(state.targets, ({ targetId }) => targetId === recordIdOf(fact), { result: fact.data.result }),
    }),
  },
});
