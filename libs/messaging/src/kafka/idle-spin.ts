import { createRequire } from 'node:module';

interface RequestQueue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests(this: RequestQueue): void;
}

const { prototype } = createRequire(import.meta.url)('kafkajs/src/network/requestQueue/index.js') as {
  readonly prototype: RequestQueue;
};
const schedule = prototype.scheduleCheckPendingRequests;

/**
 * kafkajs 2.2.4 asks a connection's queue for waiting requests by a timer that sets itself again even when none wait,
 * with a negative time where nothing was ever throttled: about a thousand wake-ups a second for an idle connection.
 * Requests that wait are scheduled when they come, so a queue without any needs no timer.
 */
prototype.scheduleCheckPendingRequests = function () {
  if (this.pending.length > 0) schedule.call(this);
};
