import type { Seeded } from './seeded.js';

/** Two officers by badge; nobody's name. */
export const safetyOfficers = (chance: Seeded): string[] => {
  const first = chance.between(11, 48);
  return [first, first + chance.between(1, 9)].map((number) => `HZ-AJ-${String(number).padStart(4, '0')}`);
};
