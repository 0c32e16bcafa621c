import type { industry } from '#contracts';
import { contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { cite, isRepeated, lawOn, mustHaveCome, no } from './law.js';

const clause = '2.5.2';

type Events = industry.Events<'patrol'>;

/** One patrol: of a zone for ditiao steel, or of capacity that has exited (二(五)2, 四(三)). */
export const patrol: Decider<Said<Events>, industry.Commands<'patrol'>, Events> = {
  name: 'industry.patrol',
  initial: {},
  decide: {
    PatrolForDitiao: (command, said, given) => {
      const visit = contentOf(command);
      if (isRepeated(said.DitiaoPatrolConducted, visit, { zh: '巡查', en: 'patrol', clause })) return [];
      mustBeFree(said.FollowUpPatrolConducted);
      const assigned = given
        .consulted(`industry.zone-${visit.zoneId}`)
        .findLast(({ type }) => type === 'industry.ZoneAssigned');
      const rule = lawOn('industry/ditiao-zones', dayOf(given.occurredAt));
      if (!assigned)
        throw no(
          'no-such-zone',
          { zh: `片区“${visit.zoneId}”尚未分工`, en: `No zone ${visit.zoneId} has been assigned` },
          { zh: `先落实分工：zones/${visit.zoneId}/assign-zone`, en: `Assign it: zones/${visit.zoneId}/assign-zone` },
          { ...cite(rule), facts: { zoneId: visit.zoneId } },
        );
      mustHaveCome(visit.patrolledOn, given, clause);
      const { county } = assigned.data as industry.ZoneAssigned;
      return [{ type: 'DitiaoPatrolConducted', data: { ...visit, county }, rules: [ruleRef(rule)] }];
    },

    ContinuePatrol: (command, said, given) => {
      const visit = contentOf(command);
      const what = { zh: '跟踪巡查', en: 'follow-up patrol', clause: '4.3' };
      if (isRepeated(said.FollowUpPatrolConducted, visit, what)) return [];
      mustBeFree(said.DitiaoPatrolConducted);
      mustHaveCome(visit.patrolledOn, given, '4.3');
      const rule = lawOn('industry/follow-up-patrol', visit.patrolledOn);
      return [{ type: 'FollowUpPatrolConducted', data: visit, rules: [ruleRef(rule)] }];
    },
  },
  evolve: keeping<Events>('DitiaoPatrolConducted', 'FollowUpPatrolConducted'),
  subject: ({ FollowUpPatrolConducted: visit }) => ({ uscc: visit?.enterprise.uscc, siteId: visit?.enterprise.siteId }),
  consults: { PatrolForDitiao: ({ zoneId }) => [`industry.zone-${zoneId}`] },
};

function mustBeFree(other: object | undefined): void {
  if (!other) return;
  throw no(
    'another-patrol',
    { zh: '该编号已用于另一类巡查', en: 'The number is taken by a patrol of the other kind' },
    { zh: '使用新的编号', en: 'Take another number' },
    { clause },
  );
}
