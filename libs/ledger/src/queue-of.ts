import { kafkaQueue, type Queue } from '#messaging';
import type { Configuration, Log, Probe } from '#runtime';

/** The queue that the configuration names; nothing is connected to yet. */
export async function queueOf(configuration: Configuration, log: Log, name = 'service'): Promise<Queue | undefined> {
  const { kafkaBrokers, kafkaTls, kafkaMechanism, kafkaUsername, kafkaPassword = '' } = configuration;
  if (!kafkaBrokers) return undefined;
  return kafkaQueue({
    brokers: kafkaBrokers,
    clientId: `taizhang-${name}`,
    tls: kafkaTls,
    ...(kafkaUsername ? { sasl: { mechanism: kafkaMechanism, username: kafkaUsername, password: kafkaPassword } } : {}),
    log,
  });
}

/**
 * A service that never reached its queue is not ready: its settings may be wrong. One that did stays ready when the
 * queue goes away, because what comes by HTTP needs none; metrics and the log tell how far behind the queue is.
 */
export function reachedOnce(queue: Queue): Probe {
  let isReached = false;
  return async () => {
    const { reachable, reason } = await queue.health();
    isReached ||= reachable;
    if (!isReached) throw new Error(reason ?? 'unreachable');
  };
}
