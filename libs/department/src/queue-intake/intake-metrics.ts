import { setTimeout as pause } from 'node:timers/promises';
import { Gauge, type Registry } from '#runtime';
import type { QueueIntake } from './queue-intake.js';

/** Nobody who asks for metrics waits longer than this for a queue that is away. */
const PATIENCE_MS = 500;

/** What came of messages, and how many are still to be dealt with; the last known number while the queue is away. */
export function measureIntakes(metrics: Registry, intakes: readonly QueueIntake[]): void {
  const registers = [metrics];
  const labelNames = ['department'] as const;
  new Gauge({
    name: 'taizhang_intake_messages',
    help: 'Messages of the intake topic since the process started, by what they came to: recorded, replayed, unchanged, refused, parked',
    labelNames: [...labelNames, 'outcome'] as const,
    registers,
    collect() {
      for (const { department, tally } of intakes)
        for (const [outcome, count] of Object.entries(tally.counts)) this.set({ department, outcome }, count);
    },
  });
  new Gauge({
    name: 'taizhang_intake_lag',
    help: 'Messages of the intake topic that were not dealt with yet',
    labelNames,
    registers,
    async collect() {
      const asked = intakes.map(async (intake) => this.set({ department: intake.department }, await intake.lag()));
      await Promise.race([Promise.allSettled(asked), pause(PATIENCE_MS, undefined, { ref: false })]);
    },
  });
}
