import type { CaseStates } from './states.js';

const DECISIONS: Readonly<Record<string, string>> = {
  RETURNED: 'CLOSURE_PROPOSAL_RETURNED',
  SUSPENDED: 'SUSPENDED',
  CLOSED: 'CLOSED',
};

/** A case of energy supervision. */
export const energyCase: CaseStates = {
  related: [
    'energy.PriorNoticeServed',
    'energy.PenaltyDecided',
    'energy.PenaltyDecisionServed',
    'energy.PenaltyPerformed',
    'energy.PenaltyAnnulled',
    'energy.SupervisionResultPublished',
    'government.ClosureProposalReceived',
    'government.ClosureProposalReturned',
    'government.SuspensionOrdered',
    'government.ClosureOrdered',
    'developmentReform.DifferentialPriceApplied',
    'developmentReform.TieredPriceApplied',
    'developmentReform.PunitivePriceApplied',
    'developmentReform.OverQuotaWaterSurchargeApplied',
  ],
  ended: ['COMPLIANT', 'RECTIFIED', 'CLOSED'],
  clean: ['TASK_ASSIGNED', 'COMPLIANT'],
  pending: ['RECTIFICATION_REPORTED'],
  states: {
    'energy.EnergySupervisionTaskAssigned': () => 'TASK_ASSIGNED',
    'energy.EnergySupervisionConducted': ({ result }) => (result === 'COMPLIANT' ? 'COMPLIANT' : 'VIOLATION_FOUND'),
    'energy.EnergyLimitMeasured': () => '',
    'energy.EnergyRectificationOrdered': () => 'RECTIFYING',
    'energy.YellowCardIssued': () => '',
    'energy.YellowCardCleared': () => '',
    'energy.ExtensionRequested': () => 'EXTENSION_REQUESTED',
    'energy.ExtensionGranted': () => 'RECTIFYING',
    'energy.ExtensionRefused': () => 'RECTIFYING',
    'energy.RectificationReported': () => 'RECTIFICATION_REPORTED',
    'energy.RectificationReinspected': () => 'REINSPECTED',
    'energy.RectificationAccepted': () => 'RECTIFIED',
    'energy.RectificationFailed': () => 'RECTIFICATION_FAILED',
    'energy.RectificationPeriodExpired': () => 'PERIOD_EXPIRED',
    'energy.ClosureProposed': () => 'CLOSURE_PROPOSED',
    'energy.GovernmentDecisionNoted': ({ decision }) => DECISIONS[decision as string] ?? '',
    'energy.RedCardIssued': () => 'CLOSED',
  },
};
