import { feedKey } from './feed-item.js';
import type { CreditNotice } from './credit-notice.projection.js';

const SOURCE = 'urn:taizhang:ledger';

/** A notice as a CloudEvent 1.0 in structured JSON; what holds no more says so and why. */
export function noticeEvent(notice: CreditNotice): object {
  const { eventId, type, about, recordId, uscc, occurredAt, recordedAt, position, data, tombstone } = notice;
  return {
    specversion: '1.0',
    id: eventId,
    source: SOURCE,
    type,
    subject: recordId,
    about,
    ...(uscc === undefined ? {} : { uscc }),
    time: occurredAt,
    recordedtime: recordedAt,
    sequence: feedKey(position),
    datacontenttype: 'application/json',
    ...(tombstone === undefined ? {} : { tombstone: true, reason: tombstone }),
    data: data ?? null,
  };
}
