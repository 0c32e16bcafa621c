import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { deadlines } from './hotline.deadlines.js';
import { hotlineDepartment } from './hotline.js';
import * as story from './testing-tip.js';
import { tip } from './tip.decider.js';

const { accepted, anonymous, at, dispatched, extended, received, replied, returned, substantiated, tipId, told } =
  story;
const who = { officers: ['粤L-1001', '粤L-1002'] };

describe('a tip that comes in', () => {
  const register = { ...told, contactRef: 'ref-1', ...at('2021-06-01') };

  it('is received, to be sent on the same day', () => given(tip).when('RegisterTip', register, tipId).then(received));

  it('says nothing new when it is sent twice, and is not overwritten', () => {
    given(tip, received).when('RegisterTip', register, tipId).thenNothing();
    given(tip, received)
      .when('RegisterTip', { ...register, county: 'HD' }, tipId)
      .thenRefused('hotline/tip-registered');
    given(tip, anonymous)
      .when('RegisterTip', { ...told, ...at('2021-06-01') }, tipId)
      .thenNothing();
  });

  it.each(['T-2021-001', '13800138000', '3f0c9a52-6d1e-1b7a-9c48-2f1d6e7a8b90'])('has a random id, and not %s', (id) =>
    given(tip)
      .when('RegisterTip', register, { id })
      .thenRefused('hotline/tip-id-not-random', { clause: '4.3', rule: 'hotline/identity@2021' }),
  );

  it.each(['请回电13800138000', '电话１３８ ０013 8000', '身份证11010519491231002X'])(
    'holds nothing that tells who told: %s',
    (targetText) =>
      given(tip)
        .when('RegisterTip', { ...register, targetText }, tipId)
        .thenRefused('hotline/personal-data', { facts: { field: 'targetText' } }),
  );

  it('is about no enterprise, no site and no case as far as its envelope goes', () =>
    expect(hotlineDepartment.deciders.tip.subject).toBeUndefined());
});

describe('a tip on its way', () => {
  const dispatch = { handler: 'energy' as const, ...at('2021-06-01') };

  it('goes to a department, which has 1 working day to return it and 13 to deal with it', () => {
    const [fact] = given(tip, received).when('DispatchTip', dispatch, tipId).facts();
    expect(fact?.data).toMatchObject({
      returnDue: { rolledDue: '2021-06-02', rule: 'hotline/return@2021' },
      due: { length: 13, rule: 'hotline/handling@2021', rolledDue: '2021-06-21' },
    });
    given(tip, received, dispatched).when('DispatchTip', dispatch, tipId).thenNothing();
    given(tip)
      .when('DispatchTip', dispatch, tipId)
      .thenRefused('hotline/out-of-phase', { facts: { phase: 'none' } });
  });

  const back = { reason: '属工业和信息化部门职责', ...at('2021-06-02', '23:59') };

  it('comes back within the working day after, with a reason', () => {
    given(tip, received, dispatched).when('ReturnTip', back, tipId).then(returned);
    given(tip, received, dispatched, returned).when('ReturnTip', back, tipId).thenNothing();
  });

  it('does not come back later', () =>
    given(tip, received, dispatched)
      .when('ReturnTip', { ...back, ...at('2021-06-03', '00:00') }, tipId)
      .thenRefused('hotline/return-too-late', { rule: 'hotline/return@2021' }));

  it('does not come back once it was accepted', () =>
    given(tip, received, dispatched, accepted).when('ReturnTip', back, tipId).thenRefused('hotline/out-of-phase'));

  it('goes to another department than the one that returned it', () => {
    const again = given(tip, received, dispatched, returned);
    again
      .when('DispatchTip', { ...dispatch, ...at('2021-06-02') }, tipId)
      .thenRefused('hotline/dispatched-to-who-returned-it');
    again.when('DispatchTip', { handler: 'industry', ...at('2021-06-02') }, tipId).thenTypes('TipDispatched');
  });

  it('is accepted by an office', () => {
    const accept = { office: '节能监察科', ...at('2021-06-02') };
    given(tip, received, dispatched).when('AcceptTip', accept, tipId).then(accepted);
    given(tip, received, dispatched, accepted).when('AcceptTip', accept, tipId).thenNothing();
    given(tip, received).when('AcceptTip', accept, tipId).thenRefused('hotline/out-of-phase');
  });
});

