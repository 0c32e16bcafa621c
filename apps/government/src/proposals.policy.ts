import { recordIdOf, type Policy, type Recorded } from '#decider';

/** What every department says when it proposes to close. */
interface Proposed {
  readonly enterprise: object;
  readonly proposalId: string;
  readonly grounds: string;
  readonly scope: string;
  readonly legalBasis: string;
}

/** Who proposes to close, by the fact that says so. */
const proposers: Readonly<Record<string, string>> = {
  'energy.ClosureProposed': 'energy',
  'environment.EnvClosureReported': 'environment',
  'emergencyManagement.SafetyClosureProposed': 'emergency-management',
};

/** What a department proposes lies before the government, under the id that the department gave it (二). */
export const proposalsPolicy: Policy = {
  name: 'proposals-lie-before-the-government',
  when: Object.fromEntries(
    Object.entries(proposers).map(([type, proposedBy]) => [
      type,
      (fact: Recorded<Proposed>) => {
        const { enterprise, proposalId, grounds, scope, legalBasis } = fact.data;
        const data = { enterprise, grounds, scope, legalBasis, caseId: recordIdOf(fact), proposedBy };
        return [{ record: 'closureProposal', id: proposalId, command: 'ReceiveClosureProposal', data }];
      },
    ]),
  ),
};
