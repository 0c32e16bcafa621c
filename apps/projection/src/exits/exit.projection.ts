import { projection } from '#projection';
import { usccOf } from '../about.js';
import { exitFactOf, exitFactTypes, type ExitFact } from './exit-facts.js';

/** What is known of one enterprise's exits: the facts themselves, for any question on both time axes. */
export interface ExitFacts {
  readonly facts: readonly ExitFact[];
}

/** Facts that only say what could exit, and not that anything did. */
const preparing = new Set(['energy.CapacityClassified', 'energy.EliminatedEquipmentFound', 'industry.ExitFileOpened']);

export const exitStatistics = projection<ExitFacts>({
  name: 'exit_statistics',
  version: 1,
  key: (fact) => (fact.visibility === 'sealed' ? undefined : usccOf(fact)),
  blank: () => ({ facts: [] }),
  columns: {
    exited: { type: 'boolean', of: ({ facts }) => facts.some(({ type }) => !preparing.has(type)), index: true },
  },
  when: Object.fromEntries(
    exitFactTypes.map((type) => [type, ({ facts }, fact) => ({ facts: [...facts, exitFactOf(fact)] })]),
  ),
});

/** Name and version of the query, as returns cite it. Raised when the same facts would give other content. */
export const EXIT_QUERY = 'exit-statistics@1';
