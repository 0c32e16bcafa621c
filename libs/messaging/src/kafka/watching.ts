import type { Consumer } from 'kafkajs';
import type { Standing } from '../queue.js';
import type { KafkaOptions } from './options.js';

/** A group lets nobody in before all its members came together again, or were given up. */
export const REBALANCE_MS = 30_000;
const JOIN_MS = REBALANCE_MS + 15_000;

interface Watched {
  readonly options: KafkaOptions;
  readonly group: string;
  readonly standing: (topic: string, group: string) => Promise<readonly Standing[]>;
}

/** A consumer that does nothing, and did not say so. */
export class Stalled extends Error {}

export interface Watch {
  /** Rejects when the consumer crashed or stalls. Never resolves. */
  readonly end: Promise<never>;
  /** While messages are being dealt with the consumer is not expected to do anything else. */
  during<T>(work: Promise<T>): Promise<T>;
  close(): void;
}

/**
 * Looks after a consumer of kafkajs, which may stop without a word: its loop can wait for ever on a connection that is
 * gone, and a partition can be left out of what it asks for.
 */
export function watching({ options, group, standing }: Watched, consumer: Consumer): Watch {
  const { stallMs } = options.times;
  let isClosed = false;
  let atWork = 0;
  let worked = 0;
  let signOfLife = performance.now();
  let isMember = false;
  let assigned: Readonly<Record<string, readonly number[]>> = {};
  let behind: { readonly worked: number; readonly since: number } | undefined;
  const alive = () => void (signOfLife = performance.now());

  let giveUp!: (problem: Error) => void;
  const end = new Promise<never>((_, reject) => (giveUp = reject));
  end.catch(() => {});

  consumer.on(consumer.events.FETCH, alive);
  consumer.on(consumer.events.REBALANCING, () => {
    alive();
    isMember = false;
  });
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    alive();
    isMember = true;
    assigned = payload.memberAssignment;
  });
  consumer.on(consumer.events.CRASH, ({ payload }) => giveUp(payload.error));

  const lags = async (): Promise<boolean> => {
    for (const [topic, partitions] of Object.entries(assigned))
      for (const { partition, lag } of await standing(topic, group))
        if (lag > 0 && partitions.includes(partition)) return true;
    return false;
  };
  const look = async () => {
    if (atWork > 0) return alive();
    const limitMs = isMember ? stallMs : Math.max(stallMs, JOIN_MS);
    if (performance.now() - signOfLife > limitMs) return giveUp(new Stalled(`the consumer of ${group} stands still`));
    if (behind && behind.worked !== worked) behind = undefined;
    const isBehind = await lags().catch(() => false);
    if (isClosed || atWork > 0) return;
    if (!isBehind) return void (behind = undefined);
    behind ??= { worked, since: performance.now() };
    if (performance.now() - behind.since > stallMs)
      giveUp(new Stalled(`messages wait for ${group} and its consumer takes none`));
  };
  const timer = setInterval(() => void look(), stallMs / 3);
  timer.unref();

  return {
    end,
    async during(work) {
      atWork += 1;
      try {
        return await work;
      } finally {
        atWork -= 1;
        worked += 1;
        alive();
      }
    },
    close() {
      isClosed = true;
      clearInterval(timer);
    },
  };
}
