import type { Bilingual } from '#decider';
import type { FeedItem, Kind } from '../feed-item.js';

/** A record as it leaves: texts under the names of its standard, in the order of the standard. */
export type RecordFields = Readonly<Record<string, string>>;

/** One row of a standard. */
export interface Field {
  readonly name: string;
  readonly zh: string;
  /** `wan` is ten thousand yuan with six decimals, `day` is YYYY/MM/DD; left out: text. */
  readonly form?: 'text' | 'uscc' | 'day' | 'wan';
  /** Greatest length in characters. */
  readonly most: number;
  /** When it must be there; left out: never. What is there is never empty. */
  readonly needed?: 'always' | ((record: RecordFields) => boolean);
  /** A tombstone has it too: by it a platform finds what it must stop showing. */
  readonly identifies?: true;
  /**
   * Its length or obligation comes from memory or from a single implementation, not from the text of the standard. A city
   * that reads another one there enters it here.
   */
  readonly adjustable?: true;
}

/** The fields of one kind of record in one edition, and how the canonical record fills them. */
export interface Standard<Content = any> {
  readonly kind: Kind;
  readonly version: string;
  /** Last part of the name of its schema: urn:taizhang:schema:cf-2018. */
  readonly schema: string;
  /** Where the fields come from. */
  readonly source: Bilingual;
  readonly fields: readonly Field[];
  readonly of: (content: Content, item: FeedItem<Content>) => Readonly<Record<string, string | undefined>>;
}

export const always = 'always';
/** See `Field`. */
export const identifies = true;
export const adjustable = true;

export const slashed = (day: string | undefined): string | undefined => day?.replaceAll('-', '/');

/** Places 1 and 2 of the code of an individual business (个体工商户), GB 32100-2015. */
const INDIVIDUAL_BUSINESS = '92';
export const ORGANISATION = '法人及非法人组织';
export const partyKind = (uscc: string): string => (uscc.startsWith(INDIVIDUAL_BUSINESS) ? '个体工商户' : ORGANISATION);

/** The fields of an item in a standard, in its order; of a tombstone, those that identify it. */
export function recordIn({ fields, of }: Standard, item: FeedItem): RecordFields {
  const { content, tombstone } = item;
  if (content === undefined) return {};
  const values = of(content, item);
  const record: Record<string, string> = {};
  for (const { name, identifies: isKey } of fields) {
    const value = values[name];
    if (value !== undefined && (isKey || tombstone === undefined)) record[name] = value;
  }
  return record;
}
