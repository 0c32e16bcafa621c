import type { Received } from '../queue.js';
import { ended, within } from './bounded.js';
import { openClient } from './client.js';
import { received } from './consuming.js';
import type { KafkaOptions } from './options.js';
import { translated } from './trouble.js';

const WAIT_MS = 500;
const PAGE_BYTES = 1_048_576;
const READ_COMMITTED = 1;
const GOODBYE_MS = 2_000;

/** Offsets of a partition: the first there is, and the one after the last. */
export interface Span {
  readonly partition: number;
  readonly low: string;
  readonly high: string;
}

/** What a topic holds within the spans, partition by partition, without a group. */
export async function* reading(
  options: KafkaOptions,
  topic: string,
  spans: readonly Span[],
): AsyncIterable<readonly Received[]> {
  const client = openClient(options);
  const cluster = client.cluster();
  const { sendMs } = options.times;
  const page = async (partition: number, from: bigint) => {
    const [nodeId] = Object.keys(cluster.findLeaderForPartitions(topic, [partition]));
    const broker = await cluster.findBroker({ nodeId: nodeId! });
    const { responses } = await broker.fetch({
      maxWaitTime: WAIT_MS,
      minBytes: 1,
      maxBytes: PAGE_BYTES,
      isolationLevel: READ_COMMITTED,
      rackId: '',
      topics: [{ topic, partitions: [{ partition, fetchOffset: String(from), maxBytes: PAGE_BYTES }] }],
    });
    return responses[0]?.partitions[0]?.messages ?? [];
  };
  try {
    await within(sendMs, 'connecting', cluster.connect());
    await within(sendMs, 'looking up a topic', cluster.addTargetTopic(topic));
    for (const { partition, low, high } of spans) {
      for (let from = BigInt(low); from < BigInt(high);) {
        const messages = await within(sendMs, 'reading', page(partition, from));
        const first = from;
        // A compacted topic may end with places that nothing is left at.
        if (messages.length === 0) break;
        from = BigInt(messages.at(-1)!.offset) + 1n;
        const wanted = messages.filter(
          ({ offset, isControlRecord }) => !isControlRecord && BigInt(offset) >= first && BigInt(offset) < BigInt(high),
        );
        if (wanted.length > 0) yield wanted.map((message) => received(topic, partition, message));
      }
    }
  } catch (problem) {
    throw translated(problem, options);
  } finally {
    await ended(GOODBYE_MS, cluster.disconnect());
    client.cut();
  }
}
