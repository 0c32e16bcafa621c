import { setTimeout as pause } from 'node:timers/promises';
import { StaleRevision, Unavailable } from '#event-store';

const FIRST_MS = 100;
const LONGEST_MS = 5_000;

/** Whether trying again can help: the store is away, or others keep writing to the same record. */
export const isPassing = (error: unknown): boolean => error instanceof Unavailable || error instanceof StaleRevision;

/** Tries until it works, fails for good, or the signal aborts. Waits longer each time, at most 5 s. */
export async function persistently<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  passes: (error: unknown) => boolean = isPassing,
): Promise<T> {
  for (let waitMs = FIRST_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!passes(error) || signal.aborted) throw error;
      await pause(waitMs, undefined, { signal });
    }
  }
}

/** Goes round and round until the signal aborts. A round that fails is told of, and the next waits a little. */
export async function endlessly(
  round: () => Promise<void>,
  signal: AbortSignal,
  tell: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await round();
    } catch (error) {
      if (signal.aborted) return;
      tell(error);
      await pause(FIRST_MS * 5, undefined, { signal }).catch(() => {});
    }
  }
}
