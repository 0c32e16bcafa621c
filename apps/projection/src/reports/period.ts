import { addDays, addMonths } from '#law';
import { day, wrong } from '../query.js';

interface Kind {
  readonly pattern: RegExp;
  readonly example: string;
  /** First and last day; nothing when no such period exists. */
  readonly days: (parts: readonly string[]) => readonly [from: string, to: string] | undefined;
}

const months = (first: string, count: number): readonly [string, string] => [
  first,
  addDays(addMonths(first, count), -1),
];

const kinds = {
  year: { pattern: /^(2\d{3})$/, example: '2021', days: ([year]) => months(`${year}-01-01`, 12) },
  half: {
    pattern: /^(2\d{3})-H([12])$/,
    example: '2021-H1',
    days: ([year, half]) => months(`${year}-${half === '1' ? '01' : '07'}-01`, 6),
  },
  quarter: {
    pattern: /^(2\d{3})-Q([1-4])$/,
    example: '2021-Q2',
    days: ([year, quarter]) => months(`${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`, 3),
  },
  month: {
    pattern: /^(2\d{3})-(0[1-9]|1[0-2])$/,
    example: '2021-06',
    days: ([year, month]) => months(`${year}-${month}-01`, 1),
  },
  // ISO 8601: an interval of days, both included.
  days: {
    pattern: /^(2\d{3}-\d{2}-\d{2})\/(2\d{3}-\d{2}-\d{2})$/,
    example: '2021-06-01/2021-07-31',
    days: ([from = '', to = '']) => (day('period', from)! <= day('period', to)! ? [from, to] : undefined),
  },
} as const satisfies Record<string, Kind>;

export type PeriodKind = keyof typeof kinds;

export interface AskedPeriod {
  /** As it was asked for. */
  readonly period: string;
  readonly from: string;
  readonly to: string;
}

export const periodExamples = (allowed: readonly PeriodKind[]): readonly string[] =>
  allowed.map((kind) => kinds[kind].example);

/** A period of one of the kinds that a report knows. */
export function periodOf(text: string | undefined, allowed: readonly PeriodKind[]): AskedPeriod {
  for (const kind of allowed) {
    const { pattern, days }: Kind = kinds[kind];
    const [period, ...parts] = pattern.exec(text ?? '') ?? [];
    const [from, to] = (period !== undefined && days(parts)) || [];
    if (period !== undefined && from !== undefined && to !== undefined) return { period, from, to };
  }
  const examples = periodExamples(allowed);
  throw wrong(
    'period',
    `应形如${examples.join('、')}`,
    `must look like ${examples.join(', ')}`,
    `period=${examples[0]}`,
  );
}

/**
 * The day of a period whose state by law is asked for: its last, or today while it runs. Where acts for a period come
 * after it, a later day may be asked for too.
 */
export function asOfIn(
  { period, from, to }: AskedPeriod,
  text: string | undefined,
  today: string,
  runsOn = false,
): string {
  const named = day('asOf', text);
  if (named === undefined && today < from)
    throw wrong('period', `${period}尚未开始`, `${period} has not begun`, `period=${today.slice(0, 4)}`);
  const asOf = named ?? (today < to ? today : to);
  if (asOf >= from && (asOf <= to || runsOn)) return asOf;
  throw wrong('asOf', `${asOf}不在${from}至${to}之内`, `${asOf} is not in ${from} to ${to}`, `asOf=${to}`);
}
