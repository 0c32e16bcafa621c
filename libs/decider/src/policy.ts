import type { Recorded } from './decider.js';

/** A command that a department gives itself because of something that was published. */
export interface OwnCommand {
  /** Kind of record within the department: `case`. */
  readonly record: string;
  /** Id of the record. */
  readonly id: string;
  /** Name of the command: `IssueRedCard`. */
  readonly command: string;
  readonly data: object;
}

/**
 * What a department does of itself when something is published, by anyone.
 *
 * Pure: the same fact always yields the same commands, in the same order. They carry ids made from the fact's,
 * so running a policy twice is harmless. A command that the law refuses is recorded as refused, not retried.
 */
export interface Policy {
  readonly name: string;
  readonly when: {
    /** Keyed by the qualified type of the fact: `energy.ClosureProposed`. */
    readonly [type: string]: (fact: Recorded) => readonly OwnCommand[];
  };
}
