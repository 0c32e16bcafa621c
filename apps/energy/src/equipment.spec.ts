import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { deadline } from '#law';
import { equipment } from './equipment.decider.js';
import { at, enterprise } from './testing-energy.js';

const finding = { enterprise, model: '无芯工频感应电炉 0.5t', catalogueItem: '产业结构调整指导目录（2019年本）淘汰类' };
const due = deadline({
  rule: { id: 'energy/eliminated-equipment', version: '2018', length: 30, unit: 'days' },
  startsOn: '2021-05-07',
});
const order = { documentNumber: '惠能监停〔2021〕1号', servedOn: '2021-05-07' };
const stop = { ...order, days: 30, ...at('2021-05-07') };
const dismantling = { dismantledOn: '2021-06-07', disposal: 'SCRAPPED' as const, witness: '镇街工作人员两名' };
const determination = {
  fact: '逾期未拆除',
  legalBasis: '节约能源法第七十一条',
  documentNumber: '惠能监认〔2021〕1号',
  notifiedOn: '2021-06-10',
};

const found = { type: 'EliminatedEquipmentFound', data: finding, ...at('2021-05-06') };
const stopped = {
  type: 'StopUseOrdered',
  data: { enterprise, model: finding.model, ...order, due },
  ...at('2021-05-07'),
};
const overdue = { type: 'DismantlingOverdue', data: { dueOn: '2021-06-07' }, ...at('2021-06-08', '00:00:00') };
const dismantledOn = (day: string) => ({
  type: 'MainEquipmentDismantled',
  data: { ...dismantling, dismantledOn: day },
  ...at(day),
});

describe('eliminated equipment', () => {
  it('is recorded under the Energy Conservation Law, once', () => {
    const record = { ...finding, ...at('2021-05-06') };
    expect(given(equipment).when('RecordEliminatedEquipment', record).facts()).toEqual([
      {
        type: 'EliminatedEquipmentFound',
        data: finding,
        rules: [{ ruleId: 'energy/eliminated-equipment', version: '2018' }],
      },
    ]);
    given(equipment, found).when('RecordEliminatedEquipment', record).thenNothing();
    given(equipment, found)
      .when('RecordEliminatedEquipment', { ...record, model: 'S7-315/10' })
      .thenRefused('energy/already-found');
  });
});

describe('the order to stop use', () => {
  it('counts calendar days from service; a rest day at the end moves the deadline', () => {
    expect(due).toMatchObject({ nominalDue: '2021-06-06', rolledDue: '2021-06-07' });
    given(equipment, found)
      .when('OrderStopUse', stop)
      .then({ type: 'StopUseOrdered', data: { enterprise, model: finding.model, ...order, due } });
  });

  it('is not served before the finding, nor tomorrow', () => {
    given(equipment, found)
      .when('OrderStopUse', { ...stop, servedOn: '2021-05-05' })
      .thenRefused('energy/before-its-cause');
    given(equipment, found)
      .when('OrderStopUse', { ...stop, servedOn: '2021-05-09' }, { now: '2021-05-08T10:00:00.000Z' })
      .thenRefused('energy/in-the-future');
  });

  it('needs equipment that stands', () => {
    given(equipment).when('OrderStopUse', stop).thenRefused('energy/no-such-equipment');
    given(equipment, found, dismantledOn('2021-05-06'))
      .when('OrderStopUse', stop)
      .thenRefused('energy/no-such-equipment');
  });

  it('is given once, however often it is said', () => {
    given(equipment, found, stopped).when('OrderStopUse', stop).thenNothing();
    given(equipment, found, stopped)
      .when('OrderStopUse', { ...stop, days: 31 })
      .thenRefused('energy/already-stopped');
  });
});

