import type { Expected } from './event-store.js';

/** Whether a stream whose last revision is `actual` (-1: it does not exist) is where the writer believes it to be. */
export function expectationHolds(expected: Expected, actual: number): boolean {
  if (expected === 'any') return true;
  if (expected === 'no-stream') return actual === -1;
  if (expected === 'stream-exists') return actual >= 0;
  return expected === actual;
}
