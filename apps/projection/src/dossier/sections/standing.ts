import { recordIdOf } from '#decider';
import { caseOf, change, put } from '../../about.js';
import { said, section, type Said } from '../section.js';

interface Card extends Said {
  readonly colour: 'YELLOW' | 'RED';
  readonly caseId?: string;
  readonly ground?: string;
  readonly dueOn?: string;
  readonly documentNumber?: string;
  readonly clearedAt?: string;
  readonly clearedBecause?: string;
}

interface Closure extends Said {
  readonly proposalId: string;
  readonly caseId?: string;
  readonly proposedBy?: string;
  readonly state: 'PROPOSED' | 'RETURNED' | 'SUSPENDED' | 'CLOSED';
  readonly scope?: string;
  readonly governmentDocumentNumber?: string;
  readonly effectiveOn?: string;
  readonly reason?: string;
}

/** Yellow and red cards, and what the government decided on proposals to close. */
export interface Standing {
  readonly cards: readonly Card[];
  readonly closures: readonly Closure[];
}

const decide = (state: Standing, proposalId: string, changed: Partial<Closure> & Said): Standing => ({
  ...state,
  closures: put(
    state.closures,
    (one) => one.proposalId === proposalId,
    (one) => ({ ...(one ?? { proposalId, state: 'PROPOSED' as const }), ...changed }),
  ),
});

export const standing = section<Standing>({
  blank: { cards: [], closures: [] },
  when: {
    'energy.YellowCardIssued': (state, fact) => {
      const { ground, dueOn } = fact.data;
      return {
        ...state,
        cards: [...state.cards, { colour: 'YELLOW', caseId: caseOf(fact), ground, dueOn, ...said(fact) }],
      };
    },
    'energy.YellowCardCleared': (state, fact) => ({
      ...state,
      cards: change(
        state.cards,
        ({ colour, caseId, clearedAt }) => colour === 'YELLOW' && caseId === caseOf(fact) && clearedAt === undefined,
        { clearedAt: fact.occurredAt, clearedBecause: fact.data.reason },
      ),
    }),
    'energy.RedCardIssued': (state, fact) => {
      const { closedOn, governmentDocumentNumber } = fact.data;
      const card: Card = {
        colour: 'RED',
        caseId: caseOf(fact),
        dueOn: closedOn,
        documentNumber: governmentDocumentNumber,
        ...said(fact),
      };
      return { ...state, cards: [...state.cards, card] };
    },
    'government.ClosureProposalReceived': (state, fact) => {
      const { caseId, proposedBy, scope } = fact.data;
      return decide(state, recordIdOf(fact), { state: 'PROPOSED', caseId, proposedBy, scope, ...said(fact) });
    },
    'government.ClosureProposalReturned': (state, fact) =>
      decide(state, recordIdOf(fact), { state: 'RETURNED', reason: fact.data.reason, ...said(fact) }),
    'government.SuspensionOrdered': (state, fact) => {
      const { governmentDocumentNumber, effectiveOn } = fact.data;
      return decide(state, recordIdOf(fact), {
        state: 'SUSPENDED',
        governmentDocumentNumber,
        effectiveOn,
        ...said(fact),
      });
    },
    'government.ClosureOrdered': (state, fact) => {
      const { governmentDocumentNumber, effectiveOn, scope } = fact.data;
      return decide(state, recordIdOf(fact), {
        state: 'CLOSED',
        governmentDocumentNumber,
        effectiveOn,
        scope,
        ...said(fact),
      });
    },
  },
});
