import { Refusal } from '#decider';
import { BoundedMap } from './bounded-map.js';
import type { Receipt } from './receipt.js';
import { keyInUse, keyReused } from './unacceptable.js';

/** An answer that left nothing in the ledger, so that only this process can remember it. */
interface Outcome {
  readonly request: string;
  readonly answer: Receipt | Refusal;
}

const REMEMBERED = 10_000;

interface Request {
  readonly key: string;
  readonly request: string;
  /**
   * Whether an answer without facts stands for later requests with the key. It does for an Idempotency-Key; an event
   * that is sent again after its refusal was cured is decided again.
   */
  readonly remembered: boolean;
}

/** Sees to it that a request with a key runs once at a time, and answers a retry of one that left no facts. */
export class Requests {
  readonly #running = new Set<string>();
  readonly #outcomes = new BoundedMap<string, Outcome>(REMEMBERED);

  /** Throws `Unacceptable`: 409 while the first still runs, 422 when the key was used for something else. */
  async once({ key, request, remembered }: Request, run: () => Promise<Receipt>): Promise<Receipt> {
    if (this.#running.has(key)) throw keyInUse();
    const before = this.#outcomes.get(key);
    if (before) {
      if (before.request !== request) throw keyReused();
      if (before.answer instanceof Refusal) throw before.answer;
      return { ...before.answer, replayed: true };
    }
    this.#running.add(key);
    try {
      const receipt = await run();
      if (remembered && receipt.events.length === 0) this.#outcomes.set(key, { request, answer: receipt });
      return receipt;
    } catch (error) {
      if (remembered && error instanceof Refusal) this.#outcomes.set(key, { request, answer: error });
      throw error;
    } finally {
      this.#running.delete(key);
    }
  }
}