describe('the confiscation', () => {
  const confiscate = {
    documentNumber: '惠能没〔2021〕1号',
    legalBasis: '节约能源法第七十一条',
    ...at('2021-05-20'),
  };
  const confiscated = {
    type: 'EquipmentConfiscated',
    data: { documentNumber: confiscate.documentNumber, legalBasis: confiscate.legalBasis },
  } as const;

  it('rests on a law', () => {
    given(equipment, found).when('ConfiscateEquipment', confiscate).then(confiscated);
    given(equipment, found)
      .when('ConfiscateEquipment', { ...confiscate, legalBasis: '2021年工作计划' })
      .thenRefused('energy/plan-is-no-basis', { rule: 'penalty/legal-basis@2017' });
  });

  it('is decided once, of equipment that was found', () => {
    given(equipment).when('ConfiscateEquipment', confiscate).thenRefused('energy/no-such-equipment');
    given(equipment, found, confiscated).when('ConfiscateEquipment', confiscate).thenNothing();
    given(equipment, found, confiscated)
      .when('ConfiscateEquipment', { ...confiscate, documentNumber: '惠能没〔2021〕2号' })
      .thenRefused('energy/already-confiscated');
  });
});

describe('the time to dismantle', () => {
  const pass = { dueOn: '2021-06-07', ...at('2021-06-08', '00:00:00') };
  const standing = given(equipment, found, stopped);

  it('is over at 24:00 of the last day and not a minute before', () => {
    standing
      .when('PassDismantlingDeadline', pass, { now: '2021-06-07T16:00:00.000Z' })
      .then({ type: 'DismantlingOverdue', data: { dueOn: '2021-06-07' } });
    standing
      .when('PassDismantlingDeadline', pass, { now: '2021-06-07T15:59:00.000Z' })
      .thenRefused('energy/period-still-runs');
  });

  it('is nothing when it was kept, said before, or another', () => {
    given(equipment, found, stopped, dismantledOn('2021-06-07')).when('PassDismantlingDeadline', pass).thenNothing();
    given(equipment, found, stopped, overdue).when('PassDismantlingDeadline', pass).thenNothing();
    standing.when('PassDismantlingDeadline', { ...pass, dueOn: '2021-06-06' }).thenNothing();
  });
});

describe('a dismantling', () => {
  const record = { ...dismantling, ...at('2021-06-07') };
  const late = { ...record, dismantledOn: '2021-06-08', ...at('2021-06-08') };

  it('on the last day is in time', () =>
    given(equipment, found, stopped).when('RecordDismantling', record).thenTypes('MainEquipmentDismantled'));

  it('a day later is late, and says so where the timer has not', () => {
    given(equipment, found, stopped)
      .when('RecordDismantling', late)
      .thenTypes('DismantlingOverdue', 'MainEquipmentDismantled');
    given(equipment, found, stopped, overdue).when('RecordDismantling', late).thenTypes('MainEquipmentDismantled');
  });

  it('happens after the finding and not tomorrow, once', () => {
    given(equipment).when('RecordDismantling', record).thenRefused('energy/no-such-equipment');
    given(equipment, found)
      .when('RecordDismantling', { ...record, dismantledOn: '2021-05-05' })
      .thenRefused('energy/before-its-cause', { clause: '2.5.3' });
    given(equipment, found)
      .when('RecordDismantling', record, { now: '2021-06-06T10:00:00.000Z' })
      .thenRefused('energy/in-the-future');
    given(equipment, found, dismantledOn('2021-06-07')).when('RecordDismantling', record).thenNothing();
    given(equipment, found, dismantledOn('2021-06-07'))
      .when('RecordDismantling', late)
      .thenRefused('energy/already-dismantled');
  });
});

