import { feedKey, type FeedItem } from './feed-item.js';
import { recordIn } from './standards/standard.js';
import { standards } from './standards/standards.js';

const SOURCE = 'urn:taizhang:ledger';
const SCHEMAS = {
  penalties: 'urn:taizhang:schema:cf-2018',
  'non-completion': 'urn:taizhang:schema:non-completion-cf-2018',
  licences: 'urn:taizhang:schema:xk-2018',
  promises: 'urn:taizhang:schema:promise-1',
} as const;

/** An item as a CloudEvent 1.0 in structured JSON; a tombstone has no data and says why. */
export function cloudEvent(item: FeedItem): object {
  const { eventId, type, recordId, occurredAt, recordedAt, position, kind, tombstone, platforms, displays } = item;
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
  if (tombstone !== undefined || kind === undefined)
    return { ...event, tombstone: true, reason: tombstone, data: null };
  const data = recordIn(standards[kind][0], item);
  return { ...event, datacontenttype: 'application/json', dataschema: SCHEMAS[kind], data };
}
