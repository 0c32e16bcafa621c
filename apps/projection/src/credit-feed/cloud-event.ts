import type { FeedItem } from './credit-feed.projection.js';
import { feedKey } from './credit-feed.projection.js';

const SOURCE = 'urn:taizhang:ledger';
const SCHEMAS = {
  PENALTY: 'urn:taizhang:schema:cf-2018',
  NON_COMPLETION: 'urn:taizhang:schema:non-completion-cf-2018',
} as const;

/** An item as a CloudEvent 1.0 in structured JSON; a tombstone has no data and says why. */
export function cloudEvent(item: FeedItem): object {
  const { eventId, type, recordId, occurredAt, recordedAt, position, subject, record, tombstone, platforms, displays } =
    item;
  const event = {
    specversion: '1.0',
    id: eventId,
    source: SOURCE,
    type,
    subject: recordId,
    time: occurredAt,
    recordedtime: recordedAt,
    sequence: feedKey(position),
    // Attributes of a CloudEvent are texts: lists are joined.
    ...(platforms.length > 0 ? { platforms: platforms.join(';') } : {}),
    ...(displays.length > 0
      ? { displayuntil: displays.map((one) => `${one.platform}=${one.displayUntil}`).join(';') }
      : {}),
  };
  return tombstone === undefined
    ? { ...event, datacontenttype: 'application/json', dataschema: subject && SCHEMAS[subject], data: record }
    : { ...event, tombstone: true, reason: tombstone, data: null };
}
