import { addDays, dayOf } from '#law';
import { close, consultsOfClose } from './close.decider.js';
import { consultsOfCorrect, correct } from './correct.decider.js';
import { consultsOfFind, find } from './find.decider.js';
import { restrain } from './restrain.decider.js';
import { seal } from './seal.decider.js';
import type { CaseDecider, EnvCase, Events, RefusedRound, Seal } from './state.js';

/** One environmental violation: orders, rechecks, daily penalties, seals, limits, and the report for closure (2.2.3). */
export const envCase: CaseDecider = {
  name: 'environment.case',
  initial: {
    refused: [],
    isRecheckOverdue: false,
    daily: [],
    seals: {},
    wasLimited: false,
    reports: [],
    decisions: [],
  },

  decide: { ...find, ...correct, ...seal, ...restrain, ...close },

  evolve: {
    EnvViolationFound: (state, found, { occurredAt }) => ({ ...state, found, foundOn: dayOf(occurredAt) }),
    SeriousViolationDetermined: (state, serious) => ({ ...state, serious }),
    CorrectionOrdered: (state, order) => ({ ...state, order, recheck: undefined, isRecheckOverdue: false }),
    CorrectionRechecked: (state, recheck) => ({
      ...state,
      recheck,
      refused: [...state.refused, ...refusedIn(state, recheck)],
    }),
    RecheckOverdue: (state) => ({ ...state, isRecheckOverdue: true }),
    DailyPenaltyDecided: (state, decided) => ({ ...state, daily: [...state.daily, decided] }),
    DetentionReferred: (state, detention) => ({ ...state, detention }),
    EnvCaseClosed: (state, closed) => ({ ...state, closed }),

    PropertySealedCoercively: (state, sealed, { occurredAt: sealedAt }) => ({
      ...state,
      seals: {
        ...state.seals,
        [sealed.sealId]: { sealed, sealedAt, due: sealed.due, appraisals: [], hasExpired: false },
      },
    }),
    UrgentSealApproved: (state, approved) => onSeal(state, approved.sealId, () => ({ approved })),
    SealExtended: (state, extended) =>
      onSeal(state, extended.sealId, () => ({ extended, due: extended.due, hasExpired: false })),
    SealAppraisalRecorded: (state, appraisal) =>
      onSeal(state, appraisal.sealId, ({ appraisals }) => ({
        appraisals: [...appraisals, appraisal],
        due: appraisal.due,
        hasExpired: false,
      })),
    PropertySealLifted: (state, lifted) => onSeal(state, lifted.sealId, () => ({ lifted })),
    SealPeriodExpired: (state, { sealId }) => onSeal(state, sealId, () => ({ hasExpired: true })),

    ProductionLimited: (state, limited) => ({
      ...state,
      limit: { limited, due: limited.due, hasExpired: false },
      wasLimited: true,
      resumed: undefined,
    }),
    ProductionLimitExtended: (state, extended) => ({
      ...state,
      limit: state.limit && { ...state.limit, extended, due: extended.due },
    }),
    ProductionLimitExpired: (state) => ({ ...state, limit: state.limit && { ...state.limit, hasExpired: true } }),
    // A stop takes the place of a limitation.
    ProductionStoppedForTreatment: (state, stop) => ({ ...state, stop, limit: undefined, resumed: undefined }),
    ProductionResumed: (state, resumed) => ({ ...state, resumed, limit: undefined, stop: undefined }),

    EnvClosureReported: (state, report) => ({ ...state, reports: [...state.reports, report] }),
    GovernmentDecisionNoted: (state, decision) => ({ ...state, decisions: [...state.decisions, decision] }),
  },

  subject: ({ found }, caseId) => ({ uscc: found?.enterprise.uscc, siteId: found?.enterprise.siteId, caseId }),

  consults: { ...consultsOfFind, ...consultsOfCorrect, ...consultsOfClose },
};

/** The days from the one after the order was served to the recheck, when that found that it goes on. */
const refusedIn = (
  { order }: EnvCase,
  { round, result, recheckedOn }: Events['CorrectionRechecked'],
): RefusedRound[] =>
  order && result !== 'CORRECTED' ? [{ round, fromOn: addDays(order.servedOn, 1), toOn: recheckedOn }] : [];

const onSeal = (state: EnvCase, sealId: string, change: (seal: Seal) => Partial<Seal>): EnvCase => {
  const seal = state.seals[sealId];
  return seal ? { ...state, seals: { ...state.seals, [sealId]: { ...seal, ...change(seal) } } } : state;
};
