import type { industry } from '#contracts';
import { readPenaltyDocumentNumber } from '#codes';
import { alreadySays, contentOf, Refusal, type Decider } from '#decider';

interface AnnualPlan {
  readonly adopted?: industry.AnnualPlanAdopted;
}

const clause = 'P';

/** The city's yearly plan, which carries out the province's. Its id is its year, so that a year has one. */
export const annualPlan: Decider<AnnualPlan, industry.Commands<'annualPlan'>, industry.Events<'annualPlan'>> = {
  name: 'industry.annualPlan',
  initial: {},

  decide: {
    AdoptAnnualPlan: (command, { adopted }, { id }) => {
      const plan = contentOf(command);
      if (alreadySays(adopted, plan)) return [];
      if (id !== String(plan.year))
        throw new Refusal(
          'industry/plan-id-is-its-year',
          {
            zh: `${plan.year}年度计划的编号应为“${plan.year}”，不是“${id}”`,
            en: `The plan of ${plan.year} has the id ${plan.year}, not ${id}: a year has one active plan`,
          },
          {
            clause,
            wayOut: { zh: `提交至 annual-plans/${plan.year}`, en: `Post it to annual-plans/${plan.year}` },
            facts: { id, year: plan.year },
          },
        );
      if (adopted)
        throw new Refusal(
          'industry/plan-already-adopted',
          {
            zh: `${plan.year}年度计划已印发：${adopted.title}`,
            en: `The plan of ${plan.year} has been adopted: ${adopted.title}`,
          },
          { clause, wayOut: { zh: '一年只有一份有效的计划', en: 'A year has one active plan' } },
        );
      if (!isOfTheProvince(plan.upstreamDocumentNumber, plan.year))
        throw new Refusal(
          'industry/no-provincial-plan',
          {
            zh: `“${plan.upstreamDocumentNumber}”不是广东省${plan.year}年工作方案的文号`,
            en: `"${plan.upstreamDocumentNumber}" is not the number of Guangdong's plan of ${plan.year}`,
          },
          {
            clause,
            wayOut: {
              zh: '引用省级方案的文号，例如 粤工信规划政策〔2021〕20号',
              en: 'Cite the provincial plan by its number, such as 粤工信规划政策〔2021〕20号',
            },
            facts: { upstreamDocumentNumber: plan.upstreamDocumentNumber, year: plan.year },
          },
        );
      return [{ type: 'AnnualPlanAdopted', data: plan }];
    },
  },

  evolve: { AnnualPlanAdopted: (_, adopted) => ({ adopted }) },
};

/** Whether a document number is of Guangdong (粤) and of the year. Document numbers of all kinds are written alike. */
function isOfTheProvince(documentNumber: string, planYear: number): boolean {
  const { authority, year } = readPenaltyDocumentNumber(documentNumber);
  return authority?.startsWith('粤') === true && year === planYear;
}
