import type { Complaint } from './complaint.js';
import { halfWidth } from './half-width.js';
import { checkUscc } from './uscc.js';

/** A code as an importer may take it, and what a person may want to change. */
export interface NormalisedUscc {
  /** Half-width, upper case, without spaces around it. Not yet known to be right. */
  readonly text: string;
  /** What is wrong with `text`, when something is. */
  readonly complaint?: NonNullable<Complaint>;
  /** The one right code that O for 0 and I for 1 would explain. MUST be confirmed by a person before it is used. */
  readonly proposal?: { readonly uscc: string; readonly changes: readonly UsccChange[] };
}

export interface UsccChange {
  /** From 1. */
  readonly place: number;
  readonly from: string;
  readonly to: string;
}

const MISREAD: Readonly<Record<string, string>> = { O: '0', I: '1' };

/**
 * Tidies a code out of a spreadsheet. For importers only: the API takes codes as they are or not at all.
 *
 * O and I never occur in a code, so each of them can only have been a 0 or a 1: there is at most one candidate, and it
 * is proposed only when both check characters agree with it.
 */
export function normaliseUscc(raw: string): NormalisedUscc {
  const text = halfWidth(raw).trim().toUpperCase();
  const complaint = checkUscc(text);
  if (!complaint) return { text };
  const changes = [...text].flatMap((from, at) => {
    const to = MISREAD[from];
    return to ? [{ place: at + 1, from, to }] : [];
  });
  const uscc = text.replace(/[OI]/g, (letter) => MISREAD[letter]!);
  if (changes.length === 0 || checkUscc(uscc)) return { text, complaint };
  return { text, complaint, proposal: { uscc, changes } };
}
