import { describe, expect, it } from '@jest/globals';
import { NoCalendar, addDays, addWorkingDays, calendarYears, isWorkingDay, rollToWorkingDay } from './index.js';

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
    const next = calendarYears.at(-1)! + 1;
    expect(() => isWorkingDay(`${next}-06-03`)).toThrow(NoCalendar);
    expect(() => isWorkingDay('2003-06-03')).toThrow(NoCalendar);
    expect(() => addWorkingDays(`${next - 1}-12-30`, 20)).toThrow(`no calendar of working days for ${next}`);
    expect(new NoCalendar(next, calendarYears).sentence.zh).toContain(`没有${next}年`);
  });

  it('moves a rest day to the next working one, and leaves others', () => {
    expect(rollToWorkingDay('2021-10-01')).toBe('2021-10-08');
    expect(rollToWorkingDay('2021-10-09')).toBe('2021-10-09');
    expect(rollToWorkingDay('2021-10-10')).toBe('2021-10-11');
  });
});
