import { languages } from '#contracts';
import { namespaceOf, type Recorded } from '#decider';
import { permits, type Principal } from '#identity';
import { usccOf } from '../about.js';
import { isToldToTheParty } from './told-to-the-party.js';

/**
 * Whom an answer is for. The public reads what is public; the credit platform besides that what it deals with; an
 * enterprise besides that what was done with it; the government all that is not sealed.
 */
export type Audience =
  | { readonly kind: 'public' | 'credit-platform' | 'government' }
  | { readonly kind: 'enterprise'; readonly uscc: string };

export const audiences = ['public', 'credit-platform', 'enterprise', 'government'] as const;

const PARTY = /^enterprise:([0-9A-Z]{18})$/;

/** The audience that somebody belongs to; without a token, the public. */
export function audienceOf(principal: Principal | undefined): Audience {
  if (!principal) return { kind: 'public' };
  if (permits(principal, 'read-government')) return { kind: 'government' };
  if (permits(principal, 'read-credit-feed')) return { kind: 'credit-platform' };
  const uscc = principal.roles.map((role) => PARTY.exec(role)?.[1]).find(Boolean);
  return uscc === undefined ? { kind: 'public' } : { kind: 'enterprise', uscc };
}

/** Whether nothing is kept from this audience that a read model holds: sealed facts are in none of those that it asks. */
export const readsAll = ({ kind }: Audience): boolean => kind === 'government';

const sealedNamespaces = new Set(
  languages.filter(({ isSealed }) => isSealed).map(({ department }) => namespaceOf(department)),
);

/** Tips are read where those who deal with them read, and nowhere else, whatever a fact says of itself. */
const isOfSealedDepartment = ({ type }: Recorded): boolean => sealedNamespaces.has(type.slice(0, type.indexOf('.')));

/** Who may read which fact. What a document is read by is told beside it: `documents/readers.ts`. */
export function mayRead(audience: Audience, fact: Recorded): boolean {
  if (fact.visibility === 'sealed' || isOfSealedDepartment(fact)) return false;
  if (fact.visibility === 'public') return true;
  if (audience.kind === 'credit-platform') return fact.department === 'credit';
  if (audience.kind === 'enterprise') return usccOf(fact) === audience.uscc && isToldToTheParty(fact.type);
  return audience.kind === 'government';
}
