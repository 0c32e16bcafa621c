import { lawOf, type DepartmentLaw } from '../department-law.js';

/** Whose procedure it is, and the clause of the plan that it carries out there. */
export interface PenaltyTerms {
  readonly department: string;
  readonly clause: string;
  readonly law: DepartmentLaw;
}

export const termsOf = (department: string, clause: string): PenaltyTerms => ({
  department,
  clause,
  law: lawOf(department),
});
