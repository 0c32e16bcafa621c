import { cardDuties } from './cards.js';
import { creditDuties } from './credit.js';
import type { Duties } from './duty.js';
import { safetyDuties } from './emergency-management.js';
import { energyDuties } from './energy.js';
import { environmentDuties } from './environment.js';
import { governmentDuties } from './government.js';
import { industryDuties } from './industry.js';
import { marketRegulationDuties } from './market-regulation.js';
import { penaltyDuties } from './penalties.js';

/** Every duty with a day on it, by the kind of record that it arises in. Overdue is still owed. */
export const duties: Duties = {
  ...energyDuties,
  ...industryDuties,
  ...environmentDuties,
  ...safetyDuties,
  ...marketRegulationDuties,
  ...penaltyDuties,
  ...creditDuties,
  ...cardDuties,
  ...governmentDuties,
};

/** Every type of fact that makes a duty or settles one. */
export const dutyTypes: readonly string[] = [
  ...new Set(Object.values(duties).flatMap((all) => all.flatMap(({ when }) => Object.keys(when)))),
];
