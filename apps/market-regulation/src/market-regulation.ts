import { marketRegulation } from '#contracts';
import { department } from '#department';
import { cardProcedure, cardsKeepLists, penaltyProcedure } from '#procedure';
import { application } from './application.decider.js';
import { cardsPolicy } from './cards.policy.js';
import { qualityCase } from './case/case.decider.js';
import { keyProduct } from './key-product.decider.js';
import { licence } from './licence.decider.js';
import { list } from './list.js';
import { listsPolicy } from './lists.policy.js';
import { deadlines } from './market-regulation.deadlines.js';
import { producer } from './producer.decider.js';
import { registration } from './registration.decider.js';
import { sample } from './sample.decider.js';
import { samplingPlan } from './sampling-plan.decider.js';
import { samplingPolicy } from './sampling.policy.js';
import { site } from './site.decider.js';

/** Market regulation: its language and its law of quality (二(三)). */
export const marketRegulationDepartment = department({
  language: marketRegulation.language,
  deciders: {
    application,
    licence,
    registration,
    site,
    keyProduct,
    samplingPlan,
    sample,
    producer,
    case: qualityCase,
    penalty: penaltyProcedure({ department: 'market-regulation', clause: '2.3.3' }),
    card: cardProcedure('market-regulation'),
    list,
  },
  policies: [listsPolicy, samplingPolicy, cardsPolicy, cardsKeepLists('market-regulation')],
  deadlines,
});
