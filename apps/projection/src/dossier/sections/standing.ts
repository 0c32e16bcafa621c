import { procedure, speakersOf } from '#contracts';
import { namespaceOf, recordIdOf, type Recorded } from '#decider';
import { caseOf, change, put } from '../../about.js';
import { said, section, type Said } from '../section.js';

interface Card extends Said {
  readonly colour: 'YELLOW' | 'RED';
  readonly caseId?: string;
  /** Who issued it, where that is not energy; its cards stand on cases. */
  readonly department?: string;
  readonly cardId?: string;
  readonly failedOn?: string;
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

type Fold = (state: Standing, fact: Recorded) => Standing;

/** Cards that a bureau keeps beside its cases, by bare name. */
const cardsOf = (department: string): Readonly<Record<string, Fold>> => {
  const changed = (state: Standing, fact: Recorded, now: Partial<Card>): Standing => ({
    ...state,
    cards: change(
      state.cards,
      (card) =>
        card.colour === 'YELLOW' &&
        card.department === department &&
        card.cardId === recordIdOf(fact) &&
        card.clearedAt === undefined,
      now,
    ),
  });
  return {
    YellowCardIssued: (state, fact) => {
      const { ground, dueOn, documentNumber } = fact.data;
      const of = { department, cardId: recordIdOf(fact), caseId: caseOf(fact) };
      const card: Card = { colour: 'YELLOW', ...of, ground, dueOn, documentNumber, ...said(fact) };
      return { ...state, cards: [...state.cards, card] };
    },
    YellowCardProlonged: (state, fact) => changed(state, fact, { dueOn: fact.data.dueOn }),
    RectificationFoundFailed: (state, fact) => changed(state, fact, { failedOn: fact.data.foundOn }),
    YellowCardCleared: (state, fact) =>
      changed(state, fact, { clearedAt: fact.occurredAt, clearedBecause: fact.data.reason }),
    RedCardIssued: (state, fact) => {
      const { closedOn: dueOn, governmentDocumentNumber: documentNumber } = fact.data;
      const of = { department, cardId: recordIdOf(fact), caseId: caseOf(fact) };
      return { ...state, cards: [...state.cards, { colour: 'RED', ...of, dueOn, documentNumber, ...said(fact) }] };
    },
  };
};

/** Bureaux that keep cards beside their cases. */
const cardKeepers = speakersOf(procedure.YellowCardProlonged);

export const standing = section<Standing>({
  blank: { cards: [], closures: [] },
  when: {
    ...Object.fromEntries(
      cardKeepers.flatMap((department) =>
        Object.entries(cardsOf(department)).map(([name, fold]) => [`${namespaceOf(department)}.${name}`, fold]),
      ),
    ),
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
