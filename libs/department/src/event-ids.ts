import { createHash } from 'node:crypto';
import { v5, v7 } from 'uuid';
import { canonical } from '#contracts';

const TAIZHANG = v5('urn:taizhang', v5.URL);

/** Ids of the facts that a command leads to, by their index. */
export type EventIds = (index: number) => string;

/** Ids that anybody, on any machine, at any time, would make of the same request. */
export function repeatableIds(department: string, client: string, key: readonly string[]): EventIds {
  const made: string[] = [];
  return (index) => (made[index] ??= v5(JSON.stringify([department, client, ...key, index]), TAIZHANG));
}

/** Ids that nobody will ever make again. */
export function uniqueIds(): EventIds {
  const made: string[] = [];
  return (index) => (made[index] ??= v7());
}

/** SHA-256 of what was asked, whatever the order of the body's fields. */
export const fingerprintOf = (stream: string, command: string, body: object): string =>
  createHash('sha256')
    .update(canonical([stream, command, body]))
    .digest('hex');
