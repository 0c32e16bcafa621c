import { recordIdOf, type Recorded } from '#decider';
import { change } from '../../about.js';
import { said, section, type Said } from '../section.js';

/** An entry of a planned round, as the plan has it: nothing is added. */
interface Target extends Said {
  readonly targetId: string;
  readonly round: string;
  readonly name: string;
  readonly category: string;
}

/** What came of a visit, or of the lack of one. */
interface Visit extends Said {
  readonly lookBackId: string;
  readonly roundId: string;
  readonly outcome: 'CLEAR' | 'WEAK' | 'RESUMED' | 'NO_ACCESS' | 'MISSED';
  readonly on: string;
  readonly resumed?: boolean;
  readonly resumable?: boolean;
  /** Day on which what it found was seen to be gone. */
  readonly closedOn?: string;
  readonly removeBy?: string;
  readonly removalOverdue?: boolean;
}

interface Patrol extends Said {
  readonly patrolId: string;
  readonly level: string;
  readonly result: string;
  readonly patrolledOn: string;
}

interface LookBack {
  readonly targets: readonly Target[];
  readonly visits: readonly Visit[];
  readonly patrols: readonly Patrol[];
}

interface Named {
  readonly targetId: string;
  readonly name: string;
  readonly category: string;
  readonly county?: string;
  readonly uscc?: string;
}

/** Key of a target's dossier: its code, or where the plan gives none, the department's number for it. */
export const targetKey = ({ uscc, targetId }: Named): string => uscc ?? `target:${targetId}`;

/** The entry of a round that a dossier is about. */
export const targetOf = (data: { readonly targets: readonly Named[] }, key: string): Named | undefined =>
  data.targets.find((target) => targetKey(target) === key);

/** The dossiers that a look-back belongs to: of the target, and of the enterprise where its code is known by then. */
export const lookedAtKeys = ({ data }: Recorded): readonly string[] => [
  ...new Set([targetKey(data.target as Named), ...(data.enterprise ? [data.enterprise.uscc as string] : [])]),
];

export const isLookBack = ({ stream }: Pick<Recorded, 'stream'>): boolean => stream.startsWith('industry.lookBack-');

const visit =
  (outcome: (data: any) => Visit['outcome'], day: string) =>
  (state: LookBack, fact: Recorded): LookBack => {
    const { roundId, resumed, resumable } = fact.data;
    const on = fact.data[day] as string;
    const seen = { lookBackId: recordIdOf(fact), roundId, outcome: outcome(fact.data), on, resumed, resumable };
    return { ...state, visits: [...state.visits, { ...seen, ...said(fact) }] };
  };

const visits =
  (changed: (data: any) => Partial<Visit>) =>
  (state: LookBack, fact: Recorded): LookBack => ({
    ...state,
    visits: change(state.visits, ({ lookBackId }) => lookBackId === recordIdOf(fact), changed(fact.data)),
  });

/** Who is looked back at, what was seen, and what is patrolled since. */
export const lookBack = section<LookBack>({
  blank: { targets: [], visits: [], patrols: [] },
  when: {
    'industry.LookBackConducted': visit(({ outcome }) => outcome, 'visitedOn'),
    'industry.LookBackAccessRefused': visit(() => 'NO_ACCESS', 'visitedOn'),
    'industry.LookBackMissed': visit(() => 'MISSED', 'dueOn'),
    // The visit that found it says so; a case and an exit file follow from it.
    'industry.ResumptionFound': (state) => state,
    'industry.LookBackFindingClosed': visits(({ closedOn }) => ({ closedOn })),
    'industry.ResidualRemovalOrdered': visits(({ due }) => ({ removeBy: due.rolledDue })),
    'industry.ResidualRemovalOverdue': visits(() => ({ removalOverdue: true })),
    'industry.FollowUpPatrolConducted': (state, fact) => {
      const { level, result, patrolledOn } = fact.data;
      const patrol = { patrolId: recordIdOf(fact), level, result, patrolledOn, ...said(fact) };
      return { ...state, patrols: [...state.patrols, patrol] };
    },
  },
});

export const lookedAt = (
  state: LookBack,
  { targetId, name, category }: Named,
  round: string,
  fact: Parameters<typeof said>[0],
): LookBack => ({ ...state, targets: [...state.targets, { targetId, round, name, category, ...said(fact) }] });
