import { ImpossiblePeriod, NotADay } from './law-error.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY_MS = 86_400_000;
/** China keeps UTC+8 all year. */
const CHINA_MS = 8 * 3_600_000;
const IN_CHINA = '+08:00';

// Only UTC is ever read or written here, so the time zone of the process cannot matter.
const toMs = (day: string): number => {
  const ms = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // The last of a month that has fewer days would run over into the next.
  if (Number.isNaN(ms) || new Date(ms).getUTCDate() !== Number(day.slice(8))) throw new NotADay(day);
  return ms;
};
const fromMs = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Throws `NotADay` on anything but a day that exists, written `2021-03-15`. */
export function mustBeDay(day: string): string {
  toMs(day);
  return day;
}

/** The day in China on which an instant falls. The instant carries an offset; without one it throws `NotADay`. */
export function dayOf(instant: string): string {
  const ms = INSTANT.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(ms)) throw new NotADay(instant);
  const day = mustBeDay(instant.slice(0, 10));
  // In China itself the day is the one that is written, but at 24:00.
  return instant.endsWith(IN_CHINA) && instant.slice(11, 13) < '24' ? day : fromMs(ms + CHINA_MS);
}

/** The instant at which a day has ended in China: 24:00, which is 0:00 of the next. Civil Code art. 203. */
export const endOfDay = (day: string): string => `${addDays(day, 1)}T00:00:00+08:00`;

/** Whether a day had ended in China when something happened. At 23:59 it has not; at 24:00 it has. */
export const isOver = (day: string, instant: string): boolean => dayOf(instant) > mustBeDay(day);

/** Calendar days later; earlier when negative. */
export const addDays = (day: string, days: number): string => fromMs(toMs(day) + days * DAY_MS);

/** The corresponding day so many months later, or the last of that month where there is none. Civil Code art. 202. */
export function addMonths(day: string, months: number): string {
  toMs(day);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0));
  return fromMs(last.getTime() - Math.max(last.getUTCDate() - date, 0) * DAY_MS);
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: string): number => new Date(toMs(day)).getUTCDay() || 7;

/** Throws `ImpossiblePeriod` unless a length is whole and lasts. */
export function mustBeLength(length: number): number {
  if (!Number.isInteger(length) || length < 1 || length > 1200) throw new ImpossiblePeriod(length);
  return length;
}
