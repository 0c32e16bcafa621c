import type { Bilingual } from '#decider';

/** What the credit platform is told of, each by a standard of its own. */
export const kinds = ['penalties', 'licences', 'promises', 'non-completion'] as const;
export type Kind = (typeof kinds)[number];

export const kindNames: Readonly<Record<Kind, Bilingual>> = {
  penalties: { zh: '行政处罚', en: 'Administrative penalties' },
  licences: { zh: '行政许可', en: 'Administrative licences' },
  promises: { zh: '信用承诺', en: 'Credit promises' },
  'non-completion': { zh: '未按期退出', en: 'Capacity not retired in time' },
};

/** A field that breaks the standard, and which rule of it. */
export interface RecordFault {
  readonly field: string;
  readonly rule: Bilingual;
}

export interface Display {
  readonly platform: string;
  readonly displayUntil: string;
}

/**
 * The canonical record: something the credit platform must hear, or that it must no longer be shown. Whole fen and ISO
 * days inside; a standard turns it into the fields that leave.
 */
export interface FeedItem<Content = any> {
  readonly eventId: string;
  readonly recordId: string;
  readonly kind?: Kind;
  readonly type: string;
  readonly uscc?: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly position: number;
  readonly content?: Content;
  /** Why it must not be shown any more. */
  readonly tombstone?: string;
  /** Whom it is for; everyone who shows the record when it says nobody. */
  readonly platforms: readonly string[];
  /** Until when each platform shows it, where that is known: platforms have clocks of their own. */
  readonly displays: readonly Display[];
  /** Why it does not leave; operators see it. */
  readonly faults: readonly RecordFault[];
}

/** The register of market regulation; the other platforms share one regime. */
const GSXT = 'GSXT';

/** The end of display that a record states, which has room for one: that of the chain to Credit China, if it is there. */
export const displayUntil = ({ displays }: FeedItem): string | undefined =>
  (displays.find(({ platform }) => platform !== GSXT) ?? displays[0])?.displayUntil;

/** Key of the item of an event; later events sort later. */
export const feedKey = (position: number): string => String(position).padStart(16, '0');
