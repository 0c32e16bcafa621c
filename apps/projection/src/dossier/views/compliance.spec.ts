import { describe, expect, it } from '@jest/globals';
import type { PastFact } from '#projection';
import { accepted, assigned as task, conducted, fine, foundry, inCase, ordered, yellow } from '../../testing-facts.js';
import { dossiersOf } from '../testing-dossiers.js';
import { complianceOf, type Grade } from './compliance.js';
import type { Field } from './field.js';

const at = (day: string, fact: PastFact): PastFact => ({ ...fact, occurredAt: `${day}T10:00:00+08:00` });
const strip = (field: Field, day: string, ...facts: readonly PastFact[]): Record<string, Grade> =>
  Object.fromEntries(
    complianceOf(dossiersOf(...facts).get(foundry.uscc)!, day).fields[field].cells.map(({ quarter, grade }) => [
      quarter,
      grade,
    ]),
  );
const inSpan = (cells: Record<string, Grade>, ...quarters: string[]) => quarters.map((quarter) => cells[quarter]);

const assigned = at('2021-02-01', task);
const found = at('2021-02-10', conducted);
const order = at('2021-03-15', ordered);
const reported = at('2021-08-20', inCase('RectificationReported', { reportedOn: '2021-08-20', measures: 'x' }));
const done = at('2021-10-11', accepted);

describe('the quarters of a dossier', () => {
  it('are the twelve that are over and the one that runs', () => {
    const { quarters, fields } = complianceOf(dossiersOf(assigned).get(foundry.uscc)!, '2021-12-31');
    expect([quarters.length, quarters[0], quarters.at(-1)]).toEqual([13, '2018-Q4', '2021-Q4']);
    expect(Object.keys(fields)).toEqual(['ENERGY', 'ENVIRONMENT', 'QUALITY', 'SAFETY', 'TECHNOLOGY']);
  });

  it.each([
    ['2021-03-31', '2021-Q1'],
    ['2021-04-01', '2021-Q2'],
  ])('end with the quarter of %s', (day, last) =>
    expect(complianceOf(dossiersOf(assigned).get(foundry.uscc)!, day).quarters.at(-1)).toBe(last),
  );

  it('hold no record where nobody looked, which a task alone does not change', () =>
    expect(new Set(Object.values(strip('ENERGY', '2021-12-31', assigned)))).toEqual(new Set(['NO_RECORD'])));

  it('are in violation from the finding on, resolved but pending once that is said, and clear when it is accepted', () => {
    const cells = strip('ENERGY', '2022-06-30', assigned, found, order, reported, done);
    expect(inSpan(cells, '2020-Q4', '2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4', '2022-Q1')).toEqual([
      'NO_RECORD',
      'VIOLATION',
      'VIOLATION',
      'VIOLATION',
      'RESOLVED_PENDING',
      'NO_RECORD',
    ]);
  });

  it('go on to the day that is looked from while nothing ends it, and no further', () => {
    const cells = strip('ENERGY', '2021-05-01', assigned, found, order);
    expect(inSpan(cells, '2021-Q1', '2021-Q2')).toEqual(['VIOLATION', 'VIOLATION']);
    expect(cells['2021-Q3']).toBeUndefined();
  });

  it('say that somebody looked and found nothing', () => {
    const clean = at('2021-02-10', inCase('EnergySupervisionConducted', { mode: 'ON_SITE', result: 'COMPLIANT' }));
    expect(strip('ENERGY', '2021-12-31', assigned, clean)['2021-Q1']).toBe('INSPECTED');
  });

  it('are marked by the gravest thing in them, with the facts that say so', () => {
    const decided = at('2021-05-20', {
      type: 'energy.PenaltyDecided',
      stream: 'energy.penalty-CF-1',
      department: 'energy',
      uscc: foundry.uscc,
      data: { ...fine, decidedOn: '2021-05-20' },
    });
    const annulled = { ...decided, type: 'energy.PenaltyAnnulled', data: { annulledOn: '2021-11-01', reason: 'x' } };
    const facts = [assigned, found, order, at('2021-03-16', yellow), decided];
    expect(inSpan(strip('ENERGY', '2021-12-31', ...facts), '2021-Q1', '2021-Q2')).toEqual(['VIOLATION', 'PENALISED']);
    expect(inSpan(strip('ENERGY', '2021-12-31', ...facts, annulled), '2021-Q2')).toEqual(['VIOLATION']);
    const { cells } = complianceOf(dossiersOf(...facts).get(foundry.uscc)!, '2021-12-31').fields.ENERGY;
    expect(cells.find(({ quarter }) => quarter === '2021-Q2')?.because).toEqual([
      '00000000-0000-4000-8000-000000000005',
    ]);
  });

  it('keep fields apart', () =>
    expect(new Set(Object.values(strip('SAFETY', '2021-12-31', assigned, found, order)))).toEqual(
      new Set(['NO_RECORD']),
    ));

  it('move with a day that is corrected, even when their quarter is over', () => {
    const inEquipment = (type: string, data: object, besides: Partial<PastFact> = {}): PastFact => ({
      type: `energy.${type}`,
      stream: 'energy.equipment-E-1',
      uscc: foundry.uscc,
      data,
      ...besides,
    });
    const eliminated = at(
      '2021-05-10',
      inEquipment('EliminatedEquipmentFound', { model: 'x', catalogueItem: 'y', enterprise: foundry }),
    );
    const gone = (day: string, besides: Partial<PastFact> = {}) =>
      at(day, inEquipment('MainEquipmentDismantled', { dismantledOn: day }, besides));
    const before = strip('TECHNOLOGY', '2021-12-31', eliminated, gone('2021-06-28'));
    const after = strip('TECHNOLOGY', '2021-12-31', eliminated, gone('2021-06-28'), gone('2021-07-02'));
    expect(inSpan(before, '2021-Q2', '2021-Q3')).toEqual(['VIOLATION', 'NO_RECORD']);
    expect(inSpan(after, '2021-Q2', '2021-Q3')).toEqual(['VIOLATION', 'VIOLATION']);
  });
});
