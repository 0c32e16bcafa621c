import type { EventStore } from '../event-store.js';
import type { EventStoreDbEventStoreOptions } from './eventstoredb-event-store.js';

/** The store in an EventStoreDB or KurrentDB cluster. Its client is loaded only by those who have one. */
export async function eventStoreDbEventStore(options: EventStoreDbEventStoreOptions): Promise<EventStore> {
  const adapter = await import('./eventstoredb-event-store.js');
  return adapter.eventStoreDbEventStore(options);
}
