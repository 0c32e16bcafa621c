import type { ResolvedEvent } from '@eventstore/db-client';
import { setTimeout as pause } from 'node:timers/promises';
import { ringing } from '../ringing.js';
import type { Bell } from '../tail.js';
import type { Connection } from './connection.js';
import { fromServer, integer } from './envelope.js';
import { translated } from './failures.js';

export interface WakeUpOptions {
  readonly connection: Connection;
  /** Reading is the truth: a reader looks again after this long, whether it heard anything or not. */
  readonly pollMs: number;
  /** A subscription that is silent about what was read this long ago is given up for lost. */
  readonly silentMs: number;
  /** Hears one line for each attempt that failed, and one when the server is back. */
  readonly tell: (line: string) => void;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Wakes readers as positions are reached: by this process's own appends at once, by those of others through one
 * subscription, which is made anew whenever it fails, ends or falls silent.
 */
export function wakeUps({ connection, pollMs, silentMs, tell }: WakeUpOptions) {
  const closing = new AbortController();
  /** What the subscription itself has told of. */
  let told = 0;
  /** Where a reader had come to the end since the subscription began: what is found beyond, it must tell of. */
  let begun: number | undefined;
  let watchdog: NodeJS.Timeout | undefined;
  let giveUp: (() => void) | undefined;
  let supervised: Promise<void> | undefined;

  const { ring, wakeAll, heard } = ringing({ pollMs, listen: () => void (supervised ??= supervise()) });
  const bell: Bell = {
    heard: (beyond, signal) => (closing.signal.aborted ? Promise.resolve() : heard(beyond, signal)),
  };

  async function supervise(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted;) {
      const subscription = connection.subscribe();
      giveUp = () => {
        subscription.unsubscribe().catch(() => {});
        subscription.destroy();
      };
      subscription.once('confirmation', () => {
        if (failures > 1) tell(`EventStoreDB at ${connection.where} is there again`);
        failures = 0;
        begun = undefined;
        // Something may have come before the subscription began.
        wakeAll();
      });
      let problem: unknown;
      try {
        for await (const record of subscription) {
          told = integer(record.commitPosition ?? record.event?.position.commit, 'position');
          // What readers leave out they must not be woken for, or they would look for it for ever.
          if (fromServer(record as ResolvedEvent)) ring(told);
        }
      } catch (error) {
        problem = error;
      }
      giveUp();
      giveUp = undefined;
      if (closing.signal.aborted) return;
      const waitMs = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
      // A line that breaks once and is made anew is no news.
      if (problem && ++failures > 1)
        tell(`${(translated(problem, connection.where) as Error).message}; trying again in ${waitMs / 1000} s`);
      await pause(waitMs, undefined, { signal: closing.signal }).catch(() => {});
    }
  }

  function watch(position: number): void {
    if (!supervised || watchdog) return;
    watchdog = setTimeout(() => {
      watchdog = undefined;
      if (told < position) giveUp?.();
    }, silentMs);
    watchdog.unref();
  }

  return {
    ring,
    bell,
    /** A reader has come this far: before long the subscription must have told of it, or it is not alive. */
    came(position: number, caughtUp: boolean): void {
      if (begun === undefined) begun = caughtUp ? position : undefined;
      else if (position > Math.max(begun, told)) watch(position);
    },
    async close(): Promise<void> {
      closing.abort();
      clearTimeout(watchdog);
      wakeAll();
      giveUp?.();
      await supervised;
    },
  };
}
