import { halfWidth } from './half-width.js';

/** The number of a penalty decision, `惠市环(博罗)罚〔2021〕12号`, as printed and as compared. */
export interface PenaltyDocumentNumber {
  /** As it was written. Kept, and shown to people. */
  readonly raw: string;
  /** The same for every way of writing it: the year in 〔〕, other brackets (), no spaces, half-width. */
  readonly key: string;
  /** Words of the authority before the year; missing when the number is not of the usual form. */
  readonly authority?: string;
  readonly year?: number;
  /** As text: leading zeros are part of the number. */
  readonly number?: string;
}

const OPENING = /[〔【〖[﹝（({]/g;
const CLOSING = /[〕】〗\]﹞）)}]/g;

/** Reads the number of a penalty decision. Never refuses: an unusual number still has a key. */
export function readPenaltyDocumentNumber(raw: string): PenaltyDocumentNumber {
  const key = halfWidth(raw)
    .replace(/\s/gu, '')
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .replace(/\((\d{4})\)(?=[^()]*$)/, '〔$1〕');
  const parts = /^(.+)〔(\d{4})〕第?(\d+(?:-\d+)?)号?$/.exec(key);
  return parts ? { raw, key, authority: parts[1]!, year: Number(parts[2]), number: parts[3]! } : { raw, key };
}
