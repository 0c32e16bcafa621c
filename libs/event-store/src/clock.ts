/**
 * The ledger's clock, as an argument. Live it is the system's; a past year is replayed under a scenario clock.
 * Milliseconds since 1970-01-01T00:00:00Z.
 */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** DI token of the process's one clock. */
export const CLOCK = Symbol('Clock');
