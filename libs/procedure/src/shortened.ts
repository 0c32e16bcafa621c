import { createHash } from 'node:crypto';

const LONGEST = 64;

/** An id that would be longer than one may be keeps its beginning and ends in a digest of the whole. */
export function shortened(id: string): string {
  if (id.length <= LONGEST) return id;
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 32);
  return `${id.slice(0, LONGEST - 1 - digest.length)}~${digest}`;
}
