import { createRequire } from 'node:module';
import { mayBeHoliday } from './customary-holidays.js';
import { addDays, mustBeLength, weekdayOf } from './days.js';
import { NoCalendar } from './law-error.js';

interface Arrangement {
  readonly holidays: Readonly<Record<string, string>>;
  /** Weekend days that are worked in exchange. */
  readonly workdays: Readonly<Record<string, string>>;
}

// The library's data is read and not its functions: those tell weekdays in the time zone of the process, and count
// every plain weekday of an unknown year as worked.
const load = createRequire(import.meta.url);
const { holidays, workdays } = load('chinese-days/dist/chinese-days.json') as Arrangement;
const { name, version } = load('chinese-days/package.json') as { name: string; version: string };

const yearOf = (day: string): number => Number(day.slice(0, 4));

/**
 * Years whose calendar the State Council has published and this package knows, in order: those whose New Year, Labour
 * and National Days are all in it. A few days at the end of the last may still change with the next year's notice.
 */
export const calendarYears: readonly number[] = [...new Set(Object.keys(holidays).map(yearOf))]
  .filter((year) => ['01-01', '05-01', '10-01'].every((day) => `${year}-${day}` in holidays))
  .sort((a, b) => a - b);

const known = new Set(calendarYears);

/** Years after the last known one for which a deadline can be counted before their calendar is told. */
const FORESEEN = 2;

const isForeseen = (year: number): boolean => {
  const last = calendarYears.at(-1)!;
  return year > last && year <= last + FORESEEN;
};

/**
 * Whether a day is worked: weekdays but holidays, and weekend days worked in exchange. Throws `NoCalendar`, `NotADay`.
 *
 * The calendar of a year is told in the autumn before it, and an order served in July may end in that year. Until then
 * every weekday that may be a holiday is taken for one and no weekend day for worked, so that nobody has less time than
 * the calendar will give.
 */
export function isWorkingDay(day: string): boolean {
  const weekday = weekdayOf(day);
  const year = yearOf(day);
  if (isForeseen(year)) return weekday <= 5 && !mayBeHoliday(day);
  if (!known.has(year)) throw new NoCalendar(year, calendarYears);
  return Object.hasOwn(workdays, day) || (weekday <= 5 && !Object.hasOwn(holidays, day));
}

/** The n-th working day after a day, which itself is not counted. Throws `NoCalendar`. */
export function addWorkingDays(day: string, days: number): string {
  let left = mustBeLength(days);
  let at = day;
  while (left > 0) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left--;
  }
  return at;
}

/** The day itself when it is worked, or the first worked day after it. Civil Code art. 203. Throws `NoCalendar`. */
export function rollToWorkingDay(day: string): string {
  let at = day;
  while (!isWorkingDay(at)) at = addDays(at, 1);
  return at;
}

/**
 * Names the calendar that answered for the days from one to another: `chinese-days@1.5.7/2021+2022`. A year whose calendar
 * was not told yet is marked: `2027-foreseen`.
 */
export function calendarVersion(from: string, to: string): string {
  const [first, last] = [yearOf(from), yearOf(to)];
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const named = years.filter((year) => known.has(year) || isForeseen(year));
  return `${name}@${version}/${named.map((year) => (known.has(year) ? year : `${year}-foreseen`)).join('+')}`;
}
