import { setTimeout as pause } from 'node:timers/promises';
import { QueueUnavailable } from '../errors.js';

/** What the promise comes to, or `QueueUnavailable` when that takes too long; what comes later goes nowhere. */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = pause(ms, undefined, { signal: over.signal }).then(
    () => Promise.reject(new QueueUnavailable(`Kafka 超时未答；${what} took Kafka more than ${ms} ms`)),
    () => new Promise<never>(() => {}),
  );
  promise.catch(() => {});
  try {
    return await Promise.race([promise, late]);
  } finally {
    over.abort();
  }
}

/** Ends what is to be ended, in order if that is possible in time. */
export const ended = (ms: number, ending: Promise<unknown>): Promise<void> =>
  within(ms, 'letting go', ending).then(
    () => {},
    () => {},
  );
