import { writeAndTail } from '../conformance/write-and-tail.js';
import { eventStoreDbEventStore } from './eventstoredb-event-store.js';

writeAndTail(eventStoreDbEventStore({ url: process.argv[2]! }));
