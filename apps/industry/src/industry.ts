import { industry } from '#contracts';
import { department } from '#department';
import { cardLists, cardProcedure, cardsKeepLists, listProcedure } from '#procedure';
import { annualPlan } from './annual-plan.decider.js';
import { industryCase } from './case.decider.js';
import { casesPolicy } from './cases.policy.js';
import { ditiao } from './ditiao.decider.js';
import { exit } from './exit/exit.decider.js';
import { exitsPolicy } from './exits.policy.js';
import { furnace } from './furnace.decider.js';
import { industryLookBack } from './industry-look-back.decider.js';
import { deadlines } from './industry.deadlines.js';
import { lead } from './lead.decider.js';
import { lookBack } from './look-back.decider.js';
import { lookBackRound } from './look-back-round.decider.js';
import { patrol } from './patrol.decider.js';
import { screening } from './screening.decider.js';
import { supervisionMatter } from './supervision-matter.decider.js';
import { zone } from './zone.decider.js';

/** Industry and information technology: the yearly plan, exits, and what keeps them exited (二(五), 三(二)). */
export const industryDepartment = department({
  language: industry.language,
  deciders: {
    annualPlan,
    screening,
    exit,
    furnace,
    zone,
    patrol,
    ditiao,
    lead,
    lookBackRound,
    lookBack,
    industryLookBack,
    supervisionMatter,
    case: industryCase,
    card: cardProcedure('industry'),
    list: listProcedure('industry', cardLists),
  },
  policies: [exitsPolicy, casesPolicy, cardsKeepLists('industry')],
  deadlines,
});
