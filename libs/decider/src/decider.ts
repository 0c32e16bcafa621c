/** Names of commands or events, each with the shape of its payload. */
export type Vocabulary = Readonly<Record<string, object>>;

/** Who may read a fact: everyone, government bodies, or only those whom a sealed record names. */
export type Visibility = 'public' | 'government' | 'sealed';

/** A row of the law that a decision rests on. */
export interface RuleRef {
  readonly ruleId: string;
  readonly version: string;
}

/** Whom and what a record is about; stamped on the envelope of its facts. */
export interface Subject {
  readonly uscc?: string;
  readonly siteId?: string;
  readonly caseId?: string;
}

/** What a decider answers with: something that is now true. */
export interface Fact<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
  /** The law rows that this fact was decided under. */
  readonly rules?: readonly RuleRef[];
  /** Narrower or wider than the catalogue's default for the type. */
  readonly visibility?: Visibility;
  /** Id of the fact that this one corrects. Both are kept. */
  readonly correctionOf?: string;
}

/** The facts that a vocabulary allows. */
export type FactOf<Events extends Vocabulary> = {
  [Type in keyof Events & string]: Fact<Type, Events[Type]>;
}[keyof Events & string];

/** A fact as the ledger keeps it: its payload and the parts of the envelope that pure code may read. */
export interface Recorded<Data extends object = any> {
  /** UUID of the event. */
  readonly id: string;
  /** Qualified: `energy.EnergyRectificationOrdered`. */
  readonly type: string;
  readonly stream: string;
  /** Place in the stream, from 0. */
  readonly revision: number;
  /** Place in the order of the whole ledger, from 1. */
  readonly position: number;
  /** Legal time: when it happened or was served (RFC 3339, with offset). */
  readonly occurredAt: string;
  /** Ledger time: when it was recorded (RFC 3339, UTC). */
  readonly recordedAt: string;
  readonly department: string;
  readonly enterpriseId?: string;
  readonly uscc?: string;
  readonly siteId?: string;
  readonly caseId?: string;
  readonly actor: Actor;
  readonly rules: readonly RuleRef[];
  readonly visibility: Visibility;
  readonly documents: readonly DocumentRef[];
  readonly correlationId: string;
  readonly causationId?: string;
  readonly correctionOf?: string;
  readonly data: Data;
}

/** Who acted: the client that posted, the officers on the act, who approved it. */
export interface Actor {
  readonly client: string;
  readonly officers?: readonly string[];
  readonly approver?: string;
}

/** A document by its number, title and SHA-256 (lower-case hex). */
export interface DocumentRef {
  readonly number?: string;
  readonly title?: string;
  readonly sha256?: string;
}

/** Time, identity and surroundings of a decision. A decider knows no other source of them. */
export interface Circumstances {
  /** Id of the record: the last part of its stream's name. */
  readonly id: string;
  /** Ledger clock (RFC 3339, UTC). */
  readonly now: string;
  /** Legal time of the act (RFC 3339, with offset); never after `now`. */
  readonly occurredAt: string;
  readonly actor: Actor;
  readonly documents: readonly DocumentRef[];
  /** History of a stream that the decider asked for with `consults`; empty when it does not exist. */
  readonly consulted: (stream: string) => readonly Recorded[];
}

/**
 * The law of one record: a pure answer to each command, and what each fact changes.
 *
 * `decide` MUST NOT read clocks, identity or randomness, and answers with no facts when nothing changes.
 * `evolve` MUST NOT refuse: what was stored has happened.
 */
export interface Decider<State, Commands extends Vocabulary, Events extends Vocabulary> {
  /** Category of its streams: `energy.case` gives `energy.case-<id>`. */
  readonly name: string;
  readonly initial: State;
  readonly decide: {
    readonly [Name in keyof Commands]: (
      command: Commands[Name],
      state: State,
      given: Circumstances,
    ) => readonly FactOf<Events>[];
  };
  readonly evolve: {
    readonly [Type in keyof Events]: (state: State, data: Events[Type], fact: Recorded<Events[Type]>) => State;
  };
  /** Whom the record is about, once known. */
  readonly subject?: (state: State, id: string) => Subject;
  /** Streams of other records that a command must look at, by command. */
  readonly consults?: {
    readonly [Name in keyof Commands]?: (command: Commands[Name], state: State) => readonly string[];
  };
}
