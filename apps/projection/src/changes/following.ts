import { decode } from '#contracts';
import type { Recorded } from '#decider';
import type { EventStore } from '#event-store';
import type { Projection, ReadModels } from '#projection';
import { mayRead, readsAll, type Audience } from '../audience/audience.js';
import { dossier } from '../dossier/dossier.projection.js';
import { listStream } from '../lists/list-names.js';
import { listRegister } from '../lists/list.projection.js';
import { registerEntry } from '../registers/register.projection.js';
import { enterpriseSearch } from '../search/search.projection.js';
import type { Subject } from './subject.js';

export interface Ground {
  readonly models: ReadModels;
  readonly store: EventStore;
}

/** How a subject is followed. */
export interface Following {
  /** Whether whoever follows may hear of a fact. */
  readonly mayHear: (fact: Recorded) => boolean;
  /** What must reflect a fact before it is told, so that whoever hears of it can read it. */
  readonly watch: readonly Projection[];
  /** Those among the facts that changed the subject. */
  readonly among: (facts: readonly Recorded[]) => Promise<readonly Recorded[]> | readonly Recorded[];
  /** The first of them after a position, where something knows them without reading the ledger through. */
  readonly first?: (after: number, limit: number) => Promise<readonly Recorded[]>;
}

/** Dossiers that a fact is filed with. */
const dossiersOf = (fact: Recorded): readonly string[] =>
  Object.hasOwn(dossier.when, fact.type) ? [dossier.key(fact) ?? []].flat() : [];

/** The index of the first of so many facts, in the order of the ledger, that lies after a position. */
async function firstAfter(count: number, after: number, at: (index: number) => Promise<number>): Promise<number> {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((await at(middle)) > after) high = middle;
    else low = middle + 1;
  }
  return low;
}

type Watching = Omit<Following, 'mayHear'>;

const kinds: { readonly [Kind in Subject['kind']]: (ground: Ground, id: string, audience: Audience) => Watching } = {
  /** A dossier knows the ids of its facts. */
  enterprise: ({ models, store }, id) => ({
    watch: [dossier],
    among: (facts) => facts.filter((fact) => dossiersOf(fact).includes(id)),
    async first(after, limit) {
      const { facts: ids = [] } = (await models.of(dossier).get(id)).row ?? {};
      const position = async (index: number) => (await store.find([ids[index]!]))[0]!.position;
      const from = await firstAfter(ids.length, after, position);
      return (await store.find(ids.slice(from, from + limit))).map(decode);
    },
  }),

  /** Where an enterprise is now is where everything about it happened; what is about no enterprise says its area. */
  county: ({ models }, id, audience) => ({
    watch: [dossier, enterpriseSearch, registerEntry],
    async among(facts) {
      const keys = new Set(facts.flatMap(dossiersOf));
      const { rows } = await models.of(enterpriseSearch).pick([...keys]);
      const here = new Set(rows.filter(({ row }) => row.identity.county === id).map(({ key }) => key));
      const isHere = (fact: Recorded): boolean => {
        const dossiers = dossiersOf(fact);
        // Registers are read by those who read all; what is in no dossier is nowhere else.
        return dossiers.length > 0
          ? dossiers.some((key) => here.has(key))
          : readsAll(audience) && fact.data.county === id;
      };
      return facts.filter(isHere);
    },
  }),

  /** A list is a record with a stream of its own. */
  list: ({ store }, id) => {
    const stream = listStream(id);
    return {
      watch: [listRegister],
      among: (facts) => facts.filter((fact) => fact.stream === stream),
      async first(after, limit) {
        const { revision } = await store.read(stream, { limit: 1 });
        const position = async (from: number) => (await store.read(stream, { from, limit: 1 })).events[0]!.position;
        const from = await firstAfter(revision + 1, after, position);
        return (await store.read(stream, { from, limit })).events.map(decode);
      },
    };
  },
};

/** How an audience follows a subject. */
export const following = (ground: Ground, { kind, id }: Subject, audience: Audience): Following => ({
  ...kinds[kind](ground, id, audience),
  mayHear: (fact) => mayRead(audience, fact),
});
