import { addDays } from '#law';
import { handedIn, moment, officeDay } from '../plan-year/office-time.js';
import type { Seeded } from '../plan-year/seeded.js';
import { rates } from './rates.js';

/** First and last day on which something of the year begins. */
const FIRST = '2021-03-01';
const LAST = '2021-12-30';
/** What would happen later belongs to the next year. */
export const YEAR_ENDS = '2022-01-28';

/** Office days of the year, those of June and July oftener, so that one drawn of them follows the season. */
const days: readonly string[] = (() => {
  const { months, weight } = rates.season;
  const all: string[] = [];
  for (let day = officeDay(FIRST), at = 0; day <= LAST; day = officeDay(addDays(day, 1)), at++) {
    const isSeason = (months as readonly string[]).includes(day.slice(5, 7));
    const times = isSeason ? Math.floor((at + 1) * weight) - Math.floor(at * weight) : 1;
    for (let time = 0; time < times; time++) all.push(day);
  }
  return all;
})();

/** A day of the year on which inspectors work; not after `before` when told. */
export function inspectionDay(chance: Seeded, before = LAST): string {
  const until = days.findLastIndex((day) => day <= before);
  return days[chance.between(0, until)]!;
}

/** A moment between nine and five. */
export function atWork(day: string, chance: Seeded): string {
  const minute = chance.between(9 * 60, 16 * 60 + 59);
  return moment(day, `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
}

/** A moment between eight and eleven in the evening, when furnaces are lit that should be out. */
export const atNight = (day: string, chance: Seeded): string =>
  moment(day, `${chance.between(20, 22)}:${String(chance.between(0, 59)).padStart(2, '0')}`);

/** Days of a gamma distribution with a whole shape. */
export function gammaDays(chance: Seeded, { meanDays, shape }: { meanDays: number; shape: number }): number {
  let sum = 0;
  for (let at = 0; at < shape; at++) sum -= Math.log(1 - chance.next());
  return Math.round((sum * meanDays) / shape);
}

/** An amount in fen of a lognormal distribution, in whole hundreds of yuan. */
export function lognormalFen(chance: Seeded, { medianYuan, sigma }: { medianYuan: number; sigma: number }): number {
  const normal = Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
  return Math.max(5, Math.round((medianYuan * Math.exp(sigma * normal)) / 100)) * 10_000;
}

/** What happens at night is handed in on the next day. */
export const nextDay = (day: string): { readonly at: string } => ({ at: handedIn(officeDay(addDays(day, 1))) });
