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

describe('a safety case', () => {
  const opening = { enterprise, inspectionId: 'JC-1', situation: '煤气区域无报警' };
  const open = { ...opening, ...at('2021-09-06') };

  it('is opened once, on an inspection of that enterprise that found hazards', () => {
    given(safetyCase)
      .consulting(records.inspection())
      .when('OpenSafetyCase', open)
      .then({ type: 'SafetyCaseOpened', data: opening });
    given(safetyCase, facts.opened()).when('OpenSafetyCase', open).thenNothing();
    given(safetyCase, facts.opened())
      .when('OpenSafetyCase', { ...open, situation: '另一情况' })
      .thenRefused('emergency-management/already-recorded');
  });

  it('takes no inspection of another, none that found nothing, and none that was not', () => {
    for (const inspected of [records.inspection('HAZARDS_FOUND', another), records.inspection('COMPLIANT'), {}])
      given(safetyCase)
        .consulting(inspected)
        .when('OpenSafetyCase', open)
        .thenRefused('emergency-management/inspection-does-not-bear', { clause: '2.4.3' });
  });

  it('names the enterprise and itself on the envelope', () =>
    expect(safetyCase.subject?.({ ...safetyCase.initial, said: { SafetyCaseOpened: opening } }, 'AJ-1')).toEqual({
      uscc: enterprise.uscc,
      siteId: undefined,
      caseId: 'AJ-1',
    }));
});

describe('an order to remove hazards', () => {
  const served = { ...contents.order, servedOn: '2021-09-07' };
  const order = { ...served, days: 15, ...at('2021-09-07') };
  const due = dueAfterDays(15, '2021-09-07', 'safety/hazard-removal');

  it('gives time from service, or none', () => {
    expect(due.rolledDue).toBe('2021-09-22');
    given(safetyCase, facts.opened())
      .when('OrderHazardRemoval', order)
      .then({ type: 'HazardRemovalOrdered', data: { ...served, dueOn: '2021-09-22', due } });
    given(safetyCase, facts.opened())
      .when('OrderHazardRemoval', { ...served, ...at('2021-09-07') })
      .then({ type: 'HazardRemovalOrdered', data: { ...served, dueOn: '2021-09-07' } });
  });

  it('rests on the law of the day of service', () => {
    const ruleOf = (servedOn: string) =>
      given(safetyCase, facts.opened('2021-08-31'))
        .when('OrderHazardRemoval', { ...order, servedOn })
        .facts()[0]?.rules;
    expect(ruleOf('2021-08-31')).toEqual([{ ruleId: 'safety/hazard-removal', version: '2014' }]);
    expect(ruleOf('2021-09-01')).toEqual([{ ruleId: 'safety/hazard-removal', version: '2021' }]);
  });

  it('is given once, in an open case, not before it and not tomorrow', () => {
    given(safetyCase, ...cases.removing)
      .when('OrderHazardRemoval', order)
      .thenNothing();
    given(safetyCase, ...cases.removing)
      .when('OrderHazardRemoval', { ...order, days: 16 })
      .thenRefused('emergency-management/order-not-open');
    given(safetyCase).when('OrderHazardRemoval', order).thenRefused('emergency-management/order-not-open');
    given(safetyCase, facts.opened())
      .when('OrderHazardRemoval', { ...order, servedOn: '2021-09-05' })
      .thenRefused('emergency-management/before-its-cause');
    given(safetyCase, facts.opened())
      .when('OrderHazardRemoval', order, { now: '2021-09-06T10:00:00.000Z' })
      .thenRefused('emergency-management/in-the-future');
  });

  it('ends its time at 24:00 of the last day', () => {
    const pass = { dueOn: '2021-09-22', ...at('2021-09-23', '00:00:00') };
    given(safetyCase, ...cases.removing)
      .when('PassHazardDeadline', pass, { now: '2021-09-22T16:00:00.000Z' })
      .then({ type: 'HazardRemovalPeriodEnded', data: { dueOn: '2021-09-22' } });
    given(safetyCase, ...cases.removing)
      .when('PassHazardDeadline', pass, { now: '2021-09-22T15:59:00.000Z' })
      .thenRefused('emergency-management/period-still-runs');
    given(safetyCase, ...cases.removing, facts.removalEnded)
      .when('PassHazardDeadline', pass)
      .thenNothing();
    given(safetyCase, ...cases.removing, facts.reexamined(true))
      .when('PassHazardDeadline', pass)
      .thenNothing();
  });
});

describe('a re-examination of hazards', () => {
  const examination = { findings: '复查', cleared: true };
  const examine = { ...examination, ...at('2021-09-24') };

  it('takes two officers and ends the case when they are gone', () => {
    given(safetyCase, ...cases.removing)
      .when('ReexamineHazards', examine, byTwo)
      .then({ type: 'HazardsReexamined', data: { ...examination, dueOn: '2021-09-22' } });
    given(safetyCase, ...cases.removing)
      .when('ReexamineHazards', examine, byOne)
      .thenRefused('emergency-management/two-officers');
    given(safetyCase, ...cases.removing, facts.reexamined(true))
      .when('ReexamineHazards', examine, byTwo)
      .thenNothing();
    given(safetyCase, ...cases.removing, facts.reexamined(true))
      .when('ReexamineHazards', { ...examine, ...at('2021-09-25') }, byTwo)
      .thenRefused('emergency-management/nothing-to-reexamine', { facts: { phase: 'cleared' } });
  });

  it('may find them still there, and look again', () =>
    given(safetyCase, ...cases.removing, facts.reexamined(false))
      .when('ReexamineHazards', { ...examine, ...at('2021-09-28') }, byTwo)
      .thenTypes('HazardsReexamined'));
});

