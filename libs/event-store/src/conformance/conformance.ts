import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appending } from './appending.js';
import { asModelled } from './as-modelled.js';
import { failing } from './failing.js';
import { following } from './following.js';
import { idempotency } from './idempotency.js';
import { inParallel } from './in-parallel.js';
import { order } from './order.js';
import { processes } from './processes.js';
import { reading } from './reading.js';
import { has, type Lacks, type Ledger, type Means, type Rule } from './rule.js';

/** What every event store promises. */
export const promises: Readonly<Record<string, readonly Rule[]>> = {
  'when appending': appending,
  'when it gets the same again': idempotency,
  'when reading': reading,
  'in its one order': order,
  'when it is followed': following,
  'when something fails': failing,
  'as a whole': asModelled,
  'with writers in parallel': inParallel,
  'among several processes': processes,
};

/**
 * The one suite for every adapter: each promise is shown kept on a ledger that `makeLedger` opens. A rule that needs what
 * the adapter lacks is listed with the reason.
 */
export function eventStoreConformance(name: string, makeLedger: () => Promise<Ledger>, lacks: Lacks = {}): void {
  describe(name, () => {
    let ledger: Ledger;
    beforeAll(async () => {
      ledger = { ...(await makeLedger()), lacks };
    });
    afterAll(() => ledger.close());

    for (const [circumstance, rules] of Object.entries(promises))
      describe(circumstance, () => {
        for (const { name, needs, holds } of rules) {
          const lacking = needs.filter((means) => lacks[means]);
          if (lacking.length === 0) it(name, () => holds(ledger.store, ledger));
          else
            it(`cannot show that ${name}: ${lacking.map((means) => lacks[means]).join('; ')}`, () =>
              expect(lacking.filter((means) => offers(ledger, means))).toEqual([]));
        }
      });
  });
}

/** A means that is declared lacking and yet offered is a declaration that went stale. */
const offers = (ledger: Ledger, means: Means) => (ledger as unknown as Record<string, unknown>)[means] !== undefined;

/**
 * The rules that a ledger breaks, each tried on a ledger of its own. An adapter that is broken on purpose shows that the
 * suite would notice.
 */
export async function brokenRules(makeLedger: () => Ledger | Promise<Ledger>, names?: readonly string[]) {
  const broken: string[] = [];
  for (const { name, needs, holds } of Object.values(promises).flat()) {
    if (names && !names.includes(name)) continue;
    const ledger = await makeLedger();
    if (needs.every((means) => has(ledger, means))) await holds(ledger.store, ledger).catch(() => broken.push(name));
    await ledger.close();
  }
  return broken;
}
