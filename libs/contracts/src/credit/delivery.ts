import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { OneOf, Text } from '../fields.js';

/** Records of the exchange that other records of the ledger make, so that they have no credit record of their own. */
export const deliveredKinds = ['licences', 'promises'] as const;

/** What both answers say: which record of the exchange the item is about. */
class Answer extends Act {
  @OneOf(deliveredKinds, 'Licence or promise / 信息种类') kind!: (typeof deliveredKinds)[number];
  @Text('Record as the exchange names it / 记录编号', { max: 128 }) recordId!: string;
}

class Answered {
  @OneOf(deliveredKinds, 'Kind / 信息种类') kind!: (typeof deliveredKinds)[number];
  @Text('Record / 记录编号') recordId!: string;
}

@Command('3.2', '平台签收许可、承诺信息', 'The platform acknowledged a licence or a promise', {
  rows: [72],
  role: 'credit-platform',
})
export class AcknowledgeItem extends Answer {
  @Text('Receipt number of the platform / 回执号', { max: 128 }) receiptNumber!: string;
}

@Event('3.2', '许可、承诺信息已签收', 'The platform acknowledged the item')
export class ItemAcknowledged extends Answered {
  @Text('Receipt / 回执号') receiptNumber!: string;
}

@Command('3.2', '平台退回许可、承诺信息', 'The platform rejected a licence or a promise', {
  rows: [72],
  role: 'credit-platform',
})
export class RejectItem extends Answer {
  @Text('Field that is wrong / 字段', { optional: true, max: 64 }) field?: string;
  @Text('Why / 原因') reason!: string;
}

@Event('3.2', '许可、承诺信息已退回', 'The platform rejected the item')
export class ItemRejected extends Answered {
  @Text('Field / 字段', { optional: true }) field?: string;
  @Text('Reason / 原因') reason!: string;
}
