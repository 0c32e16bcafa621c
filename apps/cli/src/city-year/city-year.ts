import { findCommand } from '../languages.js';
import { dayOf } from '#law';
import { postedInOrder } from '../plan-year/schedule.js';
import { seeded, type Seeded } from '../plan-year/seeded.js';
import { inDueCourse, type Draft, type Story } from '../plan-year/step.js';
import { YEAR_ENDS } from './days.js';
import { soiled } from './dirt.js';
import { energy } from './energy.js';
import { environmentInspections } from './environment.js';
import { firms } from './firms.js';
import { hotlineTips } from './hotline.js';
import { licences, registrations } from './licences.js';
import { monitors } from './monitors.js';
import { permits } from './permits.js';
import { quality } from './quality.js';
import { safety } from './safety.js';
import { technology } from './technology.js';
import type { CityStep, Tale, Telling } from './tale.js';

export interface CityYear {
  /** The same seed gives the same steps, byte for byte. */
  readonly seed: number;
  /** How much of the year: 1 is all of it, 0.01 a hundredth of every number, and at least one of each. */
  readonly share?: number;
  /** Whether rows are now and then as spreadsheets have them. */
  readonly dirt?: boolean;
}

/** The parts of the year, by what they are about. */
const parts: Readonly<Record<string, (telling: Telling) => Generator<Tale, void, undefined>>> = {
  'environment inspections': environmentInspections,
  monitors,
  permits,
  safety,
  quality,
  licences,
  registrations,
  technology,
  energy,
  tips: hotlineTips,
};

/**
 * The year of a city of 3,873 enterprises as its departments' systems would hand it in, about 70,000 facts: story by
 * story, so that it need not be held in memory. Steps of one story and wave follow each other and make a segment.
 */
export function* cityYear({ seed, share = 1, dirt = true }: CityYear): Generator<CityStep, void, undefined> {
  const chance = seeded(seed);
  const living = firms(chance.for('firms'), share);
  const count = (yearly: number): number => Math.max(1, Math.round(yearly * share));
  const posting = chance.for('posting');
  const dirtying = chance.for('dirt');
  let segment = 0;
  for (const [name, part] of Object.entries(parts))
    for (const tale of part({ firms: living, chance: chance.for(name), count }))
      for (const step of handedIn(tale, seed, posting)) {
        segment += step.segment;
        const placed = { ...step, segment };
        if (dirt) yield* soiled(placed, dirtying);
        else yield placed;
      }
}

/** Steps of one story; `segment` is 1 where another begins. */
function* handedIn(
  { story, after = 0, isPrompt }: Tale,
  seed: number,
  chance: Seeded,
): Generator<CityStep, void, undefined> {
  const keys = new Map<string, number>();
  let wave = after;
  let last: string | undefined;
  for (const draft of postedInOrder([...withinTheYear(isPrompt ? story : punctual(story))], chance)) {
    const role = roleOf(draft);
    const record = `${recordOf(draft)}/${role}`;
    if (last !== undefined && last !== record) wave++;
    const name = `city-year/${seed}/${draft.department}/${draft.id}/${draft.command}`;
    const nth = (keys.get(name) ?? 0) + 1;
    keys.set(name, nth);
    const { occurredAt: _, posted: __, ...rest } = draft;
    yield { ...rest, key: `${name}/${nth}`, role, wave, segment: last === record ? 0 : 1 };
    last = record;
  }
}

/** A record that runs beyond the year breaks off there; others of the story go on. */
function* withinTheYear(story: Story): Story {
  const ended = new Set<string>();
  for (const draft of story) {
    if (dayOf(draft.occurredAt) > YEAR_ENDS) ended.add(recordOf(draft));
    if (!ended.has(recordOf(draft))) yield draft;
  }
}

const recordOf = ({ department, path, id }: Draft): string => `${department}/${path}/${id}`;

/** Decisions are posted on their day: what the credit platform is told of them waits for nothing else. */
function* punctual(story: Story): Story {
  for (const draft of inDueCourse(story))
    yield draft.command === 'DecidePenalty' ? { ...draft, posted: 'same-day' } : draft;
}

const roles = new Map<string, string>();

function roleOf({ department, command }: Draft): string {
  const name = `${department}/${command}`;
  const known = roles.get(name);
  if (known) return known;
  const role = findCommand(department, command)!.traits.role ?? `department:${department}:post`;
  roles.set(name, role);
  return role;
}
