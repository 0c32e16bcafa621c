export { cite, lawOf, type DepartmentLaw, type Statement } from './department-law.js';
export { keeping, type Said } from './keeping.js';
export { penaltyProcedure } from './penalty/penalty.decider.js';
