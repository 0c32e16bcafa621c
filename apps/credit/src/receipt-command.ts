import { createHash } from 'node:crypto';
import type { credit } from '#contracts';

const COMMANDS = { acknowledged: 'credit.AcknowledgeCreditInfo', rejected: 'credit.RejectCreditInfo' } as const;

/** Where receipts come in; names the source of their events. */
export const RECEIPTS_PATH = 'feeds/credit/receipts';

/**
 * A receipt as the command that it amounts to. The same receipt always has the same id, so however often it is sent it
 * counts once. What the command does not take, such as a reason beside an acknowledgement, is left for it to refuse.
 */
export function commandOf({ recordId, outcome, ...receipt }: credit.CreditReceipt) {
  const said = Object.entries(receipt).filter(([, value]) => value !== undefined);
  const digest = createHash('sha256')
    .update(JSON.stringify([recordId, outcome, said.toSorted(([one], [other]) => (one < other ? -1 : 1))]))
    .digest('hex');
  return {
    specversion: '1.0',
    id: `${receipt.itemId}.${digest}`,
    source: `/${RECEIPTS_PATH}`,
    type: COMMANDS[outcome],
    subject: recordId,
    data: Object.fromEntries(said),
  };
}
