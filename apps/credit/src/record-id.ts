import { createHash } from 'node:crypto';

const LONGEST = 64;

/**
 * Id of the credit record of what another department decided: `penalty-2021-0003`. The same origin always gives the
 * same id. One that would be longer than an id may be keeps its beginning and ends in a digest of the whole.
 */
export function creditRecordIdOf(kind: 'penalty' | 'exit', origin: string): string {
  const id = `${kind}-${origin}`;
  if (id.length <= LONGEST) return id;
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 32);
  return `${id.slice(0, LONGEST - 1 - digest.length)}~${digest}`;
}
