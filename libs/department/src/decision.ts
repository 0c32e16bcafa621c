import { encode, type Enveloped, type Meta } from '#contracts';
import { fold, type Fact, type Recorded } from '#decider';
import { Conflict, StaleRevision } from '#event-store';
import type { ActParts } from './act.js';
import type { Appending } from './decision-metrics.js';
import type { EventIds } from './event-ids.js';
import type { Receipt } from './receipt.js';
import type { PlacedLater, Record, Records } from './records.js';
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

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** How often a decision is taken anew because someone else wrote first. */
const RETRIES = 3;

/** One command on its way to facts. */
export class Decision {
  constructor(
    private readonly store: Appending,
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

  /** Synchronous unless the law looks at other records. */
  #decide({ state }: Record): readonly Fact[] | Promise<readonly Fact[]> {
    const { verb, data } = this.order;
    const streams = verb.decider.consults?.[verb.name]?.(data, state) ?? [];
    if (streams.length === 0) return this.#given(state, streams, []);
    return Promise.all(streams.map((other) => this.records.consult(other))).then((histories) =>
      this.#given(state, streams, histories),
    );
  }

  #given(state: unknown, streams: readonly string[], histories: readonly (readonly Recorded[])[]): readonly Fact[] {
    const { verb, id, data, act } = this.order;
    const { occurredAt, now, actor, documents } = act;
    return verb.decider.decide[verb.name]!(data, state, {
      id,
      occurredAt,
      now,
      actor,
      documents,
      consulted(other) {
        const history = histories[streams.indexOf(other)];
        if (!history) throw new Error(`${verb.decider.name}: ${verb.name} looks at ${other} but does not consult it`);
        return history;
      },
    });
  }

  /** Nothing when the same facts were there already: the history has the first receipt. */
  async #append(record: Record, facts: readonly Fact[]): Promise<Receipt | undefined> {
    const { verb, stream, ids } = this.order;
    const enveloped = this.#envelopes(record, facts);
    const appended = await this.store.append(
      stream,
      enveloped.map(({ meta, fact }, index) => encode(fact.id, verb.namespace, facts[index]!, meta)),
      record.revision < 0 ? 'no-stream' : record.revision,
    );
    if (appended.duplicate) {
      this.records.forget(stream);
      return undefined;
    }
    this.records.appended(
      record,
      enveloped.map(({ fact }) => fact),
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

  #envelopes(record: Record, facts: readonly Fact[]): { readonly meta: Meta; readonly fact: PlacedLater }[] {
    const { verb, id, stream, act, submission, ids, request } = this.order;
    const { decider } = verb;
    const enveloped = facts.map((fact, index) => {
      const { schema, visibility } = verb.facts[fact.type]!;
      const meta: Mutable<Meta> = {
        schema,
        occurredAt: act.occurredAt,
        department: verb.department,
        actor: act.actor,
        rules: fact.rules ?? [],
        visibility: fact.visibility ?? visibility,
        documents: act.documents,
        correlationId: submission.correlationId,
        causationId: submission.causationId,
        correctionOf: fact.correctionOf,
        request,
      };
      const place = { revision: record.revision + 1 + index, position: record.position + 1 + index };
      const type = `${verb.namespace}.${fact.type}`;
      return { meta, fact: { ...meta, ...place, id: ids(index), type, stream, recordedAt: act.now, data: fact.data } };
    });
    if (decider.subject) {
      const after = fold(
        decider,
        enveloped.map(({ fact }) => fact),
        record.state,
      );
      const subject = decider.subject(after, id);
      for (const { meta, fact } of enveloped) {
        Object.assign(meta, subject);
        Object.assign(fact, subject);
      }
    }
    return enveloped;
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
