import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Meta } from '#contracts';
import { memoryEventStore, type EventStore, type NewEvent } from '#event-store';
import { kafkaQueue, MessageRefused, QueueUnavailable, type Queue, type Received } from '#messaging';
import { memoryCheckpoints, type Checkpoints } from '#projection';
import { openLog } from '#runtime';
import { describeWithBroker } from '../../../../libs/messaging/src/testing-suite.js';
import { stored } from '../../../../libs/projection/src/testing-ledger.js';
import { fine, inRecord, pushed } from '../testing-facts.js';
import { relay, type RelayVoice, type Route, type Unsent } from './relay.js';
import { credit, facts } from './routes.js';

const event = (type: string, data: object, besides?: Partial<Meta>): NewEvent => stored({ type, data }, besides);
const USCCS = ['91441322MA00TT0126', '91441322MA00TT0134', '91441322MA00TT0142'];
const about = (at: number, besides: Partial<Meta> = {}) =>
  event('spec.Read', { at }, { uscc: USCCS[at % USCCS.length]!, ...besides });

let store: EventStore;
const queues: Queue[] = [];
const relays: { stop(): Promise<void> }[] = [];
beforeEach(() => void (store = memoryEventStore()));
afterEach(async () => {
  await Promise.all(relays.splice(0).map((one) => one.stop()));
  await Promise.all(queues.splice(0).map((queue) => queue.close()));
  await store.close();
});

async function open(brokers: readonly string[], maxMessageBytes?: number): Promise<Queue> {
  const times = { connectMs: 1_000, requestMs: 2_000, sendMs: 5_000 };
  const queue = await kafkaQueue({
    brokers,
    clientId: 'spec',
    log: openLog({ level: 'silent' }),
    times,
    maxMessageBytes,
  });
  queues.push(queue);
  return queue;
}

const post = (...events: readonly NewEvent[]) => store.append(`spec.record-${randomUUID()}`, events, 'any');

interface Under {
  readonly route: Route;
  readonly queue: Queue;
  readonly checkpoints?: Checkpoints;
}

/** A relay at work, and what it says of it. */
function relaying({ route, queue, checkpoints = memoryCheckpoints() }: Under) {
  const stopping = new AbortController();
  const told = { position: 0, failures: 0, unsent: [] as Unsent[] };
  const voice: RelayVoice = {
    sent: (_, __, position) => void (told.position = position),
    failed: () => void (told.failures += 1),
    parked: (unsent) => void told.unsent.push(unsent),
  };
  const kept: Unsent[] = [];
  const keep = async (unsent: readonly Unsent[]) => void kept.push(...unsent);
  const done = relay({ route, store, queue, checkpoints, voice, keep, signal: stopping.signal });
  const one = { told, kept, checkpoints, stop: () => (stopping.abort(), done) };
  relays.push(one);
  return one;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 60_000; !(await holds()); await pause(20))
    if (performance.now() > end) throw new Error('it did not come true in time');
}

const routeTo = async (queue: Queue, route: Route = facts): Promise<Route> => {
  const topic = { ...route.topic, name: `spec.${randomUUID()}` };
  await queue.ensure([topic]);
  return { ...route, topic };
};
async function held(queue: Queue, { topic }: Route): Promise<Received[]> {
  // A broker that has just started does not lead every partition yet.
  for (const end = performance.now() + 20_000; ; await pause(50))
    try {
      return (await Array.fromAsync(queue.read(topic.name))).flat();
    } catch (problem) {
      if (!(problem instanceof QueueUnavailable) || performance.now() > end) throw problem;
    }
}
const sequenceOf = ({ headers }: Received) => Number(headers['ce_sequence']);
const idsOf = (messages: readonly Received[]) => new Set(messages.map(({ headers }) => headers['ce_id']));

/** Whether each key's messages, looked at once each, come in the order of the ledger. */
function inOrder(messages: readonly Received[]): boolean {
  const latest = new Map<string, number>();
  const seen = new Set<number>();
  return messages.every((message) => {
    const sequence = sequenceOf(message);
    if (seen.has(sequence)) return true;
    seen.add(sequence);
    const isLater = sequence > (latest.get(message.key!) ?? 0);
    latest.set(message.key!, sequence);
    return isLater;
  });
}

