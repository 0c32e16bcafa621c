import type { industry } from '#contracts';
import { industryGroups } from '#codes';
import { alreadySays, contentOf, type Decider } from '#decider';
import { keeping, type Said } from '#procedure';
import { ruleRef } from '#law';
import { cite, lawOn, mustHaveCome, no } from './law.js';

type Events = industry.Events<'industryLookBack'>;

const clause = '2.5.4';

/** One cell of the matrix of areas and key industries in a year. The plan counts twelve and names eight (二(五)4). */
export const industryLookBack: Decider<Said<Events>, industry.Commands<'industryLookBack'>, Events> = {
  name: 'industry.industryLookBack',
  initial: {},
  decide: {
    RecordIndustryLookBack: (command, { IndustryLookBackCompleted: last }, given) => {
      const check = contentOf(command);
      if (alreadySays(last, check)) return [];
      const rule = lawOn('industry/key-industries', check.completedOn);
      const expected = `${check.year}-${check.county}-${check.industry}`;
      if (given.id !== expected)
        throw no(
          'cell-id',
          { zh: `该县（区）该行业该年度的编号应为“${expected}”`, en: `This cell of the matrix is ${expected}` },
          { zh: `提交至 industry-look-backs/${expected}`, en: `Post it to industry-look-backs/${expected}` },
          { ...cite(rule), facts: { id: given.id, expected } },
        );
      if (last && check.completedOn <= last.completedOn)
        throw no(
          'already-completed',
          {
            zh: `${last.completedOn}已完成，内容不同`,
            en: `It was completed on ${last.completedOn}, otherwise than this`,
          },
          { zh: '再次“回头看”的，填写以后的日期', en: 'A further look-back is of a later day' },
          { ...cite(rule), facts: { completedOn: last.completedOn } },
        );
      mustHaveCome(check.completedOn, given, clause);
      const { confirmed } = industryGroups[check.industry];
      return [{ type: 'IndustryLookBackCompleted', data: { ...check, confirmed }, rules: [ruleRef(rule)] }];
    },
  },
  evolve: keeping<Events>('IndustryLookBackCompleted'),
};
