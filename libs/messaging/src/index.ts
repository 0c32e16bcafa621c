export { MessageRefused, QueueUnavailable } from './errors.js';
export { intakeTopics, topicsOf, type IntakeTopics } from './intake-topics.js';
export { kafkaQueue } from './kafka/open.js';
export type { KafkaQueueOptions } from './kafka/kafka-queue.js';
export { memoryBroker, type MemoryBroker } from './memory-queue.js';
export {
  QUEUE,
  type ConsumeOptions,
  type Message,
  type Queue,
  type QueueHealth,
  type Received,
  type Standing,
  type Topic,
} from './queue.js';
export { park, parkedIn, parkedOf, settled, unpark, type Parked } from './parked.js';
