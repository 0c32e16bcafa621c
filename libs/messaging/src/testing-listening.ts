import { setTimeout as pause } from 'node:timers/promises';
import kafkajs from 'kafkajs';
import './kafka/idle-spin.js';

/** Says of a log that another process was quicker. */
export const PORT_TAKEN = /Address already in use/;

const PATIENCE_MS = 60_000;

/** Resolves once the broker answers as one; `log` is shown when it does not. */
export async function answers(broker: string, log: () => string): Promise<void> {
  const kafka = new kafkajs.Kafka({ brokers: [broker], logLevel: kafkajs.logLevel.NOTHING, retry: { retries: 0 } });
  const deadline = Date.now() + PATIENCE_MS;
  for (; ; await pause(50)) {
    const admin = kafka.admin();
    try {
      await admin.connect();
      const { brokers } = await admin.describeCluster();
      if (brokers.length > 0) return;
    } catch (problem) {
      if (Date.now() > deadline || PORT_TAKEN.test(log()))
        throw new Error(`the broker does not answer:\n${log()}`, { cause: problem });
    } finally {
      await admin.disconnect();
    }
  }
}
