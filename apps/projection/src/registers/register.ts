import type { Bilingual, Recorded } from '#decider';
import type { Activity } from '#identity';

/** What an entry says, apart from what the register itself adds. */
export interface Entry {
  /** Where the matter stands, in a word of the register: `FILED`. */
  readonly state?: string;
  /** Area that it is about, when it is about one. */
  readonly county?: string;
  readonly [field: string]: unknown;
}

/** How a fact changes an entry; nothing takes the entry off the register. */
export type Fold = (entry: Entry, fact: Recorded, key: string) => Entry | undefined;

/**
 * A register of a department, as data: its title, who may read it, and what each fact puts into it. Everything else
 * (rows, paging, history of each entry) is alike for all.
 */
export interface Register {
  /** Path segment, in kebab-case: `county-plans`. */
  readonly name: string;
  readonly title: Bilingual;
  /**
   * `everyone` needs no token: only for what the law makes public. Facts that are sealed are told by no register but
   * those read under `read-sealed`.
   */
  readonly readers: 'everyone' | Activity;
  /** Which entries a fact belongs to; by default the one named by its own record. */
  readonly key?: (fact: Recorded) => string | readonly string[] | undefined;
  /** False for counts, whose entries many facts change: their facts are not listed one by one. Default true. */
  readonly keepsHistory?: false;
  readonly when: { readonly [type: string]: Fold };
}

/** The entry takes over what the fact says, under a state. */
export const tells =
  (state?: string, besides: (fact: Recorded) => object = () => ({})): Fold =>
  (entry, fact) => ({ ...entry, ...(fact.data as object), ...(state ? { state } : {}), ...besides(fact) });

/** The entry only moves to a state; what the fact says is not for this register. */
export const moves =
  (state: string): Fold =>
  (entry) => ({ ...entry, state });

/** What the fact says is added to a list of the entry, with the legal time at which it came to be so. */
export const lists =
  (field: string, state?: string): Fold =>
  (entry, { data, occurredAt }) => ({
    ...entry,
    [field]: [...((entry[field] as readonly object[] | undefined) ?? []), { ...(data as object), at: occurredAt }],
    ...(state ? { state } : {}),
  });
