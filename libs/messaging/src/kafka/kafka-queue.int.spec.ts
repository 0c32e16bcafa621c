import { openLog } from '#runtime';
import { queueConformance } from '../conformance.js';
import { testingBroker } from '../testing-broker.js';
import { ifBroker } from '../testing-suite.js';
import { kafkaQueue } from './kafka-queue.js';

ifBroker(() =>
  queueConformance('the queue on Kafka', async () => {
    const broker = await testingBroker();
    const open = () => kafkaQueue({ brokers: broker.brokers, clientId: 'spec', log: openLog({ level: 'silent' }) });
    return { open, stop: () => broker.stop() };
  }),
);
