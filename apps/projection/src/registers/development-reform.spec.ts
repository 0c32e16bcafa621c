import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { registerEntry, rowKey } from './register.projection.js';

const inFile = (type: string, data: object = {}): PastFact => ({
  type: `developmentReform.${type}`,
  stream: 'developmentReform.priceFile-91441322MA00TT0126',
  data: { measureId: 'M-1', ...data },
});
const rows = (...facts: readonly PastFact[]) => rowsOf(registerEntry, recorded(...facts));
const entryOf = (register: string, id: string, ...facts: readonly PastFact[]) =>
  rows(...facts).get(rowKey(register, `91441322MA00TT0126.${id}`))?.entry;
const applied = inFile('PunitivePriceApplied', { from: '2021-06-01' });

describe('the register of price orders', () => {
  const order = (...facts: readonly PastFact[]) => entryOf('price-orders', 'M-1.APPLY', applied, ...facts);

  it('follows an order to the supplier until it is carried out', () => {
    expect(order()).toMatchObject({ state: 'TO_HAND_OVER', action: 'APPLY', from: '2021-06-01' });
    expect(order(inFile('PriceHandOverOverdue', { action: 'APPLY' }))).toMatchObject({ isOverdue: true });
    expect(order(inFile('PriceOrderHandedOver', { action: 'APPLY', supplier: '供电局' }))).toMatchObject({
      state: 'HANDED_OVER',
      supplier: '供电局',
    });
    expect(order(inFile('PriceOrderDeclined', { action: 'APPLY' }))).toMatchObject({ state: 'DECLINED' });
    expect(order(inFile('PriceOrderAcknowledged', { action: 'APPLY' }))).toMatchObject({ state: 'ACKNOWLEDGED' });
    expect(order(inFile('PriceOrderExecuted', { action: 'APPLY' }))).toMatchObject({ state: 'EXECUTED' });
  });

  it('has an order to lift where a supplier was told to apply', () => {
    const lift = (data: object) => entryOf('price-orders', 'M-1.LIFT', applied, inFile('PriceMeasureLifted', data));
    expect(lift({ handOverDue: { rolledDue: '2021-08-27' } })).toMatchObject({ state: 'TO_HAND_OVER', action: 'LIFT' });
    expect(lift({})).toBeUndefined();
  });
});

describe('the register of reviews', () => {
  const review = (...facts: readonly PastFact[]) => entryOf('price-reviews', 'M-1', applied, ...facts);

  it('has measures that are due, until they were looked at or lifted', () => {
    expect(review(inFile('PriceReviewDue'))).toMatchObject({ state: 'DUE' });
    expect(review(inFile('PriceReviewDue'), inFile('PriceMeasureReviewed'))).toMatchObject({ state: 'REVIEWED' });
    expect(review(inFile('PriceReviewDue'), inFile('PriceMeasureLifted'))).toMatchObject({ state: 'LIFTED' });
    expect(review(inFile('PriceMeasureLifted'))).toBeUndefined();
  });
});

describe('projects in registers', () => {
  it('show how they were decided', () => {
    const project = (type: string): PastFact => ({ type, stream: `${type.split('.')[0]}.project-P-1`, data: {} });
    const state = (register: string, type: string) => rows(project(type)).get(rowKey(register, 'P-1'))?.entry.state;
    expect(state('new-capacity-projects', 'developmentReform.NewCapacityProjectReviewed')).toBe('REVIEWED');
    expect(state('new-capacity-projects', 'developmentReform.NewCapacityProjectRefused')).toBe('REFUSED');
    expect(state('land-projects', 'naturalResources.LandProjectScreened')).toBe('SCREENED');
    expect(state('land-projects', 'naturalResources.LandSupplied')).toBe('SUPPLIED');
    expect(state('land-projects', 'naturalResources.LandRefused')).toBe('REFUSED');
  });
});
