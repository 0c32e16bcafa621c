import { environment } from '#contracts';
import { department } from '#department';
import { exceedanceLists, listProcedure, penaltyDeadlines, penaltyProcedure } from '#procedure';
import { envCase } from './case/case.decider.js';
import { complianceTarget } from './compliance-target.decider.js';
import { eia } from './eia.decider.js';
import { eliminationPolicy } from './elimination.policy.js';
import { enforcementPlan } from './enforcement-plan.decider.js';
import { deadlines } from './environment.deadlines.js';
import { governmentPolicy } from './government.policy.js';
import { inspection } from './inspection.decider.js';
import { listsPolicy } from './lists.policy.js';
import { monitor } from './monitor.decider.js';
import { permit } from './permit/permit.decider.js';

/** Environment: its language and its law (二(二)). */
export const environmentDepartment = department({
  language: environment.language,
  deciders: {
    eia,
    permit,
    enforcementPlan,
    inspection,
    monitor,
    case: envCase,
    complianceTarget,
    penalty: penaltyProcedure({ department: 'environment', clause: '2.2.3' }),
    list: listProcedure('environment', exceedanceLists),
  },
  policies: [eliminationPolicy, governmentPolicy, listsPolicy],
  deadlines: { when: { ...deadlines.when, ...penaltyDeadlines('environment') } },
});