describe('the period to deal with a tip', () => {
  const extend = { reason: '需检测炉料', approver: '分管领导', ...at('2021-06-21', '23:59') };
  const approved = { ...tipId, actor: { client: 'spec', approver: '分管领导' } };
  const running = given(tip, received, dispatched, accepted);

  it('is extended once, until its last minute, from the day that it would have ended', () => {
    const [fact] = running.when('ExtendTip', extend, approved).facts();
    expect(fact?.data).toMatchObject({ due: { startsOn: '2021-06-21', length: 13, rolledDue: '2021-07-08' } });
    given(tip, received, dispatched, accepted, extended).when('ExtendTip', extend, approved).thenNothing();
    given(tip, received, dispatched, accepted, extended)
      .when('ExtendTip', { ...extend, reason: '又需检测' }, approved)
      .thenRefused('hotline/extended-before', { rule: 'hotline/extension@2021' });
  });

  it('is not extended after it ended, without approval, or before it was accepted', () => {
    running
      .when('ExtendTip', { ...extend, ...at('2021-06-22', '00:00') }, approved)
      .thenRefused('hotline/extension-too-late');
    running.when('ExtendTip', extend, tipId).thenRefused('hotline/extension-not-approved');
    given(tip, received, dispatched).when('ExtendTip', extend, approved).thenRefused('hotline/out-of-phase');
  });
});

describe('a verification', () => {
  const officers = { ...tipId, actor: { client: 'spec', ...who } };
  const case1 = { 'energy.case-EN-2021-001': [{ type: 'energy.EnergySupervisionTaskAssigned', data: {} }] };
  const found = {
    substantiated: true,
    findings: '现场有中频炉一台，已立案',
    outcome: story.outcome,
    ...at('2021-06-08'),
  };
  const nothing = { substantiated: false, findings: '现场为铸造件生产，未见异常', ...at('2021-06-08') };
  const open = given(tip, received, dispatched, accepted).consulting(case1);

  it('of what is so names the case that was opened, and starts the period of the reply', () => {
    const [fact] = open.when('VerifyTip', found, officers).facts();
    expect(fact?.data).toMatchObject({ outcome: story.outcome, due: { rolledDue: '2021-06-16', length: 5 } });
    given(tip, received, dispatched, accepted, substantiated)
      .consulting(case1)
      .when('VerifyTip', found, officers)
      .thenNothing();
  });

  it('of an anonymous tip starts none', () => {
    const unnamed = given(tip, anonymous, dispatched, accepted);
    unnamed.when('VerifyTip', nothing, officers).then(story.unsubstantiated);
  });

  it('names a case that the ledger has, and only for what is so', () => {
    given(tip, received, dispatched, accepted).when('VerifyTip', found, officers).thenRefused('hotline/no-such-record');
    open.when('VerifyTip', { ...found, outcome: undefined }, officers).thenRefused('hotline/outcome-missing');
    open
      .when('VerifyTip', { ...nothing, outcome: story.outcome }, officers)
      .thenRefused('hotline/outcome-without-substance');
  });

  it('takes two officers, after it was accepted', () => {
    open.when('VerifyTip', found, tipId).thenRefused('hotline/two-officers', { clause: '4.3' });
    given(tip, received, dispatched)
      .consulting(case1)
      .when('VerifyTip', found, officers)
      .thenRefused('hotline/out-of-phase');
  });
});

