import { canonical } from '#contracts';
import type { Message } from '#messaging';
import { cloudEvent } from '../credit-feed/cloud-event.js';
import { feedKey, type FeedItem } from '../credit-feed/feed-item.js';

/** A credit record as it is now, as a CloudEvent 1.0 in structured JSON. The same state always has the same id. */
export const webhookMessage = (item: FeedItem): Message => ({
  key: item.recordId,
  value: new TextEncoder().encode(canonical(cloudEvent(item))),
  headers: {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    ce_id: item.eventId,
    ce_sequence: feedKey(item.position),
  },
});
