import { MalformedCode } from './complaint.js';

/** Ten thousand million yuan, in fen: more decimals than this a JSON number could not carry exactly. */
const MOST_FEN = 1_000_000_000_000_000;
const FEN_PER_WAN = 1_000_000;

/**
 * Whole fen as 万元 (ten thousand yuan) with six decimals, the form of the national feed: 2,000 yuan is `0.200000`.
 * Exact: digits are moved, nothing is divided. Throws `MalformedCode` on anything but whole fen from 0 to 10^15.
 */
export function wanFromFen(fen: number): string {
  if (!Number.isInteger(fen) || fen < 0 || fen > MOST_FEN)
    throw new MalformedCode([`${fen}不是0至10^15之间的整数分`, `${fen} is not whole fen from 0 to 10^15`]);
  const digits = String(fen).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** The same as a number, as the feed's JSON carries it: 2,000 yuan is 0.2. Prints back exactly. */
export const wanNumberFromFen = (fen: number): number => Number(wanFromFen(fen));

/**
 * Whole fen as yuan with two decimals: 200000 fen is `2000.00`. Exact: digits are moved, nothing is divided. Throws
 * `MalformedCode` like `wanFromFen`.
 */
export function yuanFromFen(fen: number): string {
  const digits = wanFromFen(fen).replace('.', '').padStart(3, '0');
  return `${BigInt(digits.slice(0, -2))}.${digits.slice(-2)}`;
}

/** 万元 back to whole fen. Takes at most six decimals, or throws `MalformedCode`. */
export function fenFromWan(wan: string | number): number {
  const parts = /^(\d{1,10})(?:\.(\d{1,6}))?$/.exec(String(wan));
  const fen = parts ? Number(parts[1]) * FEN_PER_WAN + Number((parts[2] ?? '').padEnd(6, '0')) : Number.NaN;
  if (!(fen <= MOST_FEN))
    throw new MalformedCode([
      `“${wan}”应为万元金额，最多六位小数`,
      `${JSON.stringify(wan)} must be an amount in ten thousand yuan with at most six decimals`,
    ]);
  return fen;
}
