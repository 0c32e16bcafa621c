import { createHash } from 'node:crypto';
import { canonical } from '#contracts';
import { namespaceOf } from '#decider';
import type { Item } from '../ledger.js';
import type { Problem } from '../problem.js';

/** Something tidied up on the way in. Always told, never silent. */
export interface FixUp {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What might have been meant by a wrong code. Never applied: a person has to say so. */
export interface Proposal {
  readonly field: string;
  readonly was: string;
  readonly meant: string;
}

/** One row or line of a file, as an item ready to be sent, or with the reason why it cannot be. */
export interface Row {
  /** From 1, the header counted. */
  readonly line: number;
  readonly item?: Item;
  readonly problem?: Problem;
  /** As it stood in the file, when it could not be read. */
  readonly raw?: string;
  readonly fixUps: readonly FixUp[];
  readonly proposals: readonly Proposal[];
}

/** Source of items whose file names none. Together with the id it is what makes a second import harmless. */
export const SOURCE = 'urn:taizhang:import';

interface Parts {
  readonly department: string;
  readonly command: string;
  readonly record: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly key?: string;
  readonly source?: string;
}

/** An item; without a key of its own its id is the SHA-256 of what it says, so the same row is the same item. */
export function itemOf({ department, command, record, data, key, source = SOURCE }: Parts): Item {
  const type = `${namespaceOf(department)}.${command}`;
  const id = key ?? createHash('sha256').update(canonical({ type, record, data })).digest('hex');
  return {
    specversion: '1.0',
    id,
    source,
    type,
    subject: record,
    time: String(data['occurredAt'] ?? ''),
    datacontenttype: 'application/json',
    data,
  };
}

export const unreadable = (line: number, raw: string, zh: string, en: string): Row => ({
  line,
  raw,
  problem: { type: 'urn:taizhang:import/unreadable', status: 400, detail_zh: zh, detail: en },
  fixUps: [],
  proposals: [],
});
