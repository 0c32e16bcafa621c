import { createRequire } from 'node:module';

interface Request {
  readonly sentAt: number;
  readonly requestTimeout: number;
  timeoutRequest(): void;
}

interface RequestQueue {
  readonly pending: readonly Request[];
  readonly inflight: ReadonlyMap<number, Request>;
  requestTimeoutIntervalId: NodeJS.Timeout;
  destroy(): void;
  scheduleCheckPendingRequests(): void;
  scheduleRequestTimeoutCheck(): void;
}

const { prototype } = createRequire(import.meta.url)('kafkajs/src/network/requestQueue/index.js') as {
  readonly prototype: RequestQueue;
};
const { scheduleCheckPendingRequests } = prototype;
const LOOK_MS = 1_000;

/**
 * kafkajs 2.2.4 asks a connection's queue for waiting requests by a timer that sets itself again even when none wait,
 * with a negative time where nothing was ever throttled: about a thousand wake-ups a second for an idle connection.
 * Requests that wait are scheduled when they come, so a queue without any needs no timer.
 */
prototype.scheduleCheckPendingRequests = function () {
  if (this.pending.length > 0) scheduleCheckPendingRequests.call(this);
};

/**
 * kafkajs looks ten times a second for requests that take too long, and stops looking when a connection is being
 * closed, which then waits for them for ever. Once a second will do, for as long as there are any.
 */
prototype.scheduleRequestTimeoutCheck = function () {
  clearInterval(this.requestTimeoutIntervalId);
  this.requestTimeoutIntervalId = setInterval(() => {
    const now = Date.now();
    for (const request of [...this.inflight.values()])
      if (now - request.sentAt > request.requestTimeout) request.timeoutRequest();
  }, LOOK_MS);
};
