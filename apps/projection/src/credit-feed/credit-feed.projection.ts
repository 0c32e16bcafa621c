import type { Recorded } from '#decider';
import { projection } from '#projection';
import { recordOf } from '../about.js';
import { penaltyRecord, type Content, type PenaltyRecord } from './penalty-record.js';
import { recordFaults, type RecordFault } from './record-fault.js';

/** Something the credit platform must hear: a record, or that one must no longer be shown. */
export interface FeedItem {
  readonly eventId: string;
  readonly recordId: string;
  readonly type: string;
  readonly uscc?: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly position: number;
  readonly subject?: 'PENALTY' | 'NON_COMPLETION';
  readonly record?: PenaltyRecord;
  /** Why it must not be shown any more. */
  readonly tombstone?: string;
  /** Why it does not leave; operators see it. */
  readonly faults: readonly RecordFault[];
}

/** Key of the item of an event; later events sort later. */
export const feedKey = (position: number): string => String(position).padStart(16, '0');

const item = ({ id, type, uscc, occurredAt, recordedAt, position, ...fact }: Recorded): FeedItem => ({
  eventId: id,
  recordId: recordOf({ ...fact, id, type, occurredAt, recordedAt, position }),
  type,
  uscc,
  occurredAt,
  recordedAt,
  position,
  faults: [],
});

function told(_: unknown, fact: Recorded): FeedItem {
  const { subject, content, displayUntil } = fact.data as {
    subject: 'PENALTY' | 'NON_COMPLETION';
    content: Content;
    displayUntil?: string;
  };
  const record = penaltyRecord(content, displayUntil);
  return { ...item(fact), uscc: content.enterprise.uscc, subject, record, faults: recordFaults(record, subject) };
}

const ended = (_: unknown, fact: Recorded): FeedItem => ({ ...item(fact), tombstone: fact.data.reason as string });

/** One row per thing to be told, in the order of the ledger. Rows are never changed or taken away. */
export const creditFeed = projection<FeedItem>({
  name: 'credit_feed',
  version: 1,
  key: ({ position, visibility }) => (visibility === 'sealed' ? undefined : feedKey(position)),
  blank: () => ({}) as FeedItem,
  columns: { refused: { type: 'boolean', of: ({ faults }) => faults.length > 0, index: true } },
  when: {
    'credit.CreditInfoPushed': told,
    'credit.CreditInfoCorrected': told,
    'credit.CreditInfoWithdrawn': ended,
    'credit.DisplayStopped': ended,
  },
});
