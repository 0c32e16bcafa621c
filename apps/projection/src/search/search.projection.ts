import type { Recorded } from '#decider';
import { projection } from '#projection';
import { dossier, statusOf, type Dossier } from '../dossier/dossier.projection.js';
import { citedBy } from './cited-laws.js';
import { pairsOf, plain } from './words.js';

/** Of a dossier, what enterprises are looked for by: what they are called, where they stand, what is owed next. */
const kept = ({ identity, standing, cases, safety, environment, obligations, registration, lookBack }: Dossier) => ({
  identity,
  standing,
  cases: { cases: cases.cases.map((one) => ({ ...one, milestones: [] })) },
  safety: { suspensions: safety.suspensions },
  environment: { restraints: environment.restraints },
  obligations: { open: obligations.open.map(({ obligationId, dueOn }) => ({ obligationId, dueOn })) },
  registration: { changes: registration.changes, sites: registration.sites },
  lookBack: { targets: lookBack.targets },
});

type Kept = ReturnType<typeof kept>;

/** An enterprise as it is found. */
export interface Found extends Kept {
  /** Every law that its facts rest on, and every article as `law#article`. */
  readonly laws: readonly string[];
}

/** A dossier again, as far as it was kept. */
function asDossier({ laws: _, ...row }: Found, key: string): Dossier {
  const blank: Readonly<Record<string, object>> = dossier.blank(key) as never;
  const parts = Object.entries(row).map(([name, state]) => [name, { ...blank[name], ...state }]);
  return { ...blank, ...Object.fromEntries(parts) } as Dossier;
}

/** What a dossier makes of the fact; the row itself where that is nothing to anybody who searches. */
function file(row: Found, fact: Recorded, key: string): Found {
  const after = dossier.when[fact.type]!(asDossier(row, key), fact, key) as Dossier;
  const laws = citedBy(fact).flatMap(({ law, article }) => (article ? [law, `${law}#${article}`] : [law]));
  const isKnown = laws.every((law) => row.laws.includes(law));
  if (isKnown && !Object.keys(after.provenance).some((name) => name in row)) return row;
  return { ...kept(after), laws: isKnown ? row.laws : [...new Set([...row.laws, ...laws])] };
}

/** Every name and code that it has or ever had, a line each. */
function linesOf({ identity, registration, lookBack }: Found, key: string): readonly string[] {
  const lines = [
    key,
    ...identity.names.map(({ name }) => name),
    ...registration.changes.map(({ from }) => from),
    ...identity.sites,
    ...registration.sites.map(({ siteCode }) => siteCode),
    ...lookBack.targets.map(({ targetId }) => targetId),
  ];
  return [...new Set(lines.map(plain))];
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
  blank: (key) => ({ ...kept(dossier.blank(key)), laws: [] }),
  columns: {
    county: { type: 'text', of: ({ identity }) => identity.county, index: true },
    industry: { type: 'text', of: ({ identity }) => identity.industry, index: true },
    status: { type: 'text', of: statusFound, index: true },
    due_on: { type: 'text', of: ({ obligations }) => obligations.open[0]?.dueOn ?? null, index: true },
    laws: { type: 'text[]', of: ({ laws }) => laws, index: true },
    lines: { type: 'text', of: (row, key) => linesOf(row, key).join('\n') },
    pairs: { type: 'text[]', of: (row, key) => [...new Set(linesOf(row, key).flatMap(pairsOf))], index: true },
  },
  when: Object.fromEntries(Object.keys(dossier.when).map((type) => [type, file])),
});
