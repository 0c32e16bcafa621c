import type { energy } from '#contracts';
import type { Policy, Recorded } from '#decider';
import { recordIdOf } from './record-id.js';

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
