import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { list } from './list.decider.js';
import { at, enterprise, ground } from './testing-energy.js';

const entry = {
  uscc: enterprise.uscc,
  name: enterprise.name,
  county: 'BL',
  industry: '3120',
  caseId: 'A-1',
  ground,
  since: '2021-03-15',
  dueOn: '2021-09-15',
};
const enter = { entry, ...at('2021-03-15') };
const listed = (more: Partial<typeof entry> = {}) => ({
  type: 'EnterpriseListed',
  data: { entry: { ...entry, ...more } },
  ...at(more.since ?? entry.since),
});
const delisted = (day: string, caseId = 'A-1') => ({
  type: 'EnterpriseDelisted',
  data: { caseId, reason: '整改合格' },
  ...at(day),
});
const yellow = { id: 'yellow-card' };

describe('a list', () => {
  it('is entered once', () => {
    given(list).when('ListEnterprise', enter, yellow).then({ type: 'EnterpriseListed', data: { entry } });
    given(list, listed()).when('ListEnterprise', enter, yellow).thenNothing();
  });

  it('may be entered again after it was left', () =>
    given(list, listed(), delisted('2021-09-19')).when('ListEnterprise', enter, yellow).thenTypes('EnterpriseListed'));

  it('is left by those who are on it', () => {
    const leave = { caseId: 'A-1', reason: '整改合格', ...at('2021-09-19') };
    given(list, listed())
      .when('DelistEnterprise', leave, yellow)
      .then({ type: 'EnterpriseDelisted', data: { caseId: 'A-1', reason: '整改合格' } });
    given(list, listed(), delisted('2021-09-19')).when('DelistEnterprise', leave, yellow).thenNothing();
    given(list)
      .when('DelistEnterprise', { ...leave, caseId: 'constructor' }, yellow)
      .thenNothing();
  });

  it('shows the deadline in force', () => {
    const prolong = { caseId: 'A-1', dueOn: '2021-12-15', ...at('2021-09-20') };
    given(list, listed())
      .when('ProlongListEntry', prolong, yellow)
      .then({ type: 'ListEntryProlonged', data: { caseId: 'A-1', dueOn: '2021-12-15' } });
    given(list, listed({ dueOn: '2021-12-15' }))
      .when('ProlongListEntry', prolong, yellow)
      .thenNothing();
    given(list).when('ProlongListEntry', prolong, yellow).thenNothing();
  });

  it('that nobody knows is refused', () => {
    for (const id of ['black', 'constructor'])
      given(list).when('PublishList', at('2021-05-06'), { id }).thenRefused('energy/unknown-list');
    given(list).when('ListEnterprise', enter, { id: 'black' }).thenRefused('energy/unknown-list', { clause: '4.5' });
  });
});

describe('an issue of a list', () => {
  const b = listed({ caseId: 'B-1', since: '2021-04-30' });
  const c = listed({ caseId: 'C-1', since: '2021-05-07' });
  const issue = (issueNumber: number, asOf: string, entries: object[]) =>
    ({ type: 'YellowListPublished', data: { issueNumber, asOf, entries } }) as never;

  it('is numbered from one and frozen as of its day, in order of entering', () =>
    given(list, b, listed(), c)
      .when('PublishList', at('2021-05-06'), yellow)
      .then(issue(1, '2021-05-06', [entry, b.data.entry])));

  it('has nobody who left by that day', () => {
    const left = given(list, listed(), delisted('2021-05-06'));
    left.when('PublishList', at('2021-05-06'), yellow).then(issue(1, '2021-05-06', []));
    left.when('PublishList', at('2021-05-05'), yellow).then(issue(1, '2021-05-05', [entry]));
  });

  it('shows the prolonged deadline', () =>
    given(list, listed(), { type: 'ListEntryProlonged', data: { caseId: 'A-1', dueOn: '2021-12-15' } })
      .when('PublishList', at('2021-10-06'), yellow)
      .then(issue(1, '2021-10-06', [{ ...entry, dueOn: '2021-12-15' }])));

  it('is followed by the next, later one', () => {
    const first = given(list, listed(), issue(1, '2021-05-06', [entry]));
    first.when('PublishList', at('2021-06-04'), yellow).then(issue(2, '2021-06-04', [entry]));
    first.when('PublishList', at('2021-05-06', '16:00:00'), yellow).thenNothing();
    first.when('PublishList', at('2021-05-05'), yellow).thenRefused('energy/issue-out-of-order');
  });

  it.each([
    ['yellow-card', 'YellowListPublished', 'lists/yellow-card'],
    ['red-card', 'RedListPublished', 'lists/red-card'],
    ['violators', 'ViolatorListPublished', 'energy/publish-results'],
  ])('of %s is a %s', (id, type, ruleId) =>
    expect(
      given(list)
        .when('PublishList', { url: 'https://energy.example/1', ...at('2021-05-06') }, { id })
        .facts(),
    ).toEqual([
      {
        type,
        data: { issueNumber: 1, asOf: '2021-05-06', entries: [], url: 'https://energy.example/1' },
        rules: [{ ruleId, version: '2021' }],
      },
    ]),
  );
});
