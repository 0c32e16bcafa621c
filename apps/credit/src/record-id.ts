import { createHash } from 'node:crypto';

const LONGEST = 64;

/** An id that would be longer than one may be keeps its beginning and ends in a digest of the whole. */
export function shortened(id: string): string {
  if (id.length <= LONGEST) return id;
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 32);
  return `${id.slice(0, LONGEST - 1 - digest.length)}~${digest}`;
}

/**
 * Id of the credit record of what another department decided: `penalty-2021-0003`, `exit-industry.GX-12`. The same
 * origin always gives the same id. Departments number for themselves, so all but energy, which came first, are named.
 */
export function creditRecordIdOf(kind: 'penalty' | 'exit', origin: string, department = 'energy'): string {
  return shortened(department === 'energy' ? `${kind}-${origin}` : `${kind}-${department}.${origin}`);
}
