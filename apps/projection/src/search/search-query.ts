import { areaCodes, industryCodes } from '#codes';
import type { Condition, Facet } from '#projection';
import { HttpProblem } from '#runtime';
import { statuses } from '../dossier/dossier.projection.js';
import { listNames } from '../lists/list-names.js';
import { day, oneOf } from '../query.js';
import { articleNumber, articleOf, lawNamed } from './cited-laws.js';
import { dueBuckets, dueEdges, dueWithin } from './due.js';
import { listings } from './listing.projection.js';
import { pairsOf, wordsOf } from './words.js';

/** What enterprises can be looked for by, as parameters of the address. */
export const filters = [
  'q',
  'county',
  'industry',
  'status',
  'list',
  'law',
  'article',
  'due',
  'dueBefore',
  'dueAfter',
] as const;

export type Sought = { readonly [Name in (typeof filters)[number]]?: string };

export const facetNames = ['county', 'industry', 'status', 'list', 'law', 'article', 'due'] as const;
export type FacetName = (typeof facetNames)[number];

const LONGEST = 200;

/** The conditions that all must hold of an enterprise. Throws what is wrong with a filter. */
export function conditionsOf(sought: Sought, today: string): Condition[] {
  const { q = '', law, article } = sought;
  const is = (column: string, value: string | undefined) => (value === undefined ? [] : [{ column, is: value }]);
  const list = oneOf('list', sought.list, listNames);
  const bucket = oneOf('due', sought.due, dueBuckets);
  const before = day('dueBefore', sought.dueBefore);
  const after = day('dueAfter', sought.dueAfter);
  if (article && !law) throw articleOfNothing();
  return [
    ...wordsOf(bound(q)).flatMap(havingWord),
    ...is('county', oneOf('county', sought.county, areaCodes)),
    ...is('industry', oneOf('industry', sought.industry, industryCodes)),
    ...is('status', oneOf('status', sought.status, statuses)),
    ...(list ? [{ column: 'list', of: listings, is: list }] : []),
    ...(law ? [restingOn(lawNamed(bound(law)), article && articleNumber(bound(article)))] : []),
    ...(bucket ? dueOn(dueWithin(bucket, today)) : []),
    ...dueOn({ ...(before ? { before } : {}), ...(after ? { after } : {}) }),
  ];
}

const bound = (text: string): string => text.slice(0, LONGEST).replaceAll('\0', '');

// Pairs are found by an index, and may stand apart; whether they stand together is then looked at.
const havingWord = (word: string): Condition[] => {
  const pairs = pairsOf(word);
  return [...(pairs.length > 0 ? [{ column: 'pairs', has: pairs }] : []), { column: 'lines', contains: word }];
};

const restingOn = (law: string, article: string | undefined): Condition =>
  article ? { column: 'articles', has: [articleOf(law, article)] } : { column: 'laws', has: [law] };

const dueOn = ({ after, before }: { readonly after?: string; readonly before?: string }): Condition[] => [
  ...(after ? [{ column: 'due_on', after }] : []),
  ...(before ? [{ column: 'due_on', before }] : []),
];

const articleOfNothing = () =>
  new HttpProblem(
    400,
    'query/parameter-missing',
    { zh: '请给出条文所属的法律 law', en: 'Say which law the article is of: law' },
    {
      field: 'law',
      wayOut: { zh: '例如：law=节约能源法&article=72', en: 'For example: law=Energy Conservation Law&article=72' },
    },
  );

/** The facets that a caller names, each once, with commas between. */
export const facetsNamed = (text: string | undefined): readonly FacetName[] => [
  ...new Set((text ?? '').split(',').flatMap((name) => oneOf('facets', name, facetNames) ?? [])),
];

/** What to count by; nothing when nothing is named. */
export function facetsOf(names: readonly FacetName[], today: string): Readonly<Record<string, Facet>> | undefined {
  const columns: Readonly<Record<FacetName, Facet>> = {
    county: { column: 'county' },
    industry: { column: 'industry' },
    status: { column: 'status' },
    list: { column: 'list', of: listings },
    law: { column: 'laws' },
    article: { column: 'articles' },
    due: { column: 'due_on', edges: dueEdges(today) },
  };
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, columns[name]])) : undefined;
}
