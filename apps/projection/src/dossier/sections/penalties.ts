import { recordIdOf } from '#decider';
import { inEveryPenalty } from '../../penalties.js';
import { change, put } from '../../about.js';
import { said, section, type Said } from '../section.js';

interface Penalty extends Said {
  readonly penaltyId: string;
  readonly caseId?: string;
  /** Name as on the decision. */
  readonly partyName?: string;
  readonly state: 'NOTICE_SERVED' | 'DECIDED' | 'SERVED' | 'PERFORMED' | 'ANNULLED';
  readonly violation?: string;
  readonly legalBasis?: string;
  readonly documentNumber?: string;
  readonly kinds?: readonly string[];
  readonly content?: string;
  readonly fineFen?: number;
  readonly confiscatedFen?: number;
  readonly decidedOn?: string;
  readonly servedOn?: string;
  readonly performedOn?: string;
  readonly annulled?: { readonly on: string; readonly reason: string; readonly documentNumber: string };
}

interface Penalties {
  readonly penalties: readonly Penalty[];
}

const set = ({ penalties }: Penalties, id: string, changed: Partial<Penalty>): Penalties => ({
  penalties: change(penalties, ({ penaltyId }) => penaltyId === id, changed),
});

/** Penalties, from the notice to performance or annulment. The legal representative is nobody's business here. */
export const penalties = section<Penalties>({
  blank: { penalties: [] },
  when: inEveryPenalty({
    PriorNoticeServed: ({ penalties }, fact) => {
      const { enterprise, caseId, violation, legalBasis } = fact.data;
      const penaltyId = recordIdOf(fact);
      const notice: Penalty = {
        penaltyId,
        caseId,
        partyName: enterprise.name,
        state: 'NOTICE_SERVED',
        violation,
        legalBasis,
        ...said(fact),
      };
      return {
        penalties: put(
          penalties,
          (one) => one.penaltyId === penaltyId,
          () => notice,
        ),
      };
    },
    PenaltyDecided: ({ penalties }, fact) => {
      const { enterprise, legalRepresentative: _, facts: __, licence: ___, ...decision } = fact.data;
      const penaltyId = recordIdOf(fact);
      const decided: Penalty = { penaltyId, partyName: enterprise.name, ...decision, state: 'DECIDED', ...said(fact) };
      return {
        penalties: put(
          penalties,
          (one) => one.penaltyId === penaltyId,
          () => decided,
        ),
      };
    },
    PenaltyDecisionServed: (state, fact) =>
      set(state, recordIdOf(fact), { state: 'SERVED', servedOn: fact.data.servedOn }),
    PenaltyPerformed: (state, fact) =>
      set(state, recordIdOf(fact), { state: 'PERFORMED', performedOn: fact.data.performedOn }),
    PenaltyAnnulled: (state, fact) => {
      const { annulledOn, reason, documentNumber } = fact.data;
      return set(state, recordIdOf(fact), { state: 'ANNULLED', annulled: { on: annulledOn, reason, documentNumber } });
    },
  }),
});
