import { recordIdOf, type Recorded } from '#decider';
import { tells, type Fold, type Register } from './register.js';

/** An order is known by the file, the measure, and whether it is to apply or to lift. */
function orderKey(fact: Recorded): string {
  const implied = fact.type === 'developmentReform.PriceMeasureLifted' ? 'LIFT' : 'APPLY';
  return `${recordIdOf(fact)}.${fact.data.measureId as string}.${(fact.data.action as string | undefined) ?? implied}`;
}

const toApply: Fold = tells('TO_HAND_OVER', () => ({ action: 'APPLY' }));
/** Nobody is told to lift what nobody was told to apply. */
const toLift: Fold = (entry, fact, key) =>
  fact.data.handOverDue ? tells('TO_HAND_OVER', () => ({ action: 'LIFT' }))(entry, fact, key) : undefined;

/** Orders to suppliers of power and water, and new projects in the controlled industries (二(一)2, 一). */
export const developmentReformRegisters: readonly Register[] = [
  {
    name: 'price-orders',
    title: { zh: '交供电、供水企业执行的价格措施', en: 'Price orders to suppliers of power and water' },
    readers: 'read-registers',
    key: orderKey,
    when: {
      'developmentReform.DifferentialPriceApplied': toApply,
      'developmentReform.TieredPriceApplied': toApply,
      'developmentReform.PunitivePriceApplied': toApply,
      'developmentReform.OverQuotaWaterSurchargeApplied': toApply,
      'developmentReform.PriceMeasureLifted': toLift,
      'developmentReform.PriceHandOverOverdue': (entry) => ({ ...entry, isOverdue: true }),
      'developmentReform.PriceOrderHandedOver': tells('HANDED_OVER'),
      'developmentReform.PriceOrderAcknowledged': tells('ACKNOWLEDGED'),
      'developmentReform.PriceOrderDeclined': tells('DECLINED'),
      'developmentReform.PriceOrderExecuted': tells('EXECUTED'),
    },
  },
  {
    name: 'price-reviews',
    title: { zh: '价格措施复核', en: 'Price measures to be looked at again' },
    readers: 'read-registers',
    key: (fact) => `${recordIdOf(fact)}.${fact.data.measureId as string}`,
    when: {
      'developmentReform.PriceReviewDue': tells('DUE'),
      'developmentReform.PriceMeasureReviewed': tells('REVIEWED'),
      'developmentReform.PriceMeasureLifted': (entry) => (entry.state ? { ...entry, state: 'LIFTED' } : undefined),
    },
  },
  {
    name: 'new-capacity-projects',
    title: { zh: '严格控制行业新上项目', en: 'New projects in controlled industries' },
    readers: 'read-registers',
    when: {
      'developmentReform.NewCapacityProjectReviewed': tells('REVIEWED'),
      'developmentReform.NewCapacityProjectRefused': tells('REFUSED'),
    },
  },
];
