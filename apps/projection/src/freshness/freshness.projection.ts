import type { Recorded } from '#decider';
import { addDays } from '#law';
import { projection } from '#projection';
import { everyType } from '../labels.js';

/** That a department recorded something on a day, and from which position of the ledger on that is known. */
export interface Freshness {
  readonly department: string;
  /** Day of the ledger clock in China. */
  readonly day: string;
  readonly since: number;
  /** The day before this one on which it recorded something; only in the row of the department itself. */
  readonly before?: string;
}

/** Hour of UTC at which a day begins in China. */
const MIDNIGHT = '16';

const next = new Map<string, string>();

/** Ledger time of an event always is in UTC. Asked of every fact: the calendar is looked at once a day. */
function dayIn({ recordedAt }: Recorded): string {
  const day = recordedAt.slice(0, 10);
  if (recordedAt.slice(11, 13) < MIDNIGHT) return day;
  const tomorrow = next.get(day) ?? addDays(day, 1);
  next.set(day, tomorrow);
  return tomorrow;
}

/** Days count down, so that the latest comes first. */
export const daysBack = (day: string): number => -Math.round(Date.parse(day) / 86_400_000);

/**
 * When each source was last heard of: a row for each department as it is now, and one for each of its days, so that it
 * can be told as of any position. Written once a day and department, not once a fact.
 */
export const freshness = projection<Freshness | Record<string, never>>({
  name: 'source_freshness',
  version: 1,
  key: (fact) => (fact.visibility === 'sealed' ? undefined : [fact.department, `${fact.department}/${dayIn(fact)}`]),
  blank: () => ({}),
  columns: {
    // Null for the rows of departments, so that a page of days has none of them.
    day_of: { type: 'text', of: (row, key) => (key.includes('/') ? row.department! : null), index: true },
    back: { type: 'bigint', of: ({ day }) => (day === undefined ? 0 : daysBack(day)) },
    since: { type: 'bigint', of: ({ since }) => since ?? 0 },
  },
  when: Object.fromEntries(
    everyType.map((type) => [
      type,
      (row, fact, key) => {
        const day = dayIn(fact);
        if (row.day === day) return row;
        const now = { department: fact.department, day, since: fact.position };
        return row.day === undefined || key.includes('/') ? now : { ...now, before: row.day };
      },
    ]),
  ),
});
