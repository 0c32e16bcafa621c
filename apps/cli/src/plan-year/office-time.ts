import { addDays, isWorkingDay } from '#law';
import type { Seeded } from './seeded.js';

/** Nobody inspects in the week of National Day, whatever the calendar of make-up days says. */
const isNationalWeek = (day: string): boolean => day.slice(5) >= '10-01' && day.slice(5) <= '10-07';

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

const isOfficeDay = (day: string): boolean => !isWeekend(day) && !isNationalWeek(day) && isWorkingDay(day);

/** The day itself, or the first one after it on which offices work. */
export function officeDay(day: string): string {
  let at = day;
  while (!isOfficeDay(at)) at = addDays(at, 1);
  return at;
}

/** So many office days after a day. */
export function officeDaysAfter(day: string, days: number): string {
  let at = day;
  for (let left = days; left > 0; left--) at = officeDay(addDays(at, 1));
  return officeDay(at);
}

/** A moment of a day in China: `moment('2021-03-15', '10:00')`. */
export const moment = (day: string, time: string): string => `${day}T${time}:00+08:00`;

/** Some moment of the day at which offices work: 9:00 to 12:00 or 14:00 to 17:30. */
export function inOfficeHours(day: string, chance: Seeded): string {
  const minute = chance.between(0, 389);
  const clock = minute < 180 ? 9 * 60 + minute : 14 * 60 + minute - 180;
  return moment(day, `${String(Math.floor(clock / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}`);
}

/** When departments' systems hand in what the day brought. */
export const handedIn = (day: string): string => moment(day, '17:45');
