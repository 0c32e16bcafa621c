import { Id, Instant, OneOf, Parts, Text } from '../fields.js';

const kinds = ['penalties', 'non-completion', 'licences', 'promises'] as const;

/** What the platform answered to one item of the credit feed. */
export class CreditReceipt {
  @Text('Record that the item is about, as the feed names it / 信用记录', { max: 128 }) recordId!: string;
  @OneOf(kinds, 'What kind of record that is; left out: a penalty or a non-completion / 信息种类', { optional: true })
  kind?: (typeof kinds)[number];
  @Id('Id of the item of the feed / 条目') itemId!: string;
  @OneOf(['acknowledged', 'rejected'], 'Answer / 结论') outcome!: 'acknowledged' | 'rejected';
  @Text('Receipt number; needed when acknowledged / 回执号', { optional: true, max: 128 }) receiptNumber?: string;
  @Text('Field that is wrong, when rejected / 字段', { optional: true, max: 64 }) field?: string;
  @Text('Why; needed when rejected / 原因', { optional: true }) reason?: string;
  @Instant('When the platform answered / 签收或退回时间', { example: '2021-08-20T10:00:00+08:00' }) occurredAt!: string;
}

/** Receipts of the platform, in any order, up to a thousand. */
export class CreditReceipts {
  @Parts(() => CreditReceipt, 'Receipts / 回执', { min: 1, max: 1000 }) receipts!: CreditReceipt[];
}
