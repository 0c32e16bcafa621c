import type { government } from '#contracts';
import { contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { isRepeated, lawOn, mustHaveId } from './law.js';

type Events = government.Events<'responsibility'>;

const clause = '4.1';

/** Who answers for what in an area, by post (四(一)). */
export const responsibility: Decider<Said<Events>, government.Commands<'responsibility'>, Events> = {
  name: 'government.responsibility',
  initial: {},

  decide: {
    AssignResponsibility: (command, { ResponsibilityAssigned }, { id, occurredAt }) => {
      const assigned = contentOf(command);
      if (isRepeated(ResponsibilityAssigned, assigned, { zh: '属地责任', en: 'assignment', clause })) return [];
      mustHaveId('responsibility', id, `${assigned.year}-${assigned.county}`, clause);
      const rules = [ruleRef(lawOn('plan/stability', dayOf(occurredAt)))];
      return [{ type: 'ResponsibilityAssigned', data: assigned, rules }];
    },
  },

  evolve: keeping<Events>('ResponsibilityAssigned'),
};
