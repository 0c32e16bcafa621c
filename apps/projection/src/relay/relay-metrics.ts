import { Counter, Gauge, type Registry } from '#runtime';
import type { RelayStatus, RelayVoice } from './relay.js';

/** Counts what the relays of this process do, and tells how far they are behind. */
export function relayMetrics(registry: Registry, status: () => Promise<readonly RelayStatus[]>): RelayVoice {
  const labelNames = ['relay'];
  const registers = [registry];
  const sent = new Counter({
    name: 'taizhang_relay_sent_total',
    help: 'Messages that every replica has',
    labelNames,
    registers,
  });
  const failures = new Counter({ name: 'taizhang_relay_failures_total', help: 'Failed tries', labelNames, registers });
  const parked = new Counter({
    name: 'taizhang_relay_parked_total',
    help: 'Events that cannot be sent',
    labelNames,
    registers,
  });
  const position = new Gauge({ name: 'taizhang_relay_position', help: 'Position relayed', labelNames, registers });
  new Gauge({
    name: 'taizhang_relay_lag',
    help: 'Events that the ledger is ahead',
    labelNames,
    registers,
    async collect() {
      // Metrics of everything else must not fail with the database; readiness tells of it.
      for (const one of await status().catch(() => [])) {
        position.set({ relay: one.name }, one.position);
        this.set({ relay: one.name }, one.lag);
      }
    },
  });
  return {
    sent: (relay, messages) => sent.inc({ relay }, messages),
    failed: (relay) => failures.inc({ relay }),
    parked: ({ route }) => parked.inc({ relay: route }),
  };
}
