import { Act, Due } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, OneOf, Part, Text } from '../fields.js';

/** An order to the supplier of power or water: to apply a measure, or to lift it. */
export const priceActions = ['APPLY', 'LIFT'] as const;
type Action = (typeof priceActions)[number];

const rows = { rows: [13, 14, 15] } as const;

@Command('2.1.2', '价格措施交供电供水企业执行', 'Hand a measure, or its end, to the supplier', rows)
export class HandOverPriceOrder extends Act {
  @Id('Measure / 措施编号') measureId!: string;
  @OneOf(priceActions, 'To apply or to lift it / 执行或取消') action!: Action;
  @Text('Supplier of power or water / 供电、供水企业', { max: 200 }) supplier!: string;
  @Text('Number of the order / 文号', { max: 128 }) documentNumber!: string;
}

@Event('2.1.2', '价格措施已交办', 'A measure was handed to the supplier')
export class PriceOrderHandedOver {
  @Id('Measure / 措施编号') measureId!: string;
  @OneOf(priceActions, 'Action / 执行或取消') action!: Action;
  @Text('Supplier / 供电、供水企业') supplier!: string;
  @Text('Number / 文号') documentNumber!: string;
}

@Command('2.1.2', '供电供水企业签收', 'Record that the supplier acknowledged the order', rows)
export class AcknowledgePriceOrder extends Act {
  @Id('Measure / 措施编号') measureId!: string;
  @OneOf(priceActions, 'Action / 执行或取消') action!: Action;
  @Text('Number of the supplier / 签收编号', { max: 128 }) receiptNumber!: string;
}

@Event('2.1.2', '价格措施已签收', 'The supplier acknowledged the order')
export class PriceOrderAcknowledged {
  @Id('Measure / 措施编号') measureId!: string;
  @OneOf(priceActions, 'Action / 执行或取消') action!: Action;
  @Text('Number of the supplier / 签收编号') receiptNumber!: string;
}

@Command('2.1.2', '供电供水企业退回', 'Record that the supplier returned the order', rows)
export class DeclinePriceOrder extends Act {
  @Id('Measure / 措施编号') measureId!: string;
  @OneOf(priceActions, 'Action / 执行或取消') action!: Action;
  @Text('Why, such as a meter that is not there / 退回原因') reason!: string;
}

@Event('2.1.2', '价格措施被退回', 'The supplier returned the order')
export class PriceOrderDeclined {
  @Id('Measure / 措施编号') measureId!: string;
  @OneOf(priceActions, 'Action / 执行或取消') action!: Action;
  @Text('Why / 退回原因') reason!: string;
  @Part(() => Due, 'To be handed over again by / 重新交办期限') handOverDue!: Due;
}

@Command('2.1.2', '记录价格措施执行', 'Record from which bill the supplier carried the order out', rows)
export class RecordPriceOrderExecuted extends Act {
  @Id('Measure / 措施编号') measureId!: string;
  @OneOf(priceActions, 'Action / 执行或取消') action!: Action;
  @Day('First day of that bill / 起始计费日') executedFrom!: string;
}

@Event('2.1.2', '价格措施已执行', 'The supplier carried the order out')
export class PriceOrderExecuted {
  @Id('Measure / 措施编号') measureId!: string;
  @OneOf(priceActions, 'Action / 执行或取消') action!: Action;
  @Day('First day of that bill / 起始计费日') executedFrom!: string;
}

@Command('2.1.2', '价格措施交办逾期', 'An order was not handed over in time', { issuedBy: 'system', ...rows })
export class PassPriceHandOver extends Act {
  @Id('Measure / 措施编号') measureId!: string;
  @OneOf(priceActions, 'Action / 执行或取消') action!: Action;
  @Day('Was to be handed over by / 交办期限') dueOn!: string;
}

@Event('2.1.2', '价格措施交办已逾期', 'An order is overdue to be handed over')
export class PriceHandOverOverdue {
  @Id('Measure / 措施编号') measureId!: string;
  @OneOf(priceActions, 'Action / 执行或取消') action!: Action;
  @Day('Was to be handed over by / 交办期限') dueOn!: string;
}
