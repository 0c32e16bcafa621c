import { EXIT, Failure } from '../exit-codes.js';
import type { Receipt } from '../ledger.js';
import { pushOf } from '../plan-year/credit-record.js';
import type { CityStep } from './tale.js';

/** Ids of the feed's items by record, in the order in which they were pushed. */
export type Pushes = Map<string, string[]>;

/** Keeps the id of the item that a push led to. */
export function rememberPushes({ command, id }: CityStep, { events }: Receipt, pushes: Pushes): void {
  if (command !== 'PushCreditInfo') return;
  const item = events.find(({ type }) => type === 'credit.CreditInfoPushed')?.id;
  const known = pushes.get(id) ?? [];
  if (item && !known.includes(item)) pushes.set(id, [...known, item]);
}

/** What the platform says of an item. */
export function receiptOf({ id, command, body }: CityStep, pushes: Pushes): object {
  const { itemId, occurredAt, ...answer } = body as unknown as { itemId: string; occurredAt: string };
  const item = pushes.get(id)?.[pushOf(itemId) - 1];
  if (!item) throw new Failure(EXIT.failed, `${id}: ${itemId} 未推送\n${id}: ${itemId} was never pushed`);
  const outcome = command === 'AcknowledgeCreditInfo' ? 'acknowledged' : 'rejected';
  return { recordId: id, itemId: item, outcome, occurredAt, ...answer };
}
