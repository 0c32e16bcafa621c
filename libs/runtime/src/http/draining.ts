import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log.js';
import type { Health } from './health.js';

/** DI token of the process's one `Draining`. */
export const DRAINING = Symbol('Draining');

/** Something to let go of at the end, after the last request was answered. */
export interface LastRite {
  readonly name: string;
  readonly stop: () => void | Promise<void>;
}

/** How a process stops: nobody is sent away with half an answer, and nothing is left running. */
export class Draining {
  readonly #begun = new AbortController();
  readonly #rites: LastRite[] = [];
  #open = 0;
  #writing = 0;

  /** Aborted when the process begins to stop. Long polls and streams MUST end when it is. */
  get signal(): AbortSignal {
    return this.#begun.signal;
  }

  get inFlight(): number {
    return this.#open;
  }

  /** To be stopped at the end, in the order of these calls: what depends on something comes before it. */
  atTheEnd(name: string, stop: LastRite['stop']): void {
    this.#rites.push({ name, stop });
  }

  get rites(): readonly LastRite[] {
    return this.#rites;
  }

  /** Of those in flight, the ones that wait to have something recorded. */
  get writing(): number {
    return this.#writing;
  }

  arrived({ writes }: { readonly writes: boolean }): void {
    this.#open++;
    if (writes) this.#writing++;
  }

  left({ writes }: { readonly writes: boolean }): void {
    this.#open--;
    if (writes) this.#writing--;
  }

  begin(): void {
    this.#begun.abort(new Error('the ledger is shutting down'));
  }
}

export interface DrainLimits {
  /** Kept-alive connections get this long to send one more request, which is answered and the connection closed. */
  readonly lameDuckMs: number;
  readonly inFlightMs: number;
}

export const DRAIN_LIMITS: DrainLimits = { lameDuckMs: 300, inFlightMs: 10_000 };

interface Drained {
  readonly server: Server;
  readonly health: Health;
  readonly draining: Draining;
  /** Let go of in this order, each whatever became of the one before. */
  readonly rites: readonly LastRite[];
  readonly log: Log;
  readonly limits?: DrainLimits;
}

/** Readiness off, no new connections, streams ended, requests in flight answered, then the last rites in order. */
export async function drain({ server, health, draining, rites, log, limits = DRAIN_LIMITS }: Drained): Promise<void> {
  health.drain();
  // The HTTP server's own `close` cuts kept-alive connections at once, maybe under a request on its way.
  if (server.listening) NetServer.prototype.close.call(server);
  draining.begin();
  log.info({ inFlight: draining.inFlight }, 'shutting down: no new connections');
  const begun = performance.now();
  while (performance.now() - begun < limits.inFlightMs) {
    await pause(10);
    if (draining.inFlight > 0) continue;
    if (performance.now() - begun >= limits.lameDuckMs || (await connections(server)) === 0) break;
  }
  server.closeIdleConnections();
  if (draining.inFlight > 0) log.warn({ inFlight: draining.inFlight }, 'requests did not end in time and are cut');
  server.closeAllConnections();
  for (const { name, stop } of rites) {
    const since = performance.now();
    try {
      await stop();
      log.debug({ name, tookMs: Math.round(performance.now() - since) }, 'stopped');
    } catch (problem) {
      log.error({ err: problem, name }, 'did not stop cleanly');
    }
  }
}

const connections = (server: Server): Promise<number> =>
  new Promise((resolve) => server.getConnections((problem, count) => resolve(problem ? 0 : count)));
