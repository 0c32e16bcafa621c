import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { record } from './record.decider.js';
import type { Content } from './record.state.js';
import { at, collected, fine, missedExit, notified, openedWith } from './record-testing.js';

const push = { occurredAt: at, platform: 'CREDIT_GUANGDONG' } as const;
const now = '2021-08-05T02:00:00.000Z';

describe('content that a platform would send back', () => {
  it.each<[string, Content, string]>([
    ['no legal representative', { ...fine, legalRepresentative: undefined as never }, 'CF_FRDB'],
    ['a legal representative of 51 characters', { ...fine, legalRepresentative: '某'.repeat(51) }, 'CF_FRDB'],
    ['a code of the authority that is too short', { ...fine, authorityCode: '1144130000' }, 'CF_CFJGDM'],
    ['a code of the party with a wrong check character', badUscc(), 'CF_XDR_SHXYM'],
    ['no kind of penalty', { ...fine, kinds: [] }, 'CF_CFLB'],
    ['a fine without its amount', { ...fine, fineFen: undefined as never }, 'CF_NR_FK'],
    ['an amount without a fine', { ...fine, kinds: ['WARNING'] }, 'CF_NR_FK'],
    ['a confiscation without its amount', { ...fine, kinds: ['FINE', 'CONFISCATION_OF_GAINS'] }, 'CF_NR_WFFF'],
    ['a revocation without its licence', { ...fine, kinds: ['FINE', 'LICENCE_REVOCATION'] }, 'CF_NR_ZKDX'],
    ['a legal basis of 2,049 characters', { ...fine, legalBasis: '法'.repeat(2049) }, 'CF_YJ'],
    ['a blank violation', { ...fine, violation: ' ' }, 'CF_WFXW'],
  ])('is not pushed with %s, and the field is named', (_, content, field) =>
    given(record, openedWith(content), notified, collected)
      .when('PushCreditInfo', push, { now })
      .thenRefused('credit/content-incomplete', { facts: { field } }),
  );

  it('is pushed at the very limits', () =>
    given(
      record,
      openedWith({ ...fine, legalRepresentative: '𠮷'.repeat(50), legalBasis: '法'.repeat(2048) }),
      notified,
      collected,
    )
      .when('PushCreditInfo', push, { now })
      .thenTypes('CreditInfoPushed'));

  it('of a missed exit needs no legal representative, and has no fine', () => {
    given(record, openedWith(missedExit, 'NON_COMPLETION'), notified, collected)
      .when('PushCreditInfo', push, { now })
      .thenTypes('CreditInfoPushed');
    given(record, openedWith({ ...missedExit, fineFen: 1 }, 'NON_COMPLETION'), notified, collected)
      .when('PushCreditInfo', push, { now })
      .thenRefused('credit/content-incomplete', { facts: { field: 'CF_NR_FK' } });
  });
});

function badUscc(): Content {
  return { ...fine, enterprise: { ...fine.enterprise, uscc: '91441322MA00TT0127' } };
}
