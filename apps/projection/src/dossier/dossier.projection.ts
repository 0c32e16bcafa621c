import type { Recorded } from '#decider';
import { projection } from '#projection';
import { usccOf } from '../about.js';
import type { Corrected } from '../corrections.js';
import type { Section } from './section.js';
import { capacity } from './sections/capacity.js';
import { cases } from './sections/cases.js';
import { conducts } from './sections/conducts.js';
import { credit } from './sections/credit.js';
import { ditiao } from './sections/ditiao.js';
import { equipment } from './sections/equipment.js';
import { exit } from './sections/exit.js';
import { environment, isStopped, type Environment } from './sections/environment.js';
import { exposures } from './sections/exposures.js';
import { identify, unidentified, used, type Identity } from './sections/identity.js';
import { land } from './sections/land.js';
import { licences } from './sections/licences.js';
import { isLookBack, lookBack, lookedAt, lookedAtKeys, targetKey, targetOf } from './sections/look-back.js';
import { obligations } from './sections/obligations.js';
import { penalties } from './sections/penalties.js';
import { personsOf, registration } from './sections/registration.js';
import { permits } from './sections/permits.js';
import { prices } from './sections/prices.js';
import { projects } from './sections/projects.js';
import { quality } from './sections/quality.js';
import { isSuspended, safety, type Safety } from './sections/safety.js';
import { standing, type Standing } from './sections/standing.js';
import { supervision } from './sections/supervision.js';
import { support } from './sections/support.js';

/** The parts of a dossier, in the order in which they are read. */
export const sections = {
  capacity,
  equipment,
  supervision,
  licences,
  permits,
  environment,
  quality,
  obligations,
  cases,
  standing,
  safety,
  penalties,
  registration,
  conducts,
  prices,
  projects,
  land,
  credit,
  support,
  exposures,
  exit,
  ditiao,
  lookBack,
} as const satisfies Readonly<Record<string, Section>>;

export type SectionName = keyof typeof sections;

/** The last event that a part reflects. */
export interface Source {
  readonly position: number;
  readonly recordedAt: string;
  readonly eventId: string;
}

type Parts = { readonly [Name in SectionName]: (typeof sections)[Name]['blank'] };

/** What of a dossier is stored: the parts that somebody posted to. Most enterprises have a few of them. */
export type Filed = Partial<Parts> & {
  readonly identity: Identity;
  /** Ids of the facts that it is made of, in order: it can be made again as of any day. */
  readonly facts: readonly string[];
  readonly provenance: { readonly [Name in SectionName | 'identity']?: Source };
  /** Facts among them that correct others. */
  readonly corrected?: readonly Corrected[];
};

/** Everything the ledger holds about one enterprise. */
export type Dossier = Filed & Parts;

export const statuses = ['CLOSED', 'RED_CARD', 'SUSPENDED', 'YELLOW_CARD', 'OPEN_CASE', 'NO_OPEN_MATTER'] as const;
export type Status = (typeof statuses)[number];

/** The gravest thing that holds now. `NO_OPEN_MATTER` is what the ledger knows, not a certificate. */
export function statusOf({
  standing,
  cases,
  safety,
  environment,
}: Pick<Dossier, 'standing' | 'cases' | 'safety' | 'environment'>): Status {
  const { cards, closures } = standing as Standing;
  if (closures.some(({ state, scope }) => state === 'CLOSED' && scope === 'ENTERPRISE')) return 'CLOSED';
  if (cards.some(({ colour }) => colour === 'RED')) return 'RED_CARD';
  if (closures.some(({ state }) => state === 'SUSPENDED')) return 'SUSPENDED';
  if (isSuspended(safety as Safety) || isStopped(environment as Environment)) return 'SUSPENDED';
  if (cards.some(({ colour, clearedAt }) => colour === 'YELLOW' && clearedAt === undefined)) return 'YELLOW_CARD';
  return cases.cases.some(({ open }) => open) ? 'OPEN_CASE' : 'NO_OPEN_MATTER';
}

/** Tells of many targets at once, each of which has a dossier. */
export const PLANNED = 'industry.LookBackPlanned';
const names = Object.keys(sections) as SectionName[];
const types = [...new Set([...names.flatMap((name) => Object.keys(sections[name].when)), PLANNED])];

const blanks = Object.fromEntries(names.map((name) => [name, sections[name].blank])) as unknown as Parts;

/** A dossier with every part; those that nobody posted to are blank. */
export const whole = (filed: Filed): Dossier => ({ ...blanks, ...filed });

/** Parts that a type of fact is addressed to. */
const addressed = new Map(
  types.map((type) => [type, names.filter((name) => Object.hasOwn(sections[name].when, type))]),
);

const sourceOf = ({ position, recordedAt, id }: Recorded): Source => ({ position, recordedAt, eventId: id });

/** Puts a fact to every part that it is addressed to, and notes which parts it changed. */
function file(before: Filed, fact: Recorded, key: string): Filed {
  const changed: Record<string, object> = {};
  const provenance: Record<string, Source> = { ...before.provenance };
  const source = sourceOf(fact);
  for (const name of addressed.get(fact.type) ?? []) {
    const section: Section = sections[name];
    const state = section.when[fact.type]!(before[name] ?? section.blank, fact, key);
    if (state === undefined || state === (before[name] ?? section.blank)) continue;
    changed[name] = state;
    provenance[name] = source;
  }
  const identity = identify(before.identity, fact);
  if (identity !== before.identity) provenance.identity = source;
  const { id: eventId, correctionOf: corrects } = fact;
  const corrected = corrects === undefined ? {} : { corrected: [...(before.corrected ?? []), { eventId, corrects }] };
  return { ...before, ...changed, ...corrected, identity, facts: [...before.facts, eventId], provenance };
}

/** A target is known by what the plan says of it, and by nothing else until a department tells more. */
function fileTarget(before: Filed, fact: Recorded, key: string): Filed {
  const target = targetOf(fact.data, key);
  if (!target) return before;
  const { identity, provenance } = before;
  const source = sourceOf(fact);
  return {
    ...before,
    identity: {
      ...identity,
      name: identity.name ?? target.name,
      county: identity.county ?? target.county ?? null,
      names: used(identity.names, target.name, fact.occurredAt),
    },
    lookBack: lookedAt(before.lookBack ?? lookBack.blank, target, fact.data.round, fact),
    facts: [...before.facts, fact.id],
    provenance: { ...provenance, identity: source, lookBack: source },
  };
}

/** What an auditor sees first: one row per enterprise. */
export const dossier = projection<Filed>({
  name: 'enterprise_dossier',
  version: 4,
  key: (fact) => {
    if (fact.visibility === 'sealed') return undefined;
    if (isLookBack(fact)) return lookedAtKeys(fact);
    return fact.type === PLANNED ? fact.data.targets.map(targetKey) : (personsOf(fact) ?? usccOf(fact));
  },
  blank: (key) => ({ identity: unidentified(key), facts: [], provenance: {} }),
  when: Object.fromEntries(types.map((type) => [type, type === PLANNED ? fileTarget : file])),
});
