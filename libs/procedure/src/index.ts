export { cite, lawOf, type DepartmentLaw } from './department-law.js';
export { penaltyProcedure } from './penalty/penalty.decider.js';
