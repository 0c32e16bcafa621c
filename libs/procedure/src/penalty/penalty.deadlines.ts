import { namespaceOf, recordIdOf, type DeadlineChange, type Deadlines, type Recorded } from '#decider';

const keyOf = (fact: Recorded, what: string): string => `penalty/${recordIdOf(fact)}/${what}`;

const passes =
  (what: string, command: string) =>
  (fact: Recorded): readonly DeadlineChange[] => {
    const dueOn = fact.data.due?.rolledDue as string | undefined;
    if (!dueOn) return [];
    return [
      { set: { key: keyOf(fact, what), dueOn, record: 'penalty', id: recordIdOf(fact), command, data: { dueOn } } },
    ];
  };
const clears =
  (...what: readonly string[]) =>
  (fact: Recorded): readonly DeadlineChange[] =>
    what.map((one) => ({ clear: keyOf(fact, one) }));

const when: Deadlines['when'] = {
  CaseFiled: passes('decision', 'PassDecisionDeadline'),
  PenaltyDecided: clears('decision'),
  NoPenaltyDecided: clears('decision'),
  PenaltyDecisionOverdue: clears('decision'),
  EvidencePreserved: passes('evidence', 'LapsePreservation'),
  PreservedEvidenceSettled: clears('evidence'),
  EvidencePreservationLapsed: clears('evidence'),
  PenaltyDecisionServed: passes('payment', 'PassPaymentDeadline'),
  PenaltyPerformed: clears('payment'),
  PenaltyPaymentOverdue: clears('payment'),
  PenaltyAnnulled: clears('payment', 'evidence', 'decision'),
};

/** The periods of the penalty procedure that pass by themselves, to be put among those of a department. */
export const penaltyDeadlines = (department: string): Deadlines['when'] =>
  Object.fromEntries(Object.entries(when).map(([type, change]) => [`${namespaceOf(department)}.${type}`, change]));
