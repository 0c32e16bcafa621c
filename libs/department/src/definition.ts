import { commandOf, eventOf, kebab, type Catalogue, type CommandsOf, type EventsOf } from '#contracts';
import { categoryOf, type Deadlines, type Decider, type Policy } from '#decider';

/** A department: its language, its law, what it does of itself, and which statutory periods it watches. */
export interface Department<Language extends Catalogue = Catalogue> {
  readonly language: Language;
  /** The law of each kind of record. A kind without a decider does not compile. */
  readonly deciders: {
    readonly [Kind in keyof Language['records'] & string]: Decider<
      any,
      CommandsOf<Language, Kind>,
      EventsOf<Language, Kind>
    >;
  };
  readonly policies?: readonly Policy[];
  readonly deadlines?: Deadlines;
  /** Raised with every change of `deadlines` that gives other rows from the same facts. Default 1. */
  readonly deadlinesVersion?: number;
}

/** A department as the machinery handles it, whatever its language. */
export interface AnyDepartment {
  readonly language: Catalogue;
  readonly deciders: Readonly<Record<string, Decider<any, any, any>>>;
  readonly policies?: readonly Policy[];
  readonly deadlines?: Deadlines;
  /** Raised with every change of `deadlines` that gives other rows from the same facts. Default 1. */
  readonly deadlinesVersion?: number;
}

/**
 * Defines a department. Throws at start when a name, a rule or a fold does not fit its language: such a department
 * could accept a command and then not understand its own history.
 */
export function department<const Language extends Catalogue>(definition: Department<Language>): Department<Language> {
  const { language, deciders, policies = [] } = definition as unknown as AnyDepartment;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(language.department))
    throw new Error(`The department ${language.department} must be named in kebab-case`);

  for (const [kind, record] of Object.entries(language.records)) {
    const decider = deciders[kind];
    const name = categoryOf(language.department, kind);
    if (decider?.name !== name) throw new Error(`The decider of ${kind} must be named ${name}, not ${decider?.name}`);
    sameNames(`${name}.decide`, decider.decide, record.commands);
    sameNames(`${name}.evolve`, decider.evolve, record.events);
    for (const payload of Object.values(record.commands)) commandOf(payload);
    for (const payload of Object.values(record.events)) eventOf(payload);
    unique(`${name}: routes`, Object.keys(record.commands).map(kebab));
  }
  unique(
    `${language.department}: commands`,
    Object.values(language.records).flatMap(({ commands }) => Object.keys(commands)),
  );
  unique(
    `${language.department}: policies`,
    policies.map(({ name }) => name),
  );
  return definition;
}

function sameNames(what: string, have: object, want: object): void {
  const missing = Object.keys(want).filter((name) => !Object.hasOwn(have, name));
  const extra = Object.keys(have).filter((name) => !Object.hasOwn(want, name));
  if (missing.length > 0 || extra.length > 0)
    throw new Error(`${what} lacks [${missing.join(', ')}] and has beyond the language [${extra.join(', ')}]`);
}

function unique(what: string, names: readonly string[]): void {
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length > 0) throw new Error(`${what} named twice: ${twice.join(', ')}`);
}
