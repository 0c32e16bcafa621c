import type { marketRegulation } from '#contracts';
import { contentOf, type Bilingual, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { mustBeItsYear } from './key-product.decider.js';
import { cite, isRepeated, lawOn, refusal } from './law.js';

type Events = marketRegulation.Events<'samplingPlan'>;

const clause = '2.3.2';

/** What the plan names: in the catalogue and in the plan of sampling, both. */
const named = { STEEL: { zh: '钢铁', en: 'steel' }, CEMENT: { zh: '水泥', en: 'cement' } } as const;
type Named = keyof typeof named;

/** The year's plan of sampling. Its id is its year (二(三)2). */
export const samplingPlan: Decider<Said<Events>, marketRegulation.Commands<'samplingPlan'>, Events> = {
  name: 'marketRegulation.samplingPlan',
  initial: {},

  decide: {
    AdoptSamplingPlan: (command, { SamplingPlanAdopted: adopted }, { id, occurredAt, consulted }) => {
      const plan = contentOf(command);
      mustBeItsYear(plan.year, id, 'sampling-plans');
      const what = {
        zh: '本年度抽查计划',
        en: 'plan of sampling of this year',
        clause,
        wayOut: { zh: '一年一份抽查计划', en: 'A year has one plan of sampling' },
      };
      if (isRepeated(adopted, plan, what)) return [];
      const rule = lawOn('quality/key-products', dayOf(occurredAt));
      const lacking = (code: string, where: Bilingual, has: (category: Named) => boolean, wayOut: Bilingual): void => {
        const missing = (Object.keys(named) as Named[]).filter((category) => !has(category));
        if (missing.length === 0) return;
        throw refusal(
          code,
          {
            zh: `${where.zh}缺少${missing.map((one) => named[one].zh).join('、')}`,
            en: `${where.en} lacks ${missing.map((one) => named[one].en).join(' and ')}`,
          },
          { ...cite(rule, clause), wayOut, facts: { missing } },
        );
      };
      lacking(
        'plan-lacks-key-product',
        { zh: '抽查计划', en: 'The plan of sampling' },
        (category) => plan.products.some((one) => one.category === category),
        { zh: '将钢铁、水泥产品列入计划', en: 'Enter steel and cement in the plan' },
      );
      const catalogue = consulted(`marketRegulation.keyProduct-${plan.year}`);
      lacking(
        'catalogue-lacks-key-product',
        { zh: `${plan.year}年度重点监管产品目录`, en: `The catalogue of key products of ${plan.year}` },
        (category) => catalogue.some(({ data }) => data.category === category),
        { zh: '先将产品列入重点监管产品目录', en: 'First enter the product in the catalogue of key products' },
      );
      return [{ type: 'SamplingPlanAdopted', data: plan, rules: [ruleRef(rule)] }];
    },
  },

  evolve: keeping<Events>('SamplingPlanAdopted'),

  consults: { AdoptSamplingPlan: ({ year }) => [`marketRegulation.keyProduct-${year}`] },
};
