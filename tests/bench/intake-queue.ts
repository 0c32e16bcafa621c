import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { intakeTopics, kafkaQueue, QueueUnavailable, topicsOf, type Message, type Queue } from '#messaging';
import { openLog } from '#runtime';
import { item } from './acts.ts';
import { forget, startLedger } from './ledger.ts';
import type { Row } from './table.ts';

const topics = intakeTopics('energy');
const NOBODY = 'taizhang-bench';

/**
 * Commands that wait in Kafka when the standalone ledger starts, until the last is recorded, answered and committed. The
 * first quarter warms the process up and is not counted.
 */
export async function intakeFromQueue(brokers: readonly string[], total = 100_000): Promise<Row> {
  const queue = await kafkaQueue({ brokers, clientId: 'bench', log: openLog({ level: 'silent' }) });
  await queue.ensure(topicsOf(topics));
  const before = { waiting: await lag(queue, topics.group), results: await lag(queue, NOBODY, topics.results) };
  if (before.waiting > 0) throw new Error(`${before.waiting} messages wait already for ${topics.group}`);
  const run = Date.now().toString(36);
  for (let at = 0; at < total; at += 1_000)
    await queue.send(
      topics.intake,
      Array.from({ length: Math.min(1_000, total - at) }, (_, more) => message(at + more, run)),
    );
  const ledger = await startLedger({ env: { KAFKA_BROKERS: brokers.join(',') } });
  try {
    const warm = await until(queue, (left) => left <= total * 0.75);
    const cpuBefore = await cpuSeconds(ledger.pid);
    const done = await until(queue, (left) => left === 0);
    const count = warm.left - done.left;
    const cpuMs = ((await cpuSeconds(ledger.pid)) - cpuBefore) * 1000;
    const answered = (await lag(queue, NOBODY, topics.results)) - before.results;
    if (answered < total) throw new Error(`${total} messages got ${answered} answers`);
    return {
      what: 'queue intake, commands recorded, answered and committed',
      figure: count / ((done.at - warm.at) / 1000),
      unit: 'commands/s',
      goal: 5_000,
      note: `standalone process, broker and database on the same cores; the ledger’s process spends ${(cpuMs / count).toFixed(2)} ms of a core on each, reading, relaying and projecting included`,
    };
  } finally {
    await queue.close();
    await ledger.stop();
    await forget(ledger.data);
  }
}

/** Partitions that were made a moment ago may have no leader yet. */
async function lag(queue: Queue, group: string, topic: string = topics.intake): Promise<number> {
  for (;;) {
    try {
      return (await queue.standing(topic, group)).reduce((sum, { lag }) => sum + lag, 0);
    } catch (error) {
      if (!(error instanceof QueueUnavailable)) throw error;
      await pause(100);
    }
  }
}

/** Of all threads of a process, since it started. */
async function cpuSeconds(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function until(queue: Queue, holds: (left: number) => boolean): Promise<{ left: number; at: number }> {
  for (;;) {
    const left = await lag(queue, topics.group);
    if (holds(left)) return { left, at: performance.now() };
    await pause(50);
  }
}

/** Binary mode, each on a record of its own, spread over the partitions by the record. */
function message(at: number, run: string): Message {
  const { data, datacontenttype, ...attributes } = item(at, run);
  const headers = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce_${name}`, value]));
  return {
    key: attributes.subject,
    value: Buffer.from(JSON.stringify(data)),
    headers: { ...headers, 'content-type': datacontenttype },
  };
}
