import { decode } from '#contracts';
import type { EventStore } from '#event-store';
import { rowAsOf, type ReadModel, type TwoClocks } from '#projection';
import { dossier, type Dossier } from './dossier.projection.js';

type Dossiers = Pick<ReadModel<Dossier>, 'get' | 'pick'>;

/** Dossiers as they stood at a place on both clocks, made anew from their facts and read like those of now. */
export function dossiersAsOf(now: Dossiers, store: EventStore, clocks: TwoClocks): Dossiers {
  const then = async (key: string, { facts }: Dossier) =>
    rowAsOf(dossier, key, (await store.find(facts)).map(decode), clocks);
  return {
    async get(key) {
      const answer = await now.get(key);
      const folded = answer.row && (await then(key, answer.row));
      return { ...answer, row: folded?.row, changedAt: folded?.changedAt ?? 0 };
    },
    async pick(keys) {
      const answer = await now.pick(keys);
      const folded = await Promise.all(
        answer.rows.map(async ({ key, row }) => ({ key, folded: await then(key, row) })),
      );
      return {
        ...answer,
        rows: folded.flatMap(({ key, folded }) => (folded ? [{ key, row: folded.row }] : [])),
        changedAt: Math.max(0, ...folded.map(({ folded }) => folded?.changedAt ?? 0)),
      };
    },
  };
}
