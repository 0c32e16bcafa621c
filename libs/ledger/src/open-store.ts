import { eventStoreDbEventStore, postgresEventStore, Unavailable, type Clock, type EventStore } from '#event-store';
import { BadConfiguration, type Configuration, type Log } from '#runtime';

interface StoreOptions {
  readonly configuration: Configuration;
  /** Of the PostgreSQL that holds the events when no EventStoreDB is named. */
  readonly postgresUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** The store that the configuration names. Nothing is connected to before it is needed. */
export async function openStore({ configuration, postgresUrl, clock, log }: StoreOptions): Promise<EventStore> {
  const { eventstoreUrl } = configuration;
  if (!eventstoreUrl) return postgresEventStore({ url: postgresUrl, clock });
  try {
    return await eventStoreDbEventStore({ url: eventstoreUrl, clock, tell: (line) => log.warn(line) });
  } catch (problem) {
    const { message } = problem as Error;
    throw new BadConfiguration([
      {
        name: 'EVENTSTORE_URL',
        was: '***',
        allowed: {
          zh: `集群地址，含用户名与口令（${message}）`,
          en: `the address of a cluster, with user and password (${message})`,
        },
        example: 'esdb://ledger:secret@es1.example:2113,es2.example:2113,es3.example:2113?tls=true',
      },
    ]);
  }
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/**
 * What time the ledger last told; 0 when nobody was told anything yet. A store that is away is not waited for, unless the
 * clock has to go on from there: the service starts, and is ready once the store is.
 */
export async function lastRecordedAt(store: EventStore, log: Log, needed: boolean): Promise<number> {
  for (let waitMs = FIRST_PAUSE_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_PAUSE_MS))
    try {
      const last = await store.latest();
      return last ? Date.parse(last.recordedAt) : 0;
    } catch (problem) {
      if (!(problem instanceof Unavailable)) throw problem;
      if (!needed) {
        log.warn(`${problem.message}; the service starts, and is ready once it is there`);
        return 0;
      }
      log.warn(`${problem.message}; trying again in ${waitMs / 1000} s`);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
}
