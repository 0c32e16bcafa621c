import { describe, expect, it } from '@jest/globals';
import { queueConformance } from './conformance.js';
import { QueueUnavailable } from './errors.js';
import { memoryBroker } from './memory-queue.js';

queueConformance('the queue in memory', async () => {
  const broker = memoryBroker();
  return { open: () => broker.open(), stop: async () => {} };
});

describe('a broker in memory', () => {
  it('that is away keeps what it has, and goes on when it is back', async () => {
    const broker = memoryBroker();
    const queue = broker.open();
    await queue.ensure([{ name: 'topic', partitions: 1 }]);
    broker.away = true;
    await expect(queue.send('topic', [])).rejects.toBeInstanceOf(QueueUnavailable);
    expect(await queue.health()).toMatchObject({ reachable: false });
    broker.away = false;
    const came = new Promise((resolve) => {
      const each = async (batch: readonly unknown[]) => resolve(batch.length);
      void queue.consume({ topics: ['topic'], group: 'g', signal: new AbortController().signal, each });
    });
    await queue.send('topic', [{ key: 'a', value: undefined, headers: {} }]);
    expect(await came).toBe(1);
    await queue.close();
  });
});