describe('the end of a tip', () => {
  const named = [received, dispatched, accepted, substantiated];
  const reply = { content: '已依法查处，感谢监督', ...at('2021-06-10') };

  it('is told to who told, once', () => {
    given(tip, ...named)
      .when('ReplyToTip', reply, tipId)
      .then(replied);
    given(tip, ...named, replied)
      .when('ReplyToTip', reply, tipId)
      .thenNothing();
    given(tip, ...named, replied)
      .when('ReplyToTip', { ...reply, content: '补充' }, tipId)
      .thenRefused('hotline/out-of-phase');
  });

  it('is told to nobody when nobody gave a name', () =>
    given(tip, anonymous, dispatched, accepted, story.unsubstantiated)
      .when('ReplyToTip', reply, tipId)
      .thenRefused('hotline/anonymous-has-no-reply', { rule: 'hotline/reply@2021' }));

  it('is followed up after the reply', () => {
    const call = { satisfaction: 'SATISFIED' as const, ...at('2021-06-18') };
    given(tip, ...named, replied)
      .when('RevisitTip', call, tipId)
      .then(story.revisited);
    given(tip, ...named, replied, story.revisited)
      .when('RevisitTip', call, tipId)
      .thenNothing();
    given(tip, ...named)
      .when('RevisitTip', call, tipId)
      .thenRefused('hotline/out-of-phase');
  });

  it('brings a reward where a law gives one and the tip was right', () => {
    const reward = { amountFen: 200_000, legalBasis: '《安全生产法》第七十三条', ...at('2021-06-20') };
    given(tip, ...named, replied)
      .when('RewardTip', reward, tipId)
      .then(story.rewarded);
    given(tip, ...named, replied, story.rewarded)
      .when('RewardTip', reward, tipId)
      .thenNothing();
    given(tip, ...named, story.rewarded)
      .when('RewardTip', { ...reward, amountFen: 1 }, tipId)
      .thenRefused('hotline/rewarded-before');
    given(tip, ...named)
      .when('RewardTip', { ...reward, legalBasis: '年度工作计划' }, tipId)
      .thenRefused('hotline/plan-is-no-basis');
    given(tip, received, dispatched, accepted, story.unsubstantiated)
      .when('RewardTip', reward, tipId)
      .thenRefused('hotline/reward-without-substance');
  });

  it('comes after the reply, or after the verification where there is none', () => {
    const end = { conclusion: '已立案并答复', ...at('2021-06-30') };
    given(tip, ...named, replied)
      .when('CloseTip', end, tipId)
      .then(story.closed);
    given(tip, ...named, replied, story.closed)
      .when('CloseTip', end, tipId)
      .thenNothing();
    given(tip, ...named)
      .when('CloseTip', end, tipId)
      .thenRefused('hotline/out-of-phase');
    given(tip, anonymous, dispatched, accepted, story.unsubstantiated).when('CloseTip', end, tipId).then(story.closed);
  });
});

describe('a period of a tip that has passed', () => {
  const pass = (stage: 'DISPATCH' | 'HANDLING' | 'REPLY', dueOn: string, day: string) => ({
    stage,
    dueOn,
    ...at(day, '00:00'),
  });

  it('is on record once', () => {
    const overdue = { type: 'TipOverdue', data: { stage: 'DISPATCH', dueOn: '2021-06-01' } } as const;
    given(tip, received)
      .when('PassTipDeadline', pass('DISPATCH', '2021-06-01', '2021-06-02'), tipId)
      .then(overdue);
    given(tip, received, overdue)
      .when('PassTipDeadline', pass('DISPATCH', '2021-06-01', '2021-06-02'), tipId)
      .thenNothing();
    given(tip, received, dispatched, accepted)
      .when('PassTipDeadline', pass('HANDLING', '2021-06-21', '2021-06-22'), tipId)
      .thenTypes('TipOverdue');
    given(tip, received, dispatched, accepted, substantiated)
      .when('PassTipDeadline', pass('REPLY', '2021-06-16', '2021-06-17'), tipId)
      .thenTypes('TipOverdue');
  });

  it('is nothing while it runs, or when it was extended or kept', () => {
    given(tip, received)
      .when('PassTipDeadline', { ...pass('DISPATCH', '2021-06-01', '2021-06-02'), ...at('2021-06-01', '23:59') }, tipId)
      .thenNothing();
    given(tip, received, dispatched)
      .when('PassTipDeadline', pass('DISPATCH', '2021-06-01', '2021-06-02'), tipId)
      .thenNothing();
    given(tip, received, dispatched, accepted, extended)
      .when('PassTipDeadline', pass('HANDLING', '2021-06-21', '2021-06-22'), tipId)
      .thenNothing();
  });

  it('is set and cleared by what happens', () => {
    const changes = (fact: { type: string; data: object }) =>
      deadlines.when[`hotline.${fact.type}`]!({ stream: `hotline.tip-${tipId.id}`, ...fact } as never);
    const key = (stage: string) => `tip/${tipId.id}/${stage}`;
    expect(changes(received)).toMatchObject([{ set: { key: key('dispatch'), dueOn: '2021-06-01' } }]);
    expect(changes(dispatched)).toMatchObject([{ clear: key('dispatch') }, { set: { dueOn: '2021-06-21' } }]);
    expect(changes(returned)).toMatchObject([{ clear: key('handling') }, { set: { dueOn: '2021-06-02' } }]);
    expect(changes(extended)).toMatchObject([{ set: { key: key('handling'), dueOn: '2021-07-08' } }]);
    expect(changes(substantiated)).toMatchObject([{ clear: key('handling') }, { set: { dueOn: '2021-06-16' } }]);
    expect(changes(story.unsubstantiated)).toEqual([{ clear: key('handling') }]);
    expect(changes(replied)).toEqual([{ clear: key('reply') }]);
    expect(changes({ type: 'TipOverdue', data: { stage: 'REPLY' } })).toEqual([{ clear: key('reply') }]);
  });
});
