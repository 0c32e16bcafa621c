import { EXIT, Failure } from '../exit-codes.js';
import type { Ledger, Outcome, Receipt } from '../ledger.js';
import { pushOf } from './credit-record.js';
import type { Step } from './step.js';

/** Ids of the feed's items by record, in the order in which they were pushed. */
export type Pushes = Map<string, string[]>;

/** Keeps the id of the item that a push led to. */
export function rememberPushes({ command, id }: Step, { events }: Receipt, pushes: Pushes): void {
  if (command !== 'PushCreditInfo') return;
  const item = events.find(({ type }) => type === 'credit.CreditInfoPushed')?.id;
  const known = pushes.get(id) ?? [];
  if (item && !known.includes(item)) pushes.set(id, [...known, item]);
}

/** The platform answers items of the feed by their ids, at a door of its own; each answer has a result of its own. */
export async function sendReceipts(
  { ledger, pushes }: { readonly ledger: Ledger; readonly pushes: Pushes },
  steps: readonly Step[],
  token: string,
): Promise<readonly Outcome[]> {
  const { outcomes } = await ledger.json<{ outcomes: readonly Outcome[] }>('/feeds/credit/receipts', {
    token,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ receipts: steps.map((step) => receiptOf(step, pushes)) }),
  });
  return outcomes;
}

/** What the platform says of an item. */
function receiptOf({ id, command, body }: Step, pushes: Pushes): object {
  const { itemId, occurredAt, ...answer } = body as unknown as { itemId: string; occurredAt: string };
  const item = pushes.get(id)?.[pushOf(itemId) - 1];
  if (!item) throw new Failure(EXIT.failed, `${id}: ${itemId} 未推送\n${id}: ${itemId} was never pushed`);
  const outcome = command === 'AcknowledgeCreditInfo' ? 'acknowledged' : 'rejected';
  return { recordId: id, itemId: item, outcome, occurredAt, ...answer };
}
