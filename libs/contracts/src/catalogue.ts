import type { Bilingual, Visibility } from '#decider';

type PayloadClass = new () => object;
type Payloads = Readonly<Record<string, PayloadClass>>;

/** A kind of record: a stream category, a path, and the words spoken about it. */
export interface RecordKind {
  /** Plural path segment under the department: `cases`. */
  readonly path: string;
  /** What the id is called in paths: `caseId`. */
  readonly id: string;
  /** Clause and rows of the plan, for a language that several departments speak; in place of its classes' own. */
  readonly carriesOut?: Pick<CommandTraits, 'clause' | 'rows'>;
  readonly commands: Payloads;
  readonly events: Payloads;
}

/** A department's language. Everything else about its commands and events is derived from here. */
export interface Catalogue<
  Department extends string = string,
  Records extends Readonly<Record<string, RecordKind>> = Readonly<Record<string, RecordKind>>,
> {
  readonly department: Department;
  readonly title: Bilingual;
  /** Even ids of its records are told to nobody else: what came of its own commands is shown to its own desks only. */
  readonly isSealed?: true;
  readonly records: Records;
}

/** Declares the language of a department. */
export const catalogue = <const Department extends string, const Records extends Readonly<Record<string, RecordKind>>>(
  language: Catalogue<Department, Records>,
): Catalogue<Department, Records> => language;

type Shapes<Classes extends Payloads> = { readonly [Name in keyof Classes]: InstanceType<Classes[Name]> };

/** Commands of one kind of record, by name. */
export type CommandsOf<C extends Catalogue, Kind extends keyof C['records']> = Shapes<C['records'][Kind]['commands']>;

/** Events of one kind of record, by bare name. */
export type EventsOf<C extends Catalogue, Kind extends keyof C['records']> = Shapes<C['records'][Kind]['events']>;

/** Who may give a command: the department's own systems, or only the ledger itself (timers and policies). */
export type IssuedBy = 'department' | 'system';

interface CommandTraits {
  /** Clause of the plan, such as `2.1.3`. */
  readonly clause: string;
  /** Rows of the plan's table (`planRows` in the law) that it carries out. */
  readonly rows?: readonly number[];
  readonly says: Bilingual;
  readonly issuedBy: IssuedBy;
  /** Role besides the department's own, such as `government:decide`. */
  readonly role?: string;
}

interface FactTraits {
  readonly clause: string;
  readonly says: Bilingual;
  readonly visibility: Visibility;
  /** Version of the payload's shape, from 1. */
  readonly schema: number;
}

const commandTraits = new WeakMap<object, CommandTraits>();
const factTraits = new WeakMap<object, FactTraits>();

/** Marks a class as the payload of a command: `@Command('2.1.3', '责令限期整改', 'Order rectification within a limit')`. */
export const Command =
  (
    clause: string,
    zh: string,
    en: string,
    traits: { issuedBy?: IssuedBy; role?: string; rows?: readonly number[] } = {},
  ): ClassDecorator =>
  (target) =>
    void commandTraits.set(target, { clause, says: { zh, en }, issuedBy: 'department', ...traits });

/** Marks a class as the payload of an event. Facts are for government bodies unless said otherwise. */
export const Event =
  (clause: string, zh: string, en: string, traits: { visibility?: Visibility; schema?: number } = {}): ClassDecorator =>
  (target) =>
    void factTraits.set(target, { clause, says: { zh, en }, visibility: 'government', schema: 1, ...traits });

/** What `@Command` said of a class, and its record of the plan. Throws when it said nothing: a bug in the language. */
export function commandOf(payload: object, { carriesOut }: Pick<RecordKind, 'carriesOut'> = {}): CommandTraits {
  const traits = commandTraits.get(payload);
  if (!traits) throw new Error(`${(payload as { name?: string }).name ?? 'a payload'} lacks @Command`);
  return { ...traits, ...carriesOut };
}

/** What `@Event` said of a class, and its record of the plan. Throws when it said nothing: a bug in the language. */
export function eventOf(payload: object, { carriesOut }: Pick<RecordKind, 'carriesOut'> = {}): FactTraits {
  const traits = factTraits.get(payload);
  if (!traits) throw new Error(`${(payload as { name?: string }).name ?? 'a payload'} lacks @Event`);
  return carriesOut ? { ...traits, clause: carriesOut.clause } : traits;
}

/** `OrderRectification` → `order-rectification`: the last segment of a command's route. */
export const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
