import type { government } from '#contracts';
import { contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { isRepeated, lawOn, refusal } from './law.js';

type Events = government.Events<'dataShare'>;

const clause = '3.3';

/** Data on exits that one department gave another, with what for (三(三)). */
export const dataShare: Decider<Said<Events>, government.Commands<'dataShare'>, Events> = {
  name: 'government.dataShare',
  initial: {},

  decide: {
    ShareExitData: (command, { ExitDataShared }, { occurredAt }) => {
      const share = contentOf(command);
      if (isRepeated(ExitDataShared, share, { zh: '数据共享', en: 'sharing of data', clause })) return [];
      if (share.from === share.to)
        throw refusal(
          'shares-with-itself',
          { zh: `提供部门与接收部门同为${share.from}`, en: `${share.from} cannot share with itself` },
          { clause, wayOut: { zh: '填写接收部门', en: 'Name the department that received it' } },
        );
      return [{ type: 'ExitDataShared', data: share, rules: [ruleRef(lawOn('plan/data-sharing', dayOf(occurredAt)))] }];
    },
  },

  evolve: keeping<Events>('ExitDataShared'),
};
