import { addDays } from '#law';
import type { Bilingual } from '#decider';

/** How soon something is due, the soonest first, with the days from today that each ends before. */
const ends = [
  { name: 'OVERDUE', endsBefore: 0, says: { zh: '已逾期', en: 'Overdue' } },
  { name: 'WITHIN_7_DAYS', endsBefore: 8, says: { zh: '7日内到期', en: 'Due within 7 days' } },
  { name: 'WITHIN_30_DAYS', endsBefore: 31, says: { zh: '8至30日内到期', en: 'Due in 8 to 30 days' } },
  { name: 'LATER', endsBefore: undefined, says: { zh: '30日后到期', en: 'Due later' } },
] as const;

export type DueBucket = (typeof ends)[number]['name'];

export const dueBuckets: readonly DueBucket[] = ends.map(({ name }) => name);

export const dueTitle = (bucket: DueBucket): Bilingual => ends.find(({ name }) => name === bucket)!.says;

/** First days after each bucket but the last. */
export const dueEdges = (today: string): readonly string[] =>
  ends.flatMap(({ endsBefore }) => (endsBefore === undefined ? [] : [addDays(today, endsBefore)]));

/** The days of a bucket, both ends excluded. */
export function dueWithin(bucket: DueBucket, today: string): { readonly after?: string; readonly before?: string } {
  const at = dueBuckets.indexOf(bucket);
  const edges = dueEdges(today);
  const [first, end] = [edges[at - 1], edges[at]];
  return { ...(first ? { after: addDays(first, -1) } : {}), ...(end ? { before: end } : {}) };
}
