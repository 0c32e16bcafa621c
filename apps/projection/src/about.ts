import { recordIdOf, type Recorded } from '#decider';

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

/** The site that a fact is about, when it is about one: by its envelope, by whom it describes, or by its permit. */
export const siteOf = (fact: Recorded): string | undefined =>
  fact.siteId ??
  enterpriseIn(fact)?.siteId ??
  (fact.data.siteCode as string | undefined) ??
  (categoryOf(fact) === 'environment.permit' ? recordIdOf(fact) : undefined);

/** Kind of record that a fact belongs to: `energy.case`. */
export const categoryOf = ({ stream }: Recorded): string => stream.slice(0, stream.indexOf('-'));

/** The case that a fact belongs to, when it belongs to one. */
export const caseOf = (fact: Recorded): string | undefined =>
  fact.caseId ??
  (fact.data.caseId as string | undefined) ??
  (categoryOf(fact).endsWith('.case') ? recordIdOf(fact) : undefined);

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
