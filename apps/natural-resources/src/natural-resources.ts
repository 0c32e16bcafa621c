import { naturalResources } from '#contracts';
import { department } from '#department';
import { creditPolicy } from './credit.policy.js';
import { landFile } from './land-file.decider.js';
import { landProject } from './land-project.decider.js';

/** Natural resources: land for projects is screened, and restricted where the law says so (二(五), 三(二)). */
export const naturalResourcesDepartment = department({
  language: naturalResources.language,
  deciders: { landProject, landFile },
  policies: [creditPolicy],
});
