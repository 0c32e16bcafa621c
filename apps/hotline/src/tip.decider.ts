import type { Recorded } from '#decider';
import { checked, outcomeStream } from './tip.check.js';
import { concluded } from './tip.conclude.js';
import { routed } from './tip.route.js';
import type { Events, Tip, TipDecider } from './tip.state.js';

/**
 * A tip (四(三)). It is about nobody as far as its envelope goes: no code, no site, no case, so that nothing that gathers
 * facts by enterprise or case can gather it.
 */
export const tip: TipDecider = {
  name: 'hotline.tip',
  initial: { phase: 'none', said: {}, isExtended: false, overdue: [] },

  decide: { ...routed, ...checked, ...concluded },

  evolve: {
    TipReceived: saying('TipReceived', (_, { dispatchBy }) => ({ phase: 'received', dispatchBy })),
    TipDispatched: saying('TipDispatched', (_, { handler, due }) => ({ phase: 'dispatched', handler, due })),
    TipReturned: saying('TipReturned', ({ overdue }, { dispatchBy }) => ({
      phase: 'returned',
      dispatchBy,
      due: undefined,
      overdue: overdue.filter((stage) => stage === 'REPLY'),
    })),
    TipAccepted: saying('TipAccepted', () => ({ phase: 'accepted' })),
    TipExtended: saying('TipExtended', ({ overdue }, { due }) => ({
      due,
      isExtended: true,
      overdue: overdue.filter((stage) => stage !== 'HANDLING'),
    })),
    TipVerified: saying('TipVerified', (_, { due }) => ({ phase: 'verified', replyDue: due })),
    TipReplied: saying('TipReplied', () => ({ phase: 'replied' })),
    TipRevisited: saying('TipRevisited', () => ({ phase: 'revisited' })),
    TipRewarded: saying('TipRewarded', () => ({})),
    TipClosed: saying('TipClosed', () => ({ phase: 'closed' })),
    TipOverdue: saying('TipOverdue', ({ overdue }, { stage }) => ({ overdue: [...overdue, stage] })),
  },

  consults: {
    VerifyTip: ({ outcome }) => (outcome ? [outcomeStream(outcome)] : []),
  },
};

/** Keeps what a fact said, and the change that it makes. */
function saying<Type extends keyof Events>(
  type: Type,
  change: (tip: Tip, data: Events[Type], fact: Recorded<Events[Type]>) => Partial<Tip>,
) {
  return (state: Tip, data: Events[Type], fact: Recorded<Events[Type]>): Tip => ({
    ...state,
    said: { ...state.said, [type]: data },
    ...change(state, data, fact),
  });
}
