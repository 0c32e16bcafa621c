import { describe, expect, it } from '@jest/globals';
import { memoryEventStore, systemClock, type EventStore, type Page } from '#event-store';
import { memoryCheckpoints } from '#projection';
import { Outcomes } from './outcomes.js';
import { PolicyRunner } from './policy-runner.js';
import { harbour } from './testing-harbour.js';

const APART = 1_000;

/** The same events with positions that lie far apart, as those of EventStoreDB do. */
function farApart(store: EventStore): EventStore {
  const far = ({ events, caughtUp }: Page): Page => ({
    caughtUp,
    events: events.map((event) => ({ ...event, position: event.position * APART })),
  });
  return {
    ...store,
    async *subscribe(after, options) {
      for await (const page of store.subscribe(after / APART, { ...options, pageSize: 10 })) yield far(page);
    },
  };
}

describe('the checkpoint of policies that have nothing to do', () => {
  it('is saved once in a thousand facts, however far their positions lie apart', async () => {
    const store = memoryEventStore();
    const saved: number[] = [];
    const { load, save } = memoryCheckpoints();
    const runner = new PolicyRunner({
      department: harbour,
      store: farApart(store),
      checkpoints: { load, save: (name, position) => (saved.push(position), save(name, position)) },
      clock: systemClock,
      put: () => Promise.reject(new Error('nothing follows from these facts')),
      outcomes: new Outcomes(),
    });
    for (let batch = 0; batch < 25; batch++)
      await store.append(
        `harbourWatch.gate-${batch}`,
        Array.from({ length: 100 }, () => ({
          id: crypto.randomUUID(),
          type: 'harbourWatch.GateShut',
          data: Buffer.from('{}'),
          meta: Buffer.from('{}'),
        })),
        'no-stream',
      );
    runner.start();
    await runner.reached(2_500 * APART);
    expect(saved).toEqual([1_000 * APART, 2_000 * APART]);
    await runner.stop();
    expect(saved.at(-1)).toBe(2_500 * APART);
  });
});
