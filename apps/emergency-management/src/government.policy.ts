import type { emergencyManagement, government } from '#contracts';
import { recordIdOf, type OwnCommand, type Policy, type Recorded } from '#decider';
import { dayOf } from '#law';

type Decision = Pick<
  emergencyManagement.NoteGovernmentDecision,
  'decision' | 'effectiveOn' | 'governmentDocumentNumber'
>;

/** What the government decides on a proposal of emergency management is noted on its case (二(四)3). Others' proposals are theirs. */
export const governmentPolicy: Policy = {
  name: 'government-decisions-reach-the-case',
  when: {
    'government.ClosureProposalReturned': (fact: Recorded<government.ClosureProposalReturned>) =>
      noted(fact, { decision: 'RETURNED', effectiveOn: dayOf(fact.occurredAt) }),
    'government.SuspensionOrdered': (fact: Recorded<government.SuspensionOrdered>) =>
      noted(fact, inForce('SUSPENDED', fact)),
    'government.ClosureOrdered': (fact: Recorded<government.ClosureOrdered>) => noted(fact, inForce('CLOSED', fact)),
  },
};

const inForce = (
  decision: Decision['decision'],
  {
    data: { effectiveOn, governmentDocumentNumber },
  }: Recorded<government.SuspensionOrdered> | Recorded<government.ClosureOrdered>,
): Decision => ({ decision, effectiveOn, governmentDocumentNumber });

const noted = (
  fact: Recorded<{ readonly caseId: string; readonly proposedBy: string }>,
  decision: Decision,
): readonly OwnCommand[] =>
  fact.data.proposedBy === 'emergency-management'
    ? [
        {
          record: 'case',
          id: fact.data.caseId,
          command: 'NoteGovernmentDecision',
          data: { proposalId: recordIdOf(fact), ...decision },
        },
      ]
    : [];
