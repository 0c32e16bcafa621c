import type { CaseStates } from './states.js';

const DECISIONS: Readonly<Record<string, string>> = {
  RETURNED: 'CLOSURE_PROPOSAL_RETURNED',
  SUSPENDED: 'SUSPENDED_BY_GOVERNMENT',
  CLOSED: 'CLOSED',
};

/** A case of work safety. */
export const safetyCase: CaseStates = {
  related: [
    'government.ClosureProposalReceived',
    'government.ClosureProposalReturned',
    'government.SuspensionOrdered',
    'government.ClosureOrdered',
    'emergencyManagement.CertificateRevocationRequested',
    'emergencyManagement.CertificateRevoked',
    'emergencyManagement.CertificateRevocationDeclined',
  ],
  ended: ['HAZARDS_CLEARED', 'RESUMED', 'CLOSED'],
  clean: [],
  pending: ['RESUMPTION_APPLIED', 'EXAMINED_FIT'],
  states: {
    'emergencyManagement.SafetyCaseOpened': () => 'OPENED',
    'emergencyManagement.HazardRemovalOrdered': () => 'HAZARD_REMOVAL_ORDERED',
    'emergencyManagement.HazardRemovalPeriodEnded': () => 'HAZARD_REMOVAL_OVERDUE',
    'emergencyManagement.HazardsReexamined': ({ cleared }) => (cleared ? 'HAZARDS_CLEARED' : 'HAZARDS_STILL_THERE'),
    'emergencyManagement.SafetyOrderDisobeyed': () => 'ORDER_DISOBEYED',
    'emergencyManagement.SafetyDailyFineDecided': () => '',
    'emergencyManagement.SafetyAccidentRecorded': () => '',
    'emergencyManagement.ProductionSuspendedForSafety': () => 'PRODUCTION_SUSPENDED',
    'emergencyManagement.SuspensionPeriodEnded': () => 'SUSPENSION_PERIOD_ENDED',
    'emergencyManagement.ResumptionApplied': () => 'RESUMPTION_APPLIED',
    'emergencyManagement.ResumptionExamined': ({ fit }) => (fit ? 'EXAMINED_FIT' : 'STILL_UNFIT'),
    'emergencyManagement.ResumptionApproved': () => 'RESUMED',
    'emergencyManagement.SafetyPowerCutNotified': () => 'POWER_CUT_NOTIFIED',
    'emergencyManagement.PowerCut': () => 'POWER_CUT',
    'emergencyManagement.PowerRestored': () => 'POWER_RESTORED',
    'emergencyManagement.SafetyClosureProposed': () => 'CLOSURE_PROPOSED',
    'emergencyManagement.GovernmentDecisionNoted': ({ decision }) => DECISIONS[decision as string] ?? '',
  },
};
