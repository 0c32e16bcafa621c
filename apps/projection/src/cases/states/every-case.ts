import { safetyCase } from './emergency-management.js';
import { energyCase } from './energy.js';
import { industryCase } from './industry.js';
import { qualityCase } from './market-regulation.js';
import { environmentCase } from './environment.js';
import type { CaseStates } from './states.js';

/** Every kind of record that is a case, by the category of its streams. */
export const cases: Readonly<Record<string, CaseStates>> = {
  'energy.case': energyCase,
  'industry.case': industryCase,
  'environment.case': environmentCase,
  'emergencyManagement.case': safetyCase,
  'marketRegulation.case': qualityCase,
};

export const caseTypes: readonly string[] = Object.values(cases).flatMap(({ states }) => Object.keys(states));

export const relatedTypes: readonly string[] = [...new Set(Object.values(cases).flatMap(({ related }) => related))];
