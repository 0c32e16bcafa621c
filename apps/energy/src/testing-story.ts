import { recordIdOf, fold, Refusal, type Deadline, type Decider, type OwnCommand, type Recorded } from '#decider';
import { endOfDay } from '#law';
import { energyDepartment } from './energy.js';

type Command = { readonly occurredAt: string; readonly officers?: readonly string[] } & Record<string, unknown>;

/**
 * The department as it lives: commands in legal order, its policies after every fact, its deadlines as days end. In
 * memory and all at once, so that a scenario reads from beginning to end.
 */
export class Story {
  readonly #facts: Recorded[] = [];
  readonly #deadlines = new Map<string, Deadline>();
  /** Refusals that the department's own commands met. */
  readonly refused: string[] = [];
  #now = '2021-01-01T00:00:00.000Z';

  /** Posts a command at its own time, or later. Throws `Refusal`. */
  post(record: string, id: string, command: string, data: Command, postedAt = data.occurredAt): this {
    this.passTo(postedAt);
    this.#decide({ record, id, command, data });
    return this;
  }

  /** The code with which a command is refused, or nothing. */
  refusalOf(record: string, id: string, command: string, data: Command): string | undefined {
    try {
      this.post(record, id, command, data);
      return undefined;
    } catch (refusal) {
      if (refusal instanceof Refusal) return refusal.code;
      throw refusal;
    }
  }

  /** A fact of another department. */
  hears(type: string, stream: string, occurredAt: string, data: object): this {
    this.passTo(occurredAt);
    this.#record(stream, type, data, occurredAt, {});
    return this;
  }

  /** Lets time pass up to an instant; what falls due on the way happens in order. */
  passTo(instant: string): void {
    const to = Date.parse(instant);
    for (;;) {
      const next = [...this.#deadlines.values()]
        .filter(({ dueOn }) => Date.parse(endOfDay(dueOn)) <= to)
        .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
      if (!next) break;
      this.#deadlines.delete(next.key);
      this.#moveTo(endOfDay(next.dueOn));
      this.#own({ ...next, data: { occurredAt: endOfDay(next.dueOn), ...next.data } });
    }
    this.#moveTo(instant);
  }

  /** Bare types of the facts of a record, in order. */
  told(record: string, id: string): string[] {
    return this.facts(record, id).map(({ type }) => type.slice(type.indexOf('.') + 1));
  }

  facts(record: string, id: string): Recorded[] {
    return this.#of(`energy.${record}-${id}`);
  }

  /** Keys of the deadlines that run. */
  get running(): string[] {
    return [...this.#deadlines.keys()].sort();
  }

  #of(stream: string): Recorded[] {
    return this.#facts.filter((fact) => fact.stream === stream);
  }

  #moveTo(instant: string): void {
    const now = new Date(Math.max(Date.parse(instant), Date.parse(this.#now)));
    this.#now = now.toISOString();
  }

  #decide({ record, id, command, data }: OwnCommand): void {
    const decider = (energyDepartment.deciders as Record<string, Decider<any, any, any>>)[record]!;
    const stream = `${decider.name}-${id}`;
    const { occurredAt, officers } = data as Command;
    const state = fold(decider, this.#of(stream));
    const facts = decider.decide[command]!(data, state, {
      id,
      now: this.#now,
      occurredAt,
      actor: { client: 'spec', officers },
      documents: [],
      consulted: (other) => this.#of(other),
    });
    for (const fact of facts) {
      this.#record(stream, `energy.${fact.type}`, fact.data, occurredAt, decider);
    }
  }

  #record(
    stream: string,
    type: string,
    data: object,
    occurredAt: string,
    decider: Partial<Decider<any, any, any>>,
  ): void {
    const position = this.#facts.length + 1;
    const fact: Recorded = {
      id: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
      type,
      stream,
      revision: this.#of(stream).length,
      position,
      occurredAt,
      recordedAt: this.#now,
      department: type.slice(0, type.indexOf('.')),
      actor: { client: 'spec' },
      rules: [],
      visibility: 'government',
      documents: [],
      correlationId: 'spec',
      data,
    };
    this.#facts.push(fact);
    if (decider.subject) {
      const subject = decider.subject(fold(decider as Decider<any, any, any>, this.#of(stream)), recordIdOf(fact));
      this.#facts[position - 1] = { ...fact, ...subject };
    }
    this.#follow(this.#facts[position - 1]!);
  }

  #follow(fact: Recorded): void {
    for (const change of energyDepartment.deadlines?.when[fact.type]?.(fact) ?? [])
      if ('set' in change) this.#deadlines.set(change.set.key, change.set);
      else this.#deadlines.delete(change.clear);
    for (const policy of energyDepartment.policies ?? [])
      for (const own of policy.when[fact.type]?.(fact) ?? [])
        this.#own({ ...own, data: { occurredAt: fact.occurredAt, ...own.data } });
  }

  #own(command: OwnCommand): void {
    try {
      this.#decide(command);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      this.refused.push(refusal.code);
    }
  }
}
