import { cardLists, listProcedure } from '#procedure';

/** The lists of energy: yellow and red cards (四(五)), and violators of energy law (二(一)1). */
export const list = listProcedure('energy', {
  ...cardLists,
  violators: { type: 'ViolatorListPublished', rule: 'energy/publish-results', zh: '节能违规企业' },
});
