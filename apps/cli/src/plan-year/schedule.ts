import { addDays, dayOf } from '#law';
import { handedIn, officeDay } from './office-time.js';
import type { Seeded } from './seeded.js';
import type { Draft, Step, Story } from './step.js';

/** When departments post what happened: 60 % on the day, 30 % within a week, 8 % within a month, 2 % later still. */
function daysLate(chance: Seeded): number {
  const luck = chance.next();
  if (luck < 0.6) return 0;
  if (luck < 0.9) return chance.between(1, 7);
  return luck < 0.98 ? chance.between(8, 30) : chance.between(31, 75);
}

interface Schedule {
  readonly seed: number;
  readonly chance: Seeded;
}

/** Steps of all stories in the order in which they are posted. */
export function scheduled(stories: Iterable<Story>, { seed, chance }: Schedule): readonly Step[] {
  const keys = new Map<string, number>();
  const steps: Step[] = [];
  for (const story of stories)
    for (const { occurredAt: _, posted: __, at, ...draft } of postedInOrder([...story], chance)) {
      const name = `plan-year/${seed}/${draft.department}/${draft.id}/${draft.command}`;
      const count = (keys.get(name) ?? 0) + 1;
      keys.set(name, count);
      steps.push({ at, ...draft, key: `${name}/${count}` });
    }
  // Sorting is stable: what one story posts at one moment stays in its order.
  return steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** A draft, and when the department's system posts it. */
export type Timed = Draft & { readonly at: string };

/** What one story says, each at the moment at which it is posted. */
export function postedInOrder(drafts: readonly Draft[], chance: Seeded): readonly Timed[] {
  const timed: Timed[] = [];
  for (const [at, draft] of drafts.entries()) {
    const next = drafts[at + 1];
    timed.push({ ...draft, at: postedAt(draft, next && dayOf(next.occurredAt), chance) });
  }
  return timed;
}

/** A late post never comes after what follows it in its story: nobody could have posted that. */
function postedAt({ occurredAt, posted }: Draft, nextDay: string | undefined, chance: Seeded): string {
  if (typeof posted === 'object') return posted.at;
  const day = dayOf(occurredAt);
  if (posted === 'same-day') return handedIn(day);
  const latest = addDays(nextDay ?? LAST_DAY, -1);
  const late = officeDay(addDays(day, daysLate(chance)));
  return handedIn(late <= latest ? late : day);
}

const LAST_DAY = '2022-01-31';
