import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import {
  another,
  at,
  byOne,
  byTwo,
  cases,
  contents,
  dueAfterDays,
  enterprise,
  facts,
  records,
} from '../testing-safety.js';
import { safetyCase } from './case.decider.js';

describe('a suspension for rectification', () => {
  const stop = { ...contents.stop, servedOn: '2021-09-08' };
  const order = { ...stop, days: 30, ...at('2021-09-08') };
  const due = dueAfterDays(30, '2021-09-08');
  const opened = given(safetyCase, facts.opened());
  const { majorHazardId: _, ...other } = { ...order, ground: 'CONDITIONS_NOT_MET' as const, penaltyId: 'CF-1' };

  it('meets a major hazard that stands, as a measure on the spot', () => {
    opened
      .consulting(records.hazard())
      .when('OrderStopForRectification', order)
      .then({ type: 'ProductionSuspendedForSafety', data: { enterprise, ...stop, due } });
    expect(due.rolledDue).toBe('2021-10-08');
  });

  it('does not meet a hazard that was cleared by then, is another’s, or is not on record', () => {
    for (const hazard of [records.hazard({ clearedOn: '2021-09-08' }), records.hazard({ whose: another }), {}])
      opened
        .consulting(hazard)
        .when('OrderStopForRectification', order)
        .thenRefused('emergency-management/no-standing-hazard', { rule: 'safety/suspension@2021' });
    opened
      .consulting(records.hazard({ clearedOn: '2021-09-09' }))
      .when('OrderStopForRectification', order)
      .thenTypes('ProductionSuspendedForSafety');
  });

  it('is otherwise a penalty, which must have been decided and stand', () => {
    opened
      .consulting(records.penalty('CF-1', { kinds: ['STOP_PRODUCTION'] }))
      .when('OrderStopForRectification', other)
      .thenTypes('ProductionSuspendedForSafety');
    for (const penalty of [
      records.penalty('CF-1'),
      records.penalty('CF-1', { kinds: ['STOP_PRODUCTION'] }, { annulled: true }),
      records.penalty('CF-1', { kinds: ['STOP_PRODUCTION'] }, { whose: another }),
      {},
    ])
      opened
        .consulting(penalty)
        .when('OrderStopForRectification', other)
        .thenRefused('emergency-management/suspension-is-a-penalty');
  });

  it('for refusal to remove hazards needs the refusal on record', () => {
    const refused = { ...other, ground: 'REFUSED_REMOVAL' as const };
    const penalty = records.penalty('CF-1', { kinds: ['STOP_PRODUCTION', 'FINE'] });
    given(safetyCase, ...cases.removing)
      .consulting(penalty)
      .when('OrderStopForRectification', refused)
      .thenRefused('emergency-management/no-refusal-shown');
    given(safetyCase, ...cases.removing, facts.disobeyed('HAZARD_REMOVAL'))
      .consulting(penalty)
      .when('OrderStopForRectification', refused)
      .thenTypes('ProductionSuspendedForSafety');
  });

  it('does not rest on the plan alone', () =>
    opened
      .consulting(records.hazard())
      .when('OrderStopForRectification', { ...order, legalBasis: '2021年工作计划二(四)3' })
      .thenRefused('emergency-management/plan-is-no-basis', { clause: '2.4.3' }));

  it('is ordered once, in an open case, not before it and not tomorrow', () => {
    given(safetyCase, ...cases.suspended)
      .when('OrderStopForRectification', order)
      .thenNothing();
    given(safetyCase, ...cases.suspended)
      .when('OrderStopForRectification', { ...order, days: 31 })
      .thenRefused('emergency-management/suspension-not-open');
    opened
      .consulting(records.hazard())
      .when('OrderStopForRectification', { ...order, servedOn: '2021-09-05' })
      .thenRefused('emergency-management/before-its-cause');
    opened
      .consulting(records.hazard())
      .when('OrderStopForRectification', order, { now: '2021-09-07T10:00:00.000Z' })
      .thenRefused('emergency-management/in-the-future');
  });

  it('ends its time at 24:00 of the last day', () => {
    const pass = { dueOn: '2021-10-08', ...at('2021-10-09', '00:00:00') };
    given(safetyCase, ...cases.suspended)
      .when('PassSuspensionDeadline', pass, { now: '2021-10-08T16:00:00.000Z' })
      .then({ type: 'SuspensionPeriodEnded', data: { dueOn: '2021-10-08' } });
    given(safetyCase, ...cases.suspended)
      .when('PassSuspensionDeadline', pass, { now: '2021-10-08T15:59:00.000Z' })
      .thenRefused('emergency-management/period-still-runs');
    given(safetyCase, ...cases.suspended, facts.suspensionEnded)
      .when('PassSuspensionDeadline', pass)
      .thenNothing();
    given(safetyCase, ...cases.fit)
      .when('PassSuspensionDeadline', pass)
      .thenNothing();
  });
});

