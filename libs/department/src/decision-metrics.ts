import { Refusal } from '#decider';
import { StaleRevision, Unavailable, type Appended, type EventStore } from '#event-store';
import { Counter, Histogram, type Registry } from '#runtime';
import type { Receipt } from './receipt.js';

/** What a decision asks of the store. */
export type Appending = Pick<EventStore, 'append' | 'find'>;

/** What commands come to, by whichever door they came: HTTP, batch, queue, policies, deadlines. */
export interface DecisionMetrics {
  answered(department: string, receipt: Receipt): void;
  failed(department: string, error: unknown): void;
  /** The same store, with every append timed. */
  timing(store: Appending): Appending;
}

/** Commands by outcome, refusals by code, facts, and how long the store takes. Labels are names from the code only. */
export function decisionMetrics(registry: Registry): DecisionMetrics {
  const registers = [registry];
  const commands = new Counter({
    name: 'taizhang_commands_total',
    help: 'Commands by what they came to: recorded, nothing, replayed, refused, unacceptable, stale, unavailable, bug',
    labelNames: ['department', 'outcome'] as const,
    registers,
  });
  const refusals = new Counter({
    name: 'taizhang_refusals_total',
    help: 'Commands that the law refused, by the code of the refusal',
    labelNames: ['department', 'code'] as const,
    registers,
  });
  const facts = new Counter({
    name: 'taizhang_facts_total',
    help: 'Facts recorded by this process',
    labelNames: ['department'] as const,
    registers,
  });
  const duration = new Histogram({
    name: 'taizhang_append_duration_seconds',
    help: 'Time until the store acknowledged an append or rejected it',
    labelNames: ['outcome'] as const,
    buckets: [0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.125, 0.25, 0.5, 1, 5, 15],
    registers,
  });

  return {
    answered(department, { events, replayed }) {
      const outcome = replayed ? 'replayed' : events.length > 0 ? 'recorded' : 'nothing';
      commands.inc({ department, outcome });
      if (outcome === 'recorded') facts.inc({ department }, events.length);
    },
    failed(department, error) {
      commands.inc({ department, outcome: outcomeOf(error) });
      if (error instanceof Refusal) refusals.inc({ department, code: error.code });
    },
    timing: (store) => ({
      find: (ids) => store.find(ids),
      async append(...append): Promise<Appended> {
        const since = performance.now();
        const observe = (outcome: string) => duration.observe({ outcome }, (performance.now() - since) / 1000);
        try {
          const appended = await store.append(...append);
          observe('written');
          return appended;
        } catch (error) {
          observe(error instanceof Unavailable ? 'unavailable' : 'rejected');
          throw error;
        }
      },
    }),
  };
}

function outcomeOf(error: unknown): string {
  if (error instanceof Refusal) return 'refused';
  if (error instanceof StaleRevision) return 'stale';
  if (error instanceof Unavailable) return 'unavailable';
  const { status } = error as { readonly status?: unknown };
  return typeof status === 'number' && status < 500 ? 'unacceptable' : 'bug';
}
