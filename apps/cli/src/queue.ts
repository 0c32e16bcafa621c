import { MessageRefused, QueueUnavailable, type Queue } from '#messaging';
import { BadConfiguration, openLog, readConfiguration, type Configuration } from '#runtime';
import type { Surroundings } from './command.js';
import { EXIT, Failure, usage } from './exit-codes.js';

/** The queue that the environment names, as the services know it. */
export async function queueFrom(env: Surroundings['env']): Promise<Queue> {
  // What the ledger stands on is much, and no other command needs any of it.
  const { queueOf } = await import('#ledger');
  const queue = await queueOf(configurationOf(env), openLog({ level: 'silent' }), 'cli');
  if (queue) return queue;
  throw usage(
    '没有配置队列：请设置 KAFKA_BROKERS，如 KAFKA_BROKERS=kafka1.example:9092',
    'There is no queue: set KAFKA_BROKERS, such as KAFKA_BROKERS=kafka1.example:9092',
  );
}

function configurationOf(env: Surroundings['env']): Configuration {
  try {
    return readConfiguration(env).configuration;
  } catch (cause) {
    if (cause instanceof BadConfiguration) throw new Failure(EXIT.usage, cause.message, { cause });
    throw cause;
  }
}

/** Works with a queue and lets go of it. What the queue says becomes words and an exit code. */
export async function reaching(
  open: (env: Surroundings['env']) => Promise<Queue>,
  { env }: Surroundings,
  work: (queue: Queue) => Promise<void>,
): Promise<void> {
  const queue = await open(env);
  try {
    await work(queue);
  } catch (cause) {
    if (cause instanceof QueueUnavailable)
      throw new Failure(
        EXIT.unreachable,
        `无法连接队列：${cause.message}\nThe queue cannot be reached: ${cause.message}\n` +
          '  → 请检查 KAFKA_BROKERS 及 KAFKA_USERNAME、KAFKA_PASSWORD、KAFKA_TLS\n' +
          '  → Check KAFKA_BROKERS, and KAFKA_USERNAME, KAFKA_PASSWORD and KAFKA_TLS',
        { cause },
      );
    if (cause instanceof MessageRefused)
      throw new Failure(EXIT.failed, `队列拒收：${cause.message}\nThe queue refused it: ${cause.message}`, { cause });
    throw cause;
  } finally {
    await queue.close();
  }
}
