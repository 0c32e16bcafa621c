import { Refusal } from '#decider';
import { Unacceptable } from './unacceptable.js';

/** A command that the ledger gave itself and that came to nothing. It is not tried again. */
export interface Failed {
  readonly department: string;
  /** Name of the policy, or key of the deadline. */
  readonly cause: string;
  /** `refused` by the law, or `broken`: a bug in the policy, the deadline or the language. */
  readonly kind: 'refused' | 'broken';
  readonly record: string;
  readonly id: string;
  readonly command: string;
  /** Id of the fact that it followed from. */
  readonly factId: string;
  readonly code: string;
  readonly reason: string;
  /** When it came to nothing, by the ledger's clock. */
  readonly at: string;
}

/** Counts of what the ledger commanded itself to do. */
export interface Counts {
  done: number;
  refused: number;
  broken: number;
}

const KEPT = 1_000;

/** Keeps in sight what the ledger's own commands came to: counts, and the last that failed. */
export class Outcomes {
  readonly counts: Counts = { done: 0, refused: 0, broken: 0 };
  readonly #failed: Failed[] = [];

  /** `tell` hears of every command that failed, `stumbled` of every round that will be tried again. */
  constructor(
    private readonly tell: (failed: Failed) => void = () => {},
    readonly stumbled: (error: unknown) => void = () => {},
  ) {}

  /** The last that failed, newest first. */
  get failed(): readonly Failed[] {
    return this.#failed.toReversed();
  }

  done(): void {
    this.counts.done += 1;
  }

  fail(error: unknown, of: Omit<Failed, 'kind' | 'code' | 'reason'>): void {
    const kind = error instanceof Refusal ? 'refused' : 'broken';
    const code = error instanceof Refusal || error instanceof Unacceptable ? error.code : 'bug';
    const failed: Failed = { ...of, kind, code, reason: error instanceof Error ? error.message : String(error) };
    this.counts[kind] += 1;
    this.#failed.push(failed);
    if (this.#failed.length > KEPT) this.#failed.shift();
    this.tell(failed);
  }
}
