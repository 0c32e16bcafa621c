import type { Actor, DocumentRef } from '#decider';
import type { Principal } from '#identity';
import { inTheFuture } from './unacceptable.js';

/** The parts of a command that go to the envelope of its facts. */
export interface ActParts {
  readonly occurredAt: string;
  /** Ledger time that the decision is taken under; never before `occurredAt`. */
  readonly now: string;
  readonly actor: Actor;
  readonly documents: readonly DocumentRef[];
}

/** How far a poster's clock may run ahead of the ledger's. */
const SKEW_MS = 60_000;

/** Reads the act off a checked command. Throws `Unacceptable` (422) when it has not happened yet. */
export function actOf(data: object, by: Principal, nowMs: number): ActParts {
  const {
    occurredAt,
    officers,
    approver,
    documents = [],
  } = data as {
    occurredAt: string;
    officers?: readonly string[];
    approver?: string;
    documents?: readonly DocumentRef[];
  };
  const occurredMs = Date.parse(occurredAt);
  const now = new Date(nowMs).toISOString();
  if (!(occurredMs <= nowMs + SKEW_MS)) throw inTheFuture(occurredAt, now);
  return {
    occurredAt,
    now: occurredMs > nowMs ? new Date(occurredMs).toISOString() : now,
    actor: {
      client: by.client,
      ...(officers ? { officers } : {}),
      ...(approver ? { approver } : {}),
    },
    documents,
  };
}
