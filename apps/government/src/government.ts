import { government } from '#contracts';
import { department } from '#department';
import { annualSummary } from './annual-summary.decider.js';
import { areaSupervision } from './area-supervision.decider.js';
import { calendarPolicy } from './calendar.policy.js';
import { closureProposal } from './closure-proposal.decider.js';
import { conduct } from './conduct.decider.js';
import { conductPolicy } from './conduct.policy.js';
import { consolidation } from './consolidation.decider.js';
import { countyPlan } from './county-plan.decider.js';
import { dataShare } from './data-share.decider.js';
import { deployment } from './deployment.decider.js';
import { enforcementInspection } from './enforcement-inspection.decider.js';
import { exposure } from './exposure.decider.js';
import { exposurePolicy } from './exposure.policy.js';
import { feedback } from './feedback.decider.js';
import { deadlines } from './government.deadlines.js';
import { proposalsPolicy } from './proposals.policy.js';
import { publicity } from './publicity.decider.js';
import { responsibility } from './responsibility.decider.js';
import { stabilityRisk } from './stability-risk.decider.js';
import { supervisionVisit } from './supervision-visit.decider.js';
import { support } from './support.decider.js';

/** The people's government: the only one who closes, and the one to whom the year is reported. */
export const governmentDepartment = department({
  language: government.language,
  deciders: {
    closureProposal,
    deployment,
    countyPlan,
    enforcementInspection,
    feedback,
    dataShare,
    annualSummary,
    consolidation,
    responsibility,
    stabilityRisk,
    supervisionVisit,
    areaSupervision,
    publicity,
    support,
    exposure,
    conduct,
  },
  policies: [proposalsPolicy, calendarPolicy, exposurePolicy, conductPolicy],
  deadlines,
});
