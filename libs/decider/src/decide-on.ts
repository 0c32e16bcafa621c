import type { Circumstances, Decider, FactOf, Recorded, Vocabulary } from './decider.js';

/** The state that a history leads to, from the beginning or from a state. Throws on a fact the decider does not know: that is a bug, not a refusal. */
export function fold<State, Commands extends Vocabulary, Events extends Vocabulary>(
  decider: Decider<State, Commands, Events>,
  history: readonly Recorded[],
  from: State = decider.initial,
): State {
  let state = from;
  for (const fact of history) {
    const name = fact.type.slice(fact.type.indexOf('.') + 1);
    const evolve = Object.hasOwn(decider.evolve, name) ? decider.evolve[name] : undefined;
    if (!evolve)
      throw new Error(`${decider.name} does not know the fact ${fact.type} in its own stream ${fact.stream}`);
    state = evolve(state, fact.data, fact);
  }
  return state;
}

/** Puts a command to a decider over a history. Throws `Refusal` when the law says no. */
export function decideOn<State, Commands extends Vocabulary, Events extends Vocabulary, Name extends keyof Commands>(
  decider: Decider<State, Commands, Events>,
  history: readonly Recorded[],
  command: { readonly name: Name; readonly data: Commands[Name] },
  given: Circumstances,
): readonly FactOf<Events>[] {
  return decider.decide[command.name](command.data, fold(decider, history), given);
}
