import { canonical } from '#contracts';
import type { Message } from '#messaging';
import { cloudEvent } from '../credit-feed/cloud-event.js';
import type { FeedItem } from '../credit-feed/feed-item.js';

/** A credit record as a CloudEvent 1.0 in Kafka's binary mode; one that nobody shows any more is a tombstone. */
export function creditMessage(item: FeedItem): Message {
  const { data, datacontenttype, ...attributes } = cloudEvent(item) as Readonly<Record<string, unknown>>;
  const headers: Record<string, string> = datacontenttype ? { 'content-type': String(datacontenttype) } : {};
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) headers[`ce_${name}`] = String(value);
  return {
    key: item.recordId,
    value: data === null || data === undefined ? undefined : new TextEncoder().encode(canonical(data)),
    headers,
  };
}
