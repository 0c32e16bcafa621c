import { writeAndTail } from '../conformance/write-and-tail.js';
import { postgresEventStore } from './postgres-event-store.js';

writeAndTail(postgresEventStore({ url: process.argv[2]! }));
