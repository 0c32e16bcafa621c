import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { supplyNumbers } from '#law';
import { at, deferral, dismantling, enterprise, exits, facts, line } from '../testing-industry.js';
import { exit } from './exit.decider.js';

describe('the shutdown', () => {
  const shut = { process: '炼钢', stoppedOn: '2021-05-08', ...at('2021-05-08') };
  const done = { type: 'ProcessShutDown', data: { process: '炼钢', stoppedOn: '2021-05-08' } } as const;

  it('follows the order, once', () => {
    given(exit, ...exits.ordered)
      .when('OrderShutdown', shut)
      .then(done);
    given(exit, ...exits.ordered, done)
      .when('OrderShutdown', shut)
      .thenNothing();
    given(exit, facts.opened).when('OrderShutdown', shut).thenRefused('industry/not-ordered');
  });
});

describe('the dismantling', () => {
  const start = { startedOn: '2021-05-20', ...at('2021-05-20') };
  const record = { ...dismantling, ...at('2021-06-01') };

  it('starts after the order, once', () => {
    given(exit, ...exits.ordered)
      .when('StartDismantling', start)
      .then({ type: 'DismantlingStarted', data: { startedOn: '2021-05-20' } });
    given(exit, ...exits.ordered, facts.started)
      .when('StartDismantling', start)
      .thenNothing();
    given(exit, ...exits.dismantled)
      .when('StartDismantling', start)
      .thenRefused('industry/already-dismantled', { clause: '2.5.3' });
  });

  it('is of all main equipment, and witnessed', () => {
    given(exit, ...exits.ordered)
      .when('RecordDismantled', record)
      .then({ type: 'MainEquipmentDismantled', data: dismantling });
    given(exit, ...exits.dismantled)
      .when('RecordDismantled', record)
      .thenNothing();
    given(exit, ...exits.ordered)
      .when('RecordDismantled', { ...record, equipmentIds: ['E-2'] })
      .thenRefused('industry/equipment-left', { facts: { left: ['E-1'] } });
  });

  it('does not hand the equipment on to others', () =>
    given(exit, ...exits.ordered)
      .when('RecordDismantled', { ...record, disposal: 'TRANSFERRED' })
      .thenRefused('industry/transfer-forbidden', { rule: 'industry/no-transfer@2018' }));

  it('on the last day is in time, and a day later says that it is overdue', () => {
    const on = (day: string) => ({ ...record, dismantledOn: day, ...at(day) });
    given(exit, ...exits.ordered)
      .when('RecordDismantled', on('2021-06-07'))
      .thenTypes('MainEquipmentDismantled');
    given(exit, ...exits.ordered)
      .when('RecordDismantled', on('2021-06-08'))
      .thenTypes('DismantlingOverdue', 'MainEquipmentDismantled');
  });

  it('that energy recorded is noted on the file that energy’s order opened', () => {
    const { dismantledOn, disposal, witness } = dismantling;
    const note = { dismantledOn, disposal, witness, ...at('2021-06-01') };
    const noted = { type: 'MainEquipmentDismantled', data: { dismantledOn, disposal, witness } } as const;
    given(exit, facts.stopUse).when('NoteEnergyDismantling', note).then(noted);
    given(exit, facts.stopUse, noted).when('NoteEnergyDismantling', note).thenNothing();
    given(exit).when('NoteEnergyDismantling', note).thenRefused('industry/no-exit-file');
  });

  it('that energy corrects is corrected here, and nothing that was inspected since is undone', () => {
    const { dismantledOn, disposal, witness } = dismantling;
    const noted = { type: 'MainEquipmentDismantled', data: { dismantledOn, disposal, witness } } as const;
    const corrected = { dismantledOn: '2021-05-30', disposal, witness, ...at('2021-06-21') };
    const [fact, ...others] = given(exit, facts.stopUse, noted).when('NoteEnergyDismantling', corrected).facts();
    expect(others).toEqual([]);
    expect(fact).toMatchObject({ data: { dismantledOn: '2021-05-30' }, correctionOf: expect.stringMatching(/\S/) });
  });
});

