import type { government } from '#contracts';
import { contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { isRepeated, lawOn, mustHaveCome } from './law.js';

type Events = government.Events<'supervisionVisit'>;

const clause = '4.2';

/** A bureau's visit to an area; each makes two a year or more, which the scorecard counts (四(二)). */
export const supervisionVisit: Decider<Said<Events>, government.Commands<'supervisionVisit'>, Events> = {
  name: 'government.supervisionVisit',
  initial: {},

  decide: {
    ConductSupervision: (command, { SupervisionVisitConducted }, given) => {
      const visit = contentOf(command);
      if (isRepeated(SupervisionVisitConducted, visit, { zh: '监督检查', en: 'visit', clause })) return [];
      mustHaveCome(visit.visitedOn, given, clause);
      const rules = [ruleRef(lawOn('plan/supervision-visits', dayOf(given.occurredAt)))];
      return [{ type: 'SupervisionVisitConducted', data: visit, rules }];
    },
  },

  evolve: keeping<Events>('SupervisionVisitConducted'),
};
