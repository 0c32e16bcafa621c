import { languages } from '#contracts';
import type { ReadModels } from '#projection';
import { daysBack, freshness, type Freshness } from './freshness.projection.js';

/** When a department's systems were last heard of. */
export interface Refreshed {
  readonly department: string;
  /** Day of the ledger clock in China; null when nothing was ever recorded by then. */
  readonly refreshedOn: string | null;
}

const WAIT_MS = 5_000;
/** Tips are nobody's source here: that one came in is sealed. */
const sources = languages.filter(({ isSealed }) => !isSealed).map(({ department }) => department);

/** Rows of the sources as they are since a position. They change once a day. */
interface Kept {
  readonly changedAt: number;
  readonly latest: ReadonlyMap<string, Freshness>;
}

const kept = new WeakMap<ReadModels, Kept>();

async function latestOf(models: ReadModels, position: number): Promise<Kept['latest']> {
  const heard = models.heard(freshness.name);
  const before = kept.get(models);
  if (before && heard && heard.position >= position && heard.changedAt === before.changedAt) return before.latest;
  const { rows, changedAt } = await models.of(freshness).pick(sources);
  const latest = new Map(rows.map(({ key, row }) => [key, row as Freshness]));
  kept.set(models, { changedAt, latest });
  return latest;
}

/** Every source with the last day on which it recorded something, as known at a position of the ledger. */
export async function freshnessAt(models: ReadModels, position: number, isNow: boolean): Promise<Refreshed[]> {
  await models.waitFor(freshness.name, position, WAIT_MS);
  const rows = models.of(freshness);
  const known = await latestOf(models, position);
  return Promise.all(
    sources.map(async (department) => {
      const latest = known.get(department);
      if (!latest) return { department, refreshedOn: null };
      if (latest.since <= position) return { department, refreshedOn: latest.day };
      if (isNow) return { department, refreshedOn: latest.before ?? null };
      const where = [
        { column: 'day_of', is: department },
        { column: 'since', before: position + 1 },
        { column: 'back', after: daysBack(latest.day) },
      ];
      const { rows: days } = await rows.page({ where, orderBy: ['back'], limit: 1 });
      return { department, refreshedOn: days[0] ? (days[0].row as Freshness).day : null };
    }),
  );
}
