import type { ReadModel } from '#projection';
import type { Dossier } from './dossier.projection.js';

type Passing = Dossier['registration']['inheritedFrom'][number];

/** What passed over with somebody's rights and duties, as it stands in that one's own dossier. Civil Code art. 67. */
export interface Inherited extends Passing {
  readonly cases: Dossier['cases']['cases'];
  readonly obligations: Dossier['obligations']['open'];
  readonly penalties: Dossier['penalties']['penalties'];
}

/**
 * What the subject of a dossier inherited, also by way of those whom it took over: open cases and what is owed go on
 * with it, and penalties stay on those on whom they were imposed. `changedAt` is the last change of any of it.
 */
export async function inheritanceOf(
  dossiers: Pick<ReadModel<Dossier>, 'pick'>,
  id: string,
  row: Dossier,
): Promise<{ readonly inherited: readonly Inherited[]; readonly changedAt: number }> {
  const known = new Set([id]);
  const inherited: Inherited[] = [];
  let changedAt = 0;
  for (let passings = unknown(row, known); passings.length > 0;) {
    const found = await dossiers.pick(passings.map(({ uscc }) => uscc));
    const rows = new Map(found.rows.map((one) => [one.key, one.row]));
    inherited.push(...passings.map((passing) => asItStands(passing, rows.get(passing.uscc))));
    for (const { uscc } of passings) known.add(uscc);
    changedAt = Math.max(changedAt, found.changedAt);
    passings = found.rows.flatMap((one) => unknown(one.row, known));
  }
  return { inherited, changedAt };
}

const unknown = ({ registration }: Dossier, known: ReadonlySet<string>): Passing[] =>
  registration.inheritedFrom.filter(({ uscc }) => !known.has(uscc));

const asItStands = (passing: Passing, row?: Dossier): Inherited => ({
  ...passing,
  cases: row?.cases.cases.filter(({ open }) => open) ?? [],
  obligations: row?.obligations.open ?? [],
  penalties: row?.penalties.penalties ?? [],
});
