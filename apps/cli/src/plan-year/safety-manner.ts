import type { Seeded } from './seeded.js';
import type { Story } from './step.js';

/** The same story, posted as punctually as departments are, but for what has a moment of its own. */
export function* inDueCourse(story: Story): Story {
  for (const draft of story) yield typeof draft.posted === 'object' ? draft : { ...draft, posted: 'in-due-course' };
}

/** Two officers by badge; nobody's name. */
export const safetyOfficers = (chance: Seeded): string[] => {
  const first = chance.between(11, 48);
  return [first, first + chance.between(1, 9)].map((number) => `HZ-AJ-${String(number).padStart(4, '0')}`);
};
