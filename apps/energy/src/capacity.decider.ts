import type { energy } from '#contracts';
import { alreadySays, contentOf, Refusal, type Decider } from '#decider';

interface Capacity {
  readonly classified?: energy.CapacityClassified;
}

const clause = '1';

/** A production line that counts as outdated, on one ground at least (一). It may be classified again on other grounds. */
export const capacity: Decider<Capacity, energy.Commands<'capacity'>, energy.Events<'capacity'>> = {
  name: 'energy.capacity',
  initial: {},

  decide: {
    ClassifyCapacity: (command, { classified }) => {
      const classification = contentOf(command);
      if (alreadySays<object>(classified, { catalogueItem: undefined, ...classification })) return [];
      if (classified && classified.enterprise.uscc !== classification.enterprise.uscc)
        throw new Refusal(
          'energy/line-of-another',
          {
            zh: `该生产线属于${classified.enterprise.name}（${classified.enterprise.uscc}）`,
            en: `The line is on record for ${classified.enterprise.name} (${classified.enterprise.uscc})`,
          },
          {
            clause,
            wayOut: { zh: '另一企业的生产线使用新的编号', en: 'A line of another enterprise takes an id of its own' },
            facts: { uscc: classified.enterprise.uscc },
          },
        );
      if (classification.grounds.includes('ELIMINATION_CATEGORY') && !classification.catalogueItem)
        throw new Refusal(
          'energy/no-catalogue-item',
          {
            zh: '以淘汰类认定的，应写明目录条目',
            en: 'What belongs to the elimination category does so by an item of the catalogue',
          },
          {
            clause,
            wayOut: {
              zh: '在 catalogueItem 中写明《产业结构调整指导目录（2019年本）》条目',
              en: 'Name the item of the 2019 catalogue in `catalogueItem`',
            },
          },
        );
      return [{ type: 'CapacityClassified', data: classification }];
    },
  },

  evolve: { CapacityClassified: (_, classified) => ({ classified }) },

  subject: ({ classified }) => ({ uscc: classified?.enterprise.uscc, siteId: classified?.enterprise.siteId }),
};
