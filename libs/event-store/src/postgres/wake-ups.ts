import type pg from 'pg';
import { ringing } from '../ringing.js';
import { openSession, type SessionOptions } from './session.js';

export interface WakeUpOptions extends SessionOptions {
  /** Polling is the truth: a reader looks again after this long, whether it heard anything or not. */
  readonly pollMs: number;
}

/** Wakes readers as positions are reached: by this process's own appends at once, by those of others through LISTEN. */
export function wakeUps({ pollMs, ...session }: WakeUpOptions) {
  let listening: Promise<pg.Client | undefined> | undefined;
  const bell = ringing({ pollMs, listen: () => void (listening ??= listen()) });

  /** Keeps one session listening while somebody waits. When it is lost the next wait opens another; polling bridges. */
  async function listen(): Promise<pg.Client | undefined> {
    try {
      const client = await openSession(session, () => (listening = undefined));
      client.on('notification', ({ payload }) => bell.ring(Number(payload)));
      await client.query('listen ledger');
      return client;
    } catch {
      listening = undefined;
      return undefined;
    }
  }

  return {
    ring: bell.ring,
    bell,
    async close(): Promise<void> {
      bell.wakeAll();
      await (await listening)?.end();
    },
  };
}
