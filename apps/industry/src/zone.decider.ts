import type { industry } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { cite, lawOn, no } from './law.js';

type Events = industry.Events<'zone'>;

/** A zone and the four levels that answer for it: city, county, township, village (二(五)2). */
export const zone: Decider<Said<Events>, industry.Commands<'zone'>, Events> = {
  name: 'industry.zone',
  initial: {},
  decide: {
    AssignZone: (command, { ZoneAssigned: assigned }, { occurredAt }) => {
      const assignment = contentOf(command);
      if (alreadySays(assigned, assignment)) return [];
      const rule = lawOn('industry/ditiao-zones', dayOf(occurredAt));
      if (assigned && assignment.effectiveOn <= assigned.effectiveOn)
        throw no(
          'zone-assigned',
          {
            zh: `该片区自${assigned.effectiveOn}起已有分工`,
            en: `The zone is assigned from ${assigned.effectiveOn} on`,
          },
          { zh: '新的分工应自以后的日期起生效', en: 'Assign it anew from a later day' },
          { ...cite(rule), facts: { effectiveOn: assigned.effectiveOn } },
        );
      return [{ type: 'ZoneAssigned', data: assignment, rules: [ruleRef(rule)] }];
    },
  },
  evolve: keeping<Events>('ZoneAssigned'),
};
