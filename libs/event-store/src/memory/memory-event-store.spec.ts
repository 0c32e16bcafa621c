import { eventStoreConformance } from '../conformance/conformance.js';
import { memoryEventStore, memoryLog } from './memory-event-store.js';

eventStoreConformance('the event store in memory', async () => {
  const log = memoryLog();
  const store = memoryEventStore({ log });
  return {
    store,
    open: (clock) => memoryEventStore({ clock, log }),
    close: () => store.close(),
  };
});
