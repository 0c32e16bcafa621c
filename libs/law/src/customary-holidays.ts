/**
 * Days on which offices have rested, or may well rest, for the statutory holidays, weekends exchanged included. First and
 * last day; in the Chinese calendar `正月初一` is 1-1. The State Council's order on holidays (全国年节及纪念日放假办法)
 * fixes the feasts; how long each is made is told year by year.
 */
const solar: readonly (readonly [from: string, to: string])[] = [
  ['12-30', '12-31'],
  ['01-01', '01-04'],
  ['04-02', '04-07'],
  ['04-29', '05-05'],
  ['10-01', '10-08'],
];
const lunar: readonly (readonly [month: number, from: number, to: number])[] = [
  [12, 27, 30],
  [1, 1, 9],
  [5, 2, 8],
  [8, 12, 18],
];

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

/** Whether a day may be a holiday, going by what holidays have been. It takes rather too many days than too few. */
export function mayBeHoliday(day: string): boolean {
  const date = day.slice(5);
  if (solar.some(([from, to]) => from <= date && date <= to)) return true;
  const parts = chinese.formatToParts(new Date(`${day}T00:00:00Z`));
  // A leap month is written `6bis` and has no feast.
  const [month, on] = ['month', 'day'].map((type) => Number(parts.find((part) => part.type === type)?.value));
  return lunar.some(([of, from, to]) => month === of && on! >= from && on! <= to);
}
