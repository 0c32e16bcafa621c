import { recordIdOf, type Policy, type Recorded } from '#decider';
import { eliminationSays } from './elimination.js';

/**
 * What energy and industry say of capacity at a site is noted on the permit of that site, so that an application cannot
 * leave it out (二(二)1). Facts without a site reach nobody's permit; the application must name those.
 */
export const eliminationPolicy: Policy = {
  name: 'elimination-reaches-the-permit',
  when: Object.fromEntries(
    Object.entries(eliminationSays).map(([type, says]) => [
      type,
      (fact: Recorded) => {
        const site = fact.siteId ?? (fact.data.enterprise?.siteId as string | undefined);
        const { product, model, line, equipment, equipmentIds } = fact.data;
        const what = product ?? model ?? line ?? equipmentIds?.join('、') ?? equipment?.[0]?.model ?? recordIdOf(fact);
        const data = { source: fact.stream, what: String(what).slice(0, 256), isDue: says(fact.data) };
        return site ? [{ record: 'permit', id: site, command: 'NoteElimination', data }] : [];
      },
    ]),
  ),
};
