import type { Recorded } from '#decider';
import { projection } from '#projection';
import { dossier, PLANNED, sections, statusOf, type Dossier } from '../dossier/dossier.projection.js';
import type { Section } from '../dossier/section.js';
import { identify, unidentified, type Identity } from '../dossier/sections/identity.js';
import { articleOf, citedBy } from './cited-laws.js';
import { pairsOf, plain } from './words.js';

/**
 * Of the parts of a dossier, what enterprises are looked for by: where they stand, what is owed next, what they were
 * called. Nothing besides is kept: whoever counts reads all the rows, and short ones are read the quickest.
 */
const keepers = {
  standing: ({ cards, closures }: Dossier['standing']) => ({
    cards: cards.map(({ colour, caseId, department, cardId, clearedAt }) => ({
      colour,
      caseId,
      department,
      cardId,
      clearedAt,
    })),
    closures: closures.map(({ proposalId, state, scope }) => ({ proposalId, state, scope })),
  }),
  cases: ({ cases }: Dossier['cases']) => ({
    cases: cases.map(({ caseId, state, open }) => ({ caseId, state, open, milestones: [] })),
  }),
  safety: ({ suspensions }: Dossier['safety']) => ({
    suspensions: suspensions.map(({ id, state }) => ({ id, state })),
  }),
  environment: ({ restraints }: Dossier['environment']) => ({
    restraints: restraints.map(({ caseId, measure, state }) => ({ caseId, measure, state })),
  }),
  obligations: ({ open }: Dossier['obligations']) => ({
    open: open.map(({ obligationId, dueOn }) => ({ obligationId, dueOn })),
  }),
  registration: ({ changes, sites }: Dossier['registration']) => ({
    changes: changes.map(({ kind, from }) => ({ kind, from })),
    sites: sites.map(({ siteCode }) => ({ siteCode })),
  }),
  lookBack: ({ targets }: Dossier['lookBack']) => ({ targets: targets.map(({ targetId }) => ({ targetId })) }),
};

type Part = keyof typeof keepers;
type Kept = { readonly [Name in Part]: ReturnType<(typeof keepers)[Name]> };
const parts = Object.keys(keepers) as Part[];

const keep = (name: Part, state: object): object => (keepers[name] as (state: object) => object)(state);

/** An enterprise as it is found. */
export interface Found extends Kept {
  readonly identity: Identity;
  /** Every name and code that it has or ever had, as they are searched. */
  readonly lines: readonly string[];
  /** Laws that its facts rest on, and their articles as `law#article`; each sorted. */
  readonly laws: readonly string[];
  readonly articles: readonly string[];
}

/** A part again, as far as it was kept. */
const stateOf = (row: Found, name: Part): object => ({ ...sections[name].blank, ...row[name] });

const BLANK = Object.fromEntries(parts.map((name) => [name, keep(name, sections[name].blank)])) as unknown as Kept;

/** Parts that a type of fact is addressed to. */
const addressed = new Map(
  Object.keys(dossier.when).map((type) => [type, parts.filter((name) => Object.hasOwn(sections[name].when, type))]),
);

/** Whether there is a name or a site that was not there before: none ever goes. */
const hasMore = (before: Identity, after: Identity): boolean =>
  after.names.length > before.names.length || after.sites.length > before.sites.length;

/** Parts that say what it is called; so does its identity. */
const naming: readonly Part[] = ['registration', 'lookBack'];

/** What a dossier makes of the fact; the row itself where that is nothing to anybody who searches. */
function file(row: Found, fact: Recorded, key: string): Found {
  const changed: { [Name in Part]?: object } = {};
  for (const name of addressed.get(fact.type)!) {
    const before = stateOf(row, name);
    const after = (sections[name] as Section).when[fact.type]!(before, fact, key);
    if (after !== before) changed[name] = keep(name, after);
  }
  const identity = identify(row.identity, fact);
  const cited = citedBy(fact);
  const laws = withAll(
    row.laws,
    cited.map(({ law }) => law),
  );
  const articles = withAll(
    row.articles,
    cited.flatMap(({ law, article }) => (article === undefined ? [] : [articleOf(law, article)])),
  );
  const isCited = laws !== row.laws || articles !== row.articles;
  if (!isCited && identity === row.identity && Object.keys(changed).length === 0) return row;
  const after = { ...row, ...(changed as Partial<Kept>), identity, laws, articles };
  const isNamed = hasMore(row.identity, identity) || naming.some((name) => name in changed);
  return isNamed ? { ...after, lines: withAll(row.lines, linesOf(after, key)) } : after;
}

/** A target that is planned is described by the plan, in its identity and among the targets. */
function fileTarget(row: Found, fact: Recorded, key: string): Found {
  const lookBack = stateOf(row, 'lookBack') as Dossier['lookBack'];
  const before = { identity: row.identity, lookBack, facts: [], provenance: {} };
  const { identity, lookBack: seen } = dossier.when[fact.type]!(before, fact, key)!;
  const after = { ...row, identity, lookBack: keepers.lookBack(seen ?? lookBack) };
  return { ...after, lines: withAll(row.lines, linesOf(after, key)) };
}

/** The list itself when it has them all. */
const withAll = (sorted: readonly string[], more: readonly string[]): readonly string[] =>
  more.every((one) => sorted.includes(one)) ? sorted : [...new Set([...sorted, ...more])].sort();

/** Every name and code that it has or ever had. */
const linesOf = ({ identity, registration, lookBack }: Found, key: string): readonly string[] =>
  [
    key,
    ...identity.names.map(({ name }) => name),
    ...registration.changes.map(({ from }) => from),
    ...identity.sites,
    ...registration.sites.map(({ siteCode }) => siteCode),
    ...lookBack.targets.map(({ targetId }) => targetId),
  ].map(plain);

/** What is searched in: the lines as one text, and the pairs of characters in them. */
interface Searched {
  readonly text: string;
  readonly pairs: readonly string[];
}

// Most facts leave the names as they are.
const searched = new WeakMap<readonly string[], Searched>();

function searchedIn(lines: readonly string[]): Searched {
  const known = searched.get(lines) ?? { text: lines.join('\n'), pairs: [...new Set(lines.flatMap(pairsOf))] };
  searched.set(lines, known);
  return known;
}

export const statusFound = (row: Found) => statusOf(row as unknown as Dossier);

/**
 * Which enterprise somebody means: one row for each dossier. Chinese is found by pairs of characters, which any
 * PostgreSQL can index: its own words end at spaces, and pg_trgm knows no Chinese letters under collation C.
 */
export const enterpriseSearch = projection<Found>({
  name: 'enterprise_search',
  version: 1,
  key: dossier.key,
  blank: (key) => ({ ...BLANK, identity: unidentified(key), lines: [plain(key)], laws: [], articles: [] }),
  columns: {
    county: { type: 'text', of: ({ identity }) => identity.county, index: true },
    industry: { type: 'text', of: ({ identity }) => identity.industry, index: true },
    status: { type: 'text', of: statusFound, index: true },
    due_on: { type: 'text', of: ({ obligations }) => obligations.open[0]?.dueOn ?? null, index: true },
    laws: { type: 'text[]', of: ({ laws }) => laws, index: true },
    articles: { type: 'text[]', of: ({ articles }) => articles, index: true },
    lines: { type: 'text', of: ({ lines }) => searchedIn(lines).text },
    pairs: { type: 'text[]', of: ({ lines }) => searchedIn(lines).pairs, index: true },
  },
  when: Object.fromEntries(Object.keys(dossier.when).map((type) => [type, type === PLANNED ? fileTarget : file])),
});