describeWithBroker(
  'the relay of facts',
  (broker) => {
    it('sends what is public and what is for government bodies, in order per enterprise, and nothing sealed', async () => {
      const queue = await open(broker().brokers);
      const route = await routeTo(queue);
      await post(...Array.from({ length: 30 }, (_, at) => about(at)), about(30, { visibility: 'public' }));
      await post(about(0, { visibility: 'sealed' }), about(1));
      const { told } = relaying({ route, queue });
      await until(() => told.position === 33);
      const messages = await held(queue, route);
      expect(messages.map(sequenceOf).sort((one, other) => one - other)).toEqual(
        [...Array(31).keys()].map((at) => at + 1).concat(33),
      );
      expect(inOrder(messages)).toBe(true);
      expect(messages.map(({ headers }) => headers['ce_dataclassification'])).not.toContain('sealed');
    });

    it('goes on after its checkpoint; without one it sends everything again, under the same ids', async () => {
      const queue = await open(broker().brokers);
      const route = await routeTo(queue);
      await post(about(0), about(1));
      const first = relaying({ route, queue });
      await until(() => first.told.position === 2);
      await first.stop();
      expect(await first.checkpoints.load(route.name)).toBe(2);

      await post(about(2));
      const second = relaying({ route, queue, checkpoints: first.checkpoints });
      await until(() => second.told.position === 3);
      await second.stop();
      expect(await held(queue, route)).toHaveLength(3);

      const third = relaying({ route, queue });
      await until(() => third.told.position === 3);
      const messages = await held(queue, route);
      expect(messages).toHaveLength(6);
      expect(idsOf(messages).size).toBe(3);
      expect(inOrder(messages)).toBe(true);
    });

    it('sets aside what it cannot read and what is too large, and sends the rest', async () => {
      const queue = await open(broker().brokers, 10_000);
      const route = await routeTo(queue);
      const unreadable = { ...about(1), meta: Buffer.from('{"visibility":') };
      await post(about(0), unreadable, event('spec.Read', { text: 'x'.repeat(20_000) }), about(3));
      const { told, kept } = relaying({ route, queue });
      await until(() => told.position === 4);
      expect((await held(queue, route)).map(sequenceOf).sort()).toEqual([1, 4]);
      expect(kept.map(({ position }) => position)).toEqual([2, 3]);
      expect(kept[0]!.reason).not.toContain('visibility');
      expect(kept[1]!.reason).toMatch(/10000 bytes/);
    });

    it('waits while the broker is away, keeps little in memory, and catches up with nothing left out', async () => {
      const queue = await open(broker().brokers);
      const route = await routeTo(queue);
      const { told } = relaying({ route, queue });
      await post(about(0));
      await until(() => told.position === 1);
      await broker().faults!.kill();
      let read = 0;
      const original = route.messagesOf;
      Object.assign(route, {
        messagesOf: (...given: Parameters<Route['messagesOf']>) => ((read += given[0].length), original(...given)),
      });
      const TOTAL = 6_000;
      for (let at = 0; at < TOTAL; at += 500) await post(...Array.from({ length: 500 }, (_, more) => about(at + more)));
      await until(() => told.failures > 1);
      expect(read).toBeLessThanOrEqual(2_000);
      await broker().faults!.start();
      await until(() => told.position === TOTAL + 1);
      const messages = await held(queue, route);
      expect(idsOf(messages).size).toBe(TOTAL + 1);
      expect(inOrder(messages)).toBe(true);
    }, 90_000);

    describe('when the broker is killed while facts are being sent', () => {
      const TOTAL = 20_000;
      /** Positions that nobody finds in the topic after a kill, although the checkpoint is at the end. */
      const lost = async (through: (queue: Queue) => Queue): Promise<number> => {
        const queue = await open(broker().brokers);
        const route = await routeTo(queue);
        for (let at = 0; at < TOTAL; at += 1_000)
          await post(...Array.from({ length: 1_000 }, (_, more) => about(at + more)));
        const { told, stop } = relaying({ route, queue: through(queue) });
        await until(() => told.position > 0);
        await broker().faults!.kill();
        await broker().faults!.start();
        await until(() => told.position === TOTAL);
        await stop();
        const messages = await held(queue, route);
        if (through(queue) === queue) expect(inOrder(messages)).toBe(true);
        return TOTAL - new Set(messages.map(sequenceOf)).size;
      };

      it('loses nothing', async () => {
        expect(await lost((queue) => queue)).toBe(0);
      }, 120_000);

      it('control: loses some where the acknowledgement is not waited for', async () => {
        const hasty = (queue: Queue): Queue => ({
          ...queue,
          send: async (topic, messages) => {
            queue.send(topic, messages).catch(() => {});
            await pause(20);
          },
        });
        expect(await lost(hasty)).toBeGreaterThan(0);
      }, 120_000);
    });
  },
  { own: true },
);

describeWithBroker('the relay of credit records', (broker) => {
  const recordOf = async (...told: ReturnType<typeof inRecord>[]) => {
    for (const { type, data, stream, uscc } of told) await store.append(stream!, [event(type, data!, { uscc })], 'any');
  };
  const latest = (messages: readonly Received[]) => new Map(messages.map((message) => [message.key, message]));

  it('sends each record as it is to be shown, and a tombstone when nobody is to show it any more', async () => {
    const queue = await open(broker().brokers);
    const route = await routeTo(queue, credit(store));
    const { told } = relaying({ route, queue });
    await recordOf(pushed());
    await until(() => told.position === 1);
    const [[, shown]] = [...latest(await held(queue, route))] as [[string, Received]];
    expect(JSON.parse(Buffer.from(shown.value!).toString())).toMatchObject({ CF_WSH: fine.documentNumber });

    await recordOf(inRecord('CreditInfoWithdrawn', { reason: '原决定被撤销' }));
    await until(() => told.position === 2);
    const [[key, gone]] = [...latest(await held(queue, route))] as [[string, Received]];
    expect(key).toBe('penalty-2021-0003');
    expect(gone.value).toBeUndefined();
  });

  it('sent again from the start never shows what was withdrawn', async () => {
    const queue = await open(broker().brokers);
    const route = await routeTo(queue, credit(store));
    await recordOf(pushed(), inRecord('CreditInfoWithdrawn', { reason: '原决定被撤销' }));
    const { told } = relaying({ route, queue });
    await until(() => told.position === 2);
    expect((await held(queue, route)).map(({ value }) => value)).toEqual([undefined]);
  });
});

describe('a message that the queue refuses without saying which', () => {
  it('is tried again rather than left out', async () => {
    let tries = 0;
    const queue = {
      ensure: async () => {},
      send: async () => {
        tries += 1;
        if (tries === 1) throw new MessageRefused('one of them');
      },
    } as unknown as Queue;
    await post(about(0));
    const { told } = relaying({ route: facts, queue });
    await until(() => told.position === 1);
    expect(tries).toBe(2);
    expect(told).toMatchObject({ failures: 1, unsent: [] });
  });
});
