import type { Recorded } from '#decider';
import { put } from '../../about.js';
import { said, section, type Said } from '../section.js';

interface Measure extends Said {
  readonly measureId: string;
  readonly kind: 'DIFFERENTIAL' | 'TIERED' | 'PUNITIVE' | 'WATER';
  readonly partyName: string;
  readonly caseId?: string;
  readonly basis: string;
  readonly from: string;
  /** What is particular to the kind: meters, tier, surcharge in 0.01 fen per kWh. */
  readonly terms: Readonly<Record<string, unknown>>;
  readonly lifted?: { readonly from: string; readonly reason: string };
  /** Day on which its ground is to be looked at again, and whether that day has passed without it. */
  readonly reviewOn?: string;
  readonly isReviewDue?: boolean;
  /** Orders to the supplier: to apply it, to lift it. */
  readonly orders: readonly Order[];
}

interface Order {
  readonly action: 'APPLY' | 'LIFT';
  readonly state: 'TO_HAND_OVER' | 'HANDED_OVER' | 'ACKNOWLEDGED' | 'DECLINED' | 'EXECUTED';
  readonly handOverBy?: string;
  readonly isOverdue?: boolean;
  readonly supplier?: string;
  readonly documentNumber?: string;
  readonly receiptNumber?: string;
  readonly reason?: string;
  readonly executedFrom?: string;
}

interface Prices {
  readonly measures: readonly Measure[];
}

const applied =
  (kind: Measure['kind']) =>
  ({ measures }: Prices, fact: Recorded): Prices => {
    const { measureId, enterprise, caseId, basis, from, handOverDue, reviewOn, ...terms } = fact.data;
    return {
      measures: [
        ...measures,
        {
          measureId,
          kind,
          partyName: enterprise.name,
          caseId,
          basis,
          from,
          terms,
          reviewOn,
          orders: waiting('APPLY', handOverDue),
          ...said(fact),
        },
      ],
    };
  };

const waiting = (action: Order['action'], due: { readonly rolledDue: string } | undefined): readonly Order[] =>
  due ? [{ action, state: 'TO_HAND_OVER', handOverBy: due.rolledDue }] : [];

/** The measure that a fact names, changed. */
const measured =
  (changed: (measure: Measure, fact: Recorded) => Partial<Measure>) =>
  ({ measures }: Prices, fact: Recorded): Prices => ({
    measures: measures.map((measure) =>
      measure.measureId === fact.data.measureId ? { ...measure, ...changed(measure, fact) } : measure,
    ),
  });

/** The order of a measure that a fact names, changed; one that was not waited for is added. */
const ordered = (state: Order['state'] | undefined, said: (data: Recorded['data']) => Partial<Order>) =>
  measured(({ orders }, { data }) => ({
    orders: put(
      orders,
      ({ action }) => action === data.action,
      (order) => ({ action: data.action, state: 'TO_HAND_OVER', ...order, ...(state ? { state } : {}), ...said(data) }),
    ),
  }));

/** Electricity and water price measures, in force and lifted. */
export const prices = section<Prices>({
  blank: { measures: [] },
  when: {
    'developmentReform.DifferentialPriceApplied': applied('DIFFERENTIAL'),
    'developmentReform.TieredPriceApplied': applied('TIERED'),
    'developmentReform.PunitivePriceApplied': applied('PUNITIVE'),
    'developmentReform.OverQuotaWaterSurchargeApplied': applied('WATER'),
    'developmentReform.PriceMeasureLifted': measured(({ orders }, { data }) => ({
      lifted: { from: data.from, reason: data.reason },
      orders: [...orders, ...waiting('LIFT', data.handOverDue)],
    })),
    'developmentReform.PriceMeasureReviewed': measured((_, { data }) => ({
      reviewOn: data.nextReviewOn,
      isReviewDue: false,
    })),
    'developmentReform.PriceReviewDue': measured(() => ({ isReviewDue: true })),
    'developmentReform.PriceOrderHandedOver': ordered('HANDED_OVER', ({ supplier, documentNumber }) => ({
      supplier,
      documentNumber,
      handOverBy: undefined,
    })),
    'developmentReform.PriceOrderAcknowledged': ordered('ACKNOWLEDGED', ({ receiptNumber }) => ({ receiptNumber })),
    'developmentReform.PriceOrderDeclined': ordered('DECLINED', ({ reason, handOverDue }) => ({
      reason,
      handOverBy: handOverDue.rolledDue,
    })),
    'developmentReform.PriceOrderExecuted': ordered('EXECUTED', ({ executedFrom }) => ({ executedFrom })),
    'developmentReform.PriceHandOverOverdue': ordered(undefined, () => ({ isOverdue: true })),
  },
});