describe('resumption', () => {
  const application = { summary: '已整顿' };
  const apply = { ...application, ...at('2021-09-28') };
  const examination = { findings: '现场审查', fit: true };
  const examine = { ...examination, ...at('2021-09-29') };
  const consent = { documentNumber: '惠应急复〔2021〕1号' };
  const approve = { ...consent, ...at('2021-09-30') };

  it('is applied for under a suspension', () => {
    given(safetyCase, ...cases.suspended)
      .when('ApplyForResumption', apply)
      .then({ type: 'ResumptionApplied', data: application });
    given(safetyCase, ...cases.suspended, facts.applied)
      .when('ApplyForResumption', apply)
      .thenNothing();
    given(safetyCase, ...cases.removing)
      .when('ApplyForResumption', apply)
      .thenRefused('emergency-management/no-suspension');
  });

  it('is applied for again after an examination found it unfit', () =>
    given(safetyCase, ...cases.unfit)
      .when('ApplyForResumption', { ...apply, ...at('2021-10-08') })
      .thenTypes('ResumptionApplied'));

  it('is examined by two officers, after the application', () => {
    given(safetyCase, ...cases.suspended, facts.applied)
      .when('ExamineResumption', examine, byTwo)
      .then({ type: 'ResumptionExamined', data: examination });
    given(safetyCase, ...cases.suspended, facts.applied)
      .when('ExamineResumption', examine, byOne)
      .thenRefused('emergency-management/two-officers');
    given(safetyCase, ...cases.fit)
      .when('ExamineResumption', examine, byTwo)
      .thenNothing();
    given(safetyCase, ...cases.suspended)
      .when('ExamineResumption', examine, byTwo)
      .thenRefused('emergency-management/nothing-to-examine', { rule: 'safety/resumption@2021' });
  });

  it('is examined without an application once the time to put it right is over', () => {
    const unfit = { findings: '仍无报警', fit: false };
    given(safetyCase, ...cases.suspended)
      .when('ExamineResumption', { ...unfit, ...at('2021-10-08', '23:59:59') }, byTwo)
      .thenRefused('emergency-management/nothing-to-examine');
    given(safetyCase, ...cases.suspended)
      .when('ExamineResumption', { ...unfit, ...at('2021-10-09', '00:00:00') }, byTwo)
      .thenTypes('ResumptionExamined');
  });

  it('is approved only after an examination found it fit', () => {
    const cleared = records.hazard({ clearedOn: '2021-09-28' });
    given(safetyCase, ...cases.fit)
      .consulting(cleared)
      .when('ApproveResumption', approve)
      .then({ type: 'ResumptionApproved', data: consent });
    for (const notFit of [[...cases.suspended, facts.applied], cases.unfit])
      given(safetyCase, ...notFit)
        .consulting(cleared)
        .when('ApproveResumption', approve)
        .thenRefused('emergency-management/not-examined-as-fit', { clause: '2.4.3' });
    given(safetyCase, ...cases.fit, facts.resumed)
      .when('ApproveResumption', approve)
      .thenNothing();
  });

  it('is not approved while the major hazard stands, or power is off', () => {
    given(safetyCase, ...cases.fit)
      .consulting(records.hazard())
      .when('ApproveResumption', approve)
      .thenRefused('emergency-management/major-hazard-stands');
    const dark = [...cases.disobeying, facts.notified, facts.cut, facts.applied, facts.examined(true)];
    given(safetyCase, ...dark)
      .consulting(records.hazard({ clearedOn: '2021-09-28' }))
      .when('ApproveResumption', approve)
      .thenRefused('emergency-management/power-is-off');
    given(safetyCase, ...dark, facts.restored)
      .consulting(records.hazard({ clearedOn: '2021-09-28' }))
      .when('ApproveResumption', approve)
      .thenTypes('ResumptionApproved');
  });
});
