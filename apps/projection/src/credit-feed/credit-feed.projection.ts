import { recordIdOf, type Recorded } from '#decider';
import { projection } from '#projection';
import { feedKey, type Display, type FeedItem, type Kind } from './feed-item.js';
import { recordFaults } from './record-faults.js';
import type { PenaltyContent } from './standards/penalty-content.js';

const KINDS = { PENALTY: 'penalties', NON_COMPLETION: 'non-completion' } as const satisfies Record<string, Kind>;

/** What every item says of the fact that it carries. */
export const itemOf = (fact: Recorded, recordId: string): FeedItem => {
  const { id, type, uscc, occurredAt, recordedAt, position } = fact;
  const none = { platforms: [], displays: [], faults: [] };
  return { eventId: id, recordId, type, uscc, occurredAt, recordedAt, position, ...none };
};

/** An item with what keeps it from leaving. */
export const checked = <Content>(item: FeedItem<Content>): FeedItem<Content> => ({
  ...item,
  faults: recordFaults(item),
});

/** A penalty or a missed exit as a fact tells it. */
export function told(fact: Recorded): FeedItem<PenaltyContent> {
  const data = fact.data as {
    subject: keyof typeof KINDS;
    content: PenaltyContent;
    platform?: string;
    displayUntil?: string;
    displays?: readonly Display[];
  };
  const { subject, content, platform, displayUntil, displays = [] } = data;
  return {
    ...itemOf(fact, recordIdOf(fact)),
    uscc: content.enterprise.uscc,
    kind: KINDS[subject],
    content,
    platforms: platform ? [platform] : displays.map((one) => one.platform),
    displays: platform && displayUntil ? [{ platform, displayUntil }] : displays,
  };
}

/** That somebody, or everybody, must stop showing it. */
export const ended = (fact: Recorded): FeedItem => ({
  ...itemOf(fact, recordIdOf(fact)),
  tombstone: fact.data.reason as string,
  platforms: (fact.data.platforms as readonly string[] | undefined) ?? [],
});

/** A correction of what nobody was shown tells nobody anything: what is pushed afterwards is right already. */
const isUnheard = ({ type, data }: Recorded): boolean =>
  type === 'credit.CreditInfoCorrected' && (data.displays as readonly Display[] | undefined) === undefined;

export const isHeard = (fact: Recorded): boolean => fact.visibility !== 'sealed' && !isUnheard(fact);

const tell = (_: unknown, fact: Recorded): FeedItem => checked(told(fact));
const end = (_: unknown, fact: Recorded): FeedItem => ended(fact);

/** One row per thing to be told, in the order of the ledger. Rows are never changed or taken away. */
export const creditFeed = projection<FeedItem>({
  name: 'credit_feed',
  version: 3,
  key: (fact) => (isHeard(fact) ? feedKey(fact.position) : undefined),
  blank: () => ({}) as FeedItem,
  columns: { refused: { type: 'boolean', of: ({ faults }) => faults.length > 0, index: true } },
  when: {
    'credit.CreditInfoPushed': tell,
    'credit.CreditInfoCorrected': tell,
    'credit.CreditInfoWithdrawn': end,
    'credit.DisplayStopped': end,
    // Suspended is stopped, for whoever shows it, until it is resumed.
    'credit.DisplaySuspended': end,
    'credit.DisplayResumed': tell,
  },
});
