import type { energy } from '#contracts';
import { recordIdOf, type Policy, type Recorded } from '#decider';

/** What a department proposes lies before the government, under the id that the department gave it (二(一)3). */
export const proposalsPolicy: Policy = {
  name: 'proposals-lie-before-the-government',
  when: {
    'energy.ClosureProposed': (fact: Recorded<energy.ClosureProposed>) => {
      const { proposalId, ...proposal } = fact.data;
      const data = { ...proposal, caseId: recordIdOf(fact), proposedBy: 'energy' };
      return [{ record: 'closureProposal', id: proposalId, command: 'ReceiveClosureProposal', data }];
    },
  },
};
