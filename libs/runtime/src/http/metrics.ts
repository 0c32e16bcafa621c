import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** DI token of the process's one prom-client `Registry`. */
export const METRICS = Symbol('Metrics');

export { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** A registry with what every process shows: CPU, memory, event loop lag, garbage collection. */
export function processMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** How long requests take, by route pattern, and how many are on their way. */
export function httpMetrics(registry: Registry) {
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last byte of its answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
    registers: [registry],
  });
  const inFlight = new Gauge({ name: 'http_requests_in_flight', help: 'Requests being served', registers: [registry] });
  return { duration, inFlight };
}

/**
 * A `collect` for several gauges that are read together. A scrape collects all metrics at once, so they share one look;
 * a gauge that another one's look sets would otherwise be told one scrape late.
 */
export function onceAScrape(look: () => Promise<void>): () => Promise<void> {
  let looking: Promise<void> | undefined;
  return () => (looking ??= look().finally(() => (looking = undefined)));
}
