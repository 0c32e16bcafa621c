import type { OwnCommand, Recorded } from '#decider';
import { systemOf } from '#identity';
import { Decide } from './decide.js';
import type { AnyDepartment } from './definition.js';
import type { Receipt } from './receipt.js';
import { verbsOf } from './verb.js';

/** Puts a command on its way; the command bus, usually. */
export type Put = (command: Decide) => Promise<Receipt>;

interface Cause {
  readonly key: readonly string[];
  /** Legal time of the act, unless the command says another. */
  readonly occurredAt: string;
  readonly correlationId: string;
  readonly causationId?: string;
}

/** A command that a department gives itself, ready to be put. Throws on one that its language does not have. */
export function ownDecide(department: AnyDepartment, own: OwnCommand, cause: Cause): Decide {
  const { occurredAt, ...submission } = cause;
  const verb = verbsOf(department).get(own.command);
  if (verb?.kind !== own.record)
    throw new Error(`${department.language.department} has no command ${own.command} for ${own.record}`);
  return new Decide(
    verb,
    own.id,
    { occurredAt, ...own.data },
    { by: systemOf(department.language.department), ...submission },
  );
}

/** The fact that a command follows from. */
export const causedBy = ({ id, occurredAt, correlationId }: Recorded, key: readonly string[]): Cause => ({
  key,
  occurredAt,
  correlationId,
  causationId: id,
});
