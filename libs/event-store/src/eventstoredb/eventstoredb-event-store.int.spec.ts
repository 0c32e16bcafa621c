import { afterAll, beforeAll } from '@jest/globals';
import { eventStoreConformance } from '../conformance/conformance.js';
import { lacks, ledgerOn } from './test-ledgers.js';
import { TestingEventStore } from './testing-eventstore.js';

let server: TestingEventStore;
beforeAll(async () => {
  server = await TestingEventStore.start();
});
afterAll(() => server.stop());

eventStoreConformance('the event store in EventStoreDB', async () => ledgerOn(server), lacks);
