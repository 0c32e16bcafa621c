import type { Recorded } from '#decider';

/** An enterprise as a fact tells it. */
export interface Told {
  readonly uscc: string;
  readonly name: string;
  readonly county: string;
  readonly industry: string;
  readonly siteId?: string;
  readonly synthetic?: boolean;
}

/** The enterprise that a fact describes, when it describes one. */
export const enterpriseIn = ({ data }: Recorded): Told | undefined => data.enterprise ?? data.content?.enterprise;

/** Whom a fact is about: by its envelope, or by what it says itself. */
export const usccOf = (fact: Recorded): string | undefined =>
  fact.uscc ?? enterpriseIn(fact)?.uscc ?? (fact.data.entry?.uscc as string | undefined);

/** Id of the record that a fact belongs to: `2021-0001` of `energy.case-2021-0001`. */
export const recordOf = ({ stream }: Recorded): string => stream.slice(stream.indexOf('-') + 1);

/** Kind of that record: `energy.case`. */
export const categoryOf = ({ stream }: Recorded): string => stream.slice(0, stream.indexOf('-'));

/** The case that a fact belongs to, when it belongs to one. */
export const caseOf = (fact: Recorded): string | undefined =>
  fact.caseId ??
  (fact.data.caseId as string | undefined) ??
  (categoryOf(fact) === 'energy.case' ? recordOf(fact) : undefined);

/** The day in China on which something happened by law. */
export const legalDay = ({ occurredAt }: Recorded): string => dayInChina(Date.parse(occurredAt));

const CHINA_MS = 8 * 3_600_000;

/** The day in China at an instant: `2021-03-15`. */
export const dayInChina = (instant: number): string => new Date(instant + CHINA_MS).toISOString().slice(0, 10);

/** A list in which the item with the same key is replaced, or the item is added at the end. */
export function put<Item>(
  items: readonly Item[],
  same: (item: Item) => boolean,
  change: (item?: Item) => Item,
): Item[] {
  const at = items.findIndex(same);
  return at < 0 ? [...items, change()] : items.with(at, change(items[at]));
}

/** A list in which the items with the key are changed; others stay, and nothing is added. */
export const change = <Item>(items: readonly Item[], same: (item: Item) => boolean, changed: Partial<Item>): Item[] =>
  items.map((item) => (same(item) ? { ...item, ...changed } : item));
