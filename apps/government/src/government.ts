import { government } from '#contracts';
import { department } from '#department';
import { closureProposal } from './closure-proposal.decider.js';
import { deployment } from './deployment.decider.js';
import { proposalsPolicy } from './proposals.policy.js';

/** The people's government: the only one who closes. */
export const governmentDepartment = department({
  language: government.language,
  deciders: { closureProposal, deployment },
  policies: [proposalsPolicy],
});
