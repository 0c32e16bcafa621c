import { said, section, type Said } from '../section.js';

/** An entry of a planned round, as the plan has it: nothing is added. */
interface Target extends Said {
  readonly targetId: string;
  readonly round: string;
  readonly name: string;
  readonly category: string;
}

interface LookBack {
  readonly targets: readonly Target[];
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

export const lookBack = section<LookBack>({ blank: { targets: [] }, when: {} });

export const lookedAt = (
  { targets }: LookBack,
  { targetId, name, category }: Named,
  round: string,
  fact: Parameters<typeof said>[0],
): LookBack => ({ targets: [...targets, { targetId, round, name, category, ...said(fact) }] });
