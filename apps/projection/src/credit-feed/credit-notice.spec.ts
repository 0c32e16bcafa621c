import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { fine, foundry, inRecord, pushed } from '../testing-facts.js';
import { shownRecord } from './credit-record.projection.js';
import { creditFeed } from './credit-feed.projection.js';
import { creditNotice } from './credit-notice.projection.js';
import { noticeEvent } from './notice-event.js';

const everybody = (fact: PastFact): PastFact => ({ ...fact, visibility: 'public' });
const eventsOf = (...facts: PastFact[]) =>
  [...rowsOf(creditNotice, recorded(...facts)).values()].map((row) => noticeEvent(row));

const applied = everybody(
  inRecord('CreditRestrictionApplied', {
    field: 'PRODUCTION_LICENCE',
    measure: '不予新发许可',
    legalBasis: '工业产品生产许可证管理条例第九条',
    from: '2021-08-10',
  }),
);
const lifted = everybody(
  inRecord('CreditRestrictionLifted', { field: 'PRODUCTION_LICENCE', reason: 'EXIT_COMPLETED' }),
);
const promised: PastFact = {
  type: 'credit.PromiseRegistered',
  stream: 'credit.promise-pledge-GX-1',
  uscc: foundry.uscc,
  data: { code: '44132220210610000001', enterprise: foundry, kind: 'VOLUNTARY', openness: 'PUBLIC' },
};

describe('notices beside the credit feed', () => {
  it('tell a restriction, and by a tombstone that it was lifted', () =>
    expect(eventsOf(applied, lifted)).toMatchObject([
      { subject: 'penalty-2021-0003', about: 'record', data: { field: 'PRODUCTION_LICENCE', from: '2021-08-10' } },
      { tombstone: true, reason: 'EXIT_COMPLETED', data: { field: 'PRODUCTION_LICENCE' } },
    ]));

  it('tell a promise that everybody may see, and no other', () => {
    expect(eventsOf(everybody(promised))).toMatchObject([
      { subject: 'pledge-GX-1', about: 'promise', data: { code: '44132220210610000001' } },
    ]);
    expect(eventsOf({ ...promised, visibility: 'government' })).toEqual([]);
  });

  it('tell that a decision is challenged, which changes nothing in the feed itself', () => {
    const challenged = everybody(
      inRecord('ChallengeNoted', { remedy: 'REVIEW', forum: '市政府', filedOn: '2021-08-20' }),
    );
    expect(eventsOf(challenged)).toMatchObject([{ data: { remedy: 'REVIEW' } }]);
    expect(rowsOf(creditFeed, recorded(pushed(), challenged)).size).toBe(1);
  });
});

describe('a record whose display is suspended', () => {
  const suspended = inRecord('DisplaySuspended', {
    reason: '停止执行',
    platforms: ['CREDIT_GUANGDONG'],
    suspendedOn: '2021-08-25',
  });
  const resumed = inRecord('DisplayResumed', {
    reason: 'STAY_ENDED',
    subject: 'PENALTY',
    content: fine,
    displays: [{ platform: 'CREDIT_GUANGDONG', displayUntil: '2022-07-02' }],
  });
  const items = (...facts: PastFact[]) => [...rowsOf(creditFeed, recorded(...facts)).values()];

  it('is a tombstone until it is resumed, with the content as it then stands', () => {
    expect(items(pushed(), suspended).at(-1)).toMatchObject({
      tombstone: '停止执行',
      platforms: ['CREDIT_GUANGDONG'],
    });
    expect(items(pushed(), suspended, resumed).at(-1)).toMatchObject({
      platforms: ['CREDIT_GUANGDONG'],
      displays: [{ platform: 'CREDIT_GUANGDONG', displayUntil: '2022-07-02' }],
    });
  });

  it('is told alike to the queue', () => {
    expect(shownRecord(recorded(pushed(), suspended))).toMatchObject({ tombstone: '停止执行', platforms: [] });
    expect(shownRecord(recorded(pushed(), suspended, resumed))?.tombstone).toBeUndefined();
  });
});
