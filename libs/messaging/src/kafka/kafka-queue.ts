// Before anything that loads kafkajs.
import './record-encoding.js';
import type { Queue } from '../queue.js';
import { asking } from './asking.js';
import { consuming } from './consuming.js';
import { TIMES, type KafkaOptions, type Times } from './options.js';
import { reading } from './reading.js';
import { sending } from './sending.js';
import { troubleTo } from './trouble.js';

export type KafkaQueueOptions = Omit<KafkaOptions, 'maxMessageBytes' | 'times'> & {
  /** Most that a message may weigh with its key and headers. Default 1,000,000, below the brokers' own default. */
  readonly maxMessageBytes?: number;
  readonly times?: Partial<Times>;
};

/**
 * The queue on Apache Kafka. Nothing is connected to before it is needed, and nothing that the brokers do ends the
 * process: trouble is told in one line when it begins, `QueueUnavailable` to whoever asks, and tried again.
 */
export function kafkaQueue({ maxMessageBytes = 1_000_000, times, ...rest }: KafkaQueueOptions): Queue {
  const options: KafkaOptions = { ...rest, maxMessageBytes, times: { ...TIMES, ...times } };
  const trouble = troubleTo(options);
  const asked = asking(options, trouble);
  const sent = sending(options, trouble);
  const closing = new AbortController();
  const consumers = new Set<Promise<void>>();
  return {
    ensure: (topics) => asked.ensure(topics),
    send: (topic, messages) => sent.send(topic, messages),
    async consume({ signal, ...task }) {
      const both = AbortSignal.any([signal, closing.signal]);
      const ended = consuming({
        ...task,
        options,
        trouble,
        signal: both,
        standing: (topic, group) => asked.standing(topic, group),
      }).finally(() => consumers.delete(ended));
      consumers.add(ended);
      await ended;
    },
    async *read(topic) {
      const spans = await asked.spans(topic);
      if (spans.length > 0) yield* reading(options, topic, spans);
    },
    standing: (topic, group) => asked.standing(topic, group),
    health: () => asked.health(),
    async close() {
      closing.abort();
      await Promise.all([...consumers, sent.close()]);
      await asked.close();
    },
  };
}
