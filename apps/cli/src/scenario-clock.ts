import type { Ledger } from './ledger.js';

/** Where the scenario clock stands, in milliseconds. Refused by a ledger that runs under the clock on the wall. */
export async function clockOf(ledger: Ledger, token: string): Promise<number> {
  const { now } = await ledger.json<{ now: string }>('/clock', { method: 'GET', token });
  return Date.parse(now);
}

/** Moves the scenario clock forward to a moment (RFC 3339). */
export async function moveClock(ledger: Ledger, token: string, to: string): Promise<void> {
  await ledger.send('/clock', {
    token,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to }),
  });
}
