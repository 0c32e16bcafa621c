import type { Recorded } from '#decider';
import { enterpriseIn } from '../../about.js';

/** A name with the legal days on which it was first and last used. */
export interface NameUsed {
  readonly name: string;
  readonly from: string;
  readonly until: string;
}

/** Who this is, by the facts that describe it; what is not told stays null. */
export interface Identity {
  readonly uscc: string | null;
  /** As of the latest legal time; earlier and other names are in `names`. */
  readonly name: string | null;
  readonly names: readonly NameUsed[];
  readonly county: string | null;
  readonly industry: string | null;
  readonly sites: readonly string[];
  readonly synthetic: boolean;
  /** Legal time of the description that the current values are from. */
  readonly describedAt: string | null;
}

/** Before anybody described it. Keys that are not codes name look-back targets. */
export const unidentified = (key: string): Identity => ({
  uscc: key.includes(':') ? null : key,
  name: null,
  names: [],
  county: null,
  industry: null,
  sites: [],
  synthetic: false,
  describedAt: null,
});

/** Facts that are filed with others than whom they describe. */
const ofAnother = new Set(['marketRegulation.SiteRoleChanged']);

/** Facts come late and out of order: the latest by legal time describes, whenever it was recorded. */
export function identify(identity: Identity, fact: Recorded): Identity {
  const described = enterpriseIn(fact);
  const told = ofAnother.has(fact.type) && described?.uscc !== identity.uscc ? undefined : described;
  const site = fact.siteId ?? told?.siteId;
  const sites = site === undefined || identity.sites.includes(site) ? identity.sites : [...identity.sites, site].sort();
  const sited = sites === identity.sites ? identity : { ...identity, sites };
  if (!told) return sited;
  const { occurredAt } = fact;
  const newest = identity.describedAt === null || Date.parse(occurredAt) >= Date.parse(identity.describedAt);
  const current = newest
    ? { name: told.name, county: told.county, industry: told.industry, describedAt: occurredAt }
    : {};
  return {
    ...sited,
    ...current,
    names: used(identity.names, told.name, occurredAt),
    synthetic: identity.synthetic || told.synthetic === true,
  };
}

export function used(names: readonly NameUsed[], name: string, at: string): readonly NameUsed[] {
  const known = names.find((one) => one.name === name) ?? { name, from: at, until: at };
  if (names.includes(known) && (known.until === at || known.from === at)) return names;
  const from = Date.parse(at) < Date.parse(known.from) ? at : known.from;
  const until = Date.parse(at) > Date.parse(known.until) ? at : known.until;
  return [...names.filter((one) => one.name !== name), { name, from, until }].sort(
    (a, b) => Date.parse(a.from) - Date.parse(b.from),
  );
}
