import { put } from '../../about.js';
import { caseIdOf, newCase, step, type Case } from '../../cases/milestones.js';
import { caseTypes } from '../../cases/states/every-case.js';
import { section } from '../section.js';

interface Cases {
  readonly cases: readonly Case[];
}

/** Its cases, each with every step. */
export const cases = section<Cases>({
  blank: { cases: [] },
  when: Object.fromEntries(
    caseTypes.map((type) => [
      type,
      ({ cases }, fact) => {
        const id = caseIdOf(fact);
        return {
          cases: put(
            cases,
            ({ caseId }) => caseId === id,
            (before = newCase(id)) => step(before, fact),
          ),
        };
      },
    ]),
  ),
});
