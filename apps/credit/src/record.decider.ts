import type { Decider } from '#decider';
import { challenging } from './challenging.js';
import { correcting } from './correcting.js';
import { ending } from './ending.js';
import { opening } from './opening.js';
import { publishing } from './publishing.js';
import { folds } from './record.folds.js';
import type { Commands, Credit, Events } from './record.state.js';
import { repairing } from './repair.js';
import { restricting } from './restriction.js';

/** What a credit record may go through, from its trigger to the end of its display. Plan 三(二). */
export const record: Decider<Credit, Commands, Events> = {
  name: 'credit.record',
  initial: { stage: 'none' },
  decide: { ...opening, ...publishing, ...correcting, ...ending, ...repairing, ...restricting, ...challenging },
  evolve: folds,
  subject: (state) => {
    if (state.stage === 'none') return {};
    const { uscc, siteId } = state.content.enterprise;
    return siteId === undefined ? { uscc } : { uscc, siteId };
  },
};
