import { penalisers } from '../penalties.js';
import { owed, settled, type Duties, type Duty } from './duty.js';

/** What a penalty makes owed: a decision in time, payment in time, an answer of the police. */
const ofPenalties: readonly Duty[] = [
  {
    kind: 'decide-penalty',
    says: { zh: '作出处罚决定', en: 'Decide the case' },
    by: 'department',
    when: {
      CaseFiled: (fact) => (fact.data.due ? owed(fact) : undefined),
      PenaltyDecided: settled,
      NoPenaltyDecided: settled,
      PenaltyAnnulled: settled,
    },
  },
  {
    kind: 'settle-evidence',
    says: { zh: '处理先行登记保存的证据', en: 'Decide on preserved evidence' },
    by: 'department',
    when: {
      EvidencePreserved: owed,
      PreservedEvidenceSettled: settled,
      EvidencePreservationLapsed: settled,
    },
  },
  {
    kind: 'pay-fine',
    says: { zh: '缴纳罚款', en: 'Pay the fine' },
    by: 'enterprise',
    when: {
      PenaltyDecisionServed: (fact) => (fact.data.due ? owed(fact) : undefined),
      PenaltyPerformed: settled,
      PenaltyAnnulled: settled,
      CourtEnforcementEnded: settled,
      PenaltyCaseClosed: settled,
    },
  },
];

export const penaltyDuties: Duties = Object.fromEntries(
  penalisers.map((department) => [
    `${department}.penalty`,
    ofPenalties.map((duty) => ({
      ...duty,
      when: Object.fromEntries(Object.entries(duty.when).map(([name, change]) => [`${department}.${name}`, change])),
    })),
  ]),
);
