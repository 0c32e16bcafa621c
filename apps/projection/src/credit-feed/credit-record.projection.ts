import { recordIdOf, type Recorded } from '#decider';
import { projection } from '#projection';
import { usccOf } from '../about.js';
import { checked, ended, isHeard, itemOf, told } from './credit-feed.projection.js';
import type { FeedItem, Kind } from './feed-item.js';
import { changed, ends, granted } from './licence-facts.js';
import { answered, sent, standingOf, type SentItem } from './sent-items.js';
import type { PromiseContent } from './standards/promises.js';

/** A credit record as it is to be shown now. */
export interface CreditRecord {
  /** What leaves: the last thing that kept the standard. Nothing when there never was any. */
  readonly item?: FeedItem;
  /** What came since and breaks it. */
  readonly refused?: FeedItem;
  /** Until when each platform shows it, if that is known. */
  readonly shown: Readonly<Record<string, string | null>>;
  /** What was handed out last, to each platform, and what it answered. */
  readonly sent: readonly SentItem[];
  /** Day on which the subject was told, if that is known. */
  readonly notifiedOn?: string;
}

type Fold = (record: CreditRecord, fact: Recorded) => CreditRecord;

/** Takes what came, if it keeps the standard; if not, what was told before stands. */
function take(record: CreditRecord, unchecked: FeedItem): CreditRecord {
  const item = checked(unchecked);
  if (item.faults.length > 0) return { ...record, refused: item };
  const isAlive = record.item !== undefined && record.item.tombstone === undefined;
  const shown: Record<string, string | null> = { ...(isAlive ? record.shown : {}) };
  for (const platform of item.platforms)
    shown[platform] = item.displays.find((one) => one.platform === platform)?.displayUntil ?? null;
  return onPlatforms(record, item, item, shown);
}

/** Ends it for some, or for everyone when it says nobody. Keeps the content: by it platforms know what to stop showing. */
function end(record: CreditRecord, over: FeedItem): CreditRecord {
  const { item } = record;
  if (!item) return record;
  const { kind, content, uscc } = item;
  const shown = { ...record.shown };
  for (const platform of over.platforms) delete shown[platform];
  if (over.platforms.length === 0 || Object.keys(shown).length === 0)
    return onPlatforms(record, over, { ...over, kind, content, uscc: uscc ?? over.uscc }, {});
  const { eventId, position, recordedAt } = over;
  return onPlatforms(record, over, { ...item, eventId, position, recordedAt }, shown);
}

/** @param told what platforms hear, and answer, beside the record as it then is */
function onPlatforms(
  { notifiedOn, sent: before }: CreditRecord,
  told: FeedItem,
  item: FeedItem,
  shown: CreditRecord['shown'],
): CreditRecord {
  const displays = Object.entries(shown).flatMap(([platform, displayUntil]) =>
    displayUntil === null ? [] : [{ platform, displayUntil }],
  );
  const platforms = Object.keys(shown);
  return { item: { ...item, platforms, displays }, shown, sent: sent(before, told), notifiedOn };
}

/** The content that the next fact adds to, whether or not it was fit to leave. */
const contentOf = ({ item, refused }: CreditRecord) => (refused ?? item)?.content;

const held = (fact: Recorded, kind: Kind, recordId: string, content: unknown): FeedItem => ({
  ...itemOf(fact, recordId),
  kind,
  content,
  uscc: usccOf(fact),
});

// Departments number their licences each on their own, so the name of the stream tells them apart.
const licence = (record: CreditRecord, fact: Recorded, content: unknown): CreditRecord => {
  const item = held(fact, 'licences', fact.stream, content);
  return take(record, { ...item, uscc: item.uscc ?? record.item?.uscc });
};

const promised = (record: CreditRecord, fact: Recorded, content: PromiseContent): CreditRecord =>
  take(record, held(fact, 'promises', recordIdOf(fact), { ...content }));

const penalty: Fold = (record, fact) => {
  const item = told(fact);
  const { notifiedOn } = record;
  return take(record, notifiedOn === undefined ? item : { ...item, content: { ...item.content, notifiedOn } });
};
const notified: Fold = (record, { data: { notifiedOn } }) =>
  notifiedOn === undefined ? record : { ...record, notifiedOn };
