import type { marketRegulation } from '#contracts';
import { contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { lawOn, refusal } from './law.js';

type Listed = marketRegulation.KeySupervisedProductListed;

const clause = '2.3.2';

/** The year's catalogue of key supervised products. Its id is its year, so that a year has one. */
export const keyProduct: Decider<
  readonly Listed[],
  marketRegulation.Commands<'keyProduct'>,
  marketRegulation.Events<'keyProduct'>
> = {
  name: 'marketRegulation.keyProduct',
  initial: [],

  decide: {
    ListKeyProduct: (command, listed, { id, occurredAt }) => {
      const entry = contentOf(command);
      mustBeItsYear(entry.year, id, 'key-products');
      if (listed.some(({ category, product }) => category === entry.category && product === entry.product)) return [];
      const rule = lawOn('quality/key-products', dayOf(occurredAt));
      return [{ type: 'KeySupervisedProductListed', data: entry, rules: [ruleRef(rule)] }];
    },
  },

  evolve: { KeySupervisedProductListed: (listed, entry) => [...listed, entry] },
};

/** Refuses a yearly record under an id that is not its year. */
export function mustBeItsYear(year: number, id: string, path: string): void {
  if (id === String(year)) return;
  throw refusal(
    'id-is-its-year',
    {
      zh: `${year}年度的编号应为“${year}”，不是“${id}”`,
      en: `That of ${year} has the id ${year}, not ${id}: a year has one`,
    },
    { clause, wayOut: { zh: `提交至 ${path}/${year}`, en: `Post it to ${path}/${year}` }, facts: { id, year } },
  );
}
