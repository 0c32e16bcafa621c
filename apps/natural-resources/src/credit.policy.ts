import type { credit } from '#contracts';
import { recordIdOf, type OwnCommand, type Policy, type Recorded } from '#decider';

/** What the credit department applies, shares or lifts for land supply is carried out here (三(二)). */
export const creditPolicy: Policy = {
  name: 'credit-restrictions-reach-land-supply',
  when: {
    'credit.CreditRestrictionApplied': (fact: Recorded<credit.CreditRestrictionApplied>) => {
      const { measure, legalBasis, from, to } = fact.data;
      return own(fact, 'NoteCreditRestriction', { measure, legalBasis, from, ...(to === undefined ? {} : { to }) });
    },
    'credit.CreditInfoSharedOnly': (fact: Recorded<credit.CreditInfoSharedOnly>) =>
      own(fact, 'NoteCreditRestriction', { measure: fact.data.measure }),
    'credit.CreditRestrictionLifted': (fact: Recorded<credit.CreditRestrictionLifted>) =>
      own(fact, 'EndCreditRestriction', { reason: `信用约束已解除（${fact.data.reason}）` }),
  },
};

const own = (fact: Recorded<{ readonly field: string }>, command: string, data: object): readonly OwnCommand[] =>
  fact.uscc === undefined || fact.data.field !== 'LAND_SUPPLY'
    ? []
    : [
        {
          record: 'landFile',
          id: fact.uscc,
          command,
          data: { restrictionId: recordIdOf(fact), ...data },
        },
      ];
