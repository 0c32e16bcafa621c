import type { government } from '#contracts';
import { contentOf, type Decider } from '#decider';
import { keeping, type Said } from '#procedure';
import { isRepeated, mustHaveCome } from './law.js';

type Events = government.Events<'publicity'>;

const clause = '4.2';

/** What the city or a county told the public of the work (四(二)). */
export const publicity: Decider<Said<Events>, government.Commands<'publicity'>, Events> = {
  name: 'government.publicity',
  initial: {},

  decide: {
    ReleasePublicity: (command, { PublicityItemReleased }, given) => {
      const item = contentOf(command);
      if (isRepeated(PublicityItemReleased, item, { zh: '宣传', en: 'publicity item', clause })) return [];
      mustHaveCome(item.releasedOn, given, clause);
      return [{ type: 'PublicityItemReleased', data: item }];
    },
  },

  evolve: keeping<Events>('PublicityItemReleased'),
};
