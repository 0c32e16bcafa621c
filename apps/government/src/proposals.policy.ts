import type { government } from '#contracts';
import { recordIdOf, type OwnCommand, type Policy, type Recorded } from '#decider';

type Proposed = Omit<government.ClosureProposalReceived, 'caseId' | 'proposedBy'> & { readonly proposalId: string };

/** A proposal of a department, under the id that the department gave it. What else it tells stays with its case. */
const proposedBy =
  (department: string) =>
  (fact: Recorded<Proposed>): readonly OwnCommand[] => {
    const { proposalId, enterprise, grounds, scope, legalBasis } = fact.data;
    const data = { enterprise, grounds, scope, legalBasis, caseId: recordIdOf(fact), proposedBy: department };
    return [{ record: 'closureProposal', id: proposalId, command: 'ReceiveClosureProposal', data }];
  };

/** What a department proposes lies before the government (二(一)3, 二(二)3, 二(四)3). */
export const proposalsPolicy: Policy = {
  name: 'proposals-lie-before-the-government',
  when: {
    'energy.ClosureProposed': proposedBy('energy'),
    'environment.EnvClosureReported': proposedBy('environment'),
    'emergencyManagement.SafetyClosureProposed': proposedBy('emergency-management'),
  },
};
