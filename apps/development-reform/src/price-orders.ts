import { alreadySays, contentOf, type Bilingual, type Refusal } from '#decider';
import { dayOf, isOver, ruleRef } from '#law';
import { dueAfter, lawOn, refusal } from './law.js';
import { clause, type Action, type Measure, type Order, type PriceFile, type Rules } from './price-file.state.js';

/** A measure in the hands of who supplies power or water: handed over, taken or returned, carried out (二(一)2). */
export const ordering: Pick<
  Rules,
  | 'HandOverPriceOrder'
  | 'AcknowledgePriceOrder'
  | 'DeclinePriceOrder'
  | 'RecordPriceOrderExecuted'
  | 'PassPriceHandOver'
> = {
  HandOverPriceOrder: (command, file, { occurredAt }) => {
    const order = contentOf(command);
    const { measure, of } = orderIn(file, order);
    if (!of.declined && alreadySays(of.handedOver, order)) return [];
    if (of.handedOver && !of.declined)
      throw no(
        'handed-over',
        { zh: '该事项已交办', en: 'The order was handed over' },
        {
          zh: '被退回的方可重新交办',
          en: 'One that was returned is handed over again',
        },
      );
    if (order.action === 'LIFT' && !isOut(measure))
      throw no(
        'nothing-to-lift',
        { zh: '供电、供水企业未接到执行该措施的通知', en: 'No supplier was told to apply the measure' },
        {
          zh: '未交办的措施取消后无需再交办',
          en: 'What was never handed over needs no order to lift it',
        },
      );
    if (order.action === 'LIFT' && !measure.lifted)
      throw no(
        'not-lifted',
        { zh: '该措施尚未取消', en: 'The measure was not lifted' },
        {
          zh: '先取消（lift-price-measure），再交办',
          en: 'Lift it first (lift-price-measure), then hand that over',
        },
      );
    const rule = lawOn('price/hand-over', dayOf(occurredAt));
    return [{ type: 'PriceOrderHandedOver', data: order, rules: [ruleRef(rule)] }];
  },

  AcknowledgePriceOrder: (command, file) => {
    const answer = contentOf(command);
    const { of } = orderIn(file, answer);
    if (alreadySays(of.acknowledged, answer)) return [];
    mustWait(of, of.acknowledged);
    return [{ type: 'PriceOrderAcknowledged', data: answer }];
  },

  DeclinePriceOrder: (command, file, { occurredAt }) => {
    const answer = contentOf(command);
    const { of } = orderIn(file, answer);
    if (alreadySays(of.declined, answer)) return [];
    mustWait(of, of.executed);
    const rule = lawOn('price/hand-over', dayOf(occurredAt));
    return [
      {
        type: 'PriceOrderDeclined',
        data: { ...answer, handOverDue: dueAfter(rule, dayOf(occurredAt)) },
        rules: [ruleRef(rule)],
      },
    ];
  },

  RecordPriceOrderExecuted: (command, file) => {
    const execution = contentOf(command);
    const { measure, of } = orderIn(file, execution);
    if (alreadySays(of.executed, execution)) return [];
    mustWait(of, of.executed);
    if (!of.acknowledged)
      throw no(
        'not-acknowledged',
        { zh: '该事项尚未签收', en: 'The order was not acknowledged' },
        {
          zh: '先记录签收',
          en: 'Record the acknowledgement first',
        },
      );
    const from = execution.action === 'APPLY' ? measure.applied.from : (measure.lifted?.from ?? measure.applied.from);
    if (execution.executedFrom < from)
      throw refusal(
        'executed-too-early',
        {
          zh: `执行起始计费日${execution.executedFrom}早于${from}`,
          en: `It cannot be on bills from ${execution.executedFrom}, before ${from}`,
        },
        {
          clause,
          wayOut: { zh: `起始计费日应不早于${from}`, en: `Bills carry it from ${from} at the earliest` },
          facts: { from },
        },
      );
    return [{ type: 'PriceOrderExecuted', data: execution }];
  },

  PassPriceHandOver: (command, file, { occurredAt }) => {
    const { measureId, action, dueOn } = contentOf(command);
    const { due, isOverdue } = file.get(measureId)?.orders[action] ?? {};
    return due?.rolledDue === dueOn && !isOverdue && isOver(dueOn, occurredAt)
      ? [{ type: 'PriceHandOverOverdue', data: { measureId, action, dueOn } }]
      : [];
  },
};

/** Whether a supplier has the measure in hand: it was told to apply it and did not return the order. */
export const isOut = ({ orders }: Measure): boolean =>
  orders.APPLY?.handedOver !== undefined && orders.APPLY.declined === undefined;

function orderIn(
  file: PriceFile,
  { measureId, action }: { readonly measureId: string; readonly action: Action },
): { readonly measure: Measure; readonly of: Order } {
  const measure = file.get(measureId);
  if (!measure)
    throw no(
      'no-such-measure',
      { zh: `没有执行措施“${measureId}”`, en: `No measure ${measureId} was applied` },
      {
        zh: '核对措施编号',
        en: 'Check the number of the measure',
      },
    );
  return { measure, of: measure.orders[action] ?? {} };
}

function mustWait(of: Order, answered: object | undefined): void {
  if (of.handedOver && !of.declined && !answered) return;
  throw no(
    of.handedOver ? 'answered-before' : 'not-handed-over',
    of.handedOver
      ? { zh: '该事项已有答复', en: 'The order was answered before' }
      : { zh: '该事项尚未交办', en: 'The order was not handed over' },
    { zh: '先交办（hand-over-price-order）', en: 'Hand it over first (hand-over-price-order)' },
  );
}

const no = (code: string, says: Bilingual, wayOut: Bilingual): Refusal => refusal(code, says, { clause, wayOut });
