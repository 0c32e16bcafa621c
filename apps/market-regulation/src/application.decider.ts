import type { marketRegulation } from '#contracts';
import { contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { cite, isRepeated, lawOn, mustHaveCome, mustNotPrecede, refusal } from './law.js';

type Events = marketRegulation.Events<'application'>;

const clause = '2.3.1';

/** An application for a production licence that was not even accepted: what policy excludes nobody may apply for. */
export const application: Decider<Said<Events>, marketRegulation.Commands<'application'>, Events> = {
  name: 'marketRegulation.application',
  initial: {},

  decide: {
    RejectLicenceApplication: (command, { ProductionLicenceApplicationRejected: rejected }, given) => {
      const rejection = contentOf(command);
      if (isRepeated(rejected, rejection, { zh: '该申请的处理', en: 'answer to this application', clause })) return [];
      const day = dayOf(given.occurredAt);
      const rule = lawOn('quality/licence-conditions', day);
      mustHaveCome(rejection.filedOn, given, clause);
      mustNotPrecede(day, rejection.filedOn, clause, '申请', 'the application');
      if (rejection.product === 'OTHER' && rejection.ground === 'RULES')
        throw refusal(
          'rules-of-another-product',
          {
            zh: '实施细则只适用于钢筋、水泥产品；其他产品不得以不符合实施细则为由不予受理',
            en: 'The rules that the plan names are those for bar and cement; they reject no other product',
          },
          {
            ...cite(rule, clause),
            wayOut: {
              zh: '不符合产业政策的，填写 INDUSTRIAL_POLICY',
              en: 'Where industrial policy excludes it, the ground is INDUSTRIAL_POLICY',
            },
            facts: { product: rejection.product, ground: rejection.ground },
          },
        );
      return [{ type: 'ProductionLicenceApplicationRejected', data: rejection, rules: [ruleRef(rule)] }];
    },
  },

  evolve: keeping<Events>('ProductionLicenceApplicationRejected'),

  subject: ({ ProductionLicenceApplicationRejected: rejected }) => ({
    uscc: rejected?.enterprise.uscc,
    siteId: rejected?.enterprise.siteId,
  }),
};
