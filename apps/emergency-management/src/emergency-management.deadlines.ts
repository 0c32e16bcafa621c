import type { emergencyManagement } from '#contracts';
import { recordIdOf, type DeadlineChange, type Deadlines, type Recorded } from '#decider';
import { penaltyDeadlines } from '#procedure';

/** The validity of grades, and the days by which hazards and suspensions are put right (二(四)). */
export const deadlines: Deadlines = {
  when: {
    ...penaltyDeadlines('emergency-management'),

    'emergencyManagement.SafetyStandardisationGraded': (
      fact: Recorded<emergencyManagement.SafetyStandardisationGraded>,
    ) => {
      const { validTo } = fact.data;
      return [set(fact, 'validity', validTo, 'LapseStandardisation', { validTo })];
    },
    'emergencyManagement.SafetyStandardisationWithdrawn': (fact) => [clear(fact, 'validity')],
    'emergencyManagement.SafetyStandardisationLapsed': (fact) => [clear(fact, 'validity')],

    'emergencyManagement.MajorHazardSupervised': (fact: Recorded<emergencyManagement.MajorHazardSupervised>) => [
      due(fact, 'clearance', fact.data.dueOn, 'PassClearanceDeadline'),
    ],
    'emergencyManagement.MajorHazardClearanceOverdue': (fact) => [clear(fact, 'clearance')],
    'emergencyManagement.MajorHazardCleared': (fact) => [clear(fact, 'clearance')],

    'emergencyManagement.HazardRemovalOrdered': (fact: Recorded<emergencyManagement.HazardRemovalOrdered>) => [
      due(fact, 'removal', fact.data.dueOn, 'PassHazardDeadline'),
    ],
    'emergencyManagement.HazardRemovalPeriodEnded': (fact) => [clear(fact, 'removal')],
    'emergencyManagement.HazardsReexamined': (fact: Recorded<emergencyManagement.HazardsReexamined>) =>
      fact.data.cleared ? [clear(fact, 'removal')] : [],

    'emergencyManagement.ProductionSuspendedForSafety': (
      fact: Recorded<emergencyManagement.ProductionSuspendedForSafety>,
    ) => [clear(fact, 'removal'), due(fact, 'suspension', fact.data.due.rolledDue, 'PassSuspensionDeadline')],
    'emergencyManagement.SuspensionPeriodEnded': (fact) => [clear(fact, 'suspension')],
    'emergencyManagement.ResumptionApproved': (fact) => [clear(fact, 'suspension')],
    'emergencyManagement.GovernmentDecisionNoted': (fact: Recorded<emergencyManagement.GovernmentDecisionNoted>) =>
      fact.data.decision === 'CLOSED' ? [clear(fact, 'removal'), clear(fact, 'suspension')] : [],
  },
};

/** Kind of record within the department: the part of the stream's name before the id. */
const recordOf = ({ stream }: Recorded): string => stream.slice(stream.indexOf('.') + 1, stream.indexOf('-'));

const keyOf = (fact: Recorded, what: string): string => `${recordOf(fact)}/${recordIdOf(fact)}/${what}`;

const clear = (fact: Recorded, what: string): DeadlineChange => ({ clear: keyOf(fact, what) });

const set = (fact: Recorded, what: string, dueOn: string, command: string, data: object): DeadlineChange => ({
  set: { key: keyOf(fact, what), dueOn, record: recordOf(fact), id: recordIdOf(fact), command, data },
});

const due = (fact: Recorded, what: string, dueOn: string, command: string): DeadlineChange =>
  set(fact, what, dueOn, command, { dueOn });
