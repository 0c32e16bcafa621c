import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { fine, inRecord, pushed } from '../testing-facts.js';
import { cloudEvent } from './cloud-event.js';
import { creditFeed } from './credit-feed.projection.js';
import { feedKey, type FeedItem } from './feed-item.js';
import { recordIn } from './standards/standard.js';
import { standards } from './standards/standards.js';

const itemOf = (fact: PastFact): FeedItem => rowsOf(creditFeed, recorded(fact)).get(feedKey(1))!;
const recordOf = (item: FeedItem) => recordIn(standards[item.kind!][0], item);
const faults = (content: object) => itemOf(pushed({ ...fine, ...content })).faults.map(({ field }) => field);

describe('an item of the credit feed', () => {
  it('is the record of the national standard: days with slashes, ten thousand yuan, names of kinds', () => {
    expect(itemOf(pushed())).toMatchObject({ recordId: 'penalty-2021-0003', kind: 'penalties', faults: [] });
    expect(recordOf(itemOf(pushed()))).toEqual(
      expect.objectContaining({
        CF_XDR_MC: fine.enterprise.name,
        CF_XDR_LB: '法人及非法人组织',
        CF_XDR_SHXYM: '91441322MA00TT0126',
        CF_FRDB: '李四',
        CF_WSH: '惠能罚〔2021〕3号',
        CF_CFLB: '警告;罚款',
        CF_NR_FK: '0.200000',
        CF_JDRQ: '2021/07/02',
        CF_GSJZQ: '2022/07/02',
        CF_CFJGDM: '11441300MB0TT0013Y',
      }),
    );
  });

  it('travels as a CloudEvent under the id of its event and the record as subject', () =>
    expect(cloudEvent(itemOf(pushed()))).toMatchObject({
      specversion: '1.0',
      id: recorded(pushed())[0]!.id,
      type: 'credit.CreditInfoPushed',
      subject: 'penalty-2021-0003',
      sequence: feedKey(1),
      data: { CF_WSH: '惠能罚〔2021〕3号' },
    }));

  it('carries the new content of a correction', () => {
    const corrected = inRecord('CreditInfoCorrected', {
      subject: 'PENALTY',
      before: fine,
      content: { ...fine, fineFen: 1 },
      displays: [{ platform: 'CREDIT_CHINA', displayUntil: '2022-07-02' }],
      reason: '录入有误',
    });
    expect(recordOf(itemOf(corrected))).toMatchObject({ CF_NR_FK: '0.000001' });
  });

  it('is not made of a correction of what nobody was shown', () => {
    const corrected = inRecord('CreditInfoCorrected', {
      subject: 'PENALTY',
      before: fine,
      content: { ...fine, fineFen: 1 },
      reason: '录入有误',
    });
    expect(itemOf(corrected)).toBeUndefined();
  });

  it('tells which platforms a correction and an end of display are for', () => {
    const displays = [
      { platform: 'GSXT', displayUntil: '2024-07-02' },
      { platform: 'CREDIT_CHINA', displayUntil: '2022-07-02' },
    ];
    const corrected = inRecord('CreditInfoCorrected', {
      subject: 'PENALTY',
      before: fine,
      content: fine,
      displays,
      reason: '录入有误',
    });
    expect(cloudEvent(itemOf(corrected))).toMatchObject({
      platforms: 'GSXT;CREDIT_CHINA',
      displayuntil: 'GSXT=2024-07-02;CREDIT_CHINA=2022-07-02',
      data: { CF_GSJZQ: '2022/07/02' },
    });
    const stopped = inRecord('DisplayStopped', { reason: 'TERM', platforms: ['GSXT'], stoppedOn: '2024-07-03' });
    expect(cloudEvent(itemOf(stopped))).toMatchObject({ tombstone: true, platforms: 'GSXT' });
  });

  it.each([
    ['a withdrawal', inRecord('CreditInfoWithdrawn', { reason: '处罚决定已撤销' }), '处罚决定已撤销'],
    [
      'the end of display',
      inRecord('DisplayStopped', { reason: 'TERM', platforms: ['GSXT'], stoppedOn: '2022-07-02' }),
      'TERM',
    ],
  ])('of %s is a tombstone without data that says why', (_, fact, reason) =>
    expect(cloudEvent(itemOf(fact))).toMatchObject({
      tombstone: true,
      reason,
      data: null,
      subject: 'penalty-2021-0003',
    }),
  );

  it('of an individual business says so', () =>
    expect(
      recordOf(itemOf(pushed({ ...fine, enterprise: { ...fine.enterprise, uscc: '92441322MA00TT0123' } })))[
        'CF_XDR_LB'
      ],
    ).toBe('个体工商户'));
});

describe('a record that breaks the standard', () => {
  it.each([
    ['without the amount of a fine', { fineFen: undefined }, ['CF_NR_FK']],
    ['without a legal representative', { legalRepresentative: undefined }, ['CF_FRDB']],
    ['without a kind', { kinds: undefined }, ['CF_CFLB']],
    ['with a suspended licence that is not named', { kinds: ['LICENCE_SUSPENSION'] }, ['CF_NR_ZKDX']],
    ['with facts of 5,001 characters', { facts: '超'.repeat(5001) }, ['CF_SY']],
    ['with an identity card number in the facts', { facts: '法定代表人（440106198001010014）' }, ['CF_SY']],
    ['with a wrong code', { enterprise: { ...fine.enterprise, uscc: '91441322MA00TT0120' } }, ['CF_XDR_SHXYM']],
  ])('is refused %s', (_, content, fields) => expect(faults(content)).toEqual(fields));

  it.each([
    ['with facts of exactly 5,000 characters', { facts: '超'.repeat(5000) }],
    ['with a company’s code in the facts', { facts: `${fine.enterprise.uscc}超限额` }],
  ])('is none %s', (_, content) => expect(faults(content)).toEqual([]));

  it('is none without a kind when it is about a missed exit', () => {
    const missed = inRecord('CreditInfoPushed', {
      platform: 'CREDIT_GUANGDONG',
      subject: 'NON_COMPLETION',
      content: { ...fine, kinds: undefined, fineFen: undefined, legalRepresentative: undefined },
      displayUntil: '2022-07-02',
    });
    expect(itemOf(missed).faults).toEqual([]);
  });
});
