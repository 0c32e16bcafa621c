import type { Seeded } from '../plan-year/seeded.js';
import type { Step, Story } from '../plan-year/step.js';
import type { Firms } from './firms.js';
import type { DirtKind } from './rates.js';

/** One story of the year, and how many waves must have been posted before its first act. */
export interface Tale {
  readonly story: Story;
  readonly after?: number;
  /** Posted on its day: other stories look at it. */
  readonly isPrompt?: true;
}

/** What every part of the year is told with. */
export interface Telling {
  readonly firms: Firms;
  readonly chance: Seeded;
  /** So many of a yearly number as this slice of the year has: at least one, so that nothing is missing. */
  readonly count: (yearly: number) => number;
}

/** A step of the city's year, ready to be handed in. */
export interface CityStep extends Step {
  /**
   * Acts of one wave look at no other record of the same wave, so they may be posted in any order; those of the next
   * may look at them.
   */
  readonly wave: number;
  /** Steps of one segment are about one record and are handed in together, in order. */
  readonly segment: number;
  readonly role: string;
  readonly dirt?: DirtKind;
  /** The field that must be complained of, when it is refused for a field. */
  readonly refusedField?: string;
  /** Said before, word for word, with the same key. */
  readonly isRepeat?: true;
}

/** The place of a record among its like, from 1, as part of its id. */
export const numbered = (at: number): string => String(at + 1).padStart(4, '0');
