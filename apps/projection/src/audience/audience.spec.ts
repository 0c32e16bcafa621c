import { describe, expect, it } from '@jest/globals';
import { eventOf, languages } from '#contracts';
import { namespaceOf } from '#decider';
import { recorded, type PastFact } from '#projection';
import { assigned, foundry, ordered, yellow } from '../testing-facts.js';
import { audienceOf, mayRead, type Audience } from './audience.js';
import { toldToTheParty } from './told-to-the-party.js';

const holding = (...roles: string[]) => audienceOf({ subject: 'li', client: 'spec', roles });
const party: Audience = { kind: 'enterprise', uscc: foundry.uscc };
const everyone: readonly Audience[] = [{ kind: 'public' }, { kind: 'credit-platform' }, party, { kind: 'government' }];
const readers = (fact: PastFact) => everyone.filter((one) => mayRead(one, recorded(fact)[0]!)).map(({ kind }) => kind);

const catalogue = new Map(
  languages.flatMap(({ department, records }) =>
    Object.values(records).flatMap((record) =>
      Object.entries(record.events).map(([name, payload]): [string, string] => [
        `${namespaceOf(department)}.${name}`,
        eventOf(payload as object, record).visibility,
      ]),
    ),
  ),
);

describe('an audience', () => {
  it('is told by the roles of a token, the widest first; without a token it is the public', () => {
    expect(audienceOf(undefined)).toEqual({ kind: 'public' });
    expect(holding('auditor')).toEqual({ kind: 'government' });
    expect(holding('department:energy:post', 'credit-platform')).toEqual({ kind: 'government' });
    expect(holding('credit-platform')).toEqual({ kind: 'credit-platform' });
    expect(holding(`enterprise:${foundry.uscc}`)).toEqual(party);
    expect(holding('hotline:read')).toEqual({ kind: 'public' });
  });

  it('reads what is public, whoever it is, and nobody reads what is sealed', () => {
    expect(readers({ ...yellow, visibility: 'public' })).toHaveLength(4);
    expect(readers({ ...yellow, visibility: 'sealed' })).toEqual([]);
  });

  it('reads an order as the government, or as the enterprise that was served it', () => {
    expect(readers({ ...ordered, visibility: 'government' })).toEqual(['enterprise', 'government']);
    expect(readers({ ...ordered, uscc: '91441323MA00004100', visibility: 'government' })).toEqual(['government']);
  });

  it('reads whom officers mean to visit as the government alone', () =>
    expect(readers({ ...assigned, visibility: 'government' })).toEqual(['government']));

  it('reads as the credit platform what credit deals with', () =>
    expect(
      readers({ type: 'credit.CreditInfoPushed', department: 'credit', data: {}, visibility: 'government' }),
    ).toEqual(['credit-platform', 'government']));
});

describe('what the party was told', () => {
  it('names facts that departments record and that are not public anyway', () =>
    expect([...toldToTheParty].filter((type) => catalogue.get(type) !== 'government')).toEqual([]));

  it.each([
    ['a referral to the police', 'CaseReferredToPolice'],
    ['what officers considered', 'CollectivelyDiscussed'],
    ['a hint', 'PowerAnomalyFlagged'],
    ['a hint of the tax office', 'TaxAnomalyFlagged'],
    ['a suspicion', 'DitiaoActivitySuspected'],
    ['a proposal to close', 'ClosureProposed'],
    ['a risk to stability', 'StabilityRiskLogged'],
  ])('has no place for %s', (_, name) =>
    expect([...toldToTheParty].filter((type) => type.endsWith(`.${name}`))).toEqual([]),
  );
});
