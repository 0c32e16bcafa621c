import { energy } from '#contracts';
import { department } from '#department';
import { penaltyDeadlines, penaltyProcedure } from '#procedure';
import { capacity } from './capacity.decider.js';
import { energyCase } from './case/case.decider.js';
import { deadlines } from './energy.deadlines.js';
import { equipment } from './equipment.decider.js';
import { governmentPolicy } from './government.policy.js';
import { keyUser } from './key-user.decider.js';
import { list } from './list.decider.js';
import { listsPolicy } from './lists.policy.js';
import { publication } from './publication.decider.js';
import { standard } from './standard.decider.js';
import { supervisionPlan } from './supervision-plan.decider.js';
import { support } from './support.decider.js';

/** Energy: its language and its law (二(一)). */
export const energyDepartment = department({
  language: energy.language,
  deciders: {
    supervisionPlan,
    case: energyCase,
    equipment,
    penalty: penaltyProcedure({ department: 'energy', clause: '2.1.3' }),
    capacity,
    keyUser,
    publication,
    support,
    standard,
    list,
  },
  policies: [listsPolicy, governmentPolicy],
  deadlines: { when: { ...deadlines.when, ...penaltyDeadlines('energy') } },
  deadlinesVersion: 2,
});
