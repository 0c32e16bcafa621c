import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { at, enterprise, facts, measurement, task, within } from '../testing-energy.js';
import { energyCase } from './case.decider.js';

const assign = { ...task, ...at('2021-03-05') };
const plan = { 'energy.supervisionPlan-2021': [facts.planAdopted] };
const record = { mode: 'ON_SITE' as const, findings: '电炉能耗偏高', eliminatedEquipment: false, ...at('2021-03-10') };
const two = { actor: { client: 'spec', officers: ['19-001', '19-002'] } };

describe('a supervision task', () => {
  it('belongs to an adopted plan', () =>
    given(energyCase)
      .consulting(plan)
      .when('AssignSupervisionTask', assign)
      .then({ type: 'EnergySupervisionTaskAssigned', data: task }));

  it('is refused without one', () =>
    given(energyCase)
      .when('AssignSupervisionTask', assign)
      .thenRefused('energy/no-supervision-plan', { clause: '2.1.1' }));

  it('is assigned once, however often it is said', () =>
    given(energyCase, facts.assigned).consulting(plan).when('AssignSupervisionTask', assign).thenNothing());

  it('does not replace another under the same case', () =>
    given(energyCase, facts.assigned)
      .consulting(plan)
      .when('AssignSupervisionTask', { ...assign, theme: 'FOLLOW_UP' })
      .thenRefused('energy/task-already-assigned'));

  it('names the enterprise, its site and the case on the envelope', () =>
    expect(
      energyCase.subject?.(
        energyCase.evolve.EnergySupervisionTaskAssigned(energyCase.initial, task, {} as never),
        'A-1',
      ),
    ).toEqual({ uscc: enterprise.uscc, siteId: undefined, caseId: 'A-1' }));
});

describe('a supervision', () => {
  const tasked = given(energyCase, facts.assigned);

  it('finds compliance at exactly the limit', () =>
    tasked.when('RecordSupervision', { ...record, measurement: within }, two).then(
      {
        type: 'EnergySupervisionConducted',
        data: { mode: 'ON_SITE', findings: '电炉能耗偏高', result: 'COMPLIANT' },
      },
      { type: 'EnergyLimitMeasured', data: { ...within, result: 'WITHIN' } },
    ));

  it.each([
    [{ measurement }, 'OVER_LIMIT', ['EnergySupervisionConducted', 'EnergyLimitMeasured']],
    [{ eliminatedEquipment: true }, 'ELIMINATED_EQUIPMENT', ['EnergySupervisionConducted']],
    [
      { measurement: within, eliminatedEquipment: true },
      'ELIMINATED_EQUIPMENT',
      ['EnergySupervisionConducted', 'EnergyLimitMeasured'],
    ],
    [{ measurement, eliminatedEquipment: true }, 'BOTH', ['EnergySupervisionConducted', 'EnergyLimitMeasured']],
  ])('finds by what was measured and seen: %j is %s', (found, result, types) => {
    const answer = tasked.when('RecordSupervision', { ...record, ...found }, two).facts();
    expect(answer.map(({ type }) => type)).toEqual(types);
    expect(answer[0]?.data).toMatchObject({ result });
  });

  it('finds no compliance with a limit that was not measured', () =>
    tasked.when('RecordSupervision', record, two).thenRefused('energy/nothing-measured'));

  it('of another theme needs no measurement', () =>
    given(energyCase, { ...facts.assigned, data: { ...task, theme: 'EQUIPMENT_ELIMINATION' } })
      .when('RecordSupervision', record, two)
      .thenTypes('EnergySupervisionConducted'));

  it('on site takes two officers, each counted once', () =>
    tasked
      .when(
        'RecordSupervision',
        { ...record, measurement },
        { actor: { client: 'spec', officers: ['19-001', '19-001 '] } },
      )
      .thenRefused('energy/two-officers', { clause: '2.1.1', rule: 'penalty/two-officers@2017' }));

  it.each([
    ['2021-07-14', '2017'],
    ['2021-07-15', '2021'],
  ])('on %s falls under the law of %s', (day, version) =>
    expect(tasked.when('RecordSupervision', { ...record, measurement, ...at(day) }, two).facts()[0]?.rules).toEqual([
      { ruleId: 'penalty/two-officers', version },
    ]),
  );

  it('on paper takes none', () =>
    tasked
      .when('RecordSupervision', { ...record, mode: 'PAPER', measurement })
      .thenTypes('EnergySupervisionConducted', 'EnergyLimitMeasured'));

  it('measures a period that has ended, on the day itself at the latest', () => {
    const until = (periodTo: string) => ({ ...record, measurement: { ...measurement, periodTo } });
    tasked
      .when('RecordSupervision', until('2021-03-10'), two)
      .thenTypes('EnergySupervisionConducted', 'EnergyLimitMeasured');
    tasked.when('RecordSupervision', until('2021-03-11'), two).thenRefused('energy/measured-period');
    tasked.when('RecordSupervision', until('2019-12-31'), two).thenRefused('energy/measured-period');
  });

  it('is recorded once, however often it is said', () =>
    given(energyCase, facts.assigned, facts.conducted('OVER_LIMIT'), facts.measured)
      .when('RecordSupervision', { ...record, measurement }, two)
      .thenNothing());

  it('does not replace another, and needs a task', () => {
    given(energyCase, facts.assigned, facts.conducted('COMPLIANT'))
      .when('RecordSupervision', { ...record, measurement }, two)
      .thenRefused('energy/not-tasked');
    given(energyCase)
      .when('RecordSupervision', { ...record, measurement }, two)
      .thenRefused('energy/not-tasked');
  });
});
