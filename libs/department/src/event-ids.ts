import { hash, randomFillSync } from 'node:crypto';
import { parse, v5, v7 } from 'uuid';

const TAIZHANG = parse(v5('urn:taizhang', v5.URL));

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
  return (index) => (made[index] ??= v7({ random: randomBytes() }));
}

const POOL = new Uint8Array(16 * 1024);
let used = POOL.length;

/** 16 random bytes. The kernel is asked for many at once: asking for each id costs more than making it. */
function randomBytes(): Uint8Array {
  if (used === POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  return POOL.slice(used, (used += 16));
}

/** SHA-256 of what was asked, whatever the order of the body's fields. */
export const fingerprintOf = (stream: string, command: string, body: object): string =>
  hash('sha256', JSON.stringify([stream, command, inOrder(body)]));

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const sorted: Record<string, unknown> = {};
  for (const name of Object.keys(value).sort()) sorted[name] = inOrder((value as Record<string, unknown>)[name]);
  return sorted;
}
