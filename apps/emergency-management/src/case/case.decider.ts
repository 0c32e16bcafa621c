import type { Recorded } from '#decider';
import { dayOf } from '#law';
import { proposalStream } from '#procedure';
import { close } from './close.decider.js';
import { power } from './power.decider.js';
import { remove } from './remove.decider.js';
import { suspend } from './suspend.decider.js';
import type { CaseDecider, Events, SafetyCase } from './state.js';

/** Hazards and unsafe conditions: removed, or production suspended until it is safe, or, by the government, closed. */
export const safetyCase: CaseDecider = {
  name: 'emergencyManagement.case',
  initial: {
    phase: 'none',
    before: 'none',
    said: {},
    saidAt: {},
    isRemovalOverdue: false,
    isSuspensionOver: false,
    isStillThere: false,
    isUnfit: false,
    disobeyed: {},
    power: 'on',
    dailyFines: [],
    accidents: [],
    proposals: [],
  },

  decide: { ...remove, ...suspend, ...power, ...close },

  evolve: {
    SafetyCaseOpened: saying('SafetyCaseOpened', (_, __, { occurredAt }) => ({
      phase: 'opened',
      openedOn: dayOf(occurredAt),
    })),
    HazardRemovalOrdered: saying('HazardRemovalOrdered', () => ({ phase: 'removing' })),
    HazardRemovalPeriodEnded: saying('HazardRemovalPeriodEnded', () => ({ isRemovalOverdue: true })),
    HazardsReexamined: saying('HazardsReexamined', ({ phase }, { cleared }) => ({
      phase: cleared ? 'cleared' : phase,
      isStillThere: !cleared,
    })),
    SafetyOrderDisobeyed: saying('SafetyOrderDisobeyed', ({ disobeyed }, { order, realDanger }) => ({
      disobeyed: { ...disobeyed, [order]: { realDanger } },
    })),
    SafetyDailyFineDecided: saying('SafetyDailyFineDecided', ({ dailyFines }, fine) => ({
      dailyFines: [...dailyFines, fine],
    })),
    SafetyAccidentRecorded: saying('SafetyAccidentRecorded', ({ accidents }, accident) => ({
      accidents: [...accidents, accident],
    })),
    ProductionSuspendedForSafety: saying('ProductionSuspendedForSafety', () => ({ phase: 'suspended' })),
    SuspensionPeriodEnded: saying('SuspensionPeriodEnded', () => ({ isSuspensionOver: true })),
    ResumptionApplied: saying('ResumptionApplied', () => ({ phase: 'applied' })),
    ResumptionExamined: saying('ResumptionExamined', (_, { fit }) => ({
      phase: fit ? 'fit' : 'suspended',
      isUnfit: !fit,
    })),
    ResumptionApproved: saying('ResumptionApproved', () => ({ phase: 'resumed' })),
    SafetyPowerCutNotified: saying('SafetyPowerCutNotified', () => ({ power: 'notified' })),
    PowerCut: saying('PowerCut', () => ({ power: 'cut' })),
    PowerRestored: saying('PowerRestored', () => ({ power: 'on' })),
    SafetyClosureProposed: saying('SafetyClosureProposed', ({ phase, proposals }, proposal) => ({
      phase: 'proposed',
      before: phase,
      proposals: [...proposals, proposal],
    })),
    GovernmentDecisionNoted: saying('GovernmentDecisionNoted', ({ before }, { decision }) => ({
      phase: ({ RETURNED: before, SUSPENDED: 'suspended-by-government', CLOSED: 'closed' } as const)[decision],
    })),
  },

  subject: ({ said }, id) => {
    const { uscc, siteId } = said.SafetyCaseOpened?.enterprise ?? {};
    return { uscc, siteId, caseId: id };
  },

  consults: {
    OpenSafetyCase: ({ inspectionId }) => own('inspection', inspectionId),
    DecideDailyFine: ({ penaltyId }) => own('penalty', penaltyId),
    OrderStopForRectification: ({ majorHazardId, penaltyId }) => [
      ...own('majorHazard', majorHazardId),
      ...own('penalty', penaltyId),
    ],
    ApproveResumption: (_, { said }) => own('majorHazard', said.ProductionSuspendedForSafety?.majorHazardId),
    ProposeClosureToGov: ({ proposalId, majorHazardId, penalties = [] }) => [
      proposalStream(proposalId),
      ...own('majorHazard', majorHazardId),
      ...penalties.flatMap(({ penaltyId }) => own('penalty', penaltyId)),
    ],
  },
};

const own = (record: string, id: string | undefined): readonly string[] =>
  id === undefined ? [] : [`emergencyManagement.${record}-${id}`];

/** Keeps what a fact said, and the change that it makes. */
function saying<Type extends keyof Events>(
  type: Type,
  change: (state: SafetyCase, data: Events[Type], fact: Recorded<Events[Type]>) => Partial<SafetyCase>,
) {
  return (state: SafetyCase, data: Events[Type], fact: Recorded<Events[Type]>): SafetyCase => ({
    ...state,
    said: { ...state.said, [type]: data },
    saidAt: { ...state.saidAt, [type]: fact.occurredAt },
    ...change(state, data, fact),
  });
}
