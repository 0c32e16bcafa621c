import { createHash } from 'node:crypto';
import type { credit } from '#contracts';

/** Penalties and missed exits have a credit record, which takes the answer; of other records the item itself takes it. */
const COMMANDS = { acknowledged: 'credit.AcknowledgeCreditInfo', rejected: 'credit.RejectCreditInfo' } as const;
const DELIVERIES = { acknowledged: 'credit.AcknowledgeItem', rejected: 'credit.RejectItem' } as const;

/** Where receipts come in; names the source of their events. */
export const RECEIPTS_PATH = 'feeds/credit/receipts';

/**
 * A receipt as the command that it amounts to. The same receipt always has the same id, so however often it is sent it
 * counts once. What the command does not take, such as a reason beside an acknowledgement, is left for it to refuse.
 */
export function commandOf({ recordId, kind, outcome, ...receipt }: credit.CreditReceipt) {
  const isDelivered = kind === 'licences' || kind === 'promises';
  const said = Object.entries(receipt).filter(([, value]) => value !== undefined);
  const digest = createHash('sha256')
    .update(JSON.stringify([recordId, outcome, said.toSorted(([one], [other]) => (one < other ? -1 : 1))]))
    .digest('hex');
  const { itemId, ...rest } = Object.fromEntries(said);
  return {
    specversion: '1.0',
    id: `${receipt.itemId}.${digest}`,
    source: `/${RECEIPTS_PATH}`,
    type: (isDelivered ? DELIVERIES : COMMANDS)[outcome],
    subject: isDelivered ? receipt.itemId : recordId,
    data: isDelivered ? { ...rest, kind, recordId } : { ...rest, itemId },
  };
}
