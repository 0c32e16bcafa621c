import { procedure } from '#contracts';
import type { CaseStates } from './states.js';

const DECISIONS: Readonly<Record<string, string>> = {
  RETURNED: 'CLOSURE_REPORT_RETURNED',
  SUSPENDED: 'SUSPENDED_BY_GOVERNMENT',
  CLOSED: 'CLOSED_BY_GOVERNMENT',
};

const RECHECKED: Readonly<Record<string, string>> = {
  CORRECTED: 'CORRECTION_FOUND_DONE',
  STILL_VIOLATING: 'STILL_VIOLATING',
  OBSTRUCTED: 'RECHECK_OBSTRUCTED',
};

/** A case of environmental enforcement. Seals, limits and orders run side by side: the state is what came last. */
export const environmentCase: CaseStates = {
  related: [
    ...Object.keys(procedure.penaltyRecord.events).map((name) => `environment.${name}`),
    'government.ClosureProposalReceived',
    'government.ClosureProposalReturned',
    'government.SuspensionOrdered',
    'government.ClosureOrdered',
  ],
  ended: ['CORRECTED', 'CLOSED_BY_GOVERNMENT'],
  clean: [],
  pending: ['CORRECTION_FOUND_DONE'],
  states: {
    'environment.EnvViolationFound': () => 'VIOLATION_FOUND',
    'environment.SeriousViolationDetermined': () => 'FOUND_SERIOUS',
    'environment.CorrectionOrdered': () => 'CORRECTING',
    'environment.CorrectionRechecked': ({ result }) => RECHECKED[result as string] ?? '',
    'environment.RecheckOverdue': () => 'RECHECK_OVERDUE',
    'environment.DailyPenaltyDecided': () => 'FINED_BY_THE_DAY',
    'environment.DetentionReferred': () => '',
    'environment.PropertySealedCoercively': () => 'SEALED',
    'environment.UrgentSealApproved': () => '',
    'environment.SealExtended': () => '',
    'environment.SealAppraisalRecorded': () => '',
    'environment.SealPeriodExpired': () => 'SEAL_EXPIRED',
    'environment.PropertySealLifted': () => 'SEAL_LIFTED',
    'environment.ProductionLimited': () => 'PRODUCTION_LIMITED',
    'environment.ProductionLimitExtended': () => '',
    'environment.ProductionLimitExpired': () => 'LIMIT_EXPIRED',
    'environment.ProductionStoppedForTreatment': () => 'PRODUCTION_STOPPED',
    'environment.ProductionResumed': () => 'PRODUCTION_RESUMED',
    'environment.EnvClosureReported': () => 'CLOSURE_REPORTED',
    'environment.GovernmentDecisionNoted': ({ decision }) => DECISIONS[decision as string] ?? '',
    'environment.EnvCaseClosed': ({ outcome }) => outcome as string,
  },
};
