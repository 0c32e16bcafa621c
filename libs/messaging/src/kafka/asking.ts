import { setTimeout as pause } from 'node:timers/promises';
import type { Admin } from 'kafkajs';
import { QueueUnavailable } from '../errors.js';
import type { QueueHealth, Standing, Topic } from '../queue.js';
import { ended, within } from './bounded.js';
import { openClient, type Client } from './client.js';
import type { KafkaOptions } from './options.js';
import type { Span } from './reading.js';
import { isUnsettled, translated, type Trouble } from './trouble.js';

const GOODBYE_MS = 2_000;
/** Readiness is asked for often and cannot wait. */
const HEALTH_MS = 1_500;
const BETWEEN_MS = 100;
/** As many replicas as the brokers make by default. */
const BROKERS_DEFAULT = -1;

interface Life {
  readonly client: Client;
  readonly admin: Admin;
}

/** Questions to the brokers, and the making of topics. */
export interface Asking {
  ensure(topics: readonly Topic[]): Promise<void>;
  standing(topic: string, group: string): Promise<readonly Standing[]>;
  spans(topic: string): Promise<readonly Span[]>;
  health(): Promise<QueueHealth>;
  close(): Promise<void>;
}

export function asking(options: KafkaOptions, trouble: Trouble): Asking {
  const { sendMs } = options.times;
  let life: Promise<Life> | undefined;
  let probe: Promise<unknown> | undefined;
  let isClosed = false;

  const begin = async (): Promise<Life> => {
    const client = openClient(options);
    const admin = client.kafka.admin();
    try {
      await within(sendMs, 'connecting', admin.connect());
    } catch (problem) {
      await letGo({ client, admin });
      throw problem;
    }
    return { client, admin };
  };
  const ask = async <T>(what: string, question: (admin: Admin) => Promise<T>): Promise<T> => {
    if (isClosed) throw new QueueUnavailable('this client of Kafka is closed');
    const mine = (life ??= begin());
    try {
      const answer = await within(
        sendMs,
        what,
        mine.then(({ admin }) => onceSettled(() => question(admin), sendMs)),
      );
      trouble.over('asking');
      return answer;
    } catch (problem) {
      if (life === mine) life = undefined;
      void mine.then(letGo, () => {});
      const told = translated(problem, options);
      trouble.met('asking', told);
      throw told;
    }
  };

  const spans = (topic: string): Promise<readonly Span[]> =>
    ask('looking up a topic', async (admin) => {
      if (!(await admin.listTopics()).includes(topic)) return [];
      const offsets = await admin.fetchTopicOffsets(topic);
      return offsets.sort((one, other) => one.partition - other.partition);
    });

  return {
    spans,
    async ensure(topics) {
      const made = await ask('making topics', async (admin) => {
        const there = new Set(await admin.listTopics());
        const missing = topics.filter(({ name }) => !there.has(name));
        if (missing.length > 0)
          await admin.createTopics({
            waitForLeaders: true,
            timeout: options.times.requestMs,
            topics: missing.map(({ name, partitions, ...kept }) => ({
              topic: name,
              numPartitions: partitions,
              replicationFactor: BROKERS_DEFAULT,
              configEntries: [
                ...(kept.compacted ? [{ name: 'cleanup.policy', value: 'compact' }] : []),
                ...(kept.keptForever ? [{ name: 'retention.ms', value: '-1' }] : []),
              ],
            })),
          });
        return missing;
      });
      // Metadata names a leader before that broker knows that it leads; where a partition ends only its leader can say.
      for (const { name } of made) await spans(name);
    },
    async standing(topic, group) {
      const found = await spans(topic);
      if (found.length === 0) return [];
      const [committed] = await ask('looking up a group', (admin) =>
        admin.fetchOffsets({ groupId: group, topics: [topic] }),
      );
      return found.map(({ partition, low, high }) => {
        const offset = BigInt(committed?.partitions.find((one) => one.partition === partition)?.offset ?? -1);
        return { partition, lag: Number(BigInt(high) - (offset < BigInt(low) ? BigInt(low) : offset)) };
      });
    },
    async health() {
      // One question at a time, which goes on when its answer comes too late for whoever asked.
      probe ??= ask('answering', (admin) => admin.describeCluster()).finally(() => (probe = undefined));
      try {
        await within(HEALTH_MS, 'answering', probe);
        return { reachable: true };
      } catch (problem) {
        return { reachable: false, reason: (problem as Error).message };
      }
    },
    async close() {
      isClosed = true;
      const mine = life;
      life = undefined;
      await mine?.then(letGo, () => {});
    },
  };
}

/** A topic that was just made has no leader for a moment, or one that does not know it yet. */
async function onceSettled<T>(question: () => Promise<T>, patienceMs: number): Promise<T> {
  for (const until = performance.now() + patienceMs; ; await pause(BETWEEN_MS))
    try {
      return await question();
    } catch (problem) {
      if (!isUnsettled(problem) || performance.now() > until) throw problem;
    }
}

async function letGo({ client, admin }: Life): Promise<void> {
  await ended(GOODBYE_MS, admin.disconnect());
  client.cut();
}
