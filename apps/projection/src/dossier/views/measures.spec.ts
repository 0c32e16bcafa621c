import { describe, expect, it } from '@jest/globals';
import type { PastFact } from '#projection';
import { due, foundry } from '../../testing-facts.js';
import { dossiersOf } from '../testing-dossiers.js';
import { measuresOf } from './measures.js';

const { uscc } = foundry;
const of = (stream: string, type: string, occurredAt: string, data: object): PastFact => ({
  type: `${stream.slice(0, stream.indexOf('.'))}.${type}`,
  stream,
  occurredAt: `${occurredAt}T10:00:00+08:00`,
  uscc,
  data,
});
const inCase = (type: string, day: string, data: object) => of('environment.case-HJ-1', type, day, data);
const sealed = inCase('PropertySealedCoercively', '2021-05-10', {
  sealId: 'F-1',
  documentNumber: '惠市环封〔2021〕1号',
  items: ['锅炉'],
  due: due('2021-06-09'),
});
const lifted = inCase('PropertySealLifted', '2021-06-01', { sealId: 'F-1' });
const stopped = inCase('ProductionStoppedForTreatment', '2021-06-02', {
  documentNumber: '惠市环停〔2021〕1号',
  content: '停产整治',
});
const priced = of('developmentReform.price-1', 'DifferentialPriceApplied', '2021-07-01', {
  measureId: 'J-1',
  enterprise: foundry,
  basis: '限制类',
  from: '2021-08-01',
  handOverDue: due('2021-07-08'),
});
const told = (...facts: readonly PastFact[]) =>
  measuresOf(dossiersOf(...facts).get(uscc)!).map(({ nature, kind, inForce, since }) => [
    nature,
    kind,
    inForce,
    since.slice(0, 10),
  ]);

describe('measures', () => {
  it('are told together, those in force and those that are over, the latest first', () =>
    expect(told(sealed, lifted, stopped, priced)).toEqual([
      ['PRICE', 'DIFFERENTIAL_PRICE', true, '2021-08-01'],
      ['RESTRAINT', 'STOPPED', true, '2021-06-02'],
      ['COERCIVE', 'SEALED', false, '2021-05-10'],
    ]));

  it('say when they ended', () =>
    expect(measuresOf(dossiersOf(sealed, lifted).get(uscc)!)).toMatchObject([
      { state: 'LIFTED', caseId: 'HJ-1', endsOn: '2021-06-09', endedAt: '2021-06-01T10:00:00+08:00' },
    ]));

  it('are none where nothing binds', () => expect(told(lifted)).toEqual([]));
});
