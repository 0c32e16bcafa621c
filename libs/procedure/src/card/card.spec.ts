import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { cardProcedure } from './card.decider.js';

const card = cardProcedure('market-regulation');
const at = (day: string) => ({ occurredAt: `${day}T10:00:00+08:00` });

/** An enterprise that does not exist. */
const enterprise = {
  uscc: '91441322MA00TT0126',
  name: '博罗县永丰铸造有限公司〔模拟〕',
  county: 'BL',
  industry: '3120',
  synthetic: true,
} as const;
const yellow = {
  enterprise,
  caseId: 'SJ-1',
  ground: '钢筋监督抽查不合格',
  documentNumber: '惠市监责改〔2021〕5号',
  legalBasis: '产品质量法第十七条',
  servedOn: '2021-05-10',
  dueOn: '2021-08-10',
};
const issued = { type: 'YellowCardIssued', data: yellow } as const;
const failed = { type: 'RectificationFoundFailed', data: { findings: '复查仍不合格', foundOn: '2021-08-16' } } as const;
const cleared = { type: 'YellowCardCleared', data: { reason: 'RECTIFIED', opinion: '复查合格' } } as const;
const closure = (more: object = {}) => ({
  'government.closureProposal-P-1': [
    {
      type: 'government.ClosureOrdered',
      data: {
        enterprise,
        caseId: 'SJ-1',
        proposedBy: 'market-regulation',
        governmentDocumentNumber: '惠府决〔2021〕9号',
        scope: 'ENTERPRISE',
        effectiveOn: '2021-10-08',
        ...more,
      },
    },
  ],
});
const red = (day: string) => ({ proposalId: 'P-1', ...at(day) });

describe('a yellow card', () => {
  const issue = { ...yellow, ...at('2021-05-10') };

  it('is for who was ordered to rectify by a day', () => {
    given(card).when('IssueYellowCard', issue).then(issued);
    expect(given(card).when('IssueYellowCard', issue).facts()[0]!.rules).toEqual([
      { ruleId: 'lists/yellow-card', version: '2021' },
    ]);
  });

  it('is issued once, and for one matter', () => {
    given(card, issued).when('IssueYellowCard', issue).thenNothing();
    given(card, issued)
      .when('IssueYellowCard', { ...issue, ground: '另一批次' })
      .thenRefused('market-regulation/already-recorded', { clause: '4.5' });
  });

  it('comes of itself with an order to rectify, about whom the case is about', () => {
    const { enterprise: _, ...order } = yellow;
    const follow = { ...order, ...at('2021-05-10') };
    const inCase = { 'marketRegulation.case-SJ-1': [{ type: 'QualityViolationFound', data: { enterprise } }] };
    given(card).consulting(inCase).when('FollowRectificationOrder', follow).then(issued);
    given(card, issued).consulting(inCase).when('FollowRectificationOrder', follow).thenNothing();
    given(card).when('FollowRectificationOrder', follow).thenRefused('market-regulation/no-such-case');
  });

  it('has its day moved by a second order while it stands, and is another one afterwards', () => {
    const { enterprise: _, ...order } = yellow;
    const second = { ...order, documentNumber: '惠市监责改〔2021〕8号', servedOn: '2021-08-16', dueOn: '2021-09-15' };
    const follow = { ...second, ...at('2021-08-16') };
    const inCase = { 'marketRegulation.case-SJ-1': [{ type: 'QualityViolationFound', data: { enterprise } }] };
    given(card, issued, failed)
      .consulting(inCase)
      .when('FollowRectificationOrder', follow)
      .then({ type: 'YellowCardProlonged', data: { dueOn: '2021-09-15', documentNumber: '惠市监责改〔2021〕8号' } });
    given(card, issued, cleared)
      .consulting(inCase)
      .when('FollowRectificationOrder', follow)
      .then({ type: 'YellowCardIssued', data: { enterprise, ...second } });
    given(card, issued, failed, cleared, { type: 'YellowCardIssued', data: yellow })
      .consulting(closure())
      .when('IssueRedCard', red('2021-10-08'))
      .thenRefused('market-regulation/red-card-without-failure');
  });

  it('rests on an order under a law, served before the day it sets', () => {
    given(card)
      .when('IssueYellowCard', { ...issue, legalBasis: '惠州市2021年推动落后产能退出工作计划' })
      .thenRefused('market-regulation/plan-is-no-basis');
    given(card)
      .when('IssueYellowCard', { ...issue, dueOn: '2021-05-09' })
      .thenRefused('market-regulation/before-its-cause');
    given(card)
      .when('IssueYellowCard', { ...issue, dueOn: '2021-05-10' })
      .thenTypes('YellowCardIssued');
  });

  it('follows the day when that is moved, later and not earlier', () => {
    const move = { dueOn: '2021-09-10', documentNumber: '惠市监延〔2021〕1号' };
    const moved = { type: 'YellowCardProlonged', data: move } as const;
    given(card, issued)
      .when('ProlongYellowCard', { ...move, ...at('2021-08-02') })
      .then(moved);
    given(card, issued, moved)
      .when('ProlongYellowCard', { ...move, ...at('2021-08-02') })
      .thenNothing();
    given(card, issued, moved)
      .when('ProlongYellowCard', { ...move, dueOn: '2021-09-09', ...at('2021-08-02') })
      .thenRefused('market-regulation/before-its-cause');
    given(card)
      .when('ProlongYellowCard', { ...move, ...at('2021-08-02') })
      .thenRefused('market-regulation/no-yellow-card');
  });

  it('is cleared when rectification is accepted, once', () => {
    const clear = { opinion: '复查合格', ...at('2021-08-06') };
    given(card, issued).when('ClearYellowCard', clear).then(cleared);
    given(card, issued, cleared).when('ClearYellowCard', clear).thenNothing();
    given(card).when('ClearYellowCard', clear).thenRefused('market-regulation/no-yellow-card');
  });

  it('stands until then, even when rectification failed', () => {
    const find = { findings: '复查仍不合格', foundOn: '2021-08-16', ...at('2021-08-16') };
    given(card, issued).when('FindRectificationFailed', find).then(failed);
    given(card, issued, failed).when('FindRectificationFailed', find).thenNothing();
    given(card, issued, cleared)
      .when('FindRectificationFailed', find)
      .thenRefused('market-regulation/no-yellow-card', { rule: 'lists/yellow-card@2021' });
  });
});

