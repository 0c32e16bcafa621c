import { namespaceOf, type Decider } from '#decider';
import { keeping } from '../keeping.js';
import { challenge } from './challenge.js';
import { decision } from './decision.js';
import { filing } from './filing.js';
import { hearing } from './hearing.js';
import { performance } from './performance.js';
import { referral } from './referral.js';
import type { Commands, Events, Penalty } from './state.js';
import { termsOf, type PenaltyTerms } from './terms.js';

/**
 * A penalty from the filing of a case to its closing, as the Penalty Law wants it of every department: filed,
 * investigated, noticed, heard, decided, served, performed; challenged, annulled, enforced, or referred to the police.
 */
export function penaltyProcedure({
  department,
  clause,
}: Pick<PenaltyTerms, 'department' | 'clause'>): Decider<Penalty, Commands, Events> {
  const terms = termsOf(department, clause);
  return {
    name: `${namespaceOf(department)}.penalty`,
    initial: {},
    decide: {
      ...filing(terms),
      ...referral(terms),
      ...hearing(terms),
      ...decision(terms),
      ...performance(terms),
      ...challenge(terms),
    },
    evolve: {
      ...keeping<Events>(
        'CaseFiled',
        'FilingDeclined',
        'PreservedEvidenceSettled',
        'EvidencePreservationLapsed',
        'InvestigationConcluded',
        'NoPenaltyDecided',
        'PenaltyDecisionOverdue',
        'CaseReferredToPolice',
        'PoliceFiled',
        'PoliceDeclined',
        'ReferralReviewRequested',
        'CriminalJudgmentRecorded',
        'PriorNoticeServed',
        'DefenceHeard',
        'HearingRequested',
        'HearingAnnounced',
        'HearingEnded',
        'LegalityReviewed',
        'CollectivelyDiscussed',
        'PenaltyDecided',
        'PenaltyDecisionServed',
        'PenaltyPerformed',
        'PenaltyPaymentOverdue',
        'LateSurchargeAdded',
        'PerformanceDemanded',
        'CourtEnforcementApplied',
        'CourtEnforcementEnded',
        'ExecutionStayed',
        'PenaltyChanged',
        'PenaltyAnnulled',
        'PenaltyCaseClosed',
      ),
      // Evidence may be preserved again once that of before was decided on.
      EvidencePreserved: (
        { PreservedEvidenceSettled: _, EvidencePreservationLapsed: __, ...state },
        EvidencePreserved,
      ) => ({
        ...state,
        EvidencePreserved,
      }),
      PenaltyChallenged: ({ ChallengeDecided: _, challenges = [], ...state }, PenaltyChallenged) => ({
        ...state,
        PenaltyChallenged,
        challenges: [...challenges, { from: PenaltyChallenged.filedOn }],
      }),
      ChallengeDecided: ({ challenges = [], ...state }, ChallengeDecided) => ({
        ...state,
        ChallengeDecided,
        challenges: challenges.map(({ from, to = ChallengeDecided.decidedOn }) => ({ from, to })),
      }),
    },
    subject: ({ CaseFiled, FilingDeclined, PriorNoticeServed, PenaltyDecided }) => {
      const { enterprise } = PriorNoticeServed ?? PenaltyDecided ?? CaseFiled ?? FilingDeclined ?? {};
      const caseId = (PriorNoticeServed ?? PenaltyDecided ?? CaseFiled)?.caseId;
      return { uscc: enterprise?.uscc, siteId: enterprise?.siteId, caseId };
    },
  };
}
