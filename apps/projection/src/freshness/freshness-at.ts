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

/** Every source with the last day on which it recorded something, as known at a position of the ledger. */
export async function freshnessAt(models: ReadModels, position: number, isNow: boolean): Promise<Refreshed[]> {
  await models.waitFor(freshness.name, position, WAIT_MS);
  const rows = models.of(freshness);
  const current = await rows.pick(sources);
  const known = new Map(current.rows.map(({ key, row }) => [key, row as Freshness]));
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
