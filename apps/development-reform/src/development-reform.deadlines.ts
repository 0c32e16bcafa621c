import type { developmentReform } from '#contracts';
import { recordIdOf, type DeadlineChange, type Deadlines, type Recorded } from '#decider';

type Action = developmentReform.PriceOrderHandedOver['action'];
type Applied = Pick<developmentReform.DifferentialPriceApplied, 'measureId' | 'handOverDue' | 'reviewOn'>;

const keyOf = (fact: Recorded<{ readonly measureId: string }>, what: string): string =>
  `priceFile/${recordIdOf(fact)}/${fact.data.measureId}/${what}`;
const handOverKey = (fact: Recorded<{ readonly measureId: string }>, action: Action): string =>
  keyOf(fact, `hand-over-${action.toLowerCase()}`);

function review(fact: Recorded<{ readonly measureId: string }>, dueOn: string | undefined): DeadlineChange[] {
  const { measureId } = fact.data;
  const own = { record: 'priceFile', id: recordIdOf(fact), command: 'PassPriceReview', data: { measureId, dueOn } };
  return dueOn === undefined ? [] : [{ set: { key: keyOf(fact, 'review'), dueOn, ...own } }];
}

function handOver(
  fact: Recorded<{ readonly measureId: string }>,
  action: Action,
  due: Applied['handOverDue'],
): DeadlineChange[] {
  if (!due) return [];
  const dueOn = due.rolledDue;
  const data = { measureId: fact.data.measureId, action, dueOn };
  const own = { record: 'priceFile', id: recordIdOf(fact), command: 'PassPriceHandOver', data };
  return [{ set: { key: handOverKey(fact, action), dueOn, ...own } }];
}

const applied = (fact: Recorded<Applied>): DeadlineChange[] => [
  ...handOver(fact, 'APPLY', fact.data.handOverDue),
  ...review(fact, fact.data.reviewOn),
];

/** A measure reaches its supplier in time, and is looked at again before it outlives its ground (二(一)2). */
export const deadlines: Deadlines = {
  when: {
    'developmentReform.DifferentialPriceApplied': applied,
    'developmentReform.TieredPriceApplied': applied,
    'developmentReform.PunitivePriceApplied': applied,
    'developmentReform.OverQuotaWaterSurchargeApplied': applied,
    'developmentReform.PriceMeasureLifted': (fact: Recorded<developmentReform.PriceMeasureLifted>) => [
      { clear: keyOf(fact, 'review') },
      { clear: handOverKey(fact, 'APPLY') },
      ...handOver(fact, 'LIFT', fact.data.handOverDue),
    ],
    'developmentReform.PriceMeasureReviewed': (fact: Recorded<developmentReform.PriceMeasureReviewed>) =>
      review(fact, fact.data.nextReviewOn),
    'developmentReform.PriceReviewDue': (fact: Recorded<developmentReform.PriceReviewDue>) => [
      { clear: keyOf(fact, 'review') },
    ],
    'developmentReform.PriceOrderHandedOver': (fact: Recorded<developmentReform.PriceOrderHandedOver>) => [
      { clear: handOverKey(fact, fact.data.action) },
    ],
    'developmentReform.PriceOrderDeclined': (fact: Recorded<developmentReform.PriceOrderDeclined>) =>
      handOver(fact, fact.data.action, fact.data.handOverDue),
    'developmentReform.PriceHandOverOverdue': (fact: Recorded<developmentReform.PriceHandOverOverdue>) => [
      { clear: handOverKey(fact, fact.data.action) },
    ],
  },
};
