import { Inject, Injectable, Optional } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '#event-store';
import { READ_MODELS, type ReadModels } from '#projection';
import { Gauge, METRICS, onceAScrape, type Registry } from '#runtime';

/** Position, lag and parked events of every projection, read when they are asked for. */
@Injectable()
export class ProjectionMetrics {
  constructor(
    @Inject(READ_MODELS) models: ReadModels,
    @Inject(EVENT_STORE) store: EventStore,
    @Optional() @Inject(METRICS) registry?: Registry,
  ) {
    if (!registry) return;
    const gauge = (name: string, help: string) =>
      new Gauge({ name, help, labelNames: ['projection'], registers: [registry], collect });
    const collect = onceAScrape(async () => {
      for (const one of [position, parked, lag]) one.reset();
      // Metrics of everything else must not fail with the database; readiness tells of it.
      const all = await models.status().catch(() => []);
      const head = all.length > 0 ? await store.head().catch(() => undefined) : undefined;
      for (const one of all) {
        const labels = { projection: one.name };
        position.set(labels, one.position);
        parked.set(labels, one.parked);
        if (head !== undefined) lag.set(labels, Math.max(0, head - one.position));
      }
    });
    const position: Gauge = gauge('taizhang_projection_position', 'Position reflected');
    const parked: Gauge = gauge('taizhang_projection_parked', 'Events parked');
    const lag: Gauge = gauge('taizhang_projection_lag', 'How far the ledger is ahead, in positions');
  }
}
