import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { another, at, cases, facts, records } from '../testing-safety.js';
import { safetyCase } from './case.decider.js';

const { enterprise: _, ...unfit } = facts.proposed().data;
const propose = { ...unfit, ground: 'UNFIT_AFTER_SUSPENSION' as const, scope: 'SITE' as const, ...at('2021-10-15') };

describe('a proposal to close', () => {
  it('follows an examination under the suspension that found it still unfit', () => {
    given(safetyCase, ...cases.unfit)
      .when('ProposeClosureToGov', propose)
      .then({ type: 'SafetyClosureProposed', data: facts.proposed().data as never });
    for (const other of [cases.suspended, cases.fit])
      given(safetyCase, ...other)
        .when('ProposeClosureToGov', propose)
        .thenRefused('emergency-management/unfit-not-shown', { rule: 'safety/closure-unfit@2021' });
  });

  it('on that ground rests on the plan and the old law before 1 September 2021', () => {
    const old = [
      facts.opened('2021-07-01'),
      facts.suspended('2021-07-02'),
      facts.applied,
      facts.examined(false, '2021-08-20'),
    ];
    const rulesOn = (day: string) =>
      given(safetyCase, ...old)
        .when('ProposeClosureToGov', { ...propose, ...at(day) })
        .facts()[0]?.rules;
    expect(rulesOn('2021-08-31')).toEqual([{ ruleId: 'safety/closure-unfit', version: '2014' }]);
    expect(rulesOn('2021-09-01')).toEqual([{ ruleId: 'safety/closure-unfit', version: '2021' }]);
  });

  it('follows refusal to obey the suspension', () => {
    const refusing = { ...propose, ground: 'REFUSES_ORDER' as const };
    given(safetyCase, ...cases.disobeying)
      .when('ProposeClosureToGov', refusing)
      .thenTypes('SafetyClosureProposed');
    given(safetyCase, ...cases.suspended)
      .when('ProposeClosureToGov', refusing)
      .thenRefused('emergency-management/no-refusal-shown');
    given(safetyCase, ...cases.disobeying)
      .when('ProposeClosureToGov', { ...refusing, ...at('2021-08-31') })
      .thenRefused('emergency-management/law-silent');
  });

  it('follows a grave accident for want of safety conditions, and no lesser one', () => {
    const after = { ...propose, ground: 'ACCIDENT' as const, ...at('2021-10-21') };
    given(safetyCase, facts.opened(), facts.accident('MAJOR'))
      .when('ProposeClosureToGov', after)
      .thenTypes('SafetyClosureProposed');
    for (const accident of [facts.accident('LARGER'), facts.accident('MAJOR', false)])
      given(safetyCase, facts.opened(), accident)
        .when('ProposeClosureToGov', after)
        .thenRefused('emergency-management/no-such-accident');
  });

  it('does not rest on the plan alone', () =>
    given(safetyCase, ...cases.unfit)
      .when('ProposeClosureToGov', { ...propose, legalBasis: '2021年工作计划二(四)3' })
      .thenRefused('emergency-management/plan-is-no-basis'));

  it('is made once, and again under a new id after it came back', () => {
    given(safetyCase, ...cases.proposed)
      .when('ProposeClosureToGov', propose)
      .thenNothing();
    given(safetyCase, ...cases.proposed)
      .when('ProposeClosureToGov', { ...propose, proposalId: 'AJ-G2' })
      .thenRefused('emergency-management/not-proposable', { facts: { phase: 'proposed' } });
    const returned = given(safetyCase, ...cases.proposed, facts.decided('RETURNED'));
    returned
      .when('ProposeClosureToGov', { ...propose, grounds: '补充证据' })
      .thenRefused('emergency-management/proposal-id-used');
    returned.when('ProposeClosureToGov', { ...propose, proposalId: 'AJ-G2' }).thenTypes('SafetyClosureProposed');
  });

  it('does not take the id of another case or department', () =>
    given(safetyCase, ...cases.unfit)
      .consulting({
        'government.closureProposal-AJ-G1': [
          { type: 'government.ClosureProposalReceived', data: { caseId: 'one', proposedBy: 'energy' } },
        ],
      })
      .when('ProposeClosureToGov', propose)
      .thenRefused('emergency-management/proposal-id-used'));
});

