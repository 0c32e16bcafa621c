export { cite, lawOf, type DepartmentLaw, type Statement } from './department-law.js';
export { keeping, type Said } from './keeping.js';
export { penaltyDeadlines } from './penalty/penalty.deadlines.js';
export { penaltyProcedure } from './penalty/penalty.decider.js';
