import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { appending } from './appending.js';
import { idempotency } from './idempotency.js';
import { order } from './order.js';
import { reading } from './reading.js';
import type { Ledger, Rule } from './rule.js';

/** What every event store promises. */
export const promises: Readonly<Record<string, readonly Rule[]>> = {
  'when appending': appending,
  'when it gets the same again': idempotency,
  'when reading': reading,
  'in its one order': order,
};

/** The one suite for every adapter: each promise is shown kept on a ledger that `makeLedger` opens. */
export function eventStoreConformance(name: string, makeLedger: () => Promise<Ledger>): void {
  describe(name, () => {
    let ledger: Ledger;
    beforeAll(async () => {
      ledger = await makeLedger();
    });
    afterAll(() => ledger.close());

    for (const [circumstance, rules] of Object.entries(promises))
      describe(circumstance, () => {
        for (const { name, holds } of rules) it(name, () => holds(ledger.store, ledger));
      });
  });
}

/** The named rules that a ledger breaks. An adapter that is broken on purpose shows that the suite would notice. */
export async function brokenBy(ledger: Ledger, names: readonly string[]): Promise<string[]> {
  const all = Object.values(promises).flat();
  const broken: string[] = [];
  for (const name of names) {
    const rule = all.find((each) => each.name === name);
    if (!rule) throw new Error(`No rule is called ${name}`);
    await rule.holds(ledger.store, ledger).catch(() => broken.push(name));
  }
  return broken;
}
