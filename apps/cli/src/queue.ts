import { MessageRefused, QueueUnavailable, type Queue } from '#messaging';
import type { Surroundings } from './command.js';
import { EXIT, Failure } from './exit-codes.js';

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
