import type { Bilingual, Recorded } from '#decider';
import { ruleNamed, rules } from '#law';

/** A law without the year of its text, and where it is told, the article. */
export interface Cited {
  readonly law: string;
  readonly article?: string;
}

const COUNTRY = /^中华人民共和国/;
const TEXT_OF = /[（(][^（）()]*[）)]$/;
const DIGITS = '〇一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A law as everybody calls it: 《中华人民共和国节约能源法》（2018年修正） is 节约能源法. */
export const lawName = (text: string): string =>
  text
    .trim()
    .replace(TEXT_OF, '')
    .replace(/[《》]/g, '')
    .replace(TEXT_OF, '')
    .replace(COUNTRY, '')
    .trim();

/** An article as its number: 第七十二条 and 72 are 72. The plan numbers its clauses otherwise, and they stay as they are. */
export function articleNumber(text: string): string {
  const bare = text.trim().replace(/^第/, '').replace(/条.*$/, '');
  const digits = /^\d+/.exec(bare)?.[0];
  return (
    digits ??
    (/^[零〇一二三四五六七八九十百千]{2,}$|^[一二三四五六七八九十]$/.test(bare) ? String(chinese(bare)) : bare)
  );
}

function chinese(text: string): number {
  let total = 0;
  let digit = 0;
  for (const character of text.replaceAll('零', '')) {
    const unit = UNITS[character];
    if (unit) total += (digit || 1) * unit;
    digit = unit ? 0 : DIGITS.indexOf(character);
  }
  return total + digit;
}

const ARTICLE = /第[零〇一二三四五六七八九十百千\d]+条/g;
const IN_MARKS = /《([^《》]+)》([^《]*)/g;
const BARE = /([\p{Script=Han}]+?(?:法|条例|办法|规定|细则))((?:第[零〇一二三四五六七八九十百千\d]+条[^；;]*)|$)/gu;

/** The laws that a text names, each with its articles: 《节约能源法》第七十二条、第七十三条. */
export function lawsIn(text: string): readonly Cited[] {
  const named = [...text.matchAll(text.includes('《') ? IN_MARKS : BARE)];
  return named.flatMap(([, name = '', tail = '']): Cited[] => {
    const law = lawName(name);
    const articles = tail.match(ARTICLE) ?? [];
    return articles.length > 0 ? articles.map((article) => ({ law, article: articleNumber(article) })) : [{ law }];
  });
}

const rests = new Map<string, readonly Cited[]>();

/** What a row of law cites. */
function restsOn(rule: string): readonly Cited[] {
  const cited =
    rests.get(rule) ??
    (ruleNamed(rule)?.citations ?? []).map(({ instrument, article }) => ({
      law: lawName(instrument.zh),
      ...(article === undefined ? {} : { article: articleNumber(article) }),
    }));
  rests.set(rule, cited);
  return cited;
}

/** The laws that a fact was decided under, by the rows of law on its envelope, and those that it cites itself. */
export function citedBy({ rules: under, data }: Recorded): readonly Cited[] {
  const basis = (data.legalBasis ?? data.content?.legalBasis) as string | undefined;
  return [
    ...under.flatMap(({ ruleId, version }) => restsOn(`${ruleId}@${version}`)),
    ...(basis === undefined ? [] : lawsIn(basis)),
  ];
}

const english = (text: string): string => text.replace(TEXT_OF, '').trim();

const known = new Map(
  rules.flatMap(({ citations }) =>
    citations.map(({ instrument }) => [lawName(instrument.zh), english(instrument.en)] as const),
  ),
);
const inEnglish = new Map([...known].map(([zh, en]) => [en.toLowerCase(), zh]));

/** A law by any of its names, also the English one where the ledger has it. */
export const lawNamed = (text: string): string => inEnglish.get(english(text).toLowerCase()) ?? lawName(text);

/** What a law is called in both languages, where the ledger knows; by its Chinese name alone otherwise. */
export const lawTitle = (law: string): Bilingual => ({ zh: law, en: known.get(law) ?? law });

/** An article together with its law, as one word. */
export const articleOf = (law: string, article: string): string => `${law}#${article}`;
