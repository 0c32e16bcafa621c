import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when the thing is up; throws, with words for the operator, when it is not. */
export type Probe = () => void | Promise<void>;

export type Checks = Readonly<Record<string, { readonly up: boolean; readonly why?: string }>>;

/** DI token of the process's one `Health`. */
export const HEALTH = Symbol('Health');

const PROBE_MS = 2000;
const FRESH_MS = 500;

/** What is up and what is not. Whoever depends on something registers a probe for it. */
export class Health {
  #probes = new Map<string, Probe>();
  #last: { at: number; checks: Promise<Checks> } | undefined;
  #started = false;
  #draining = false;

  /** A service is ready only while all of its probes are content. Answers with what takes the probe away. */
  register(name: string, probe: Probe): () => void {
    this.#probes.set(name, probe);
    return () => void this.#probes.delete(name);
  }

  /** Everything is set up: from now on readiness is what the probes say. */
  started(): void {
    this.#started = true;
    this.#last = undefined;
  }

  /** No more requests should be sent here. */
  drain(): void {
    this.#draining = true;
  }

  get hasStarted(): boolean {
    return this.#started;
  }

  async readiness(): Promise<{ readonly ready: boolean; readonly checks: Checks }> {
    const now = performance.now();
    // Asked often and by anyone, so the probes run at most twice a second.
    if (!this.#last || now - this.#last.at > FRESH_MS) this.#last = { at: now, checks: this.#check() };
    const checks: Checks = {
      startup: this.#started ? { up: true } : { up: false, why: 'still starting' },
      ...(this.#draining ? { draining: { up: false, why: 'shutting down' } } : {}),
      ...(await this.#last.checks),
    };
    return { ready: Object.values(checks).every(({ up }) => up), checks };
  }

  async #check(): Promise<Checks> {
    const results = await Promise.all(
      [...this.#probes].map(async ([name, probe]) => [name, await outcome(probe)] as const),
    );
    return Object.fromEntries(results);
  }
}

async function outcome(probe: Probe): Promise<{ up: boolean; why?: string }> {
  const over = new AbortController();
  const late = pause(PROBE_MS, undefined, { signal: over.signal, ref: false }).then(
    () => Promise.reject(new Error(`no answer within ${PROBE_MS} ms`)),
    () => undefined,
  );
  try {
    await Promise.race([Promise.resolve().then(probe), late]);
    return { up: true };
  } catch (problem) {
    return { up: false, why: problem instanceof Error ? problem.message : String(problem) };
  } finally {
    over.abort();
  }
}
