import type { energy } from '#contracts';
import { alreadySays, contentOf, Refusal, type Decider } from '#decider';

interface SupervisionPlan {
  readonly adopted?: energy.EnergySupervisionPlanAdopted;
}

const clause = '2.1.1';

/** The yearly supervision plan. Its id is its year, so that a year has one. */
export const supervisionPlan: Decider<
  SupervisionPlan,
  energy.Commands<'supervisionPlan'>,
  energy.Events<'supervisionPlan'>
> = {
  name: 'energy.supervisionPlan',
  initial: {},

  decide: {
    AdoptSupervisionPlan: (command, { adopted }, { id }) => {
      const plan = contentOf(command);
      if (alreadySays(adopted, plan)) return [];
      if (id !== String(plan.year))
        throw new Refusal(
          'energy/plan-id-is-its-year',
          {
            zh: `${plan.year}年度计划的编号应为“${plan.year}”，不是“${id}”`,
            en: `The plan of ${plan.year} has the id ${plan.year}, not ${id}: a year has one plan`,
          },
          {
            clause,
            wayOut: {
              zh: `提交至 supervision-plans/${plan.year}`,
              en: `Post it to supervision-plans/${plan.year}`,
            },
            facts: { id, year: plan.year },
          },
        );
      if (adopted)
        throw new Refusal(
          'energy/plan-already-adopted',
          {
            zh: `${plan.year}年度节能监察计划已制定（${adopted.documentNumber}）`,
            en: `The supervision plan of ${plan.year} has been adopted (${adopted.documentNumber})`,
          },
          {
            clause,
            wayOut: {
              zh: '一年一份计划；任务请下达在已制定的计划之下',
              en: 'There is one plan a year; assign tasks under the one adopted',
            },
            facts: { documentNumber: adopted.documentNumber },
          },
        );
      return [{ type: 'EnergySupervisionPlanAdopted', data: plan }];
    },
  },

  evolve: { EnergySupervisionPlanAdopted: (_, adopted) => ({ adopted }) },
};
