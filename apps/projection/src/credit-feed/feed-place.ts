import { HttpProblem } from '#runtime';
import { cursorAt, placeOf } from '../query.js';
import { feedKey } from './feed-item.js';

/** Where the next page of a feed starts: after a position. */
export const placeAfter = (position: number): string => cursorAt([feedKey(position)]);

/** The position that the caller has everything up to; 0 from the start. */
export function positionAfter(cursor: string | undefined): number {
  const place = placeOf('after', cursor, 1)?.[0] ?? feedKey(0);
  if (/^\d{16}$/.test(place)) return Number(place);
  throw new HttpProblem(
    400,
    'query/parameter-wrong',
    { zh: 'after 是其他列表的游标', en: 'after is the cursor of another list' },
    { field: 'after', wayOut: { zh: `例如：after=${placeAfter(0)}`, en: `For example: after=${placeAfter(0)}` } },
  );
}
