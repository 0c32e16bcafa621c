import type { Recorded } from './decider.js';
import type { OwnCommand } from './policy.js';

/** Something that will be commanded when its time comes, unless it is cleared before. */
export interface Deadline extends OwnCommand {
  /** Names the deadline within its department: `case/2021-0001/rectification`. Setting it again moves it. */
  readonly key: string;
  /** Last day, `2021-09-15`: the deadline passes when that day has ended in China (24:00, UTC+8). */
  readonly dueOn: string;
}

export type DeadlineChange = { readonly set: Deadline } | { readonly clear: string };

/** Which facts set, move and clear the statutory deadlines of a department. Pure. */
export interface Deadlines {
  readonly when: {
    /** Keyed by the qualified type of the fact. */
    readonly [type: string]: (fact: Recorded) => readonly DeadlineChange[];
  };
}
