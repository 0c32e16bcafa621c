import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { memoryEventStore, type EventStore } from '#event-store';
import { kafkaQueue, type Queue } from '#messaging';
import { openLog } from '#runtime';
import { testingPostgres, type TestingPostgres } from '../../../../libs/event-store/src/postgres/testing-postgres.js';
import { describeWithBroker } from '../../../../libs/messaging/src/testing-suite.js';
import { assigned, conducted, ordered, pushed } from '../testing-facts.js';
import { testingService, type TestingService } from '../testing-service.js';
import { CREDIT, FACTS } from './topics.js';

const NOW = '2021-09-10T02:00:00Z';

describeWithBroker(
  'the relays of the read side',
  (broker) => {
    let server: TestingPostgres;
    let url: string;
    let store: EventStore;
    const services: TestingService[] = [];
    const queues: Queue[] = [];
    beforeAll(async () => {
      server = await testingPostgres();
      url = await server.database();
      store = memoryEventStore();
    });
    afterEach(async () => {
      await Promise.all(services.splice(0).map((service) => service.close()));
      await Promise.all(queues.splice(0).map((queue) => queue.close()));
    });
    afterAll(async () => {
      await store.close();
      await server.stop();
    });

    const start = async (): Promise<TestingService> => {
      const queue = await kafkaQueue({
        brokers: broker().brokers,
        clientId: 'spec',
        log: openLog({ level: 'silent' }),
      });
      queues.push(queue);
      const service = await testingService(url, store, NOW, queue);
      services.push(service);
      return service;
    };
    const relays = async (service: TestingService) =>
      (await service.get('/projections')).body.relays as readonly { name: string; lag: number; running: boolean }[];
    const caughtUp = async (service: TestingService): Promise<void> => {
      for (const end = performance.now() + 30_000; (await relays(service)).some(({ lag }) => lag > 0); await pause(20))
        if (performance.now() > end) throw new Error('the relays did not catch up');
    };
    const idsIn = async (topic: string) =>
      (await Array.fromAsync(queues[0]!.read(topic))).flat().map(({ headers }) => headers['ce_id']);

    it('send once what two processes could send, and tell how far they are', async () => {
      const [one, two] = [await start(), await start()];
      await one.post(assigned, conducted, ordered, pushed());
      await caughtUp(one);
      const ids = await idsIn(FACTS.name);
      expect(ids).toHaveLength(4);
      expect(new Set(ids).size).toBe(4);
      expect(await idsIn(CREDIT.name)).toHaveLength(1);

      const each = await Promise.all([one, two].map(relays));
      for (const name of ['relay.facts', 'relay.credit'])
        expect(each.flat().filter((relay) => relay.name === name && relay.running)).toHaveLength(1);
      const metrics = (await Promise.all([one, two].map((service) => service.get('/metrics')))).map(({ text }) => text);
      expect(metrics.join()).toMatch(/taizhang_relay_sent_total\{relay="relay\.facts"\} 4/);
      expect(metrics[0]).toMatch(/taizhang_relay_lag\{relay="relay\.facts"\} 0/);
    });

    it('are taken over by whoever starts next, which goes on where the last one was', async () => {
      const service = await start();
      await service.post(conducted);
      await caughtUp(service);
      expect(await idsIn(FACTS.name)).toHaveLength(5);
    });
  },
  { own: true },
);
