import { catalogue, type CommandsOf, type EventsOf } from '../catalogue.js';
import * as plan from './plan.js';

export * from './plan.js';

/** Industry and information technology: the lead bureau's plan and its look-back rounds. */
export const language = catalogue({
  department: 'industry',
  title: { zh: '工业和信息化', en: 'Industry and information technology' },
  records: {
    annualPlan: {
      path: 'annual-plans',
      id: 'planId',
      commands: { AdoptAnnualPlan: plan.AdoptAnnualPlan },
      events: { AnnualPlanAdopted: plan.AnnualPlanAdopted },
    },
    lookBackRound: {
      path: 'look-back-rounds',
      id: 'roundId',
      commands: { PlanLookBack: plan.PlanLookBack },
      events: { LookBackPlanned: plan.LookBackPlanned },
    },
  },
});

export type Commands<Kind extends keyof (typeof language)['records']> = CommandsOf<typeof language, Kind>;
export type Events<Kind extends keyof (typeof language)['records']> = EventsOf<typeof language, Kind>;
