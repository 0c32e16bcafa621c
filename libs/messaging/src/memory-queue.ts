import { setTimeout as pause } from 'node:timers/promises';
import { MessageRefused, QueueUnavailable } from './errors.js';
import type { ConsumeOptions, Message, Queue, Received, Topic } from './queue.js';

/** A broker in memory, for specs and for a process that tries things out. Keeps what `Queue` promises, but no longer than it lives. */
export interface MemoryBroker {
  /** Another client of the same broker. */
  open(): Queue;
  /** While true nobody reaches it; what it holds stays. */
  away: boolean;
}

interface MemoryBrokerOptions {
  /** Most that a message may weigh with its key and headers. Default 1 MiB. */
  readonly maxMessageBytes?: number;
  /** Most messages that are handed over at once. Default 500. */
  readonly maxBatch?: number;
  /** Before messages that were rejected come again. Default 5 ms. */
  readonly pauseMs?: number;
}

/** Offsets that a group has committed, its members in the order in which they came, and what they are at. */
interface Group {
  readonly committed: Map<string, number>;
  readonly members: object[];
  readonly atWork: Set<string>;
}

export function memoryBroker(options: MemoryBrokerOptions = {}): MemoryBroker {
  const { maxMessageBytes = 1_048_576, maxBatch = 500, pauseMs = 5 } = options;
  const topics = new Map<string, readonly Received[][]>();
  const groups = new Map<string, Group>();
  const watchers = new Set<() => void>();
  let away = false;

  const changed = () => {
    for (const look of [...watchers]) look();
  };
  const groupNamed = (name: string): Group => {
    const group = groups.get(name) ?? { committed: new Map(), members: [], atWork: new Set() };
    groups.set(name, group);
    return group;
  };
  const partitionsOf = (topic: string) =>
    (topics.get(topic) ?? []).map((messages, partition) => ({ place: `${topic}/${partition}`, partition, messages }));

  function keep(topic: string, message: Message): void {
    const partitions = topics.get(topic);
    if (!partitions) throw new QueueUnavailable(`there is no topic ${topic}`);
    if (weightOf(message) > maxMessageBytes)
      throw new MessageRefused(`a message for ${topic} weighs more than ${maxMessageBytes} bytes`);
    const partition = numberOf(message.key) % partitions.length;
    const offset = String(partitions[partition]!.length);
    partitions[partition]!.push({ ...message, topic, partition, offset });
  }

  async function consume(options: ConsumeOptions): Promise<void> {
    const { topics: names, signal, each } = options;
    const group = groupNamed(options.group);
    const member = {};
    const works = new Set<Promise<void>>();

    const deal = async (place: string, messages: readonly Received[]) => {
      const from = group.committed.get(place) ?? 0;
      const batch = messages.slice(from, from + maxBatch);
      try {
        await each(batch);
        group.committed.set(place, from + batch.length);
      } catch {
        // Whoever rejects says why in its own log; here they come again.
        await pause(pauseMs, undefined, { signal }).catch(() => {});
      }
      group.atWork.delete(place);
      changed();
    };
    const look = () => {
      if (away || signal.aborted) return;
      const all = names.flatMap(partitionsOf);
      const mine = all.filter((_, at) => group.members[at % group.members.length] === member);
      for (const { place, messages } of mine) {
        if (group.atWork.has(place) || (group.committed.get(place) ?? 0) >= messages.length) continue;
        group.atWork.add(place);
        const work = deal(place, messages).finally(() => works.delete(work));
        works.add(work);
      }
    };
    if (signal.aborted) return;
    group.members.push(member);
    watchers.add(look);
    changed();
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    await Promise.all(works);
    watchers.delete(look);
    group.members.splice(group.members.indexOf(member), 1);
    changed();
  }

  function open(): Queue {
    const closing = new AbortController();
    const consuming = new Set<Promise<void>>();
    // What is asked of a queue takes a turn of the event loop at least, as it does over a network.
    const reach = async () => {
      await new Promise(setImmediate);
      if (away) throw new QueueUnavailable('the broker in memory is away');
      if (closing.signal.aborted) throw new QueueUnavailable('this client is closed');
    };
    return {
      async ensure(wanted: readonly Topic[]) {
        await reach();
        for (const { name, partitions } of wanted)
          if (!topics.has(name))
            topics.set(
              name,
              Array.from({ length: partitions }, () => []),
            );
        changed();
      },
      async send(topic, messages) {
        await reach();
        for (const message of messages) keep(topic, message);
        changed();
      },
      async consume(options) {
        const signal = AbortSignal.any([options.signal, closing.signal]);
        const consumed = consume({ ...options, signal }).finally(() => consuming.delete(consumed));
        consuming.add(consumed);
        await consumed;
      },
      async *read(topic) {
        await reach();
        for (const { messages } of partitionsOf(topic).map((each) => ({ messages: [...each.messages] })))
          for (let at = 0; at < messages.length; at += maxBatch) yield messages.slice(at, at + maxBatch);
      },
      async standing(topic, name) {
        await reach();
        const { committed } = groupNamed(name);
        return partitionsOf(topic).map(({ place, partition, messages }) => ({
          partition,
          lag: messages.length - (committed.get(place) ?? 0),
        }));
      },
      health: async () => (away ? { reachable: false, reason: 'the broker in memory is away' } : { reachable: true }),
      async close() {
        closing.abort();
        await Promise.all(consuming);
      },
    };
  }

  return {
    open,
    get away() {
      return away;
    },
    set away(isAway) {
      away = isAway;
      changed();
    },
  };
}

const weightOf = ({ key, value, headers }: Message): number =>
  Object.entries(headers).reduce(
    (sum, [name, text]) => sum + Buffer.byteLength(name) + Buffer.byteLength(text),
    Buffer.byteLength(key) + (value?.length ?? 0),
  );

/** FNV-1a: the same for the same key, spread over all numbers. */
function numberOf(key: string): number {
  let number = 0x811c9dc5;
  for (const byte of Buffer.from(key)) number = Math.imul(number ^ byte, 0x01000193) >>> 0;
  return number;
}
