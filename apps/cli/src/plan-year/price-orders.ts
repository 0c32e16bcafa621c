import { moment } from './office-time.js';
import { ofDevelopmentReform, type Draft, type Story } from './step.js';

type Action = 'APPLY' | 'LIFT';

interface Order {
  readonly uscc: string;
  readonly measureId: string;
  readonly action: Action;
}

const supplier = '惠州供电企业〔模拟〕';

const handedOver = ({ uscc, ...order }: Order, on: string, serial: number): Draft =>
  ofDevelopmentReform('priceFile', uscc, 'HandOverPriceOrder', moment(on, '15:00'), {
    ...order,
    supplier,
    documentNumber: `惠市发改价函〔2021〕模拟${serial}号`,
  });

function* carriedOut({ uscc, ...order }: Order, on: string, executedOn: string, executedFrom: string): Story {
  const receiptNumber = `GD-${order.measureId}-${order.action}`;
  yield ofDevelopmentReform('priceFile', uscc, 'AcknowledgePriceOrder', moment(on, '09:30'), {
    ...order,
    receiptNumber,
  });
  yield ofDevelopmentReform('priceFile', uscc, 'RecordPriceOrderExecuted', moment(executedOn, '09:30'), {
    ...order,
    executedFrom,
  });
}

/** A restricted producer: its supplier carries the surcharge out, and its ground is looked at before the year is over. */
export function* restrictedOrder(uscc: string, measureId: string): Story {
  const apply: Order = { uscc, measureId, action: 'APPLY' };
  yield handedOver(apply, '2021-04-27', 1);
  yield* carriedOut(apply, '2021-04-29', '2021-06-03', '2021-05-01');
  yield ofDevelopmentReform('priceFile', uscc, 'ReviewPriceMeasure', moment('2021-11-10', '10:00'), {
    measureId,
    finding: '仍属限制类，继续执行',
    nextReviewOn: '2022-05-10',
  });
}

/** The supplier returns an order once, for a meter that is not there. */
export function* returnedOrder(uscc: string, measureId: string): Story {
  const apply: Order = { uscc, measureId, action: 'APPLY' };
  yield handedOver(apply, '2021-04-27', 2);
  yield ofDevelopmentReform('priceFile', uscc, 'DeclinePriceOrder', moment('2021-04-29', '10:00'), {
    measureId,
    action: 'APPLY',
    reason: '计量点编号与户号不符',
  });
  yield handedOver(apply, '2021-05-06', 3);
  yield* carriedOut(apply, '2021-05-07', '2021-06-04', '2021-05-01');
}

/** What was lifted is lifted at the supplier's too. */
export function* liftedOrder(uscc: string, measureId: string): Story {
  const lift: Order = { uscc, measureId, action: 'LIFT' };
  yield handedOver(lift, '2021-12-08', 4);
  yield* carriedOut(lift, '2021-12-09', '2022-01-06', '2022-01-01');
}
