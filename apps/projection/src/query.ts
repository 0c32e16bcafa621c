import { dayOf } from '#law';
import type { TwoClocks } from '#projection';
import { HttpProblem } from '#runtime';

/** What a parameter is not, and an example of what it may be. */
export const wrong = (field: string, zh: string, en: string, example: string): HttpProblem =>
  new HttpProblem(
    400,
    'query/parameter-wrong',
    { zh: `${field} ${zh}`, en: `${field} ${en}` },
    { field, wayOut: { zh: `例如：${example}`, en: `For example: ${example}` } },
  );

/** The parameters that a route knows, each at most once. */
export function parameters<Name extends string>(
  query: object,
  ...names: readonly Name[]
): { readonly [N in Name]?: string } {
  for (const [name, value] of Object.entries(query)) {
    if (!names.includes(name as Name))
      throw wrong(name, '不是已知参数', `is not a known parameter; there are ${names.join(', ')}`, `${names[0]}=`);
    if (typeof value !== 'string') throw wrong(name, '只能出现一次', 'must be given once', `${name}=`);
  }
  return query;
}

/** One of a few words, or nothing. */
export function oneOf<Word extends string>(
  field: string,
  text: string | undefined,
  words: readonly Word[],
): Word | undefined {
  if (text === undefined || text === '') return undefined;
  const word = words.find((one) => one === text);
  if (!word)
    throw wrong(
      field,
      `应为以下之一：${words.join('、')}`,
      `must be one of ${words.join(', ')}`,
      `${field}=${words[0]}`,
    );
  return word;
}

/** A whole number between two bounds, both allowed. */
export function whole(
  field: string,
  text: string | undefined,
  bounds: { min: number; max: number; otherwise: number },
): number {
  if (text === undefined || text === '') return bounds.otherwise;
  const { min, max } = bounds;
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= min && number <= max))
    throw wrong(
      field,
      `应为${min}至${max}之间的整数`,
      `must be a whole number from ${min} to ${max}`,
      `${field}=${bounds.otherwise || min}`,
    );
  return number;
}

/** A calendar day. */
export function day(field: string, text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(text))
    throw wrong(field, '应为存在的日期', 'must be a day that exists', `${field}=2021-09-30`);
  return text;
}

/** A day, which means its end in China, or an instant with offset; milliseconds. */
export function moment(field: string, text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Date.parse(`${day(field, text)}T23:59:59.999+08:00`);
  const instant = /(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant))
    throw wrong(
      field,
      '应为日期或带时区的时刻',
      'must be a day or an instant with offset',
      `${field}=2021-09-30T00:00:00%2B08:00`,
    );
  return instant;
}

/** A place on both clocks, in the words of whoever asks. */
export interface Place {
  readonly asOf?: string | undefined;
  readonly asKnownAt?: string | undefined;
}

/** What a route is asked for on both clocks: `asOf` by law, `asKnownAt` by the ledger, as a time or as a position. */
export function clocksOf({ asOf, asKnownAt }: Place): TwoClocks {
  const legal = moment('asOf', asOf);
  const isPosition = asKnownAt !== undefined && /^\d{1,16}$/.test(asKnownAt);
  const known = isPosition ? undefined : moment('asKnownAt', asKnownAt);
  return {
    ...(legal === undefined ? {} : { asOf: legal }),
    ...(known === undefined ? {} : { asKnownAt: known }),
    ...(isPosition ? { knownUpTo: Number(asKnownAt) } : {}),
  };
}

/**
 * The same place, told so that it is the same for ever: today where no day was asked for, and the position reached where
 * the time that was asked for is not over.
 */
export function pinned(
  place: Place,
  position: number,
  now: number,
): { readonly asOf: string; readonly asKnownAt: string } {
  const { knownUpTo, asKnownAt = Infinity } = clocksOf(place);
  const isOver = knownUpTo !== undefined || asKnownAt < now;
  return {
    asOf: place.asOf || dayOf(new Date(now).toISOString()),
    asKnownAt: isOver ? place.asKnownAt! : String(position),
  };
}

const CURSOR = 'c1.';

/** Where the next page starts. Holds the place itself, so it never expires; callers treat it as a word. */
export const cursorAt = (place: readonly (string | number | boolean)[]): string =>
  CURSOR + Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place that a cursor names, as so many texts. */
export function placeOf(field: string, cursor: string | undefined, length: number): string[] | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  const place = cursor.startsWith(CURSOR) ? readPlace(cursor.slice(CURSOR.length)) : undefined;
  if (place?.length !== length || place.some((part) => typeof part !== 'string' || part.includes('\0')))
    throw noCursor(
      field,
      Array.from({ length }, () => '91441322MA00TT0126'),
    );
  return place as string[];
}

/** The position that a cursor of a feed names; 0, before the first, without one. */
export function positionOf(field: string, cursor: string | undefined): number {
  const text = placeOf(field, cursor, 1)?.[0] ?? '0';
  if (!/^\d{1,16}$/.test(text)) throw noCursor(field, ['0000000000000042']);
  return Number(text);
}

const noCursor = (field: string, example: readonly string[]) =>
  wrong(
    field,
    '不是本服务给出的游标；请原样使用上一页的 next，或省略以从头开始',
    'is not a cursor of this service; use the last page’s next as it is, or leave it out to start over',
    `${field}=${cursorAt(example)}`,
  );

function readPlace(text: string): unknown[] | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(place) ? place : undefined;
  } catch {
    // Whatever is not ours is told to the caller by the one sentence above.
    return undefined;
  }
}
