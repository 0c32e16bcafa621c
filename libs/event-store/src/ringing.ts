import type { Bell } from './tail.js';

/** A bell, and those who pull it. */
export interface Ringing extends Bell {
  /** Wakes whoever waits for something before this position. */
  ring(position: number): void;
  wakeAll(): void;
}

/**
 * A bell that rings as positions are reached, and by itself after `pollMs`: ringing is a hint, looking is the truth.
 * `listen` is called whenever somebody begins to wait.
 */
export function ringing({ pollMs, listen }: { readonly pollMs: number; readonly listen: () => void }): Ringing {
  let reached = 0;
  const waiting = new Set<{ readonly beyond: number; readonly wake: () => void }>();
  return {
    ring(position) {
      reached = Math.max(reached, position);
      for (const { beyond, wake } of [...waiting]) if (reached > beyond) wake();
    },
    wakeAll() {
      for (const { wake } of [...waiting]) wake();
    },
    heard(beyond, signal) {
      if (reached > beyond || signal.aborted) return Promise.resolve();
      listen();
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(waiter);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const waiter = { beyond, wake };
        const timer = setTimeout(wake, pollMs);
        waiting.add(waiter);
        signal.addEventListener('abort', wake);
      });
    },
  };
}
