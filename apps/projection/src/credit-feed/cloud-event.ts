import { feedKey, type FeedItem } from './feed-item.js';
import { recordIn } from './standards/standard.js';
import { standards } from './standards/standards.js';

const SOURCE = 'urn:taizhang:ledger';

/** An item as a CloudEvent 1.0 in structured JSON; a tombstone has no data and says why. */
export function cloudEvent(item: FeedItem, standard = item.kind && standards[item.kind][0]): object {
  const { eventId, type, recordId, kind, occurredAt, recordedAt, position, tombstone, platforms, displays } = item;
  const event = {
    specversion: '1.0',
    id: eventId,
    source: SOURCE,
    type,
    subject: recordId,
    // A receipt for a licence or a promise names it.
    ...(kind === undefined ? {} : { kind }),
    time: occurredAt,
    recordedtime: recordedAt,
    sequence: feedKey(position),
    // Attributes of a CloudEvent are texts: lists are joined.
    ...(platforms.length > 0 ? { platforms: platforms.join(';') } : {}),
    ...(displays.length > 0
      ? { displayuntil: displays.map((one) => `${one.platform}=${one.displayUntil}`).join(';') }
      : {}),
  };
  if (tombstone !== undefined || standard === undefined)
    return { ...event, tombstone: true, reason: tombstone, data: null };
  const dataschema = `urn:taizhang:schema:${standard.schema}`;
  return { ...event, datacontenttype: 'application/json', dataschema, data: recordIn(standard, item) };
}
