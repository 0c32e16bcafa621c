import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { expect } from '@jest/globals';
import fc from 'fast-check';
import { moves } from './in-parallel.js';
import { type Acknowledged, type Move, violations } from './parallel-writers.js';
import { everything, type Ledger, orderOf, rule } from './rule.js';
import type { Order, Report } from './write-and-tail.js';

/** A process that writes and follows, and what it has said so far. */
class Writer {
  readonly acknowledged: Acknowledged[] = [];
  readonly done: Promise<void>;
  readonly #seen: Promise<readonly string[]>;
  readonly #process: ChildProcess;

  constructor(ledger: Ledger, after: number, writers: readonly (readonly Move[])[]) {
    const { entry, args } = ledger.ownProcess!();
    this.#process = fork(entry, args, { execArgv: [] });
    const done = Promise.withResolvers<void>();
    const seen = Promise.withResolvers<readonly string[]>();
    this.done = done.promise;
    this.#seen = seen.promise;
    this.#process.on('message', (report: Report) => {
      if ('acknowledged' in report) this.acknowledged.push(report.acknowledged);
      else if ('done' in report) done.resolve();
      else seen.resolve(report.seen);
    });
    this.#process.on('exit', (code, signal) => {
      const ended = new Error(`the writer ended with ${code ?? signal}`);
      done.reject(ended);
      seen.reject(ended);
    });
    for (const promise of [this.done, this.#seen]) promise.catch(() => {});
    this.#order({ after, writers });
  }

  seenAll(count: number): Promise<readonly string[]> {
    this.#order({ seenAll: count });
    return this.#seen;
  }

  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    this.#process.kill('SIGKILL');
    await once(this.#process, 'exit');
  }

  async hasBeenAcknowledged(count: number): Promise<void> {
    while (this.acknowledged.length < count) await Promise.race([once(this.#process, 'message'), this.done]);
  }

  #order(order: Order): void {
    this.#process.send(order);
  }
}

/** Starts so many processes of four writers each, on the same few streams. */
async function forked(ledger: Ledger, count: number): Promise<{ after: number; processes: Writer[] }> {
  const after = await ledger.store.head();
  const own = randomUUID();
  const length = ledger.brief ? 15 : 25;
  const streams = [1, 2, 3, 4].map((n) => `case-${n}-${own}`);
  const writers = fc.array(moves(ledger, { least: length, length, streams }), { minLength: 4, maxLength: 4 });
  const processes = fc.sample(writers, count).map((each) => new Writer(ledger, after, each));
  return { after, processes };
}

export const processes = [
  rule(
    'several processes that append and follow at once leave a log that one writer could have left, and see all of it',
    async (store, ledger) => {
      const { after, processes } = await forked(ledger, 3);
      try {
        await Promise.all(processes.map(({ done }) => done));
        const log = await everything(store.readAll(after));
        const acknowledged = processes.flatMap((each) => each.acknowledged);
        expect(violations(log, acknowledged, { after, ...orderOf(ledger) })).toEqual([]);
        for (const seen of await Promise.all(processes.map((each) => each.seenAll(log.length))))
          expect(seen).toEqual(log.map(({ position, id }) => `${position} ${id}`));
        expect(acknowledged.length).toBeGreaterThan(40);
      } finally {
        await Promise.all(processes.map((each) => each.kill()));
      }
    },
    'ownProcess',
  ),

  rule(
    'nothing acknowledged is lost when one of several processes is killed in the middle',
    async (store, ledger) => {
      const { after, processes } = await forked(ledger, 2);
      const [victim, survivor] = processes as [Writer, Writer];
      try {
        await victim.hasBeenAcknowledged(15);
        await victim.kill();
        await survivor.done;
        const log = await everything(store.readAll(after));
        const acknowledged = [...victim.acknowledged, ...survivor.acknowledged];
        expect(violations(log, acknowledged, { after, ...orderOf(ledger) })).toEqual([]);
        expect(await survivor.seenAll(log.length)).toHaveLength(log.length);
      } finally {
        await Promise.all(processes.map((each) => each.kill()));
      }
    },
    'ownProcess',
  ),
];
