import * as penalty from './penalty.js';

/** Penalties by the ordinary procedure, as every department speaks of them. */
export const penaltyRecord = {
  path: 'penalties',
  id: 'penaltyId',
  commands: {
    ServePriorNotice: penalty.ServePriorNotice,
    DecidePenalty: penalty.DecidePenalty,
    ServePenaltyDecision: penalty.ServePenaltyDecision,
    RecordPenaltyPerformed: penalty.RecordPenaltyPerformed,
    RecordPenaltyAnnulled: penalty.RecordPenaltyAnnulled,
  },
  events: {
    PriorNoticeServed: penalty.PriorNoticeServed,
    PenaltyDecided: penalty.PenaltyDecided,
    PenaltyDecisionServed: penalty.PenaltyDecisionServed,
    PenaltyPerformed: penalty.PenaltyPerformed,
    PenaltyAnnulled: penalty.PenaltyAnnulled,
  },
} as const;
