import { credit as contracts } from '#contracts';
import { department } from '#department';
import { deadlines } from './credit.deadlines.js';
import { exitPolicy } from './exit.policy.js';
import { penaltyPolicy } from './penalty.policy.js';
import { record } from './record.decider.js';

/** Credit: collects, pushes, publishes, restricts, repairs. */
export const credit = department({
  language: contracts.language,
  deciders: { record },
  policies: [penaltyPolicy, exitPolicy],
  deadlines,
});
