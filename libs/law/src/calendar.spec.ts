import { describe, expect, it } from '@jest/globals';
import { mayBeHoliday } from './customary-holidays.js';
import {
  NoCalendar,
  addDays,
  addWorkingDays,
  calendarVersion,
  calendarYears,
  isWorkingDay,
  rollToWorkingDay,
} from './index.js';

describe('the working-day calendar', () => {
  it('rests at weekends and on holidays', () => {
    expect(isWorkingDay('2021-09-15')).toBe(true);
    expect(isWorkingDay('2021-09-11')).toBe(false);
    expect(isWorkingDay('2021-10-01')).toBe(false);
    expect(isWorkingDay('2021-10-07')).toBe(false);
    expect(isWorkingDay('2021-10-08')).toBe(true);
  });

  it('works on weekend days given in exchange', () => {
    for (const day of ['2021-09-18', '2021-09-26', '2021-10-09', '2022-01-29', '2022-01-30'])
      expect(isWorkingDay(day)).toBe(true);
  });

  it('has an unbroken row of years, the years of the plan among them', () => {
    expect(calendarYears).toEqual(expect.arrayContaining([2021, 2022]));
    expect(calendarYears.at(-1)! - calendarYears[0]! + 1).toBe(calendarYears.length);
  });

  it('counts 250 working days in 2021', () => {
    let worked = 0;
    for (let day = '2021-01-01'; day <= '2021-12-31'; day = addDays(day, 1)) if (isWorkingDay(day)) worked++;
    expect(worked).toBe(250);
  });

  it('refuses a year that it does not know, and names those it does', () => {
    const unknown = calendarYears.at(-1)! + 3;
    expect(() => isWorkingDay(`${unknown}-06-03`)).toThrow(NoCalendar);
    expect(() => isWorkingDay('2003-06-03')).toThrow(NoCalendar);
    expect(() => addWorkingDays(`${unknown - 1}-12-28`, 20)).toThrow(`no calendar of working days for ${unknown}`);
    expect(new NoCalendar(unknown, calendarYears).sentence.zh).toContain(`没有${unknown}年`);
  });

  it('gives nobody less time in a year whose calendar is not told yet than in one whose calendar is', () => {
    // What a year would have been taken for before its calendar was told, against what it came to be.
    const wouldWork = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !mayBeHoliday(day);
    const tooEarly: string[] = [];
    const tooLate: string[] = [];
    // Longer once, in the first months of an epidemic and for a parade.
    const exceptional = (day: string) => /^2020-0[12]|^2015-09-0[345]/.test(day);
    for (let day = '2010-01-01'; day <= `${calendarYears.at(-1)}-12-31`; day = addDays(day, 1))
      if (wouldWork(day) && !isWorkingDay(day) && !exceptional(day)) tooEarly.push(day);
      else if (!wouldWork(day) && isWorkingDay(day)) tooLate.push(day);
    expect(tooEarly).toEqual([]);
    expect(tooLate.length / calendarYears.filter((year) => year >= 2010).length).toBeLessThan(30);
  });

  it('foresees two years: weekends and feasts are rest days, and the name of the calendar says that it was foreseen', () => {
    const [last, next] = [calendarYears.at(-1)!, calendarYears.at(-1)! + 1];
    expect(rollToWorkingDay(`${next}-10-01`) > `${next}-10-08`).toBe(true);
    expect(calendarVersion(`${last}-12-01`, `${next}-01-05`)).toMatch(new RegExp(`/${last}\\+${next}-foreseen$`));
    expect(calendarVersion('2021-12-01', '2022-01-05')).toMatch(/\/2021\+2022$/);
  });

  it('moves a rest day to the next working one, and leaves others', () => {
    expect(rollToWorkingDay('2021-10-01')).toBe('2021-10-08');
    expect(rollToWorkingDay('2021-10-09')).toBe('2021-10-09');
    expect(rollToWorkingDay('2021-10-10')).toBe('2021-10-11');
  });
});
