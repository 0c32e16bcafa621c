import type { energy } from '#contracts';
import type { Recorded } from '#decider';
import { dayOf } from '#law';
import { close } from './close.decider.js';
import { conclude } from './conclude.decider.js';
import { extension } from './extend.decider.js';
import { rectify } from './rectify.decider.js';
import type { CaseDecider, EnergyCase } from './state.js';
import { supervise } from './supervise.decider.js';

type Events = energy.Events<'case'>;

/** An enterprise over a mandatory energy limit: supervised, ordered to rectify, accepted or, by the government, closed. */
export const energyCase: CaseDecider = {
  name: 'energy.case',
  initial: { phase: 'none', said: {}, saidAt: {}, hasExpired: false, hasFailed: false, yellow: 'none', proposals: [] },

  decide: { ...supervise, ...rectify, ...extension, ...conclude, ...close },

  evolve: {
    EnergySupervisionTaskAssigned: saying('EnergySupervisionTaskAssigned', () => ({ phase: 'tasked' })),
    EnergySupervisionConducted: saying('EnergySupervisionConducted', (_, { result }, { occurredAt }) => ({
      phase: (
        {
          COMPLIANT: 'compliant',
          OVER_LIMIT: 'violation',
          ELIMINATED_EQUIPMENT: 'eliminate',
          BOTH: 'violation',
        } as const
      )[result],
      supervisedOn: dayOf(occurredAt),
    })),
    EnergyLimitMeasured: saying('EnergyLimitMeasured', () => ({})),
    EnergyRectificationOrdered: saying('EnergyRectificationOrdered', (_, { due }) => ({ phase: 'rectifying', due })),
    YellowCardIssued: saying('YellowCardIssued', () => ({ yellow: 'issued' })),
    YellowCardCleared: saying('YellowCardCleared', () => ({ yellow: 'cleared' })),
    ExtensionRequested: saying('ExtensionRequested', () => ({ phase: 'extension-asked' })),
    ExtensionGranted: saying('ExtensionGranted', (_, { due }) => ({ phase: 'rectifying', due, hasExpired: false })),
    ExtensionRefused: saying('ExtensionRefused', ({ hasExpired }) => ({
      phase: hasExpired ? 'expired' : 'rectifying',
    })),
    RectificationReported: saying('RectificationReported', () => ({ phase: 'reported', reinspection: undefined })),
    RectificationReinspected: saying('RectificationReinspected', (_, reinspection) => ({ reinspection })),
    RectificationAccepted: saying('RectificationAccepted', () => ({ phase: 'closed' })),
    RectificationFailed: saying('RectificationFailed', () => ({ phase: 'failed', hasFailed: true })),
    RectificationPeriodExpired: saying('RectificationPeriodExpired', ({ phase }) => ({
      phase: phase === 'rectifying' ? 'expired' : phase,
      hasExpired: true,
    })),
    ClosureProposed: saying('ClosureProposed', ({ proposals }, proposal) => ({
      phase: 'proposed',
      proposals: [...proposals, proposal],
    })),
    GovernmentDecisionNoted: saying('GovernmentDecisionNoted', (_, { decision }) => ({
      phase: ({ RETURNED: 'failed', SUSPENDED: 'suspended', CLOSED: 'ordered' } as const)[decision],
      reinspection: undefined,
    })),
    RedCardIssued: saying('RedCardIssued', () => ({})),
  },

  subject: ({ said }, id) => {
    const { uscc, siteId } = said.EnergySupervisionTaskAssigned?.enterprise ?? {};
    return { uscc, siteId, caseId: id };
  },

  consults: {
    AssignSupervisionTask: ({ planId }) => [`energy.supervisionPlan-${planId}`],
    ProposeClosure: ({ proposalId }) => [`government.closureProposal-${proposalId}`],
  },
};

/** Keeps what a fact said, and the change that it makes. */
function saying<Type extends keyof Events>(
  type: Type,
  change: (state: EnergyCase, data: Events[Type], fact: Recorded<Events[Type]>) => Partial<EnergyCase>,
) {
  return (state: EnergyCase, data: Events[Type], fact: Recorded<Events[Type]>): EnergyCase => ({
    ...state,
    said: { ...state.said, [type]: data },
    saidAt: { ...state.saidAt, [type]: fact.occurredAt },
    ...change(state, data, fact),
  });
}
