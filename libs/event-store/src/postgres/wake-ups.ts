import type pg from 'pg';
import type { Bell } from '../tail.js';
import { openSession, type SessionOptions } from './session.js';

export interface WakeUpOptions extends SessionOptions {
  /** Polling is the truth: a reader looks again after this long, whether it heard anything or not. */
  readonly pollMs: number;
}

/** Wakes readers as positions are reached: by this process's own appends at once, by those of others through LISTEN. */
export function wakeUps({ pollMs, ...session }: WakeUpOptions) {
  let reached = 0;
  let listening: Promise<pg.Client | undefined> | undefined;
  const waiting = new Set<{ beyond: number; wake: () => void }>();

  function ring(position: number): void {
    reached = Math.max(reached, position);
    for (const { beyond, wake } of [...waiting]) if (reached > beyond) wake();
  }

  /** Keeps one session listening while somebody waits. When it is lost the next wait opens another; polling bridges. */
  async function listen(): Promise<pg.Client | undefined> {
    try {
      const client = await openSession(session, () => (listening = undefined));
      client.on('notification', ({ payload }) => ring(Number(payload)));
      await client.query('listen ledger');
      return client;
    } catch {
      listening = undefined;
      return undefined;
    }
  }

  const bell: Bell = {
    heard(beyond, signal) {
      if (reached > beyond || signal.aborted) return Promise.resolve();
      listening ??= listen();
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

  return {
    ring,
    bell,
    async close(): Promise<void> {
      for (const { wake } of [...waiting]) wake();
      await (await listening)?.end();
    },
  };
}
