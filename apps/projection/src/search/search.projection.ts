import type { Recorded } from '#decider';
import { projection } from '#projection';
import { dossier, statusOf, whole, type Dossier } from '../dossier/dossier.projection.js';
import { articleOf, citedBy } from './cited-laws.js';
import { pairsOf, plain } from './words.js';

/**
 * Of a dossier, what enterprises are looked for by: what they are called, where they stand, what is owed next. Nothing
 * besides is kept: whoever counts reads all the rows, and short ones are read the quickest.
 */
const kept = ({ identity, standing, cases, safety, environment, obligations, registration, lookBack }: Dossier) => ({
  identity,
  standing: {
    cards: standing.cards.map(({ colour, caseId, department, cardId, clearedAt }) => ({
      colour,
      caseId,
      department,
      cardId,
      clearedAt,
    })),
    closures: standing.closures.map(({ proposalId, state, scope }) => ({ proposalId, state, scope })),
  },
  cases: { cases: cases.cases.map(({ caseId, state, open }) => ({ caseId, state, open, milestones: [] })) },
  safety: { suspensions: safety.suspensions.map(({ id, state }) => ({ id, state })) },
  environment: {
    restraints: environment.restraints.map(({ caseId, measure, state }) => ({ caseId, measure, state })),
  },
  obligations: { open: obligations.open.map(({ obligationId, dueOn }) => ({ obligationId, dueOn })) },
  registration: {
    changes: registration.changes.map(({ kind, from }) => ({ kind, from })),
    sites: registration.sites.map(({ siteCode }) => ({ siteCode })),
  },
  lookBack: { targets: lookBack.targets.map(({ targetId }) => ({ targetId })) },
});

type Kept = ReturnType<typeof kept>;

/** An enterprise as it is found. */
export interface Found extends Kept {
  /** Every name and code that it has or ever had, as they are searched. */
  readonly lines: readonly string[];
  /** Laws that its facts rest on, and their articles as `law#article`; each sorted. */
  readonly laws: readonly string[];
  readonly articles: readonly string[];
}

const BLANK = whole(dossier.blank(''));

/** A dossier again, as far as it was kept. */
function asDossier({ lines: _, laws: __, articles: ___, ...row }: Found): Dossier {
  const parts: Record<string, object> = { ...BLANK };
  for (const [name, state] of Object.entries(row)) parts[name] = { ...parts[name], ...state };
  return parts as unknown as Dossier;
}

/** Parts that say what it is called. */
const naming = ['identity', 'registration', 'lookBack'] as const;

/** What a dossier makes of the fact; the row itself where that is nothing to anybody who searches. */
function file(row: Found, fact: Recorded, key: string): Found {
  const after = dossier.when[fact.type]!(asDossier(row), fact, key) as Dossier;
  const cited = citedBy(fact);
  const laws = withAll(
    row.laws,
    cited.map(({ law }) => law),
  );
  const articles = withAll(
    row.articles,
    cited.flatMap(({ law, article }) => (article === undefined ? [] : [articleOf(law, article)])),
  );
  const isElsewhere = !Object.keys(after.provenance).some((name) => name in row);
  if (isElsewhere && laws === row.laws && articles === row.articles) return row;
  const isNamed = naming.some((name) => name in after.provenance);
  const lines = isNamed ? withAll(row.lines, linesOf(after, key)) : row.lines;
  return { ...kept(after), lines, laws, articles };
}

/** The list itself when it has them all. */
const withAll = (sorted: readonly string[], more: readonly string[]): readonly string[] =>
  more.every((one) => sorted.includes(one)) ? sorted : [...new Set([...sorted, ...more])].sort();

/** Every name and code that it has or ever had. */
const linesOf = ({ identity, registration, lookBack }: Dossier, key: string): readonly string[] =>
  [
    key,
    ...identity.names.map(({ name }) => name),
    ...registration.changes.map(({ from }) => from),
    ...identity.sites,
    ...registration.sites.map(({ siteCode }) => siteCode),
    ...lookBack.targets.map(({ targetId }) => targetId),
  ].map(plain);

// Most facts leave the names as they are.
const pairsKnown = new WeakMap<readonly string[], readonly string[]>();

function pairsIn(lines: readonly string[]): readonly string[] {
  const pairs = pairsKnown.get(lines) ?? [...new Set(lines.flatMap(pairsOf))];
  pairsKnown.set(lines, pairs);
  return pairs;
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
  blank: (key) => ({ ...kept(whole(dossier.blank(key))), lines: [plain(key)], laws: [], articles: [] }),
  columns: {
    county: { type: 'text', of: ({ identity }) => identity.county, index: true },
    industry: { type: 'text', of: ({ identity }) => identity.industry, index: true },
    status: { type: 'text', of: statusFound, index: true },
    due_on: { type: 'text', of: ({ obligations }) => obligations.open[0]?.dueOn ?? null, index: true },
    laws: { type: 'text[]', of: ({ laws }) => laws, index: true },
    articles: { type: 'text[]', of: ({ articles }) => articles, index: true },
    lines: { type: 'text', of: ({ lines }) => lines.join('\n') },
    pairs: { type: 'text[]', of: ({ lines }) => pairsIn(lines), index: true },
  },
  when: Object.fromEntries(Object.keys(dossier.when).map((type) => [type, file])),
});
