import { describe, expect, it } from '@jest/globals';
import { asOfIn, periodOf } from './period.js';

const every = ['year', 'half', 'quarter', 'month', 'days'] as const;

describe('a period', () => {
  it.each([
    ['2021', '2021-01-01', '2021-12-31'],
    ['2021-H1', '2021-01-01', '2021-06-30'],
    ['2021-H2', '2021-07-01', '2021-12-31'],
    ['2021-Q3', '2021-07-01', '2021-09-30'],
    ['2021-02', '2021-02-01', '2021-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2021-06-01/2021-07-31', '2021-06-01', '2021-07-31'],
    ['2021-06-08/2021-06-08', '2021-06-08', '2021-06-08'],
  ])('%s lasts from %s to %s', (period, from, to) => expect(periodOf(period, every)).toEqual({ period, from, to }));

  it.each([undefined, '', '21', '2021-13', '2021-H3', '2021-Q5', '2021-07-31/2021-06-01', '2021-02-30/2021-03-01'])(
    'is not %s',
    (text) => expect(() => periodOf(text, every)).toThrow(expect.objectContaining({ status: 400 })),
  );

  it('is of a kind that the report knows', () =>
    expect(() => periodOf('2021-06', ['year'])).toThrow(expect.objectContaining({ status: 400 })));

  it('ends today while it runs, and is asked for no day outside itself', () => {
    const year = periodOf('2021', ['year']);
    expect(asOfIn(year, undefined, '2021-09-10')).toBe('2021-09-10');
    expect(asOfIn(year, undefined, '2022-03-01')).toBe('2021-12-31');
    expect(() => asOfIn(year, undefined, '2020-12-31')).toThrow(expect.objectContaining({ status: 400 }));
    expect(asOfIn(year, '2022-01-31', '2022-03-01', true)).toBe('2022-01-31');
    expect(() => asOfIn(year, '2022-01-01', '2022-03-01')).toThrow(expect.objectContaining({ status: 400 }));
  });
});