describe('a proposal on repeated penalties', () => {
  const repeated = {
    ...propose,
    ground: 'REPEATED_PENALTIES' as const,
    majorHazardId: 'ZD-1',
    penalties: ['CF-1', 'CF-2', 'CF-3'].map((penaltyId) => ({ penaltyId })),
    ...at('2022-08-31'),
  };
  const later = { now: '2022-12-31T00:00:00.000Z' };
  const on = (...days: string[]) =>
    Object.assign({}, ...days.map((decidedOn, nth) => records.penalty(`CF-${nth + 1}`, { decidedOn }))) as object;
  const opened = given(safetyCase, facts.opened());
  const shown = (penalties: object, command: object = repeated) =>
    opened
      .consulting({ ...records.hazard(), ...penalties })
      .when('ProposeClosureToGov', command as typeof repeated, later);

  it('counts three within 180 days, and not one day more', () => {
    shown(on('2021-09-01', '2021-11-01', '2022-02-28')).thenTypes('SafetyClosureProposed');
    shown(on('2021-09-01', '2021-11-01', '2022-03-01')).thenRefused('emergency-management/too-few-penalties', {
      rule: 'safety/closure-penalties-in-days@2021',
      facts: { decidedOn: ['2021-09-01', '2021-11-01', '2022-03-01'] },
    });
  });

  it('counts four within a year, and not one day more', () => {
    const four = { ...repeated, penalties: [...repeated.penalties, { penaltyId: 'CF-4' }], ...at('2022-09-30') };
    const rules = shown(on('2021-09-01', '2022-03-01', '2022-03-02', '2022-09-01'), four).facts()[0]?.rules;
    expect(rules).toEqual([{ ruleId: 'safety/closure-penalties-in-year', version: '2021' }]);
    shown(on('2021-09-01', '2022-03-01', '2022-03-02', '2022-09-02'), four).thenRefused(
      'emergency-management/too-few-penalties',
    );
  });

  it('counts only what stands, is theirs, is under the Work Safety Law, and came under the law of today', () => {
    const two = on('2021-09-10', '2021-10-10');
    for (const third of [
      records.penalty('CF-3', { decidedOn: '2021-11-10' }, { annulled: true }),
      records.penalty('CF-3', { decidedOn: '2021-11-10' }, { whose: another }),
      records.penalty('CF-3', { decidedOn: '2021-11-10', legalBasis: '《消防法》第六十条' }),
      records.penalty('CF-3', { decidedOn: '2021-08-31' }),
    ])
      shown({ ...two, ...third }).thenRefused('emergency-management/too-few-penalties');
    shown(two, { ...repeated, penalties: ['CF-1', 'CF-2', 'CF-2'].map((penaltyId) => ({ penaltyId })) }).thenRefused(
      'emergency-management/too-few-penalties',
    );
  });

  it('needs a major hazard that stands, and the law of 1 September 2021', () => {
    const three = on('2021-09-01', '2021-11-01', '2022-02-28');
    opened
      .consulting({ ...records.hazard({ clearedOn: '2022-03-01' }), ...three })
      .when('ProposeClosureToGov', repeated, later)
      .thenRefused('emergency-management/no-standing-hazard');
    shown(three, { ...repeated, ...at('2021-08-31') }).thenRefused('emergency-management/law-silent');
  });
});

describe('what the government decided', () => {
  const closed = { ...facts.decided('CLOSED').data, ...at('2021-10-28') };

  it('is noted on the open proposal, once', () => {
    given(safetyCase, ...cases.proposed)
      .when('NoteGovernmentDecision', closed)
      .then({ type: 'GovernmentDecisionNoted', data: facts.decided('CLOSED').data });
    given(safetyCase, ...cases.proposed, facts.decided('CLOSED'))
      .when('NoteGovernmentDecision', closed)
      .thenNothing();
  });

  it('may be closure after suspension, and nothing else after it', () => {
    const suspended = given(safetyCase, ...cases.proposed, facts.decided('SUSPENDED'));
    suspended.when('NoteGovernmentDecision', closed).thenTypes('GovernmentDecisionNoted');
    suspended
      .when('NoteGovernmentDecision', { ...closed, decision: 'RETURNED' })
      .thenRefused('emergency-management/no-open-proposal');
  });

  it('answers no other proposal, and none that was not made', () => {
    given(safetyCase, ...cases.proposed)
      .when('NoteGovernmentDecision', { ...closed, proposalId: 'AJ-G9' })
      .thenRefused('emergency-management/another-proposal');
    given(safetyCase, ...cases.unfit)
      .when('NoteGovernmentDecision', closed)
      .thenRefused('emergency-management/no-open-proposal');
  });
});