const penaltyEnded: Fold = (record, fact) => end(record, ended(fact));

const answer =
  (outcome: 'ACKNOWLEDGED' | 'REJECTED', itemIdOf: (fact: Recorded) => string): Fold =>
  (record, fact) => ({ ...record, sent: answered(record.sent, itemIdOf(fact), outcome, fact) });
const byItem = ({ data }: Recorded): string => data.itemId;

const each = <Told>(table: Readonly<Record<string, Told>>, fold: (told: Told) => Fold): Record<string, Fold> =>
  Object.fromEntries(Object.entries(table).map(([type, one]) => [type, fold(one)]));

/** Promises leave when everybody may see them; other records unless they are sealed. */
const leaves = (fact: Recorded): boolean =>
  fact.stream.startsWith('credit.promise-') ? fact.visibility === 'public' : isHeard(fact);

/** The record that a fact is about: an answer to a licence or a promise names it. */
const streamOf = ({ stream, data }: Recorded): string =>
  !stream.startsWith('credit.delivery-')
    ? stream
    : data.kind === 'promises'
      ? `credit.promise-${data.recordId}`
      : data.recordId;

const shows: Record<string, Fold> = {
  'credit.CreditInfoPushed': penalty,
  'credit.CreditInfoCorrected': penalty,
  'credit.DisplayResumed': penalty,
  'credit.CreditInfoWithdrawn': penaltyEnded,
  'credit.DisplayStopped': penaltyEnded,
  'credit.DisplaySuspended': penaltyEnded,
  'credit.PromiseRegistered': (record, fact) => promised(record, fact, fact.data),
  'credit.PromiseAssessed': (record, fact) => {
    const content = contentOf(record);
    return content ? promised(record, fact, { ...content, assessed: fact.data }) : record;
  },
  ...each(granted, (told) => (record, fact) => licence(record, fact, told(fact))),
  // What is over is not changed any more: only a new grant tells it again.
  ...each(changed, (told) => (record, fact) => {
    const content = record.item?.tombstone === undefined ? contentOf(record) : undefined;
    return content ? licence(record, fact, told(content, fact)) : record;
  }),
  ...each(ends, (tombstone) => (record, fact) => end(record, { ...itemOf(fact, fact.stream), tombstone })),
};

/** One row per record that the credit platform is to show, as it is now: what was told last is all there is to know. */
export const creditRecord = projection<CreditRecord>({
  name: 'credit_record',
  version: 1,
  key: (fact) => (leaves(fact) ? streamOf(fact) : undefined),
  blank: () => ({ shown: {}, sent: [] }),
  columns: {
    kind: { type: 'text', of: ({ item, refused }) => (item ?? refused)?.kind ?? null },
    leaves: { type: 'boolean', of: ({ item }) => item !== undefined },
    refused: { type: 'boolean', of: ({ refused }) => refused !== undefined, index: true },
    standing: { type: 'text', of: ({ sent }) => standingOf(sent), index: true },
    position: { type: 'bigint', of: ({ item }) => item?.position ?? 0, index: true },
  },
  when: {
    ...shows,
    'credit.CreditRecordOpened': notified,
    'credit.SubjectNotified': notified,
    'credit.CreditInfoAcknowledged': answer('ACKNOWLEDGED', byItem),
    'credit.CreditInfoRejected': answer('REJECTED', byItem),
    'credit.ItemAcknowledged': answer('ACKNOWLEDGED', recordIdOf),
    'credit.ItemRejected': answer('REJECTED', recordIdOf),
  },
});

/** Types of the facts by which what is shown of a record changes. */
export const changesWhatIsShown = (type: string): boolean => Object.hasOwn(shows, type);

/** A record after these facts of its stream; nothing when it was never shown to anybody. */
export function shownRecord(facts: readonly Recorded[]): FeedItem | undefined {
  let record = creditRecord.blank('');
  for (const fact of facts) {
    const key = creditRecord.key(fact);
    const when = Object.hasOwn(creditRecord.when, fact.type) ? creditRecord.when[fact.type] : undefined;
    if (typeof key === 'string' && when) record = when(record, fact, key) ?? record;
  }
  return record.item;
}
