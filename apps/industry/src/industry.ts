import { industry } from '#contracts';
import { department } from '#department';
import { annualPlan } from './annual-plan.decider.js';
import { lookBackRound } from './look-back-round.decider.js';

/** Industry and information technology: the lead bureau's plan and its look-back rounds. */
export const industryDepartment = department({
  language: industry.language,
  deciders: { annualPlan, lookBackRound },
});
