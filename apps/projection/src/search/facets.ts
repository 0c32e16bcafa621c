import { areas, industries, type AreaCode, type IndustryCode } from '#codes';
import type { Bilingual } from '#decider';
import type { Count, Counts } from '#projection';
import { publicLists } from '../lists/list-names.js';
import type { Status } from '../dossier/dossier.projection.js';
import { lawNamed, lawTitle } from './cited-laws.js';
import { dueBuckets, dueTitle } from './due.js';
import type { FacetName } from './search-query.js';

/** How many of what is found have a value; give the value as the parameter of the facet's name to see them. */
export interface FacetValue {
  /** Nothing for enterprises of which the ledger does not know it. */
  readonly value: string | null;
  /** Law of an article. */
  readonly law?: string;
  readonly says: Bilingual;
  readonly count: number;
}

const UNKNOWN: Bilingual = { zh: '未载明', en: 'Not recorded' };

const statusTitles: Readonly<Record<Status, Bilingual>> = {
  CLOSED: { zh: '已关闭', en: 'Closed' },
  RED_CARD: { zh: '红牌', en: 'Red card' },
  SUSPENDED: { zh: '停产', en: 'Suspended' },
  YELLOW_CARD: { zh: '黄牌', en: 'Yellow card' },
  OPEN_CASE: { zh: '案件未结', en: 'Open case' },
  NO_OPEN_MATTER: { zh: '台账无未结事项', en: 'No open matter in the ledger' },
};

const titled =
  (title: (value: string) => Bilingual | undefined) =>
  ({ value, count }: Count): FacetValue => ({
    value,
    says: value === null ? UNKNOWN : (title(value) ?? { zh: value, en: value }),
    count,
  });

const named = (one: Bilingual | undefined): Bilingual | undefined => one && { zh: one.zh, en: one.en };

function articleValue({ value, count }: Count): FacetValue {
  const [law = '', article = ''] = value!.split('#');
  const { zh, en } = lawTitle(law);
  const isNumber = /^\d+$/.test(article);
  const says = {
    zh: `《${zh}》${isNumber ? `第${article}条` : article}`,
    en: `${en}, ${isNumber ? 'art. ' : ''}${article}`,
  };
  return { value: article, law, says, count };
}

const dueValues = (counts: readonly Count[]): FacetValue[] =>
  dueBuckets.map((bucket, at) => ({
    value: bucket,
    says: dueTitle(bucket),
    count: counts.find(({ value }) => value === String(at))?.count ?? 0,
  }));

const each = (title: (value: string) => Bilingual | undefined) => (counts: readonly Count[]) =>
  counts.map(titled(title));

const told: Readonly<Record<FacetName, (counts: readonly Count[]) => FacetValue[]>> = {
  county: each((code) => named(areas[code as AreaCode])),
  industry: each((code) => named(industries[code as IndustryCode])),
  status: each((status) => statusTitles[status as Status]),
  list: each((list) => publicLists.find(({ name }) => name === list)?.title),
  law: each(lawTitle),
  article: (counts) => counts.map(articleValue),
  due: dueValues,
};

/** What was counted, in words. Articles are those of the law that is sought, if one is. */
export const facetValues = (counts: Counts, law: string | undefined): Record<string, FacetValue[]> =>
  Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [
      name,
      told[name as FacetName](count).filter((one) => !law || !one.law || one.law === lawNamed(law)),
    ]),
  );
