import { type ChildProcess, fork } from 'node:child_process';
import { once as event } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Acknowledged, type Move, violations } from '../conformance/parallel-writers.js';
import { everything } from '../conformance/rule.js';
import { type TestLedger, type TestLedgers, testLedgers } from './test-ledgers.js';
import type { Report } from './writer-process.js';

const built = join(import.meta.dirname, '../../../../dist/libs/event-store/src/postgres/writer-process.js');

let ledgers: TestLedgers;
let ledger: TestLedger;
beforeAll(async () => {
  ledgers = await testLedgers();
  ledger = await ledgers.ledger();
});
afterAll(async () => {
  await ledger.close();
  await ledgers.stop();
});

const stream = fc.constantFrom('case-1', 'case-2', 'case-3', 'case-4');
const move: fc.Arbitrary<Move> = fc.record({
  streams: fc.array(stream, { minLength: 1, maxLength: 2 }),
  size: fc.integer({ min: 1, max: 3 }),
  claim: fc.constantFrom('revision seen', 'revision seen', 'no-stream', 'stream-exists', 'any'),
  again: fc.boolean(),
});
const writers = fc.array(fc.array(move, { minLength: 40, maxLength: 40 }), { minLength: 4, maxLength: 4 });

/** A process that writes and tails, and what it has said so far. */
class Writer {
  readonly acknowledged: Acknowledged[] = [];
  readonly done: Promise<void>;
  readonly tailed: Promise<readonly string[]>;
  readonly #process: ChildProcess;

  constructor(moves: Move[][]) {
    this.#process = fork(built, [ledger.serviceUrl, JSON.stringify(moves)], { execArgv: [] });
    const done = Promise.withResolvers<void>();
    const tailed = Promise.withResolvers<readonly string[]>();
    this.done = done.promise;
    this.tailed = tailed.promise;
    this.#process.on('message', (report: Report) => {
      if ('acknowledged' in report) this.acknowledged.push(report.acknowledged);
      else if ('done' in report) done.resolve();
      else tailed.resolve(report.tailed);
    });
    this.#process.on('exit', (code) => {
      if (code === 0) return;
      done.reject(new Error(`the writer ended with ${code}`));
      tailed.reject(new Error(`the writer ended with ${code}`));
    });
    for (const promise of [this.done, this.tailed]) promise.catch(() => {});
  }

  followTo(head: number): void {
    this.#process.send(head);
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await event(this.#process, 'exit');
  }

  async acknowledgedAtLeast(count: number): Promise<void> {
    while (this.acknowledged.length < count) await event(this.#process, 'message');
  }
}

describe('several processes that append and tail at once', () => {
  it('leave a log that one writer could have left, and all of them see all of it', async () => {
    const processes = fc.sample(writers, 3).map((moves) => new Writer(moves));
    await Promise.all(processes.map(({ done }) => done));
    const store = ledger.open();
    const log = await everything(store.readAll(0));
    for (const each of processes) each.followTo(log.length);
    const acknowledged = processes.flatMap((each) => each.acknowledged);
    expect(violations(log, acknowledged)).toEqual([]);
    for (const tailed of await Promise.all(processes.map((each) => each.tailed)))
      expect(tailed).toEqual(log.map(({ position, id }) => `${position} ${id}`));
    expect(acknowledged.length).toBeGreaterThan(60);
  });

  it('lose nothing that was acknowledged when one of them is killed in the middle', async () => {
    const store = ledger.open();
    const [victim, survivor] = fc.sample(writers, 2).map((moves) => new Writer(moves)) as [Writer, Writer];
    await victim.acknowledgedAtLeast(25);
    await victim.kill();
    await survivor.done;
    const log = await everything(store.readAll(0));
    survivor.followTo(log.length);
    expect(violations(log, [...victim.acknowledged, ...survivor.acknowledged])).toEqual([]);
    expect((await survivor.tailed).length).toBe(log.length);
  });
});
