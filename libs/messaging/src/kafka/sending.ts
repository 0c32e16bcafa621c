import kafkajs, { type Producer } from 'kafkajs';
import { MessageRefused, QueueUnavailable } from '../errors.js';
import type { Message } from '../queue.js';
import { ended, within } from './bounded.js';
import { openClient, type Client } from './client.js';
import type { KafkaOptions } from './options.js';
import { isRefusal, translated, type Trouble } from './trouble.js';

const GOODBYE_MS = 2_000;
/** Room that the protocol takes for itself around each message and each batch. */
const MESSAGE_OVERHEAD = 64;

/** From so many messages on, gzip costs less time than the bytes that it saves. */
const WORTH_COMPRESSING = 16;

interface Life {
  readonly client: Client;
  readonly producer: Producer;
}

export interface Sending {
  send(topic: string, messages: readonly Message[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Sends one after the other through an idempotent producer. One that failed is never used again: what it believes of
 * the brokers' sequence numbers may be wrong, and a new one begins from nothing.
 */
export function sending(options: KafkaOptions, trouble: Trouble): Sending {
  const { times, maxMessageBytes } = options;
  let life: Promise<Life> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const begin = async (): Promise<Life> => {
    const client = openClient(options);
    const producer = client.kafka.producer({
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
    });
    try {
      await within(times.sendMs, 'connecting', producer.connect());
    } catch (problem) {
      await letGo({ client, producer });
      throw problem;
    }
    return { client, producer };
  };

  const once = async (topic: string, messages: readonly Message[]): Promise<void> => {
    if (isClosed) throw new QueueUnavailable('this client of Kafka is closed');
    const mine = (life ??= begin());
    try {
      const { producer } = await mine;
      await within(times.sendMs, 'sending', producer.send(inKafka(topic, messages, times.requestMs)));
      trouble.over('sending');
    } catch (problem) {
      life = undefined;
      void mine.then(letGo, () => {});
      throw problem;
    }
  };

  const deliver = async (topic: string, messages: readonly Message[]): Promise<void> => {
    try {
      await once(topic, messages);
    } catch (problem) {
      if (!isRefusal(problem)) {
        const told = translated(problem, options);
        trouble.met('sending', told);
        throw told;
      }
      // The brokers refuse batches, not messages: the halves tell which message it is.
      if (messages.length === 1) throw refused(topic, messages[0]!, translated(problem, options).message);
      const half = messages.length >> 1;
      await deliver(topic, messages.slice(0, half));
      await deliver(topic, messages.slice(half));
    }
  };

  return {
    async send(topic, messages) {
      for (const message of messages)
        if (weightOf(message) > maxMessageBytes)
          throw refused(topic, message, `it weighs more than ${maxMessageBytes} bytes`);
      const mine = last.then(async () => {
        for (const batch of batches(messages, roomFor(messages) * maxMessageBytes)) await deliver(topic, batch);
      });
      last = mine.catch(() => {});
      await mine;
    },
    async close() {
      await last;
      isClosed = true;
      const mine = life;
      life = undefined;
      await mine?.then(letGo, () => {});
    },
  };
}

async function letGo({ client, producer }: Life): Promise<void> {
  await ended(GOODBYE_MS, producer.disconnect());
  client.cut();
}

const refused = (topic: string, message: Message, why: string) =>
  new MessageRefused(
    `${topic} 不收 ${message.key} 的消息；${topic} will never take the message of ${message.key}: ${why}`,
    {
      refused: message,
    },
  );

const inKafka = (topic: string, messages: readonly Message[], timeout: number) => ({
  compression: messages.length >= WORTH_COMPRESSING ? kafkajs.CompressionTypes.GZIP : kafkajs.CompressionTypes.None,
  topic,
  acks: -1,
  timeout,
  messages: messages.map(({ key, value, headers }) => ({
    key,
    value: value === undefined ? null : Buffer.from(value.buffer, value.byteOffset, value.byteLength),
    headers,
  })),
});

/** Bytes of a message as the brokers count them, rather too many than too few. */
export function weightOf({ key, value, headers }: Message): number {
  let bytes = MESSAGE_OVERHEAD + Buffer.byteLength(key) + (value?.byteLength ?? 0);
  for (const name in headers) bytes += 8 + Buffer.byteLength(name) + Buffer.byteLength(headers[name]!);
  return bytes;
}

/**
 * How often the limit of one message goes into what is sent at once. The brokers hold each partition's compressed batch
 * against it; what has this little room in spite of compression is halved when they refuse it.
 */
const roomFor = (messages: readonly Message[]): number => (messages.length >= WORTH_COMPRESSING ? 4 : 1);

/** Runs of messages, each within so many bytes, before they are spread over partitions. */
function* batches(messages: readonly Message[], most: number): Iterable<readonly Message[]> {
  let from = 0;
  let bytes = 0;
  for (let at = 0; at < messages.length; at++) {
    const weight = weightOf(messages[at]!);
    if (bytes + weight > most && at > from) {
      yield messages.slice(from, at);
      [from, bytes] = [at, 0];
    }
    bytes += weight;
  }
  if (from < messages.length) yield messages.slice(from);
}
