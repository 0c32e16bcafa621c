import { encode, type Enveloped, type Meta } from '#contracts';
import { fold, type Fact, type Recorded } from '#decider';
import { Conflict, StaleRevision, type EventStore } from '#event-store';
import type { ActParts } from './act.js';
import type { EventIds } from './event-ids.js';
import type { Receipt } from './receipt.js';
import type { Record, Records } from './records.js';
import type { Submission } from './submission.js';
import { keyReused } from './unacceptable.js';
import type { Verb } from './verb.js';

interface Order {
  readonly verb: Verb;
  readonly id: string;
  readonly stream: string;
  readonly data: object;
  readonly act: ActParts;
  readonly submission: Submission;
  readonly ids: EventIds;
  /** Fingerprint of the request, when it can be retried by key. */
  readonly request?: string;
}

/** How often a decision is taken anew because someone else wrote first. */
const RETRIES = 3;

/** One command on its way to facts. */
export class Decision {
  constructor(
    private readonly store: EventStore,
    private readonly records: Records,
    private readonly order: Order,
  ) {}

  /**
   * Decides over what is remembered of the record, and appends with the exact revision, which fails when the memory is
   * out of date. Only then, and before anybody is told no, is the record read.
   */
  async reach(): Promise<Receipt> {
    const { verb, stream, submission } = this.order;
    if (submission.expected === undefined) {
      const receipt = await this.#byMemory();
      if (receipt) return receipt;
    }
    for (let retries = 0; ; retries++) {
      const record = await this.records.read(verb.decider, stream);
      const earlier = this.#earlier(record.history!);
      if (earlier) return earlier;
      const { expected } = submission;
      if (expected !== undefined && expected !== record.revision)
        throw new StaleRevision(stream, expected, record.revision);
      try {
        return await this.#upon(record);
      } catch (error) {
        this.records.forget(stream);
        if (error instanceof Conflict) await this.#mustNotBeElsewhere();
        else if (!(error instanceof StaleRevision)) throw error;
        // A decision is pure, so taking it again over the newer history is safe.
        if (retries === RETRIES) throw error;
      }
    }
  }

  async #byMemory(): Promise<Receipt | undefined> {
    const { verb, stream } = this.order;
    const record = this.records.guess(verb.decider, stream);
    let facts: readonly Fact[];
    try {
      facts = await this.#decide(record);
    } catch {
      // Whatever is wrong may be wrong with the memory: the decision over the record as it is will tell.
      return undefined;
    }
    if (facts.length === 0) return undefined;
    try {
      return await this.#append(record, facts);
    } catch (error) {
      this.records.forget(stream);
      if (error instanceof StaleRevision || error instanceof Conflict) return undefined;
      throw error;
    }
  }

  async #upon(record: Record): Promise<Receipt> {
    let facts: readonly Fact[];
    try {
      facts = await this.#decide(record);
    } catch (error) {
      await this.#mustNotBeElsewhere();
      throw error;
    }
    if (facts.length > 0) {
      const receipt = await this.#append(record, facts);
      if (receipt) return receipt;
      throw new StaleRevision(this.order.stream, record.revision, record.revision + facts.length);
    }
    await this.#mustNotBeElsewhere();
    return {
      stream: this.order.stream,
      revision: record.revision,
      position: record.position,
      recordedAt: record.recordedAt ?? this.order.act.now,
      events: [],
    };
  }

  async #decide({ state }: Record): Promise<readonly Fact[]> {
    const { verb, id, data, act } = this.order;
    const streams = verb.decider.consults?.[verb.name]?.(data, state) ?? [];
    const histories = new Map<string, readonly Recorded[]>();
    if (streams.length > 0)
      await Promise.all(streams.map(async (other) => histories.set(other, await this.records.consult(other))));
    return verb.decider.decide[verb.name]!(data, state, {
      id,
      ...act,
      consulted(other) {
        const history = histories.get(other);
        if (!history) throw new Error(`${verb.decider.name}: ${verb.name} looks at ${other} but does not consult it`);
        return history;
      },
    });
  }

  /** Nothing when the same facts were there already: the history has the first receipt. */
  async #append(record: Record, facts: readonly Fact[]): Promise<Receipt | undefined> {
    const { verb, stream, ids } = this.order;
    const recorded = this.#envelopes(record, facts);
    const appended = await this.store.append(
      stream,
      recorded.map(({ id, meta }, index) => encode(id, verb.namespace, facts[index]!, meta)),
      record.revision < 0 ? 'no-stream' : record.revision,
    );
    if (appended.duplicate) {
      this.records.forget(stream);
      return undefined;
    }
    this.records.appended(
      verb.decider,
      record,
      recorded.map(({ fact }) => fact),
      appended,
    );
    return {
      stream,
      revision: appended.revision,
      position: appended.position,
      recordedAt: appended.recordedAt,
      events: facts.map(({ type }, index) => ({ id: ids(index), type: `${verb.namespace}.${type}` })),
    };
  }

  #envelopes(record: Record, facts: readonly Fact[]) {
    const { verb, id, stream, act, submission, ids, request } = this.order;
    const envelope = (fact: Fact, subject: object): Meta => ({
      schema: verb.facts[fact.type]!.schema,
      occurredAt: act.occurredAt,
      department: verb.department,
      ...subject,
      actor: act.actor,
      rules: fact.rules ?? [],
      visibility: fact.visibility ?? verb.facts[fact.type]!.visibility,
      documents: act.documents,
      correlationId: submission.correlationId,
      ...(submission.causationId ? { causationId: submission.causationId } : {}),
      ...(fact.correctionOf ? { correctionOf: fact.correctionOf } : {}),
      ...(request ? { request } : {}),
    });
    const recorded = (fact: Fact, index: number, meta: Meta): Enveloped => ({
      ...meta,
      id: ids(index),
      type: `${verb.namespace}.${fact.type}`,
      stream,
      revision: record.revision + 1 + index,
      position: record.position + 1 + index,
      recordedAt: act.now,
      data: fact.data,
    });
    const { decider } = verb;
    const after = decider.subject
      ? fold(
          { ...decider, initial: record.state },
          facts.map((fact, index) => recorded(fact, index, envelope(fact, {}))),
        )
      : undefined;
    const subject = decider.subject?.(after, id) ?? {};
    return facts.map((fact, index) => {
      const meta = envelope(fact, subject);
      return { id: ids(index), meta, fact: recorded(fact, index, meta) };
    });
  }

  /** The receipt of the same request, when the record's history holds its facts. */
  #earlier(history: readonly Enveloped[]): Receipt | undefined {
    const { ids, request, stream } = this.order;
    if (!request) return undefined;
    const first = history.findLastIndex(({ id }) => id === ids(0));
    if (first < 0) return undefined;
    if (history[first]!.request !== request) throw keyReused();
    let after = first + 1;
    while (after < history.length && history[after]!.id === ids(after - first)) after += 1;
    const facts = history.slice(first, after);
    const { revision, position, recordedAt } = facts.at(-1)!;
    return {
      stream,
      revision,
      position,
      recordedAt,
      events: facts.map(({ id, type }) => ({ id, type })),
      replayed: true,
    };
  }

  /** Throws when the key led to facts of another record. Asked before anybody is told no or nothing. */
  async #mustNotBeElsewhere(): Promise<void> {
    const { ids, request, stream } = this.order;
    if (!request) return;
    const [found] = await this.store.find([ids(0)]);
    if (found && found.stream !== stream) throw keyReused();
  }
}
