import { afterAll, beforeAll } from '@jest/globals';
import { systemClock } from '../clock.js';
import { eventStoreConformance } from '../conformance/conformance.js';
import { type TestLedgers, testLedgers } from './test-ledgers.js';

let ledgers: TestLedgers;
beforeAll(async () => {
  ledgers = await testLedgers();
});
afterAll(() => ledgers.stop());

eventStoreConformance('the event store in PostgreSQL', async () => {
  const { open, close } = await ledgers.ledger();
  return { store: open(systemClock), open, close };
});
