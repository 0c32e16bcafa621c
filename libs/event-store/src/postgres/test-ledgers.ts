import type { Clock } from '../clock.js';
import type { EventStore } from '../event-store.js';
import { migrate } from './migrate.js';
import { postgresEventStore, type PostgresEventStoreOptions } from './postgres-event-store.js';
import { type TestingPostgres, testingPostgres } from './testing-postgres.js';

/** An empty ledger on a throw-away server, and the stores opened on it. */
export interface TestLedger {
  readonly ownerUrl: string;
  readonly serviceUrl: string;
  open(clock?: Clock, options?: Partial<PostgresEventStoreOptions>): EventStore;
  close(): Promise<void>;
}

export interface TestLedgers {
  readonly server: TestingPostgres;
  ledger(): Promise<TestLedger>;
  stop(): Promise<void>;
}

const SERVICE = { serviceRole: 'ledger_service', servicePassword: 'a service’s password' };

/** One server for a file of tests; a database for each group of them. Stores are opened as the service role. */
export async function testLedgers(): Promise<TestLedgers> {
  const server = await testingPostgres();
  return {
    server,
    async ledger() {
      const ownerUrl = await server.database();
      await migrate(ownerUrl, SERVICE);
      const url = new URL(ownerUrl);
      url.username = SERVICE.serviceRole;
      url.password = encodeURIComponent(SERVICE.servicePassword);
      const serviceUrl = url.href;
      const stores: EventStore[] = [];
      return {
        ownerUrl,
        serviceUrl,
        open(clock, options) {
          const store = postgresEventStore({ url: serviceUrl, clock, ...options });
          stores.push(store);
          return store;
        },
        close: async () => void (await Promise.all(stores.map((store) => store.close()))),
      };
    },
    stop: () => server.stop(),
  };
}
