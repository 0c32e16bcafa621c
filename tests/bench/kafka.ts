import { join } from 'node:path';
import { intakeFromQueue } from './intake-queue.ts';
import { relayCatchesUp, relayLatency } from './relay-queue.ts';
import type { Row } from './table.ts';

const built = join(import.meta.dirname, '../../dist/libs/messaging/src/testing-broker.js');

/** The ledger with a Kafka broker beside it, both at full speed; nothing where no broker can be had. */
export async function kafka(): Promise<Row[]> {
  const { brokerPossible, testingBroker } = (await import(
    built
  )) as typeof import('../../libs/messaging/src/testing-broker.js');
  const possible = await brokerPossible();
  if (possible !== true) {
    process.stderr.write(`kafka is skipped: ${possible}\n`);
    return [];
  }
  // The broker is a child that nobody waits for, and here nothing else is under way while it starts.
  const waiting = setInterval(() => {}, 1_000);
  const broker = await testingBroker({ fullSpeed: true });
  try {
    const { brokers } = broker;
    return [await relayLatency(brokers), await relayCatchesUp(brokers), await intakeFromQueue(brokers)];
  } finally {
    await broker.stop();
    clearInterval(waiting);
  }
}
