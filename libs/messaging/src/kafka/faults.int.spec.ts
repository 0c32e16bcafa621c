import { createHook } from 'node:async_hooks';
import { randomBytes, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openLog } from '#runtime';
import { MessageRefused, QueueUnavailable } from '../errors.js';
import type { Message, Queue, Received } from '../queue.js';
import { describeWithBroker } from '../testing-suite.js';
import { openClient } from './client.js';
import { kafkaQueue, type KafkaQueueOptions } from './kafka-queue.js';

const inside = createRequire(import.meta.url);
const QUICK = {
  connectMs: 1_000,
  requestMs: 1_500,
  sendMs: 4_000,
  stallMs: 3_000,
  pauseMs: { first: 50, longest: 500 },
};

const opened: Queue[] = [];
const lines: { level: string; msg: string }[] = [];
function open(brokers: readonly string[], options: Partial<KafkaQueueOptions> = {}): Queue {
  const log = openLog({ pretty: false, destination: { write: (line) => void lines.push(JSON.parse(line)) } });
  const queue = kafkaQueue({ brokers, clientId: 'spec', log, times: QUICK, ...options });
  opened.push(queue);
  return queue;
}

const unheard: unknown[] = [];
const hear = (problem: unknown) => void unheard.push(problem);
beforeEach(() => void process.on('unhandledRejection', hear));
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(opened.splice(0).map((queue) => queue.close()));
  process.off('unhandledRejection', hear);
  lines.length = 0;
  expect(unheard.splice(0)).toEqual([]);
});

const message = (key: string, at: number): Message => ({ key, value: Buffer.from(`${key}:${at}`), headers: {} });
const textOf = ({ value }: Pick<Message, 'value'>) => Buffer.from(value!).toString();
async function held(queue: Queue, topic: string): Promise<Received[]> {
  // A broker that has just started does not lead every partition yet.
  for (const end = performance.now() + 20_000; ; await pause(50))
    try {
      return (await Array.fromAsync(queue.read(topic))).flat();
    } catch (problem) {
      if (!(problem instanceof QueueUnavailable) || performance.now() > end) throw problem;
    }
}

async function topicOn(queue: Queue): Promise<string> {
  const name = `faults.${randomUUID()}`;
  await queue.ensure([{ name, partitions: 3 }]);
  return name;
}

/** Sends as whoever keeps what they send does: again and again until it is known to be there. */
async function surely(queue: Queue, topic: string, messages: readonly Message[]): Promise<void> {
  for (;;) {
    try {
      return await queue.send(topic, messages);
    } catch (problem) {
      if (!(problem instanceof QueueUnavailable)) throw problem;
      await pause(50);
    }
  }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 40_000; !(await holds()); await pause(20))
    if (performance.now() > end) throw new Error('it did not come true in time');
}

/** Messages of each key in the order in which they were first seen. */
function firstSeen(messages: readonly Received[]): ReadonlyMap<string, readonly string[]> {
  const seen = new Map<string, string[]>();
  for (const one of messages) {
    const texts = seen.get(one.key!) ?? [];
    seen.set(one.key!, texts);
    if (!texts.includes(textOf(one))) texts.push(textOf(one));
  }
  return seen;
}

const KEYS = ['a', 'b', 'c', 'd', 'e'];
const wholly = (count: number) =>
  new Map(KEYS.map((key) => [key, Array.from({ length: count }, (_, at) => `${key}:${at}`)]));

