import { describe, expect, it } from '@jest/globals';
import { recorded, type PastFact } from '#projection';
import { foundry } from '../../testing-facts.js';
import { prices } from './prices.js';

const inFile = (type: string, data: object): PastFact => ({
  type: `developmentReform.${type}`,
  stream: `developmentReform.priceFile-${foundry.uscc}`,
  uscc: foundry.uscc,
  data: { measureId: 'M-1', ...data },
});
const after = (...facts: readonly PastFact[]) =>
  recorded(...facts).reduce((state, fact) => prices.when[fact.type]!(state, fact), prices.blank) as typeof prices.blank;

const applied = inFile('PunitivePriceApplied', {
  enterprise: foundry,
  basis: '超限额',
  from: '2021-06-01',
  overLimitPercent: 18,
  handOverDue: { rolledDue: '2021-05-17' },
  reviewOn: '2022-06-01',
});
const order = (type: string, data: object = {}) => inFile(`PriceOrder${type}`, { action: 'APPLY', ...data });
const ordersAfter = (...facts: readonly PastFact[]) => after(applied, ...facts).measures[0]!.orders;

describe('price measures in a dossier', () => {
  it('show what the supplier was told, and what came of it', () => {
    expect(ordersAfter()).toEqual([{ action: 'APPLY', state: 'TO_HAND_OVER', handOverBy: '2021-05-17' }]);
    expect(ordersAfter(inFile('PriceHandOverOverdue', { action: 'APPLY' }))).toMatchObject([{ isOverdue: true }]);
    expect(ordersAfter(order('HandedOver', { supplier: '供电局' }))).toMatchObject([
      { state: 'HANDED_OVER', supplier: '供电局', handOverBy: undefined },
    ]);
    expect(
      ordersAfter(order('HandedOver'), order('Declined', { reason: '无表', handOverDue: { rolledDue: '2021-05-24' } })),
    ).toMatchObject([{ state: 'DECLINED', reason: '无表', handOverBy: '2021-05-24' }]);
    expect(
      ordersAfter(
        order('HandedOver'),
        order('Acknowledged', { receiptNumber: '1' }),
        order('Executed', { executedFrom: '2021-06-01' }),
      ),
    ).toMatchObject([{ state: 'EXECUTED', receiptNumber: '1', executedFrom: '2021-06-01' }]);
  });

  it('show when their ground is looked at, and that they were lifted', () => {
    expect(after(applied).measures).toMatchObject([
      { kind: 'PUNITIVE', reviewOn: '2022-06-01', terms: { overLimitPercent: 18 } },
    ]);
    expect(after(applied, inFile('PriceReviewDue', {})).measures).toMatchObject([{ isReviewDue: true }]);
    expect(
      after(applied, inFile('PriceReviewDue', {}), inFile('PriceMeasureReviewed', { nextReviewOn: '2022-12-01' }))
        .measures,
    ).toMatchObject([{ isReviewDue: false, reviewOn: '2022-12-01' }]);
    expect(
      after(
        applied,
        inFile('PriceMeasureLifted', {
          from: '2021-09-01',
          reason: '已整改',
          handOverDue: { rolledDue: '2021-08-27' },
        }),
      ).measures,
    ).toMatchObject([
      { lifted: { from: '2021-09-01' }, orders: [{ action: 'APPLY' }, { action: 'LIFT', handOverBy: '2021-08-27' }] },
    ]);
  });
});
