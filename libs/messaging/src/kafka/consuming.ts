import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { ConsumeOptions, Received, Standing } from '../queue.js';
import { ended, within } from './bounded.js';
import { openClient } from './client.js';
import type { KafkaOptions } from './options.js';
import { inWords, type Trouble } from './trouble.js';
import { REBALANCE_MS, Stalled, watching, type Watch } from './watching.js';

/** Messages that are handed over at once, at most. */
const MOST = 500;
const GOODBYE_MS = 5_000;
/** A broker that has nothing answers after this long; so long, too, does a stopped consumer wait for it. */
const WAIT_MS = 500;
const HEARTBEAT_MS = 2_500;
/** How long the group waits for a member that died without a word before others get its partitions. */
const SESSION_MS = 10_000;
/** Partitions that are dealt with at once. */
const AT_ONCE = 8;

interface Consuming extends ConsumeOptions {
  readonly options: KafkaOptions;
  readonly trouble: Trouble;
  readonly standing: (topic: string, group: string) => Promise<readonly Standing[]>;
}

/** Consumes until the signal aborts. A consumer that fails or stalls is thrown away and made anew. */
export async function consuming(task: Consuming): Promise<void> {
  const { options, signal, trouble, group } = task;
  const { first, longest } = options.times.pauseMs;
  let failures = 0;
  const worked = () => {
    trouble.over(group);
    [pauseMs, failures] = [first, 0];
  };
  let pauseMs = first;
  for (; !signal.aborted; pauseMs = Math.min(2 * pauseMs, longest)) {
    await live(task, worked).catch((problem: unknown) => {
      failures += 1;
      const words = inWords(problem, options);
      // Brokers that have just started say for a moment that they are not ready.
      if (failures > 1 || problem instanceof Stalled) trouble.met(group, new Error(words));
    });
    await pause(signal.aborted ? 0 : pauseMs, undefined, { signal }).catch(() => {});
  }
  trouble.over(group);
}

/** One consumer from its first breath to its last. Rejects when it came to its end without being told to. */
async function live(task: Consuming, worked: () => void): Promise<void> {
  const { options, topics, group, signal } = task;
  const client = openClient(options);
  const consumer = client.kafka.consumer({
    groupId: group,
    heartbeatInterval: HEARTBEAT_MS,
    sessionTimeout: SESSION_MS,
    rebalanceTimeout: REBALANCE_MS,
    maxWaitTimeInMs: WAIT_MS,
    allowAutoTopicCreation: false,
    retry: { retries: 2, restartOnFailure: async () => false },
  });
  const watch = watching(task, consumer);
  const dealing = dealingWith(task, watch);
  consumer.on(consumer.events.FETCH, worked);
  let running: Promise<void> | undefined;
  try {
    await within(options.times.sendMs, 'connecting a consumer', consumer.connect());
    await within(options.times.sendMs, 'subscribing', consumer.subscribe({ topics: [...topics], fromBeginning: true }));
    if (signal.aborted) return;
    running = consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: AT_ONCE,
      eachBatch: dealing.eachBatch,
    });
    const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    await Promise.race([signal.aborted ? undefined : stopped, watch.end, running.then(() => watch.end)]);
  } finally {
    watch.close();
    // What is at hand is dealt with and committed first: a consumer that was told to stop commits nothing more.
    await dealing.settled();
    await ended(GOODBYE_MS, goodbye(consumer, running));
    client.cut();
  }
}

/** kafkajs leaves no group that it is still joining; the broker would count on this member for as long as a session. */
async function goodbye(consumer: Consumer, running: Promise<void> | undefined): Promise<void> {
  await running?.catch(() => {});
  await consumer.disconnect();
}

interface Dealing {
  readonly eachBatch: (payload: EachBatchPayload) => Promise<void>;
  /** Nothing more is begun; resolves when what was begun has come to its end. */
  settled(): Promise<void>;
}

function dealingWith({ each, signal, options }: Consuming, watch: Watch): Dealing {
  const { first, longest } = options.times.pauseMs;
  const rejections = new Map<string, number>();
  const timers = new Set<NodeJS.Timeout>();
  const atWork = new Set<Promise<unknown>>();
  let isOver = false;

  const deal = async (payload: EachBatchPayload, messages: readonly KafkaMessage[]): Promise<boolean> => {
    const { topic, partition } = payload.batch;
    const place = `${topic}/${partition}`;
    try {
      await each(messages.map((message) => received(topic, partition, message)));
    } catch (problem) {
      const before = rejections.get(place) ?? 0;
      rejections.set(place, before + 1);
      const pauseMs = Math.min(first * 2 ** Math.min(before, 20), longest);
      options.log.debug({ err: problem, topic, partition, pauseMs }, 'messages were rejected and will come again');
      const resume = payload.pause();
      const timer = setTimeout(() => (timers.delete(timer), resume()), pauseMs);
      timers.add(timer);
      return false;
    }
    rejections.delete(place);
    const { offset } = messages.at(-1)!;
    const next = String(BigInt(offset) + 1n);
    await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: next }] }] });
    payload.resolveOffset(offset);
    return true;
  };

  const eachBatch = async (payload: EachBatchPayload): Promise<void> => {
    const { messages } = payload.batch;
    let isCalled = false;
    for (let at = 0; at < messages.length; at += MOST) {
      // A group that comes together anew waits for this member, and gives it up before long.
      if (isCalled || isOver || signal.aborted || !payload.isRunning() || payload.isStale()) return;
      // A group waits for members that are busy only while it hears of them.
      const beat = setInterval(() => void payload.heartbeat().catch(() => (isCalled = true)), HEARTBEAT_MS);
      const work = watch.during(deal(payload, messages.slice(at, at + MOST)));
      atWork.add(work);
      const isDone = await work.finally(() => {
        clearInterval(beat);
        atWork.delete(work);
      });
      if (!isDone) return;
    }
  };
  return {
    eachBatch,
    async settled() {
      isOver = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.allSettled(atWork);
    },
  };
}

/** A message of kafkajs in the words of the port. */
export function received(topic: string, partition: number, message: KafkaMessage): Received {
  const { key, value, headers = {}, offset } = message;
  const texts: Record<string, string> = {};
  for (const name in headers) texts[name] = String([headers[name]].flat()[0] ?? '');
  return { topic, partition, offset, key: key?.toString(), value: value ?? undefined, headers: texts };
}
