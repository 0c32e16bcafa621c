import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NotADay, addDays, addMonths, dayOf, endOfDay, isOver } from './index.js';

const days = fc
  .date({ min: new Date('2005-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a day in China', () => {
  it('is that of an instant eight hours ahead of UTC', () => {
    expect(dayOf('2021-03-15T15:59:59Z')).toBe('2021-03-15');
    expect(dayOf('2021-03-15T16:00:00Z')).toBe('2021-03-16');
    expect(dayOf('2021-03-15T23:59:59.999+08:00')).toBe('2021-03-15');
    expect(dayOf('2021-03-15T20:00:00-05:00')).toBe('2021-03-16');
  });

  it('ends at 24:00', () => {
    expect(endOfDay('2021-12-31')).toBe('2022-01-01T00:00:00+08:00');
    expect(isOver('2021-09-15', '2021-09-15T23:59:59+08:00')).toBe(false);
    expect(isOver('2021-09-15', endOfDay('2021-09-15'))).toBe(true);
  });

  it('is a day that exists, or is refused in both languages', () => {
    for (const text of ['2021-02-29', '2021-13-01', '2021-3-15', '15/03/2021', '', '2021-03-15T10:00:00+08:00'])
      expect(() => endOfDay(text)).toThrow(NotADay);
    for (const text of ['2021-03-15', '2021-03-15T10:00:00', '2021-02-29T10:00:00Z', '2021-03-15T25:00:00Z', 'now'])
      expect(() => dayOf(text)).toThrow(NotADay);
    expect(new NotADay('x').sentence.zh).toMatch(/不是存在的日期/);
  });

  it('of any instant has begun and has not ended', () => {
    fc.assert(
      fc.property(days, fc.nat(86_399), (day, second) => {
        const instant = new Date(Date.parse(`${day}T00:00:00+08:00`) + second * 1000).toISOString();
        return dayOf(instant) === day && instant < new Date(endOfDay(day)).toISOString();
      }),
    );
  });
});

describe('months', () => {
  it.each([
    ['2021-03-15', 6, '2021-09-15'],
    ['2021-08-31', 6, '2022-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2020-02-29', 12, '2021-02-28'],
    ['2021-11-30', 3, '2022-02-28'],
    ['2021-12-31', 1, '2022-01-31'],
    ['2022-02-28', 3, '2022-05-28'],
    ['2021-01-31', -2, '2020-11-30'],
    ['2021-01-15', -1, '2020-12-15'],
  ])('after %s, %i of them, end on %s', (day, months, end) => expect(addMonths(day, months)).toBe(end));

  it('keep the day, or the last of the month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 120 }), (day, months) => {
        const end = addMonths(day, months);
        return end.slice(8) === day.slice(8) || (end.slice(8) < day.slice(8) && addDays(end, 1).endsWith('-01'));
      }),
    );
  });
});
