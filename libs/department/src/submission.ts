import type { Principal } from '#identity';

/** Who puts a command, and under which conditions. */
export interface Submission {
  readonly by: Principal;
  /**
   * What makes a retry recognisable: `['key', <Idempotency-Key>]`, `['event', <source>, <id>]` and the like. The ids
   * of the facts are made from it, so the ledger itself remembers it for ever.
   */
  readonly key?: readonly string[];
  /** `If-Match`: the revision that the caller has seen. */
  readonly expected?: number;
  readonly correlationId: string;
  /** The fact that caused it, when the ledger acts of itself. */
  readonly causationId?: string;
}
