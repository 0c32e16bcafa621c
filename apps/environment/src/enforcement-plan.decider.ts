import type { environment } from '#contracts';
import { contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { cite, isRepeated, lawOn, refusal } from './law.js';

type Events = environment.Events<'enforcementPlan'>;

const clause = '2.2.2';
const another = { zh: '修订后的计划使用新的编号', en: 'A revised one takes an id of its own' };

/** The tasks of a year and the plan of enforcement. Checks of permits are part of it: Permit Regulation art. 25. */
export const enforcementPlan: Decider<Said<Events>, environment.Commands<'enforcementPlan'>, Events> = {
  name: 'environment.enforcementPlan',
  initial: {},

  decide: {
    SetAnnualEnvTasks: (command, { AnnualEnvTasksSet, EnvEnforcementPlanAdopted }) => {
      const tasks = contentOf(command);
      const what = { zh: '年度重点任务', en: 'list of tasks', clause, wayOut: another };
      if (isRepeated(AnnualEnvTasksSet, tasks, what)) return [];
      mustBeOneYear(tasks.year, EnvEnforcementPlanAdopted?.year);
      return [{ type: 'AnnualEnvTasksSet', data: tasks }];
    },

    AdoptEnforcementPlan: (command, { AnnualEnvTasksSet, EnvEnforcementPlanAdopted }, { occurredAt }) => {
      const plan = contentOf(command);
      const what = { zh: '年度执法计划', en: 'enforcement plan', clause, wayOut: another };
      if (isRepeated(EnvEnforcementPlanAdopted, plan, what)) return [];
      mustBeOneYear(plan.year, AnnualEnvTasksSet?.year);
      const rule = lawOn('environment/enforcement-plan', dayOf(occurredAt));
      const checks = lawOn('permit/plan-checks', dayOf(occurredAt));
      if (!plan.quotas.some(({ kind }) => kind === 'PERMIT_CHECK'))
        throw refusal(
          'no-permit-checks',
          {
            zh: '年度执法计划未列入排污许可执法检查',
            en: 'The yearly plan leaves out the checks of discharge permits',
          },
          {
            ...cite(checks),
            wayOut: { zh: '在 quotas 中列入 PERMIT_CHECK', en: 'Add a quota of kind PERMIT_CHECK' },
          },
        );
      return [{ type: 'EnvEnforcementPlanAdopted', data: plan, rules: [ruleRef(rule), ruleRef(checks)] }];
    },
  },

  evolve: keeping<Events>('AnnualEnvTasksSet', 'EnvEnforcementPlanAdopted'),
};

function mustBeOneYear(year: number, other: number | undefined): void {
  if (other === undefined || other === year) return;
  throw refusal(
    'plan-of-another-year',
    { zh: `该编号用于${other}年度`, en: `This record is for the year ${other}` },
    { clause, wayOut: { zh: '每年度使用自己的编号', en: 'Each year takes an id of its own' }, facts: { year: other } },
  );
}
