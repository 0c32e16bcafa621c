import type { Queue } from '../queue.js';
import type { KafkaQueueOptions } from './kafka-queue.js';

/** The queue on Apache Kafka. Its client is loaded only by those who have brokers. */
export async function kafkaQueue(options: KafkaQueueOptions): Promise<Queue> {
  const adapter = await import('./kafka-queue.js');
  return adapter.kafkaQueue(options);
}
