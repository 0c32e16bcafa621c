import { recordIdOf, type OwnCommand, type Policy, type Recorded } from '#decider';

/** A price measure does not outlive its ground: it ends with rectification, and with closure (二(一)2). */
export const groundsPolicy: Policy = {
  name: 'price-measures-end-with-their-case',
  when: {
    'energy.RectificationAccepted': (fact) => ended(fact, '整改验收合格'),
    'energy.RedCardIssued': (fact) => ended(fact, '企业已依法关闭'),
  },
};

const ended = (fact: Recorded, reason: string): readonly OwnCommand[] =>
  fact.uscc === undefined
    ? []
    : [
        {
          record: 'priceFile',
          id: fact.uscc,
          command: 'EndPriceGround',
          data: { caseId: recordIdOf(fact), reason },
        },
      ];