describe('the deferral', () => {
  const defer = { ...deferral, ...at('2021-05-10') };

  it('has a reason and a day', () => {
    const [fact] = given(exit, ...exits.ordered)
      .when('DeferDismantling', defer)
      .facts();
    expect(fact?.data).toMatchObject({ dismantleBy: '2021-09-30', due: { rolledDue: '2021-09-30' } });
    given(exit, ...exits.deferred)
      .when('DeferDismantling', defer)
      .thenNothing();
    given(exit, ...exits.deferred)
      .when('DeferDismantling', { ...defer, dismantleBy: '2021-12-31' })
      .thenRefused('industry/already-recorded');
  });

  it('to a day of rest moves to the next working day', () => {
    const [fact] = given(exit, ...exits.ordered)
      .when('DeferDismantling', { ...defer, dismantleBy: '2021-10-02' })
      .facts();
    expect(fact?.data).toMatchObject({ due: { nominalDue: '2021-10-02', rolledDue: '2021-10-08' } });
  });

  it('comes while the time to dismantle still runs, and lies ahead', () => {
    const late = { ...defer, decidedOn: '2021-06-07' };
    given(exit, ...exits.ordered)
      .when('DeferDismantling', { ...late, ...at('2021-06-07', '23:59:59') })
      .thenTypes('DismantlingDeferred');
    given(exit, ...exits.ordered)
      .when('DeferDismantling', { ...late, ...at('2021-06-08', '00:00:00') })
      .thenRefused('industry/too-late-to-defer', { facts: { dueOn: '2021-06-07' } });
    given(exit, ...exits.ordered)
      .when('DeferDismantling', { ...defer, dismantleBy: '2021-05-10' })
      .thenRefused('industry/before-its-cause');
  });

  it('is no longer than the installation was told', () => {
    supplyNumbers([{ rule: 'industry/deferral-limit@2021', source: '〔模拟〕', length: 4, unit: 'months' }]);
    given(exit, ...exits.ordered)
      .when('DeferDismantling', { ...defer, dismantleBy: '2021-09-10' })
      .thenTypes('DismantlingDeferred');
    given(exit, ...exits.ordered)
      .when('DeferDismantling', { ...defer, dismantleBy: '2021-09-11' })
      .thenRefused('industry/deferred-too-long', { facts: { latest: '2021-09-10' } });
  });

  it('is not for a day that energy set', () =>
    given(exit, facts.stopUse).when('DeferDismantling', defer).thenRefused('industry/not-ours-to-defer'));
});

describe('the time to dismantle', () => {
  const pass = { dueOn: '2021-09-30', ...at('2021-10-01', '00:00:00') };
  const deferred = given(exit, ...exits.deferred);

  it('is over at 24:00 of the day that the deferral named', () => {
    deferred
      .when('PassDismantlingDeadline', pass, { now: '2021-09-30T16:00:00.000Z' })
      .then({ type: 'DismantlingOverdue', data: { dueOn: '2021-09-30' } });
    deferred
      .when('PassDismantlingDeadline', pass, { now: '2021-09-30T15:59:59.000Z' })
      .thenRefused('industry/period-still-runs');
  });

  it('is nothing when it was moved, said before or kept', () => {
    deferred.when('PassDismantlingDeadline', { ...pass, dueOn: '2021-06-07' }).thenNothing();
    given(exit, ...exits.deferred, facts.overdue('2021-09-30'))
      .when('PassDismantlingDeadline', pass)
      .thenNothing();
    given(exit, ...exits.deferred, facts.dismantled('2021-09-30'))
      .when('PassDismantlingDeadline', pass)
      .thenNothing();
  });
});

describe('the determination of non-completion', () => {
  const determination = {
    fact: '逾期未拆除',
    legalBasis: '大气污染防治法第二十七条',
    documentNumber: '惠市工信认〔2021〕1号',
    notifiedOn: '2021-10-11',
  };
  const determine = { ...determination, ...at('2021-10-11') };
  const determined = {
    type: 'ExitNonCompletionDetermined',
    data: { enterprise, dueOn: '2021-09-30', equipment: line, ...determination },
  } as const;

  it('follows a day that has passed, in the words that the credit record takes', () => {
    given(exit, ...exits.isolated, facts.overdue('2021-09-30'))
      .when('DetermineExitNonCompletion', determine)
      .then(determined);
    given(exit, ...exits.isolated)
      .when('DetermineExitNonCompletion', determine)
      .thenTypes('DismantlingOverdue', 'ExitNonCompletionDetermined');
    given(exit, ...exits.isolated, facts.overdue('2021-09-30'), determined)
      .when('DetermineExitNonCompletion', determine)
      .thenNothing();
  });

  it('is refused while it runs, when it was kept, and where energy set the day', () => {
    for (const past of [[...exits.isolated, facts.dismantled('2021-09-30')], [facts.stopUse]])
      given(exit, ...past)
        .when('DetermineExitNonCompletion', determine)
        .thenRefused('industry/not-overdue', { clause: '3.2' });
    given(exit, ...exits.isolated)
      .when('DetermineExitNonCompletion', { ...determine, ...at('2021-09-30', '23:59:59') })
      .thenRefused('industry/not-overdue');
  });

  it('rests on a law, and leaves room for a late exit', () => {
    given(exit, ...exits.isolated, facts.overdue('2021-09-30'))
      .when('DetermineExitNonCompletion', { ...determine, legalBasis: '工作计划' })
      .thenRefused('industry/plan-is-no-basis');
    given(exit, ...exits.isolated, facts.overdue('2021-09-30'), determined)
      .when('RecordDismantled', { ...dismantling, dismantledOn: '2021-11-01', ...at('2021-11-01') })
      .thenTypes('MainEquipmentDismantled');
  });
});