describe('the correction of a dismantling', () => {
  const correct = { dismantledOn: '2021-06-05', reason: '见证书日期登记有误〔模拟〕', ...at('2021-06-21') };
  const dismantled = given(equipment, found, stopped, dismantledOn('2021-06-07'));

  it('says the same with the other day and why, and names the fact that it corrects', () => {
    const [corrected, ...others] = dismantled.when('CorrectDismantling', correct).facts();
    expect(others).toEqual([]);
    expect(corrected).toMatchObject({
      type: 'MainEquipmentDismantled',
      data: { ...dismantling, dismantledOn: '2021-06-05', correctionReason: correct.reason },
      correctionOf: expect.stringMatching(/\S/),
    });
  });

  it('says that it was late when the other day is, and undoes nothing when it is not', () => {
    const late = { ...correct, dismantledOn: '2021-06-08' };
    dismantled.when('CorrectDismantling', late).thenTypes('DismantlingOverdue', 'MainEquipmentDismantled');
    given(equipment, found, stopped, overdue, dismantledOn('2021-06-08'))
      .when('CorrectDismantling', correct)
      .thenTypes('MainEquipmentDismantled');
  });

  it('is nothing for the day on record, and refused where nothing is, before the finding and of tomorrow', () => {
    dismantled.when('CorrectDismantling', { ...correct, dismantledOn: '2021-06-07' }).thenNothing();
    given(equipment, found, stopped).when('CorrectDismantling', correct).thenRefused('energy/not-dismantled');
    dismantled
      .when('CorrectDismantling', { ...correct, dismantledOn: '2021-05-05' })
      .thenRefused('energy/before-its-cause', { clause: '2.5.3' });
    dismantled
      .when('CorrectDismantling', { ...correct, dismantledOn: '2021-06-22' }, { now: '2021-06-21T10:00:00.000Z' })
      .thenRefused('energy/in-the-future');
  });
});

describe('the determination of non-completion', () => {
  const determine = { ...determination, ...at('2021-06-10') };
  const determined = {
    type: 'ExitNonCompletionDetermined',
    data: { enterprise, dueOn: '2021-06-07', equipment: finding.model, ...determination },
  } as const;

  it('follows a time to dismantle that has passed', () => {
    given(equipment, found, stopped, overdue).when('DetermineExitNonCompletion', determine).then(determined);
    given(equipment, found, stopped)
      .when('DetermineExitNonCompletion', { ...determine, ...at('2021-06-08', '00:00:00') })
      .thenTypes('DismantlingOverdue', 'ExitNonCompletionDetermined');
  });

  it('is refused while it runs, when it was kept, and without an order', () => {
    given(equipment, found, stopped)
      .when('DetermineExitNonCompletion', { ...determine, ...at('2021-06-07', '23:59:59') })
      .thenRefused('energy/not-overdue', { clause: '3.2' });
    given(equipment, found, stopped, overdue, dismantledOn('2021-06-07'))
      .when('DetermineExitNonCompletion', determine)
      .thenRefused('energy/not-overdue');
    given(equipment, found).when('DetermineExitNonCompletion', determine).thenRefused('energy/not-overdue');
  });

  it('rests on a law, not on the plan alone', () =>
    given(equipment, found, stopped, overdue)
      .when('DetermineExitNonCompletion', { ...determine, legalBasis: '惠州市2021年推动落后产能退出工作计划' })
      .thenRefused('energy/plan-is-no-basis', { clause: '3.2' }));

  it('was told to the enterprise, after the time had passed', () => {
    const late = given(equipment, found, stopped, overdue);
    late
      .when('DetermineExitNonCompletion', { ...determine, notifiedOn: '2021-06-07' })
      .thenRefused('energy/before-its-cause');
    late
      .when('DetermineExitNonCompletion', { ...determine, notifiedOn: '2022-01-01' })
      .thenRefused('energy/in-the-future');
  });

  it('is made once, however often it is said', () => {
    const made = given(equipment, found, stopped, overdue, determined);
    made.when('DetermineExitNonCompletion', determine).thenNothing();
    made
      .when('DetermineExitNonCompletion', { ...determine, documentNumber: '惠能监认〔2021〕2号' })
      .thenRefused('energy/already-determined');
  });

  it('leaves room for a late exit', () =>
    given(equipment, found, stopped, overdue, determined)
      .when('RecordDismantling', { ...dismantling, dismantledOn: '2021-10-28', ...at('2021-10-28') })
      .thenTypes('MainEquipmentDismantled'));
});