describe('disobedience', () => {
  const found = { order: 'HAZARD_REMOVAL' as const, findings: '仍在生产', realDanger: true };
  const record = { ...found, ...at('2021-09-24') };

  it('is found by two officers, of an order in force', () => {
    given(safetyCase, ...cases.removing)
      .when('RecordDisobedience', record, byTwo)
      .then({ type: 'SafetyOrderDisobeyed', data: found });
    given(safetyCase, ...cases.suspended)
      .when('RecordDisobedience', { ...record, order: 'SUSPENSION' }, byTwo)
      .thenTypes('SafetyOrderDisobeyed');
    given(safetyCase, ...cases.removing)
      .when('RecordDisobedience', record, byOne)
      .thenRefused('emergency-management/two-officers');
    given(safetyCase, ...cases.removing)
      .when('RecordDisobedience', { ...record, order: 'SUSPENSION' }, byTwo)
      .thenRefused('emergency-management/no-order-to-obey');
  });

  it('is said once for one moment', () =>
    given(safetyCase, ...cases.removing, facts.disobeyed('HAZARD_REMOVAL'))
      .when('RecordDisobedience', record, byTwo)
      .thenNothing());
});

describe('a fine for each day', () => {
  const fine = {
    penaltyId: 'CF-1',
    documentNumber: '惠应急日罚〔2021〕1号',
    fromOn: '2021-09-25',
    toOn: '2021-10-04',
  };
  const decide = { ...fine, ...at('2021-10-08') };
  const refusing = given(safetyCase, ...cases.removing, facts.reexamined(false)).consulting(records.penalty('CF-1'));
  const decided = {
    type: 'SafetyDailyFineDecided',
    data: { ...fine, days: 10, dailyFen: 2_000_000, totalFen: 20_000_000 },
  } as const;

  it('repeats the fine that was decided, for each day, both ends counted', () =>
    refusing.when('DecideDailyFine', decide).then(decided));

  it('falls on 1 September 2021 at the earliest, and from the day after the order', () => {
    const old = given(
      safetyCase,
      facts.opened('2021-08-20'),
      facts.removal('2021-08-30', 1),
      facts.reexamined(false, '2021-09-02'),
    ).consulting(records.penalty('CF-1'));
    old.when('DecideDailyFine', { ...decide, fromOn: '2021-09-01' }).thenTypes('SafetyDailyFineDecided');
    old
      .when('DecideDailyFine', { ...decide, fromOn: '2021-08-31' })
      .thenRefused('emergency-management/no-daily-fine-yet');
    refusing.when('DecideDailyFine', { ...decide, fromOn: '2021-09-08' }).thenTypes('SafetyDailyFineDecided');
    refusing
      .when('DecideDailyFine', { ...decide, fromOn: '2021-09-07' })
      .thenRefused('emergency-management/before-its-cause');
  });

  it('needs refusal, and a fine of this enterprise that stands', () => {
    given(safetyCase, ...cases.removing)
      .consulting(records.penalty('CF-1'))
      .when('DecideDailyFine', decide)
      .thenRefused('emergency-management/no-refusal-shown', { rule: 'safety/daily-fine@2021' });
    for (const penalty of [
      records.penalty('CF-1', { fineFen: undefined, kinds: ['WARNING'] }),
      records.penalty('CF-1', {}, { annulled: true }),
      records.penalty('CF-1', {}, { whose: another }),
      {},
    ])
      given(safetyCase, ...cases.removing, facts.disobeyed('HAZARD_REMOVAL'))
        .consulting(penalty)
        .when('DecideDailyFine', decide)
        .thenRefused('emergency-management/no-fine-to-repeat');
  });

  it('fines no day twice', () => {
    const fined = given(safetyCase, ...cases.removing, facts.reexamined(false), decided).consulting(
      records.penalty('CF-1'),
    );
    fined.when('DecideDailyFine', decide).thenNothing();
    fined
      .when('DecideDailyFine', { ...decide, fromOn: '2021-10-04', toOn: '2021-10-08' })
      .thenRefused('emergency-management/before-its-cause');
    fined
      .when('DecideDailyFine', { ...decide, fromOn: '2021-10-05', toOn: '2021-10-08' })
      .thenTypes('SafetyDailyFineDecided');
  });
});

describe('an accident', () => {
  const { data } = facts.accident('MAJOR');
  const record = { ...data, ...at('2021-10-20') };

  it('is put on an open case, once, and not before it happened', () => {
    given(safetyCase, facts.opened())
      .when('RecordSafetyAccident', record)
      .then({ type: 'SafetyAccidentRecorded', data });
    given(safetyCase, facts.opened(), facts.accident('MAJOR')).when('RecordSafetyAccident', record).thenNothing();
    given(safetyCase).when('RecordSafetyAccident', record).thenRefused('emergency-management/no-case');
    given(safetyCase, facts.opened())
      .when('RecordSafetyAccident', record, { now: '2021-09-09T10:00:00.000Z' })
      .thenRefused('emergency-management/in-the-future');
  });
});
