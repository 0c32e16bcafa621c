import type { Enterprise } from '#contracts';
import { areas, industries, makeSiteCode, makeUscc, type AreaCode, type IndustryCode } from '#codes';
import type { Seeded } from './seeded.js';

/** Firms in scope by area, and by industry, as the city's year is sized. They are shares: any number can be spread. */
const byArea: Readonly<Record<AreaCode, number>> = { BL: 130, HY: 70, ZK: 35, HC: 55, HD: 80, DYW: 25, LM: 35 };

export interface Trade {
  readonly share: number;
  readonly classes: readonly IndustryCode[];
  readonly word: string;
}

const trades: readonly Trade[] = [
  { share: 12, classes: ['3120', '3130', '3140'], word: '钢业' },
  { share: 60, classes: ['3391'], word: '铸造' },
  { share: 22, classes: ['3011'], word: '水泥' },
  { share: 2, classes: ['3041'], word: '玻璃' },
  { share: 85, classes: ['2221', '2223', '2221', '2211'], word: '纸业' },
  { share: 45, classes: ['3071', '3072', '3074', '3071'], word: '陶瓷' },
  { share: 70, classes: ['1713', '1752', '1762'], word: '印染' },
  { share: 25, classes: ['1910', '1931'], word: '制革' },
  { share: 109, classes: ['3360', '3360', '3843', '2822', '3211'], word: '工业' },
];

const FIRST = '澄衡砺霁屿珩岫榆鹭汐岚栩沅樾旻曜';
const SECOND = '川朔远棠越屏坤峤野禾渊甫弈潼铎稔';
/** The third character of a name, from the 241st enterprise on: two no longer tell them apart. */
const THIRD = '嘉祺恺煦沛骏翊桐瑾菁旭朗承恒昱睿泓钧翰臻';
/** Codes begin so, wherever the enterprise is of the plan year. */
const SERIES = 'MAT';

/** Spreads a number over shares by largest remainders, so that it adds up. */
export function spread(total: number, shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  const exact = shares.map((share) => (total * share) / sum);
  const counts = exact.map(Math.floor);
  const byRemainder = [...exact.keys()].sort((a, b) => (exact[b]! % 1) - (exact[a]! % 1) || a - b);
  const left = total - counts.reduce((all, count) => all + count, 0);
  for (const at of byRemainder.slice(0, left)) counts[at]!++;
  return counts;
}

export function shuffled<T>(items: readonly T[], chance: Seeded): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = chance.between(0, at);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}

/**
 * Enterprises that do not exist: codes with right check characters, invented names that end in 〔模拟〕. Those of another
 * series are others.
 */
export function enterprises(count: number, chance: Seeded, series = SERIES): readonly Enterprise[] {
  const counties = Object.keys(byArea) as AreaCode[];
  const inCounty = spread(
    count,
    counties.map((county) => byArea[county]),
  );
  const inTrade = spread(
    count,
    trades.map(({ share }) => share),
  );
  const homes = shuffled(
    counties.flatMap((county, at) => Array<AreaCode>(inCounty[at]!).fill(county)),
    chance,
  );
  return trades
    .flatMap((trade, at) => Array<Trade>(inTrade[at]!).fill(trade))
    .map((trade, at) => enterprise(at, homes[at]!, trade, series));
}

export function enterprise(
  at: number,
  county: AreaCode,
  { classes, word }: Omit<Trade, 'share'>,
  series: string,
): Enterprise {
  const uscc = makeUscc(`91${areas[county].gb2260Parent}`, `${series}${String(at + 1).padStart(5, '0')}`);
  const round = Math.floor(at / (FIRST.length * SECOND.length));
  const trade =
    FIRST[at % FIRST.length]! +
    SECOND[(at * 7 + Math.floor(at / FIRST.length)) % SECOND.length]! +
    (round === 0 ? '' : THIRD[(round - 1) % THIRD.length]!);
  const place = areas[county].zh.replace(/(经济|高新)技术.*$/, '').replace(/[区县]$/, '');
  const industry = classes[at % classes.length]!;
  return {
    uscc,
    name: `${place}${trade}${word}有限公司〔模拟〕`,
    county,
    industry,
    siteId: makeSiteCode(uscc, 1),
    synthetic: true,
  };
}

/** Whether the enterprise makes something that a mandatory limit is taken to measure here. */
export const isMeasured = ({ industry }: Enterprise): boolean => limitOf(industry) !== undefined;

/** A product's limit. The amounts are simulated; the standards are those of the trade. */
export interface Limit {
  readonly product: string;
  readonly unit: string;
  readonly limitValue: number;
  readonly standardNumber: string;
}

export function limitOf(industry: IndustryCode): Limit | undefined {
  const { group } = industries[industry];
  return industry === '3391' ? undefined : limits[group];
}

const limits: Readonly<Partial<Record<string, Limit>>> = {
  steel: { product: '电炉钢', unit: 'kgce/t', limitValue: 86, standardNumber: 'GB 21256-2013' },
  cement: { product: '水泥熟料', unit: 'kgce/t', limitValue: 120, standardNumber: 'GB 16780-2012' },
  paper: { product: '机制纸及纸板', unit: 'kgce/t', limitValue: 340, standardNumber: 'GB 31825-2015' },
  ceramics: { product: '建筑卫生陶瓷', unit: 'kgce/t', limitValue: 300, standardNumber: 'GB 21252-2013' },
  'copper-lead-zinc': { product: '阴极铜', unit: 'kgce/t', limitValue: 380, standardNumber: 'GB 21248-2014' },
};
