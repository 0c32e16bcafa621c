import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { accepted, assigned, cleared, conducted, fine, foundry, ordered, yellow } from '../testing-facts.js';
import { dueBuckets, dueEdges, dueWithin } from './due.js';
import { listing } from './listing.projection.js';
import { conditionsOf } from './search-query.js';
import { enterpriseSearch, type Found } from './search.projection.js';

const after = (...facts: readonly PastFact[]): Found => rowsOf(enterpriseSearch, recorded(...facts)).get(foundry.uscc)!;
const column = (name: string, row: Found) => enterpriseSearch.columns![name]!.of(row as never, foundry.uscc);

const renamed: PastFact = {
  type: 'marketRegulation.EnterpriseRenamed',
  stream: 'marketRegulation.registration-1',
  data: { formerName: '博罗县永丰铸造厂', enterprise: foundry, changedOn: '2021-05-01' },
};
const recoded: PastFact = {
  type: 'marketRegulation.EnterpriseRecoded',
  stream: 'marketRegulation.registration-1',
  data: { formerUscc: '91441322MA00TT0388', enterprise: foundry, changedOn: '2021-05-01' },
};

describe('an enterprise as it is found', () => {
  it('has its status and its next day from its facts', () => {
    expect([column('status', after(assigned)), column('due_on', after(assigned))]).toEqual(['OPEN_CASE', '2021-03-31']);
    const carded = after(assigned, conducted, ordered, yellow);
    expect([column('status', carded), column('due_on', carded)]).toEqual(['YELLOW_CARD', '2021-09-15']);
    const done = after(assigned, conducted, ordered, yellow, accepted, cleared);
    expect(column('due_on', done)).toBeNull();
  });

  it('is found by names that it no longer has, and by the code before', () => {
    const lines = String(column('lines', after(assigned, renamed, recoded))).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining(['博罗县永丰铸造厂', '91441322ma00tt0388', foundry.uscc.toLowerCase()]),
    );
  });

  it('keeps the laws that its facts rest on, once each', () => {
    const decided = { type: 'energy.PenaltyDecided', stream: 'energy.penalty-1', uscc: foundry.uscc };
    const data = { enterprise: foundry, legalBasis: fine.legalBasis };
    const row = after(assigned, { ...decided, data }, { ...decided, data });
    expect([column('laws', row), column('articles', row)]).toEqual([['节约能源法'], ['节约能源法#72']]);
  });

  it('is the same row, not written again, when a fact says nothing that is searched', () => {
    const found: PastFact = {
      type: 'industry.ResumptionFound',
      stream: 'industry.visit-1',
      uscc: foundry.uscc,
      data: {},
    };
    const [first, second] = recorded(assigned, found);
    const row = enterpriseSearch.when[first!.type]!(enterpriseSearch.blank(foundry.uscc), first!, foundry.uscc)!;
    expect(enterpriseSearch.when[second!.type]!(row, second!, foundry.uscc)).toBe(row);
  });

  it('is told nothing by what is sealed', () =>
    expect(rowsOf(enterpriseSearch, recorded({ ...assigned, visibility: 'sealed' })).size).toBe(0));
});

describe('a listing', () => {
  const entry = { uscc: foundry.uscc, caseId: 'C-1' };
  const inList = (type: string, data: object): PastFact => ({ type, stream: 'energy.list-yellow-card', data });
  const listed = inList('energy.EnterpriseListed', { entry });

  it('stands from the entry until the case is taken off', () => {
    const delisted = inList('energy.EnterpriseDelisted', { caseId: 'C-1', reason: '整改合格' });
    expect([...rowsOf(listing, recorded(listed)).values()]).toEqual([{ list: 'yellow-card', uscc: foundry.uscc }]);
    expect(rowsOf(listing, recorded(listed, delisted)).size).toBe(0);
  });
});

describe('how soon something is due', () => {
  it.each([
    ['OVERDUE', { before: '2021-09-10' }],
    ['WITHIN_7_DAYS', { after: '2021-09-09', before: '2021-09-18' }],
    ['WITHIN_30_DAYS', { after: '2021-09-17', before: '2021-10-11' }],
    ['LATER', { after: '2021-10-10' }],
  ] as const)('%s is between days that leave none out', (bucket, days) =>
    expect(dueWithin(bucket, '2021-09-10')).toEqual(days),
  );

  it('has an edge between every two buckets', () => expect(dueEdges('2021-09-10')).toHaveLength(dueBuckets.length - 1));
});

describe('the conditions of a search', () => {
  const of = (sought: Parameters<typeof conditionsOf>[0]) => conditionsOf(sought, '2021-09-10');

  it('look for each word by its pairs, and then for the word itself', () =>
    expect(of({ q: '永丰厂 A' })).toEqual([
      { column: 'pairs', has: ['永丰', '丰厂'] },
      { column: 'lines', contains: '永丰厂' },
      { column: 'lines', contains: 'a' },
    ]));

  it('take a law by any of its names, with or without an article', () => {
    expect(of({ law: 'Energy Conservation Law' })).toEqual([{ column: 'laws', has: ['节约能源法'] }]);
    expect(of({ law: '《节约能源法》', article: '第七十二条' })).toEqual([
      { column: 'articles', has: ['节约能源法#72'] },
    ]);
  });

  it('are none where nothing is sought', () => expect(of({})).toEqual([]));

  it.each([{ article: '72' }, { list: 'green' }, { due: 'soon' }, { dueBefore: '2021-02-30' }])('refuse %j', (sought) =>
    expect(() => of(sought)).toThrow(expect.objectContaining({ status: 400 })),
  );
});
