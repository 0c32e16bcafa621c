import { randomUUID } from 'node:crypto';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { intakeTopics, kafkaQueue, topicsOf, type Message, type Queue, type Received } from '#messaging';
import { openLog } from '#runtime';
import { eventually } from './ledger-process.js';

const topics = intakeTopics('energy');

/** An answer on the results topic. */
export interface Result {
  readonly id?: string;
  readonly source?: string;
  readonly status: number;
  readonly receipt?: {
    readonly stream: string;
    readonly replayed?: boolean;
    readonly events: readonly { readonly id: string; readonly type: string }[];
  };
  readonly problem?: { readonly type: string; readonly detail: string; readonly detail_zh: string };
}

/** A department's system that posts through Kafka, and reads the answers to what it posted. */
export interface Poster {
  readonly queue: Queue;
  /** A new name for something posted, told from those of other runs. */
  id(what?: string): string;
  /** A command as an event in binary mode. */
  event(type: string, subject: string, data: unknown, id?: string): Message;
  post(...messages: readonly Message[]): Promise<void>;
  /** The answers so far to what this one posted; those under one key in their order. */
  results(): readonly Result[];
  /** Waits for an answer to each of the ids; the last one that each got. */
  answers(ids: readonly string[], patienceMs?: number): Promise<readonly Result[]>;
  close(): Promise<void>;
}

export async function posterTo(brokers: readonly string[]): Promise<Poster> {
  const queue = await kafkaQueue({ brokers, clientId: 'journey', log: openLog({ level: 'silent' }) });
  await queue.ensure(topicsOf(topics));
  const run = randomUUID().slice(0, 8);
  let count = 0;
  // Heard as they come: to read the whole topic for each look would slow down whom it waits for. What is delivered
  // twice has one place.
  const heard = new Map<string, Result>();
  const each = async (messages: readonly Received[]) => {
    for (const { partition, offset, value } of messages) {
      const result = JSON.parse(Buffer.from(value!).toString()) as Result;
      if (result.id?.startsWith(run)) heard.set(`${partition}:${offset}`, result);
    }
  };
  const hearing = queue.consume({ topics: [topics.results], group: run, signal: new AbortController().signal, each });
  const results = () => [...heard.values()];
  const id = (what = 'e') => `${run}-${what}-${(count += 1)}`;
  return {
    queue,
    id,
    event: (type, subject, data, own = id()) => ({
      key: subject,
      value: Buffer.from(typeof data === 'string' || data instanceof Uint8Array ? data : JSON.stringify(data)),
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: own,
        ce_source: '/journeys',
        ce_type: `energy.${type}`,
        ce_subject: subject,
      },
    }),
    post: (...messages) => queue.send(topics.intake, messages),
    results,
    async answers(ids, patienceMs = 60_000) {
      const answered = async () => {
        const last = new Map(results().map((result) => [result.id, result]));
        const mine = ids.map((one) => last.get(one));
        return mine.every((result) => result !== undefined) ? mine : undefined;
      };
      return eventually(answered, `an answer to each of ${ids.length} messages`, patienceMs);
    },
    async close() {
      await queue.close();
      await hearing;
    },
  };
}

/** Runs the command line beside a broker, as an operator would. */
export const taizhang = (
  brokers: readonly string[],
  ...args: readonly string[]
): Promise<{ code: number; out: string; talk: string }> =>
  new Promise((resolve) =>
    execFile(
      process.execPath,
      [join(import.meta.dirname, '../../dist/apps/cli/src/main.js'), ...args],
      { env: { ...process.env, KAFKA_BROKERS: brokers.join(','), NO_COLOR: '1' } },
      (error, out, talk) => resolve({ code: error ? Number(error.code) : 0, out, talk }),
    ),
  );
