import { eventStoreConformance } from '../conformance/conformance.js';
import type { Lacks, Ledger } from '../conformance/rule.js';
import { memoryEventStore, memoryLog } from './memory-event-store.js';

const noLine = 'between a caller and its own memory there is no line to lose';
const lacks: Lacks = {
  loseNextAcknowledgement: noLine,
  cutReaders: noLine,
  ownProcess: 'memory is not seen by another process',
};

async function makeLedger(): Promise<Ledger> {
  const log = memoryLog();
  const store = memoryEventStore({ log });
  return {
    store,
    open: (clock) => memoryEventStore({ clock, log }),
    close: () => store.close(),
  };
}

eventStoreConformance('the event store in memory', makeLedger, lacks);