describe('golden scenario 22: a red card', () => {
  it('takes a yellow card, failed rectification and closure in force, each of them', () => {
    const there = (...past: Parameters<typeof given>[1][]) => given(card, ...past).consulting(closure());
    there(issued, failed)
      .when('IssueRedCard', red('2021-10-08'))
      .then(
        {
          type: 'RedCardIssued',
          data: {
            enterprise,
            caseId: 'SJ-1',
            proposalId: 'P-1',
            closedOn: '2021-10-08',
            governmentDocumentNumber: '惠府决〔2021〕9号',
          },
        },
        { type: 'YellowCardCleared', data: { reason: 'RED_CARD' } },
      );
    there().when('IssueRedCard', red('2021-10-08')).thenRefused('market-regulation/red-card-without-yellow', {
      clause: '4.5',
      rule: 'lists/red-card@2021',
    });
    there(issued, cleared)
      .when('IssueRedCard', red('2021-10-08'))
      .thenRefused('market-regulation/red-card-without-yellow');
    there(issued).when('IssueRedCard', red('2021-10-08')).thenRefused('market-regulation/red-card-without-failure');
    given(card, issued, failed)
      .when('IssueRedCard', red('2021-10-08'))
      .thenRefused('market-regulation/red-card-without-closure');
  });

  it('waits for the day on which the closure comes into force', () =>
    given(card, issued, failed)
      .consulting(closure())
      .when('IssueRedCard', red('2021-10-07'))
      .thenRefused('market-regulation/red-card-before-closure', { facts: { effectiveOn: '2021-10-08' } }));

  it('rests on the closure that this bureau proposed for this enterprise', () => {
    for (const other of [{ proposedBy: 'energy' }, { enterprise: { ...enterprise, uscc: '91441302MA00TT0035' } }])
      given(card, issued, failed)
        .consulting(closure(other))
        .when('IssueRedCard', red('2021-10-08'))
        .thenRefused('market-regulation/red-card-without-closure');
  });

  it('is issued once', () =>
    given(card, issued, failed, { type: 'RedCardIssued', data: { proposalId: 'P-1' } })
      .consulting(closure())
      .when('IssueRedCard', red('2021-10-08'))
      .thenNothing());
});
