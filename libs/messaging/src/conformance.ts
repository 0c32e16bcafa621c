import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MessageRefused, QueueUnavailable } from './errors.js';
import type { Message, Queue, Received } from './queue.js';

/** A broker that a suite runs against. */
export interface BrokerUnderTest {
  /** Another client of the same broker. */
  open(): Queue | Promise<Queue>;
  stop(): Promise<void>;
}

const PARTITIONS = 3;
const PATIENCE_MS = 40_000;

/** A message that is told from others by its text. */
const message = (key: string, text: string): Message => ({ key, value: Buffer.from(text), headers: {} });
const numbered = (key: string, count: number): Message[] =>
  Array.from({ length: count }, (_, at) => message(key, `${key}-${at}`));
const texts = (messages: readonly Received[]): string[] => messages.map(({ value }) => Buffer.from(value!).toString());
const ofKey = (messages: readonly Received[], key: string) => texts(messages.filter((each) => each.key === key));
const keys = Array.from({ length: 12 }, (_, at) => `key-${at}`);

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; !(await holds()); await pause(10))
    if (performance.now() > end) throw new Error(`${what} did not come true in ${PATIENCE_MS} ms`);
}

/** What every queue promises; each adapter runs this. */
export function queueConformance(name: string, start: () => Promise<BrokerUnderTest>): void {
  describe(name, () => {
    let broker: BrokerUnderTest;
    let queue: Queue;
    beforeAll(async () => {
      broker = await start();
      queue = await broker.open();
    }, 120_000);
    afterAll(async () => {
      await queue?.close();
      await broker?.stop();
    }, 60_000);

    const newTopic = async (): Promise<string> => {
      const topic = `conformance.${randomUUID()}`;
      await queue.ensure([{ name: topic, partitions: PARTITIONS }]);
      return topic;
    };
    /** Consumes beside the spec, and keeps what came. */
    const consuming = (
      topic: string,
      group: string,
      each: (batch: readonly Received[]) => Promise<void>,
      by = queue,
    ) => {
      const stopping = new AbortController();
      const came: Received[] = [];
      const ended = by.consume({
        topics: [topic],
        group,
        signal: stopping.signal,
        each: async (batch) => {
          await each(batch);
          came.push(...batch);
        },
      });
      const stop = () => (stopping.abort(), ended);
      return { came, stop, abort: () => stopping.abort(), ended };
    };
    const gathering = (topic: string, group: string, by = queue) => consuming(topic, group, async () => {}, by);
    const lagOf = async (topic: string, group: string) =>
      (await queue.standing(topic, group)).reduce((sum, { lag }) => sum + lag, 0);
    const held = async (topic: string) => (await Array.fromAsync(queue.read(topic))).flat();

    describe('its topics', () => {
      it('are made once, whoever asks and how often', async () => {
        const other = await broker.open();
        const topic = { name: `conformance.${randomUUID()}`, partitions: PARTITIONS };
        await Promise.all([queue.ensure([topic]), other.ensure([topic])]);
        await queue.ensure([topic]);
        expect(await queue.standing(topic.name, 'nobody')).toHaveLength(PARTITIONS);
        await other.close();
      });

      it('hold nothing when they are new or do not exist', async () => {
        expect(await held(await newTopic())).toEqual([]);
        expect(await held(`conformance.${randomUUID()}`)).toEqual([]);
        expect(await queue.standing(`conformance.${randomUUID()}`, 'nobody')).toEqual([]);
      });
    });

    describe('a message', () => {
      it('comes as it was sent: key, headers, every byte of its value', async () => {
        const topic = await newTopic();
        const value = Uint8Array.from({ length: 256 }, (_, byte) => byte);
        const headers = { ce_id: 'ä–台账', empty: '', 'content-type': 'application/json' };
        await queue.send(topic, [{ key: '企业-1', value, headers }]);
        const [[came]] = [await held(topic)] as [[Received]];
        expect(came).toMatchObject({ topic, key: '企业-1', headers });
        expect(Buffer.from(came.value!).equals(value)).toBe(true);
        expect(came.offset).toMatch(/^\d+$/);
      });

      it('without a value is a tombstone, which is not the same as an empty one', async () => {
        const topic = await newTopic();
        await queue.send(topic, [
          { key: 'a', value: undefined, headers: {} },
          { key: 'a', value: new Uint8Array(), headers: {} },
        ]);
        expect((await held(topic)).map(({ value }) => value?.length)).toEqual([undefined, 0]);
      });

      it('that is too large is refused for good, and others are taken after it', async () => {
        const topic = await newTopic();
        const large = { key: 'a', value: Buffer.alloc(3 * 1_048_576, 'a'), headers: {} };
        await expect(queue.send(topic, [large])).rejects.toBeInstanceOf(MessageRefused);
        await queue.send(topic, [message('a', 'small')]);
        expect(texts(await held(topic))).toEqual(['small']);
      });

      it('is read by whoever looks, without any group being told', async () => {
        const topic = await newTopic();
        await queue.send(
          topic,
          keys.map((key) => message(key, key)),
        );
        expect(texts(await held(topic)).sort()).toEqual([...keys].sort());
        expect(texts(await held(topic)).sort()).toEqual([...keys].sort());
        expect(await lagOf(topic, 'nobody')).toBe(keys.length);
      });
    });

    describe('a consumer', () => {
      it('gets the messages of each key in their order, from the first on', async () => {
        const topic = await newTopic();
        await queue.send(
          topic,
          keys.flatMap((key) => numbered(key, 20)),
        );
        const { came, stop } = gathering(topic, randomUUID());
        await until(() => came.length >= keys.length * 20, 'the first messages');
        await queue.send(topic, [message('key-0', 'later')]);
        await until(() => came.length > keys.length * 20, 'the last message');
        await stop();
        for (const key of keys)
          expect(ofKey(came, key)).toEqual([
            ...texts(numbered(key, 20) as never),
            ...(key === 'key-0' ? ['later'] : []),
          ]);
      });

      it('is handed messages of one partition at a time, and a partition never twice at once', async () => {
        const topic = await newTopic();
        await queue.send(
          topic,
          keys.flatMap((key) => numbered(key, 50)),
        );
        const atWork = new Set<number>();
        const wrong: string[] = [];
        const { came, stop } = consuming(topic, randomUUID(), async (batch) => {
          const partitions = new Set(batch.map(({ partition }) => partition));
          const [partition] = partitions;
          if (partitions.size !== 1) wrong.push(`${partitions.size} partitions at once`);
          if (atWork.has(partition!)) wrong.push(`partition ${partition} twice at once`);
          atWork.add(partition!);
          await pause(5);
          atWork.delete(partition!);
        });
        await until(() => came.length >= keys.length * 50, 'all messages');
        await stop();
        expect(wrong).toEqual([]);
      });

      it('goes on after what its group committed', async () => {
        const topic = await newTopic();
        const group = randomUUID();
        await queue.send(topic, numbered('a', 10));
        const first = gathering(topic, group);
        await until(() => first.came.length === 10, 'the first messages');
        await first.stop();
        expect(await lagOf(topic, group)).toBe(0);
        await queue.send(topic, [message('a', 'new')]);
        expect(await lagOf(topic, group)).toBe(1);
        const second = gathering(topic, group);
        await until(() => second.came.length > 0, 'the new message');
        await second.stop();
        expect(texts(second.came)).toEqual(['new']);
      });

      it('that rejects gets the same messages again before any later ones, however often', async () => {
        const topic = await newTopic();
        const group = randomUUID();
        await queue.send(topic, numbered('a', 10));
        const offered: string[] = [];
        const { came, stop } = consuming(topic, group, async (batch) => {
          offered.push(texts(batch)[0]!);
          if (offered.length <= 3) throw new Error('not now');
        });
        await until(() => came.length >= 10, 'the messages being dealt with');
        await stop();
        expect(offered.slice(0, 4)).toEqual(['a-0', 'a-0', 'a-0', 'a-0']);
        expect(texts(came)).toEqual(numbered('a', 10).map(({ value }) => String(value)));
        expect(await lagOf(topic, group)).toBe(0);
      });

      it('commits nothing of what it rejected, so that the next one gets it', async () => {
        const topic = await newTopic();
        const group = randomUUID();
        await queue.send(topic, numbered('a', 5));
        let offered = 0;
        const first = consuming(topic, group, async () => {
          offered += 1;
          throw new Error('never');
        });
        await until(() => offered > 0, 'the first offer');
        await first.stop();
        expect(await lagOf(topic, group)).toBe(5);
        const second = gathering(topic, group);
        await until(() => second.came.length === 5, 'the messages coming again');
        await second.stop();
      });

      it('that is stopped finishes and commits what is at hand, and takes nothing more', async () => {
        const topic = await newTopic();
        const group = randomUUID();
        await queue.send(topic, [message('a', 'at hand')]);
        let finish: (() => void) | undefined;
        const { came, abort, ended } = consuming(topic, group, () => new Promise((resolve) => (finish = resolve)));
        let over = false;
        void ended.then(() => (over = true));
        await until(() => finish !== undefined, 'the message at hand');
        await queue.send(topic, [message('a', 'too late')]);
        abort();
        await pause(50);
        expect(over).toBe(false);
        finish!();
        await ended;
        expect(texts(came)).toEqual(['at hand']);
        expect(await lagOf(topic, group)).toBe(1);
      });

      it('that was stopped before it began resolves and takes nothing', async () => {
        const topic = await newTopic();
        await queue.send(topic, [message('a', 'x')]);
        const each = () => Promise.reject(new Error('must not be called'));
        await queue.consume({ topics: [topic], group: randomUUID(), signal: AbortSignal.abort(), each });
      });
    });

    describe('a group', () => {
      it('shares the partitions among its members, and takes over from one that leaves', async () => {
        const topic = await newTopic();
        const group = randomUUID();
        const other = await broker.open();
        const one = gathering(topic, group);
        const two = gathering(topic, group, other);
        const sent: string[] = [];
        const both = async () => {
          const more = keys.map((key) => message(key, `${key}/${sent.length}`));
          sent.push(...more.map(({ value }) => String(value)));
          await queue.send(topic, more);
          return one.came.length > 0 && two.came.length > 0;
        };
        await until(both, 'both members having some');
        await two.stop();
        await other.close();
        await both();
        await until(async () => (await lagOf(topic, group)) === 0, 'everything being dealt with');
        await one.stop();
        expect(new Set([...texts(one.came), ...texts(two.came)])).toEqual(new Set(sent));
      });

      it('has no part in what another does', async () => {
        const topic = await newTopic();
        await queue.send(topic, numbered('a', 10));
        const [one, two] = [gathering(topic, randomUUID()), gathering(topic, randomUUID())];
        await until(() => one.came.length === 10 && two.came.length === 10, 'both having everything');
        await Promise.all([one.stop(), two.stop()]);
      });
    });

    it('says that it is reachable', async () => expect(await queue.health()).toEqual({ reachable: true }));

    it('takes nothing once it is closed, and ends what it consumed', async () => {
      const topic = await newTopic();
      const other = await broker.open();
      const { ended } = gathering(topic, randomUUID(), other);
      await other.close();
      await ended;
      await expect(other.send(topic, [message('a', 'x')])).rejects.toBeInstanceOf(QueueUnavailable);
    });
  });
}
