import type { Recorded } from '#decider';
import { creditFeed, type FeedItem } from '../credit-feed/credit-feed.projection.js';

/** Types of the facts by which what is shown of a record changes. */
export const changesWhatIsShown = (type: string): boolean => Object.hasOwn(creditFeed.when, type);

interface Shown {
  readonly item: FeedItem;
  /** Until when each platform shows it, if that is known. */
  readonly platforms: ReadonlyMap<string, string | undefined>;
}

/**
 * A credit record as its platforms show it after these facts of its stream; a tombstone when nobody is to show it any
 * more; nothing when it was never shown to anybody. What breaks the standard of the feed changes nothing, as there.
 */
export function shownRecord(facts: readonly Recorded[]): FeedItem | undefined {
  let shown: Shown | undefined;
  for (const fact of facts) {
    const item = itemOf(fact);
    if (!item || item.faults.length > 0) continue;
    shown = item.tombstone === undefined ? told(shown, item) : ended(shown, item);
  }
  if (!shown) return undefined;
  const { item, platforms } = shown;
  const displays = [...platforms].flatMap(([platform, displayUntil]) =>
    displayUntil === undefined ? [] : [{ platform, displayUntil }],
  );
  return { ...item, platforms: [...platforms.keys()], displays };
}

function itemOf(fact: Recorded): FeedItem | undefined {
  const key = creditFeed.key(fact);
  const when = changesWhatIsShown(fact.type) ? creditFeed.when[fact.type] : undefined;
  return typeof key === 'string' ? when?.(creditFeed.blank(key), fact, key) : undefined;
}

function told(shown: Shown | undefined, item: FeedItem): Shown {
  const isAlive = shown !== undefined && shown.item.tombstone === undefined;
  const platforms = new Map(isAlive ? shown.platforms : []);
  for (const platform of item.platforms)
    platforms.set(platform, item.displays.find((one) => one.platform === platform)?.displayUntil);
  return { item, platforms };
}

/** Ends it for some, or for everyone when it says nobody. */
function ended(shown: Shown | undefined, item: FeedItem): Shown | undefined {
  if (!shown) return undefined;
  const platforms = new Map(shown.platforms);
  for (const platform of item.platforms) platforms.delete(platform);
  if (item.platforms.length === 0 || platforms.size === 0) return { item, platforms: new Map() };
  return {
    item: { ...shown.item, eventId: item.eventId, position: item.position, recordedAt: item.recordedAt },
    platforms,
  };
}
