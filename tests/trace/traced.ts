import { commandOf, languages } from '#contracts';
import { categoryOf, namespaceOf, type Observed } from '#decider';

export type Seen = Observed & { readonly spec: string };

/** A projection, or a part of one, and the types of fact that it shows. */
export interface Shown {
  readonly name: string;
  readonly types: readonly string[];
}

/** A command, with all that its specs saw of it. */
export interface Traced {
  readonly name: string;
  /** Path of the records that it is about: `penalties`. */
  readonly record: string;
  /** Those that speak it: some words are spoken by several. */
  readonly departments: readonly string[];
  readonly rows: readonly number[];
  readonly facts: readonly string[];
  readonly laws: readonly string[];
  readonly refusals: readonly string[];
  /** How often specs saw it say yes, say no, and have nothing to say. */
  readonly yes: number;
  readonly no: number;
  readonly nothing: number;
  readonly specs: readonly string[];
  readonly shownIn: readonly string[];
  /** Facts that no projection knows. */
  readonly unshown: readonly string[];
}

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

/** Every command of every language, in the order of the rows that it carries out. */
export function traced(seen: readonly Seen[], shown: readonly Shown[]): readonly Traced[] {
  const spoken = languages.flatMap(({ department, records }) =>
    Object.entries(records).flatMap(([kind, record]) =>
      Object.entries(record.commands).map(([name, payload]) => ({
        name,
        payload,
        path: record.path,
        events: record.events as object,
        department,
        decider: categoryOf(department, kind),
        rows: commandOf(payload, record).rows ?? [],
      })),
    ),
  );
  const words = Map.groupBy(spoken, ({ payload }) => payload);
  return [...words.values()]
    .map((all): Traced => {
      const { name, path } = all[0]!;
      const deciders = all.map(({ decider }) => decider);
      const mine = seen.filter(({ decider, command }) => command === name && deciders.includes(decider));
      const count = (outcome: Seen['outcome']) => mine.filter((one) => one.outcome === outcome).length;
      const facts = sorted(mine.flatMap(({ types }) => types));
      // Of what a shared decider may say, a department says what its own language has.
      const types = all.flatMap(({ department, events }) =>
        facts.filter((fact) => fact in events).map((fact) => `${namespaceOf(department)}.${fact}`),
      );
      return {
        name,
        record: path,
        departments: all.map(({ department }) => department),
        rows: [...new Set(all.flatMap(({ rows }) => rows))].sort((one, other) => one - other),
        facts,
        laws: sorted(mine.flatMap(({ rules }) => rules)),
        refusals: sorted(mine.flatMap(({ code }) => (code ? [code.slice(code.indexOf('/') + 1)] : []))),
        yes: count('facts'),
        no: count('refused'),
        nothing: count('nothing'),
        specs: sorted(mine.map(({ spec }) => spec)),
        shownIn: sorted(shown.filter((one) => types.some((type) => one.types.includes(type))).map(({ name }) => name)),
        unshown: types.filter((type) => !shown.some((one) => one.types.includes(type))),
      };
    })
    .sort((one, other) => (one.rows[0] ?? 999) - (other.rows[0] ?? 999) || (one.name < other.name ? -1 : 1));
}
