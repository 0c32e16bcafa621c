import { recordIdOf, type Recorded } from '#decider';
import { projection } from '#projection';

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
  /** Whom it is for; everyone who shows the record when it says nobody. */
  readonly platforms: readonly string[];
  /** Until when each platform shows it, where that is known: platforms have clocks of their own. */
  readonly displays: readonly Display[];
  /** Why it does not leave; operators see it. */
  readonly faults: readonly RecordFault[];
}

interface Display {
  readonly platform: string;
  readonly displayUntil: string;
}

/** The register of market regulation; the other platforms share one regime. */
const GSXT = 'GSXT';

/** Key of the item of an event; later events sort later. */
export const feedKey = (position: number): string => String(position).padStart(16, '0');

const item = ({ id, type, uscc, occurredAt, recordedAt, position, stream }: Recorded): FeedItem => ({
  eventId: id,
  recordId: recordIdOf({ stream }),
  type,
  uscc,
  occurredAt,
  recordedAt,
  position,
  platforms: [],
  displays: [],
  faults: [],
});

function told(_: unknown, fact: Recorded): FeedItem {
  const {
    subject,
    content,
    platform,
    displayUntil,
    displays = [],
  } = fact.data as {
    subject: 'PENALTY' | 'NON_COMPLETION';
    content: Content;
    platform?: string;
    displayUntil?: string;
    displays?: readonly Display[];
  };
  const until = displayUntil ?? (displays.find((one) => one.platform !== GSXT) ?? displays[0])?.displayUntil;
  const record = penaltyRecord(content, until);
  return {
    ...item(fact),
    uscc: content.enterprise.uscc,
    subject,
    record,
    platforms: platform ? [platform] : displays.map((one) => one.platform),
    displays: platform && displayUntil ? [{ platform, displayUntil }] : displays,
    faults: recordFaults(record, subject),
  };
}

const ended = (_: unknown, fact: Recorded): FeedItem => ({
  ...item(fact),
  tombstone: fact.data.reason as string,
  platforms: (fact.data.platforms as readonly string[] | undefined) ?? [],
});

/** A correction of what nobody was shown tells nobody anything: what is pushed afterwards is right already. */
const isUnheard = ({ type, data }: Recorded): boolean =>
  type === 'credit.CreditInfoCorrected' && (data.displays as readonly Display[] | undefined) === undefined;

/** One row per thing to be told, in the order of the ledger. Rows are never changed or taken away. */
export const creditFeed = projection<FeedItem>({
  name: 'credit_feed',
  version: 2,
  key: (fact) => (fact.visibility === 'sealed' || isUnheard(fact) ? undefined : feedKey(fact.position)),
  blank: () => ({}) as FeedItem,
  columns: { refused: { type: 'boolean', of: ({ faults }) => faults.length > 0, index: true } },
  when: {
    'credit.CreditInfoPushed': told,
    'credit.CreditInfoCorrected': told,
    'credit.CreditInfoWithdrawn': ended,
    'credit.DisplayStopped': ended,
    // Suspended is stopped, for whoever shows it, until it is resumed.
    'credit.DisplaySuspended': ended,
    'credit.DisplayResumed': told,
  },
});
