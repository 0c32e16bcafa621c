export {
  governmentDecisions,
  mustAnswerProposal,
  mustBeNewProposal,
  proposalStream,
  type GovernmentDecision,
} from './closure.js';
export { cardProcedure } from './card/card.decider.js';
export { cite, lawOf, type DepartmentLaw, type Statement } from './department-law.js';
export { exitTotals } from './exit-totals.js';
export { keeping, type Said } from './keeping.js';
export { cardsKeepLists, delisted, entryOf, listed, prolonged } from './list/keeping-lists.js';
export { cardLists, exceedanceLists, listProcedure, type Lists } from './list/list.decider.js';
export { penaltyDeadlines } from './penalty/penalty.deadlines.js';
export { penaltyProcedure } from './penalty/penalty.decider.js';
export { shortened } from './shortened.js';
