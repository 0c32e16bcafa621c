import assert from 'node:assert/strict';
import type { Circumstances, Decider, Fact, FactOf, Recorded, Vocabulary } from './decider.js';
import { decideOn, fold } from './decide-on.js';
import { observe } from './observed.js';
import { Refusal, type RefusalGrounds } from './refusal.js';

/** A past fact in a spec: only what matters needs to be said. */
export type Past = Fact & Partial<Omit<Recorded, 'type' | 'data'>>;

/** A rule as a sentence: given these facts, when this command, then these facts, nothing, or a refusal. */
export interface Given<Commands extends Vocabulary, Events extends Vocabulary> {
  /** Facts of other streams that the decider consults. */
  consulting(streams: Readonly<Record<string, readonly Past[]>>): Given<Commands, Events>;
  when<Name extends keyof Commands & string>(
    name: Name,
    data: Commands[Name],
    circumstances?: Partial<Circumstances>,
  ): Outcome<Events>;
}

export interface Outcome<Events extends Vocabulary> {
  /** Types and payloads, in order. */
  then(...facts: FactOf<Events>[]): void;
  /** Types only, in order. */
  thenTypes(...types: (keyof Events & string)[]): void;
  thenNothing(): void;
  /** Refused with this code and, where given, these grounds. */
  thenRefused(code: string, grounds?: RefusalGrounds): void;
  /** What was answered, for assertions of one's own. */
  readonly facts: () => readonly FactOf<Events>[];
}

/** Starts a rule's sentence over facts that already happened. */
export function given<State, Commands extends Vocabulary, Events extends Vocabulary>(
  decider: Decider<State, Commands, Events>,
  ...past: readonly Past[]
): Given<Commands, Events> {
  return sentence(decider, past, {});
}

function sentence<State, Commands extends Vocabulary, Events extends Vocabulary>(
  decider: Decider<State, Commands, Events>,
  past: readonly Past[],
  elsewhere: Readonly<Record<string, readonly Past[]>>,
): Given<Commands, Events> {
  return {
    consulting: (streams) => sentence(decider, past, { ...elsewhere, ...streams }),
    when(name, data, circumstances = {}) {
      const id = circumstances.id ?? 'one';
      const stream = `${decider.name}-${id}`;
      const saw = { decider: decider.name, command: name } as const;
      const history = recorded(stream, past);
      const decide = () => {
        const named = decider.consults?.[name]?.(data, fold(decider, history)) ?? [];
        return decideOn(
          decider,
          history,
          { name, data },
          {
            id,
            now: '2021-12-31T00:00:00.000Z',
            occurredAt: (data as { occurredAt?: string }).occurredAt ?? '2021-06-01T09:00:00+08:00',
            actor: { client: 'spec' },
            documents: [],
            // As in the ledger, a decider sees no stream that it does not name beforehand.
            consulted(other) {
              if (!named.includes(other))
                throw new Error(`${decider.name}: ${name} looks at ${other} but does not consult it`);
              return recorded(other, elsewhere[other] ?? []);
            },
            ...circumstances,
          },
        );
      };
      const facts = () => {
        const answer = decide();
        observe({
          ...saw,
          outcome: answer.length > 0 ? 'facts' : 'nothing',
          types: answer.map(({ type }) => type),
          rules: answer.flatMap(({ rules = [] }) => rules.map(({ ruleId, version }) => `${ruleId}@${version}`)),
        });
        return answer;
      };
      return {
        facts,
        then: (...expected) =>
          assert.deepEqual(
            facts().map(({ type, data }) => ({ type, data })),
            expected.map(({ type, data }) => ({ type, data })),
          ),
        thenTypes: (...types) =>
          assert.deepEqual(
            facts().map(({ type }) => type),
            types,
          ),
        thenNothing: () => assert.deepEqual(facts(), []),
        thenRefused(code, grounds) {
          assert.throws(decide, (refusal) => {
            if (!(refusal instanceof Refusal)) throw refusal;
            assert.equal(refusal.code, code);
            if (grounds) assert.partialDeepStrictEqual(refusal.grounds, grounds);
            const { rule } = refusal.grounds;
            observe({ ...saw, outcome: 'refused', types: [], rules: rule ? [rule] : [], code });
            return true;
          });
        },
      };
    },
  };
}

function recorded(stream: string, past: readonly Past[]): Recorded[] {
  return past.map((fact, revision) => ({
    id: `00000000-0000-4000-8000-${String(revision).padStart(12, '0')}`,
    stream,
    revision,
    position: revision + 1,
    occurredAt: '2021-05-01T09:00:00+08:00',
    recordedAt: '2021-05-01T01:00:00.000Z',
    department: stream.slice(0, stream.indexOf('.')),
    actor: { client: 'spec' },
    rules: [],
    visibility: 'government',
    documents: [],
    correlationId: 'spec',
    ...fact,
  }));
}
