import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectNothingLost } from '../conformance/broken-line.js';
import type { EventStore } from '../event-store.js';
import { type TestLedger, type TestLedgers, testLedgers } from './test-ledgers.js';
import { testingLine } from './testing-line.js';

let ledgers: TestLedgers;
let ledger: TestLedger;
let sound: EventStore;
beforeAll(async () => {
  ledgers = await testLedgers();
  ledger = await ledgers.ledger();
  sound = ledger.open();
});
afterAll(async () => {
  await ledger.close();
  await ledgers.stop();
});

/** Appends over a line that breaks at its n-th message, and follows; answers whether there were so many. */
async function playOver(n: number): Promise<boolean> {
  const line = await testingLine(ledger.serviceUrl);
  let messages = 0;
  line.breakWhen(() => ++messages === n);
  const store = ledger.open(undefined, { url: line.url, pollMs: 20 });
  await expectNothingLost(store, sound);
  await store.close();
  await line.close();
  return messages >= n;
}

describe('of the messages between a process and its server', () => {
  it('any may be lost: what callers hear stays true, and a subscription misses nothing', async () => {
    let n = 1;
    while (await playOver(n)) n++;
    expect(n).toBeGreaterThan(30);
  });
});
