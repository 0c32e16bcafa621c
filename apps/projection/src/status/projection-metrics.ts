import { Inject, Injectable, Optional } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '#event-store';
import { READ_MODELS, type ReadModels } from '#projection';
import { Gauge, METRICS, type Registry } from '#runtime';

/** Position, lag and parked events of every projection, read when they are asked for. */
@Injectable()
export class ProjectionMetrics {
  constructor(
    @Inject(READ_MODELS) models: ReadModels,
    @Inject(EVENT_STORE) store: EventStore,
    @Optional() @Inject(METRICS) registry?: Registry,
  ) {
    if (!registry) return;
    const labelNames = ['projection'];
    const position = new Gauge({
      name: 'taizhang_projection_position',
      help: 'Position reflected',
      labelNames,
      registers: [registry],
    });
    const parked = new Gauge({
      name: 'taizhang_projection_parked',
      help: 'Events parked',
      labelNames,
      registers: [registry],
    });
    new Gauge({
      name: 'taizhang_projection_lag',
      help: 'Events that the ledger is ahead',
      labelNames,
      registers: [registry],
      async collect() {
        // Metrics of everything else must not fail with the database; readiness tells of it.
        const all = await models.status().catch(() => []);
        const head = all.length > 0 ? await store.head().catch(() => 0) : 0;
        for (const one of all) {
          const labels = { projection: one.name };
          position.set(labels, one.position);
          parked.set(labels, one.parked);
          this.set(labels, Math.max(0, head - one.position));
        }
      },
    });
  }
}
