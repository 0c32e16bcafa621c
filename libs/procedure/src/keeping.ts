import type { Decider, Vocabulary } from '#decider';

/** What a record says: the last fact of each type. */
export type Said<Events extends Vocabulary> = { readonly [Type in keyof Events]?: Events[Type] };

/** Folds for a record that is known by the last fact of each type: `evolve: keeping<Events>('TipReceived', …)`. */
export const keeping = <Events extends Vocabulary>(...types: readonly (keyof Events & string)[]) =>
  Object.fromEntries(
    types.map((type) => [type, (said: Said<Events>, data: object) => ({ ...said, [type]: data })]),
  ) as unknown as Decider<Said<Events>, Vocabulary, Events>['evolve'];
