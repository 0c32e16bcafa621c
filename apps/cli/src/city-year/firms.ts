import type { Enterprise } from '#contracts';
import { makeSiteCode, type AreaCode } from '#codes';
import { enterprise, enterprises, shuffled, spread, type Trade } from '../plan-year/enterprises.js';
import type { Seeded } from '../plan-year/seeded.js';
import { rates } from './rates.js';

/** Who lives in the city's year. */
export interface Firms {
  /** Those of the industries that the plan is about. */
  readonly inScope: readonly Enterprise[];
  readonly all: readonly Enterprise[];
}

/** Codes of the city's year begin so: its firms are not those of the plan year. */
const SERIES = 'MAC';

const others: readonly Omit<Trade, 'share'>[] = [
  { classes: ['2822'], word: '化纤' },
  { classes: ['3360'], word: '五金' },
  { classes: ['3843'], word: '能源' },
  { classes: ['3211'], word: '金属' },
  { classes: ['2223'], word: '包装' },
];

/** The firms of the year, spread over the areas as the city's are. Fewer of them when the year is a slice. */
export function firms(chance: Seeded, share = 1): Firms {
  const scaled = (count: number): number => Math.max(60, Math.round(count * share));
  const counties = Object.keys(rates.firms) as AreaCode[];
  const above = Object.values(rates.firms).reduce((sum, count) => sum + count, 0);
  const inScope = enterprises(scaled(rates.inScope), chance.for('in scope'), SERIES);
  const left = spread(
    scaled(above - rates.inScope),
    counties.map((county) => rates.firms[county] - inScope.filter((one) => one.county === county).length * share),
  );
  const homes = shuffled(
    counties.flatMap((county, at) => Array<AreaCode>(left[at]!).fill(county)),
    chance.for('others'),
  );
  const outside = homes.map((county, at) =>
    enterprise(inScope.length + at, county, others[at % others.length]!, SERIES),
  );
  return { inScope, all: [...inScope, ...outside] };
}

/** The firm at one of its sites. */
export function atSite(firm: Enterprise, chance: Seeded): Enterprise {
  const luck = chance.next();
  const { one, two } = rates.sites;
  const count = luck < one ? 1 : luck < one + two ? 2 : 3;
  return { ...firm, siteId: makeSiteCode(firm.uscc, chance.between(1, count)) };
}
