import { decode } from '#contracts';
import type { Recorded } from '#decider';
import type { EventStore } from '#event-store';
import { rowAsOf, type ReadModel, type TwoClocks } from '#projection';
import { siteOf } from '../about.js';
import { mayRead, readsAll, type Audience } from '../audience/audience.js';
import { dossier, whole, type Dossier, type Filed } from './dossier.projection.js';

export type Dossiers = Pick<ReadModel<Dossier>, 'get' | 'pick'>;

/** From where a dossier is looked at: by whom, from which place on both clocks, and whether for one site alone. */
export interface Viewpoint {
  readonly audience: Audience;
  readonly clocks: TwoClocks;
  readonly siteCode?: string | undefined;
}

/** Dossiers as they stand; seen from elsewhere they are made anew, from the facts that held, were known, and may be read. */
export function dossiersSeen(now: ReadModel<Filed>, store: Pick<EventStore, 'find'>, from: Viewpoint): Dossiers {
  const isWhole = Object.keys(from.clocks).length === 0 && readsAll(from.audience) && from.siteCode === undefined;
  return isWhole ? asTheyStand(now) : madeAnew(now, store, from);
}

const asTheyStand = (now: ReadModel<Filed>): Dossiers => ({
  async get(key) {
    const answer = await now.get(key);
    return { ...answer, row: answer.row && whole(answer.row) };
  },
  async pick(keys) {
    const answer = await now.pick(keys);
    return { ...answer, rows: answer.rows.map(({ key, row }) => ({ key, row: whole(row) })) };
  },
});

function madeAnew(
  now: ReadModel<Filed>,
  store: Pick<EventStore, 'find'>,
  { audience, clocks, siteCode }: Viewpoint,
): Dossiers {
  const counts = (fact: Recorded) => mayRead(audience, fact) && (siteCode === undefined || siteOf(fact) === siteCode);
  const seen = async (key: string, { facts }: Filed) => {
    const made = rowAsOf(dossier, key, (await store.find(facts)).map(decode).filter(counts), clocks);
    return made && { row: whole(made.row), changedAt: made.changedAt };
  };
  return {
    async get(key) {
      const answer = await now.get(key);
      const made = answer.row && (await seen(key, answer.row));
      return { ...answer, row: made?.row, changedAt: made?.changedAt ?? 0 };
    },
    async pick(keys) {
      const answer = await now.pick(keys);
      const rows = await Promise.all(answer.rows.map(async ({ key, row }) => ({ key, made: await seen(key, row) })));
      return {
        ...answer,
        rows: rows.flatMap(({ key, made }) => (made ? [{ key, row: made.row }] : [])),
        changedAt: Math.max(0, ...rows.map(({ made }) => made?.changedAt ?? 0)),
      };
    },
  };
}