describeWithBroker(
  'a broker of one’s own',
  (broker) => {
    it('that is killed while much is sent has everything that was acknowledged, each key in order, and a consumer gets it', async () => {
      const queue = open(broker().brokers);
      const topic = await topicOn(queue);
      const came: Received[] = [];
      const stopping = new AbortController();
      const consumed = queue.consume({
        topics: [topic],
        group: randomUUID(),
        signal: stopping.signal,
        each: async (messages) => void came.push(...messages),
      });
      const ROUNDS = 120;
      const sendAll = async () => {
        for (let at = 0; at < ROUNDS; at++)
          await surely(
            queue,
            topic,
            KEYS.map((key) => message(key, at)),
          );
      };
      const sent = sendAll();
      await until(() => came.length > 50);
      await broker().faults!.kill();
      await pause(500);
      await broker().faults!.start();
      await sent;
      expect(firstSeen(await held(queue, topic))).toEqual(wholly(ROUNDS));
      await until(() => new Set(came.map(textOf)).size === ROUNDS * KEYS.length);
      expect(firstSeen(came)).toEqual(wholly(ROUNDS));
      stopping.abort();
      await consumed;
    }, 90_000);

    it('control: a sender that does not send again what failed loses some of it', async () => {
      const queue = open(broker().brokers);
      const topic = await topicOn(queue);
      const killed = pause(100).then(() => broker().faults!.kill());
      let failed = 0;
      let at = 0;
      for (; failed < 3; at++) await queue.send(topic, [message('a', at)]).catch(() => failed++);
      await killed;
      await broker().faults!.start();
      await surely(queue, topic, [message('a', at)]);
      expect(firstSeen(await held(queue, topic)).get('a')!.length).toBeLessThan(at + 1);
    }, 90_000);

    it('that freezes makes a send fail in bounded time; when it thaws, sending and consuming go on', async () => {
      const queue = open(broker().brokers);
      const topic = await topicOn(queue);
      await queue.send(topic, [message('a', 0)]);
      const came: Received[] = [];
      const stopping = new AbortController();
      const consumed = queue.consume({
        topics: [topic],
        group: randomUUID(),
        signal: stopping.signal,
        each: async (messages) => void came.push(...messages),
      });
      await until(() => came.length > 0);
      await broker().faults!.freeze();
      const since = performance.now();
      await expect(queue.send(topic, [message('a', 1)])).rejects.toBeInstanceOf(QueueUnavailable);
      expect(performance.now() - since).toBeLessThan(3 * QUICK.sendMs);
      expect(await queue.health()).toMatchObject({ reachable: false });
      await pause(QUICK.stallMs);
      await broker().faults!.thaw();
      await surely(queue, topic, [message('a', 1), message('a', 2)]);
      await until(() => came.some((one) => textOf(one) === 'a:2'));
      expect(firstSeen(came).get('a')).toEqual(['a:0', 'a:1', 'a:2']);
      expect(await queue.health()).toEqual({ reachable: true });
      stopping.abort();
      await consumed;
    }, 90_000);

    it('that is away is told in one line, and its return in another', async () => {
      const queue = open(broker().brokers);
      const topic = await topicOn(queue);
      lines.length = 0;
      await broker().faults!.kill();
      for (let at = 0; at < 5; at++) await queue.send(topic, [message('a', at)]).catch(() => {});
      const reasons = new Set(lines.filter(({ level }) => level === 'warn').map(({ msg }) => msg));
      expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(reasons.size);
      expect([...reasons].join()).toMatch(/cannot be reached.*KAFKA_BROKERS/);
      await broker().faults!.start();
      await surely(queue, topic, [message('a', 9)]);
      expect(lines.at(-1)).toMatchObject({ level: 'info', msg: expect.stringContaining('Kafka is back') });
    }, 90_000);

    it('with a guarded door takes who has the right secret, and tells who has not in one line', async () => {
      const { brokers, username, password } = broker().guarded!;
      const sasl = { mechanism: 'scram-sha-512', username, password } as const;
      const queue = open(brokers, { sasl });
      const topic = await topicOn(queue);
      await queue.send(topic, [message('a', 1)]);
      expect((await held(queue, topic)).map(textOf)).toEqual(['a:1']);

      lines.length = 0;
      const stranger = open(brokers, { sasl: { ...sasl, password: 'wrong' } });
      const refused = /refuses user taizhang.*KAFKA_PASSWORD/;
      await expect(stranger.send(topic, [message('a', 2)])).rejects.toThrow(refused);
      await expect(stranger.send(topic, [message('a', 2)])).rejects.toThrow(refused);
      expect(await stranger.health()).toMatchObject({ reachable: false, reason: expect.stringMatching(refused) });
      expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
      expect(lines.map(({ msg }) => msg).join()).not.toContain('wrong');
    });

    it('whose TLS is expected where there is none is told so', async () => {
      const queue = open(broker().brokers, { tls: true });
      expect(await queue.health()).toMatchObject({ reachable: false, reason: expect.stringMatching(/TLS|Kafka/) });
    });

    it('with a smaller limit than ours refuses the one message that is too large and takes the others', async () => {
      const queue = open(broker().brokers, { maxMessageBytes: 3_000_000 });
      const topic = await topicOn(queue);
      const large: Message = { key: 'a', value: randomBytes(2_000_000), headers: {} };
      const messages = [message('a', 1), message('a', 2), large, message('a', 3)];
      const problem = await queue.send(topic, messages).catch((problem: unknown) => problem);
      expect(problem).toBeInstanceOf(MessageRefused);
      expect((problem as MessageRefused).refused === large).toBe(true);
      await queue.send(topic, [message('a', 3)]);
      expect(firstSeen(await held(queue, topic)).get('a')).toEqual(['a:1', 'a:2', 'a:3']);
    });

    it('that says a sequence is out of order gets a new producer', async () => {
      const Broker = inside('kafkajs/src/broker/index.js');
      const { KafkaJSProtocolError } = inside('kafkajs/src/errors.js');
      const queue = open(broker().brokers);
      const topic = await topicOn(queue);
      const begun = jest.spyOn(Broker.prototype, 'initProducerId');
      await queue.send(topic, [message('a', 1)]);
      jest.spyOn(Broker.prototype, 'produce').mockImplementationOnce(async () => {
        const type = 'OUT_OF_ORDER_SEQUENCE_NUMBER';
        throw new KafkaJSProtocolError({ type, code: 45, retriable: false, message: type });
      });
      await expect(queue.send(topic, [message('a', 2)])).rejects.toThrow('OUT_OF_ORDER_SEQUENCE_NUMBER');
      await queue.send(topic, [message('a', 2)]);
      await queue.send(topic, [message('a', 3)]);
      expect(begun).toHaveBeenCalledTimes(2);
      expect((await held(queue, topic)).map(textOf)).toEqual(['a:1', 'a:2', 'a:3']);
    });

    it('whose consumer waits for ever in its own loop gets another one', async () => {
      const Runner = inside('kafkajs/src/consumer/runner.js');
      const queue = open(broker().brokers);
      const topic = await topicOn(queue);
      jest.spyOn(Runner.prototype, 'fetch').mockImplementationOnce(() => new Promise(() => {}) as never);
      await queue.send(topic, [message('a', 1)]);
      const came: Received[] = [];
      const stopping = new AbortController();
      const task = { topics: [topic], group: randomUUID(), signal: stopping.signal };
      const consumed = queue.consume({ ...task, each: async (messages) => void came.push(...messages) });
      await until(() => came.length > 0);
      expect(lines.some(({ msg }) => /stands still|takes none/.test(msg))).toBe(true);
      stopping.abort();
      await consumed;
    }, 60_000);

    it('has no member of a group left that was told to stop while it joined, and its partitions go to the others', async () => {
      const Broker = inside('kafkajs/src/broker/index.js');
      const { KafkaJSProtocolError } = inside('kafkajs/src/errors.js');
      const [staying, leaving] = [open(broker().brokers), open(broker().brokers)];
      const topic = await topicOn(staying);
      const group = randomUUID();
      const came: Received[] = [];
      const stopping = new AbortController();
      const task = { topics: [topic], group, signal: stopping.signal };
      const consumed = staying.consume({ ...task, each: async (messages) => void came.push(...messages) });
      await staying.send(topic, [message('a', 0)]);
      await until(() => came.length > 0);

      const stopped = new AbortController();
      const left = jest.spyOn(Broker.prototype, 'leaveGroup');
      jest.spyOn(Broker.prototype, 'joinGroup').mockImplementationOnce(async () => {
        stopped.abort();
        const type = 'REBALANCE_IN_PROGRESS';
        throw new KafkaJSProtocolError({ type, code: 27, retriable: false, message: type });
      });
      await leaving.consume({ ...task, signal: stopped.signal, each: () => Promise.reject(new Error('never')) });
      expect(left).toHaveBeenCalledTimes(1);
      await staying.send(
        topic,
        KEYS.map((key) => message(key, 1)),
      );
      await until(() => KEYS.every((key) => came.some((one) => textOf(one) === `${key}:1`)));
      stopping.abort();
      await consumed;
    }, 60_000);

    it('hears nothing more of a client that was let go of, whatever that had begun', async () => {
      const log = { debug: () => {}, info: () => {}, warn: () => {} };
      const client = openClient({ brokers: broker().brokers, clientId: 'spec', log, maxMessageBytes: 1, times: QUICK });
      const admin = client.kafka.admin();
      await admin.connect();
      client.cut();
      await expect(admin.listTopics()).rejects.toThrow();
      await expect(client.kafka.admin().connect()).rejects.toThrow(/let go/);
    });

    describe('with nothing to do', () => {
      const queueInside = inside('kafkajs/src/network/requestQueue/index.js').prototype;
      /** Callbacks of timers in a second, with a producer, an admin and a consumer that are all connected and idle. */
      const wakeUps = async (): Promise<number> => {
        const timers = new Set<number>();
        let count = 0;
        const hook = createHook({
          init: (id, type) => void (type === 'Timeout' && timers.add(id)),
          before: (id) => void (timers.has(id) && (count += 1)),
        }).enable();
        const queue = open(broker().brokers);
        const topic = await topicOn(queue);
        await queue.send(topic, [message('a', 1)]);
        let isThere = false;
        const stopping = new AbortController();
        const task = { topics: [topic], group: randomUUID(), signal: stopping.signal };
        const consumed = queue.consume({ ...task, each: async () => void (isThere = true) });
        await until(() => isThere);
        count = 0;
        await pause(1_000);
        const called = count;
        hook.disable();
        stopping.abort();
        await consumed;
        return called;
      };

      it('hardly wakes up', async () => {
        expect(await wakeUps()).toBeLessThan(40);
      });

      it('control: wakes up hundreds of times a second without the guard', async () => {
        const guarded = queueInside.scheduleCheckPendingRequests;
        queueInside.scheduleCheckPendingRequests = function () {
          const scheduleAt = this.throttledUntil - Date.now();
          this.throttleCheckTimeoutId ??= setTimeout(
            () => {
              this.throttleCheckTimeoutId = null;
              this.checkPendingRequests();
            },
            Math.max(scheduleAt, 1),
          );
        };
        try {
          expect(await wakeUps()).toBeGreaterThan(200);
        } finally {
          queueInside.scheduleCheckPendingRequests = guarded;
        }
      });
    });
  },
  { own: true },
);

describe('a queue that cannot be reached', () => {
  it.each([
    ['whose port nobody listens at', '127.0.0.1:1', /cannot be reached.*ECONNREFUSED.*KAFKA_BROKERS/],
    ['whose name nobody knows', 'kafka.invalid:9092', /kafka.invalid:9092 is not known.*KAFKA_BROKERS/],
  ])(
    '%s says so in one line, fails in time and goes on trying',
    async (_, address, words) => {
      const queue = open([address]);
      const stopping = new AbortController();
      const task = { topics: ['x'], group: 'g', signal: stopping.signal };
      const consumed = queue.consume({ ...task, each: async () => {} });
      await expect(queue.send('x', [message('a', 1)])).rejects.toThrow(words);
      await expect(queue.ensure([{ name: 'x', partitions: 1 }])).rejects.toThrow(words);
      expect(await queue.health()).toMatchObject({ reachable: false, reason: expect.stringMatching(words) });
      stopping.abort();
      await consumed;
      const told = lines.filter(({ level }) => level === 'warn').map(({ msg }) => msg);
      expect(new Set(told).size).toBe(told.length);
      expect(told.length).toBeLessThanOrEqual(2);
    },
    30_000,
  );
});
