import { languages, procedure } from '#contracts';
import { namespaceOf } from '#decider';

/** Departments that impose penalties, as their streams name them. */
export const penalisers: readonly string[] = languages
  .filter(({ records }) => records.penalty?.events.PenaltyDecided === procedure.PenaltyDecided)
  .map(({ department }) => namespaceOf(department));

/** Folds of the facts of a penalty, by bare name, for every department that imposes penalties. */
export const inEveryPenalty = <Fold>(folds: Readonly<Record<string, Fold>>): Readonly<Record<string, Fold>> =>
  Object.fromEntries(
    penalisers.flatMap((department) => Object.entries(folds).map(([name, fold]) => [`${department}.${name}`, fold])),
  );
