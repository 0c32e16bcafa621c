import { describe, expect, it } from '@jest/globals';
import { given, type Recorded } from '#decider';
import { cardsKeepLists } from './keeping-lists.js';
import { cardLists, exceedanceLists, listProcedure } from './list.decider.js';

const day = '2021-05-06';
const at = { occurredAt: `${day}T10:00:00+08:00` };

/** A line about an enterprise that does not exist. */
const entry = {
  uscc: '91441322MA00TT0126',
  name: '博罗县永丰铸造有限公司〔模拟〕',
  county: 'BL',
  industry: '3120',
  caseId: 'SJ-1',
  ground: '钢筋监督抽查不合格',
  since: '2021-05-06',
};

describe('lists of a bureau', () => {
  const quality = listProcedure('market-regulation', cardLists);
  const environment = listProcedure('environment', exceedanceLists);

  it('are kept under its own name', () => {
    expect(quality.name).toBe('marketRegulation.list');
    given(quality)
      .when('PublishList', at, { id: 'exceedance' })
      .thenRefused('market-regulation/unknown-list', { facts: { listId: 'exceedance' } });
    given(environment).when('PublishList', at, { id: 'yellow-card' }).thenRefused('environment/unknown-list');
  });

  it.each([
    ['exceedance', 'ExceedanceListPublished', 'lists/exceedance'],
    ['serious-exceedance', 'SeriousExceedanceListPublished', 'lists/serious-exceedance'],
  ])('of the environment: %s is a %s', (id, type, ruleId) => {
    const past = { type: 'EnterpriseListed', data: { entry }, ...at };
    expect(given(environment, past).when('PublishList', at, { id }).facts()).toEqual([
      { type, data: { issueNumber: 1, asOf: day, entries: [entry] }, rules: [{ ruleId, version: '2021' }] },
    ]);
  });
});

describe('cards', () => {
  const { when } = cardsKeepLists('market-regulation');
  const put = (name: string, data: object) =>
    when[`marketRegulation.${name}`]!({ stream: 'marketRegulation.card-SJ-1', ...at, data } as unknown as Recorded);
  const enterprise = { uscc: entry.uscc, name: entry.name, county: 'BL', industry: '3120', synthetic: true };

  it('enter the lists', () => {
    const { ground } = entry;
    expect(put('YellowCardIssued', { enterprise, ground, dueOn: '2021-08-10' })).toEqual([
      {
        record: 'list',
        id: 'yellow-card',
        command: 'ListEnterprise',
        data: { entry: { ...entry, dueOn: '2021-08-10' } },
      },
    ]);
    expect(put('RedCardIssued', { enterprise, governmentDocumentNumber: '惠府决〔2021〕9号' })).toMatchObject([
      { id: 'red-card', data: { entry: { caseId: 'SJ-1', ground: expect.stringContaining('惠府决〔2021〕9号') } } },
    ]);
  });

  it('move and leave them', () => {
    expect(put('YellowCardProlonged', { dueOn: '2021-09-10' })).toEqual([
      {
        record: 'list',
        id: 'yellow-card',
        command: 'ProlongListEntry',
        data: { caseId: 'SJ-1', dueOn: '2021-09-10' },
      },
    ]);
    for (const [reason, said] of [
      ['RECTIFIED', '整改合格'],
      ['RED_CARD', '列入红牌'],
    ])
      expect(put('YellowCardCleared', { reason })).toEqual([
        { record: 'list', id: 'yellow-card', command: 'DelistEnterprise', data: { caseId: 'SJ-1', reason: said } },
      ]);
  });
});
