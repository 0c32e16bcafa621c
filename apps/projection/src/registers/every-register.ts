import { conductRegisters } from './conducts.js';
import { creditRegisters } from './credit.js';
import { developmentReformRegisters } from './development-reform.js';
import { safetyRegisters } from './emergency-management.js';
import { energyRegisters } from './energy.js';
import { environmentRegisters } from './environment.js';
import { equipmentRegisters } from './equipment.js';
import { governmentRegisters } from './government.js';
import { industryRegisters } from './industry.js';
import { marketRegulationRegisters } from './market-regulation.js';
import { naturalResourcesRegisters } from './natural-resources.js';
import type { Register } from './register.js';

/** Every register that there is, in the order in which they are shown. */
export const registers: readonly Register[] = [
  ...conductRegisters,
  ...creditRegisters,
  ...governmentRegisters,
  ...energyRegisters,
  ...developmentReformRegisters,
  ...naturalResourcesRegisters,
  ...marketRegulationRegisters,
  ...environmentRegisters,
  ...safetyRegisters,
  ...industryRegisters,
  ...equipmentRegisters,
];
