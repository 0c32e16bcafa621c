import { recordIdOf, type Recorded } from '#decider';
import { put } from '../../about.js';
import { inEveryPenalty } from '../../penalties.js';
import { said, section, type Said } from '../section.js';

/** A step of the procedure: what happened, when by law, and which event and document say so. */
interface Step extends Said {
  readonly type: string;
  readonly documentNumber?: string;
  readonly dueOn?: string;
}

interface Penalty extends Said {
  readonly penaltyId: string;
  /** As paths spell it; ids are a department's own. */
  readonly department: string;
  readonly caseId?: string;
  /** Name as on the decision, or as far as the case has come. */
  readonly partyName?: string;
  readonly state: string;
  readonly violation?: string;
  readonly legalBasis?: string;
  readonly documentNumber?: string;
  readonly kinds?: readonly string[];
  readonly content?: string;
  readonly fineFen?: number;
  readonly surchargeFen?: number;
  readonly confiscatedFen?: number;
  readonly decidedOn?: string;
  readonly servedOn?: string;
  readonly performedOn?: string;
  /** Under review or before a court, which stops nothing unless somebody orders it. */
  readonly challenge?: { readonly remedy: string; readonly filedOn: string; readonly outcome?: string };
  readonly stayedFrom?: string;
  readonly annulled?: { readonly on: string; readonly reason: string; readonly documentNumber: string };
  readonly steps: readonly Step[];
}

interface Penalties {
  readonly penalties: readonly Penalty[];
}

type Told = Partial<Omit<Penalty, 'penaltyId' | 'department' | 'steps'>>;

/** What a fact tells of the penalty; `at` and `eventId` are those of the step that its state came with. */
function telling(tell: (data: any, before: Penalty) => Told) {
  return ({ penalties }: Penalties, fact: Recorded): Penalties => {
    const penaltyId = recordIdOf(fact);
    const { department, type, data } = fact;
    const { documentNumber, due } = data as { documentNumber?: string; due?: { rolledDue: string } };
    const step: Step = { type, documentNumber, dueOn: due?.rolledDue, ...said(fact) };
    return {
      penalties: put(
        penalties,
        (one) => one.penaltyId === penaltyId && one.department === department,
        (before = { penaltyId, department, state: 'FILED', steps: [], ...said(fact) }) => {
          const told = tell(data, before);
          return { ...before, ...told, ...(told.state ? said(fact) : {}), steps: [...before.steps, step] };
        },
      ),
    };
  };
}

const unchanged = telling(() => ({}));

/** Penalties, from the filing of a case to its closing. The legal representative is nobody's business here. */
export const penalties = section<Penalties>({
  blank: { penalties: [] },
  when: inEveryPenalty({
    CaseFiled: telling(({ enterprise, caseId, suspicion }) => ({
      state: 'FILED',
      caseId,
      partyName: enterprise.name,
      violation: suspicion,
    })),
    FilingDeclined: telling(({ enterprise }) => ({ state: 'NOT_FILED', partyName: enterprise.name })),
    EvidencePreserved: unchanged,
    PreservedEvidenceSettled: unchanged,
    EvidencePreservationLapsed: unchanged,
    InvestigationConcluded: telling(() => ({ state: 'INVESTIGATED' })),
    NoPenaltyDecided: telling(({ decidedOn }) => ({ state: 'NO_PENALTY', decidedOn })),
    PenaltyDecisionOverdue: unchanged,
    CaseReferredToPolice: telling(() => ({ state: 'REFERRED' })),
    PoliceFiled: unchanged,
    PoliceDeclined: unchanged,
    ReferralReviewRequested: unchanged,
    CriminalJudgmentRecorded: unchanged,
    PriorNoticeServed: telling(({ enterprise, caseId, violation, legalBasis }) => ({
      state: 'NOTICE_SERVED',
      caseId,
      partyName: enterprise.name,
      violation,
      legalBasis,
    })),
    DefenceHeard: unchanged,
    HearingRequested: telling(() => ({ state: 'HEARING_REQUESTED' })),
    HearingAnnounced: unchanged,
    HearingEnded: telling(() => ({ state: 'HEARD' })),
    LegalityReviewed: unchanged,
    CollectivelyDiscussed: unchanged,
    PenaltyDecided: telling(
      ({
        enterprise,
        caseId,
        violation,
        legalBasis,
        documentNumber,
        kinds,
        content,
        fineFen,
        confiscatedFen,
        decidedOn,
      }) => ({
        state: 'DECIDED',
        caseId,
        partyName: enterprise.name,
        violation,
        legalBasis,
        documentNumber,
        kinds,
        content,
        fineFen,
        confiscatedFen,
        decidedOn,
      }),
    ),
    PenaltyDecisionServed: telling(({ servedOn }) => ({ state: 'SERVED', servedOn })),
    PenaltyPerformed: telling(({ performedOn }) => ({ state: 'PERFORMED', performedOn })),
    PenaltyPaymentOverdue: telling(() => ({ state: 'PAYMENT_OVERDUE' })),
    LateSurchargeAdded: telling(({ surchargeFen }) => ({ surchargeFen })),
    PerformanceDemanded: unchanged,
    CourtEnforcementApplied: telling(() => ({ state: 'BEFORE_COURT' })),
    CourtEnforcementEnded: telling(() => ({ state: 'COURT_ENDED' })),
    PenaltyChallenged: telling(({ remedy, filedOn }) => ({ challenge: { remedy, filedOn } })),
    ExecutionStayed: telling(({ stayedFrom }) => ({ stayedFrom })),
    ChallengeDecided: telling(({ outcome }, { challenge }) => ({
      challenge: challenge && { ...challenge, outcome },
      stayedFrom: undefined,
    })),
    PenaltyChanged: telling(({ content, fineFen }) => ({ content, fineFen })),
    PenaltyAnnulled: telling(({ annulledOn, reason, documentNumber }) => ({
      state: 'ANNULLED',
      annulled: { on: annulledOn, reason, documentNumber },
    })),
    PenaltyCaseClosed: telling(() => ({ state: 'CLOSED' })),
  }),
});
