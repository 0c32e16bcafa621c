import type { Recorded } from '#decider';
import type { FeedItem } from './feed-item.js';

/** An item that a platform has to answer, or has answered. */
export interface SentItem {
  readonly itemId: string;
  readonly sentAt: string;
  /** Platforms that it is the last word to; nobody in particular when there are none. */
  readonly platforms: readonly string[];
  readonly answer?: {
    readonly outcome: 'ACKNOWLEDGED' | 'REJECTED';
    readonly at: string;
    readonly receiptNumber?: string;
    readonly field?: string;
    readonly reason?: string;
  };
}

/** With a newer item, which is the last word to its platforms: a resend closes what a refusal had opened again. */
export function sent(items: readonly SentItem[], { eventId, recordedAt, platforms }: FeedItem): readonly SentItem[] {
  const left = items.flatMap((item) => {
    const others = item.platforms.filter((platform) => !platforms.includes(platform));
    return platforms.length === 0 || others.length === 0 ? [] : [{ ...item, platforms: others }];
  });
  return [...left, { itemId: eventId, sentAt: recordedAt, platforms }];
}

/** With an answer. One to an item that a newer one replaced says nothing of the newer one. */
export const answered = (
  items: readonly SentItem[],
  itemId: string,
  outcome: 'ACKNOWLEDGED' | 'REJECTED',
  { occurredAt: at, data: { receiptNumber, field, reason } }: Recorded,
): readonly SentItem[] =>
  items.map((item) =>
    item.itemId === itemId ? { ...item, answer: { outcome, at, receiptNumber, field, reason } } : item,
  );

export const standings = ['SENT', 'REJECTED', 'ACKNOWLEDGED'] as const;

/** Rejected as long as one platform has sent it back, sent as long as one has not answered. */
export function standingOf(items: readonly SentItem[]): (typeof standings)[number] | null {
  if (items.length === 0) return null;
  if (items.some(({ answer }) => answer?.outcome === 'REJECTED')) return 'REJECTED';
  return items.every(({ answer }) => answer) ? 'ACKNOWLEDGED' : 'SENT';
}
