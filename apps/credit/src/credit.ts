import { credit as contracts } from '#contracts';
import { department } from '#department';
import { deadlines } from './credit.deadlines.js';
import { delivery } from './delivery.decider.js';
import { exitPolicy } from './exit.policy.js';
import { penaltyPolicy } from './penalty.policy.js';
import { promise } from './promise.decider.js';
import { promisesPolicy } from './promises.policy.js';
import { record } from './record.decider.js';
import { seriousEntry } from './serious-entry.decider.js';

/** Credit: collects, pushes, publishes, restricts, repairs. */
export const credit = department({
  language: contracts.language,
  deciders: { record, promise, delivery, seriousEntry },
  policies: [penaltyPolicy, exitPolicy, promisesPolicy],
  deadlines,
  deadlinesVersion: 2,
});
