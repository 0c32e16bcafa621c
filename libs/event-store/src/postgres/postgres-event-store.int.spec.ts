import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { systemClock } from '../clock.js';
import { eventStoreConformance } from '../conformance/conformance.js';
import { type TestLedgers, testLedgers } from './test-ledgers.js';
import { testingLine } from './testing-line.js';
import { once } from './testing-postgres.js';

const writer = join(import.meta.dirname, '../../../../dist/libs/event-store/src/postgres/writer-process.js');

let ledgers: TestLedgers;
beforeAll(async () => {
  ledgers = await testLedgers();
});
afterAll(() => ledgers.stop());

eventStoreConformance('the event store in PostgreSQL', async () => {
  const { ownerUrl, serviceUrl, open, close } = await ledgers.ledger();
  const line = await testingLine(serviceUrl);
  const openByLine: typeof open = (clock) => open(clock, { url: line.url, pollMs: 100 });
  const endSessions = `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ledger_service'`;
  return {
    store: openByLine(systemClock),
    open: openByLine,
    loseNextAcknowledgement: () => line.loseNextAnswer(),
    cutReaders: async (how) => (how === 'broken' ? line.break() : void (await once(ownerUrl, endSessions))),
    ownProcess: () => ({ entry: writer, args: [serviceUrl] }),
    async close() {
      await close();
      await line.close();
    },
  };
});
