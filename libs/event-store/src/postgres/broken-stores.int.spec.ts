import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brokenRules } from '../conformance/conformance.js';
import type { Ledger } from '../conformance/rule.js';
import { brokenStore, type Flaw } from './broken-stores.js';
import { type TestingPostgres, testingPostgres } from './testing-postgres.js';

const writer = join(import.meta.dirname, '../../../../dist/libs/event-store/src/postgres/broken-writer-process.js');

let server: TestingPostgres;
beforeAll(async () => {
  server = await testingPostgres();
});
afterAll(() => server.stop());

/** What is broken of the rules named, which the flaw may break or not. */
async function brokenOf(flaw: Flaw, names: readonly string[]): Promise<string[]> {
  const url = await server.database();
  const store = await brokenStore(url, flaw);
  const ledger: Ledger = {
    store,
    open: () => ({ ...store, close: async () => {} }),
    close: async () => {},
    ownProcess: () => ({ entry: writer, args: [url, flaw] }),
    lacks: { gapless: 'positions come from a sequence', severalStreams: 'streams are locked in any order' },
    brief: true,
  };
  try {
    return await brokenRules(() => ledger, names);
  } finally {
    await store.close();
  }
}

const sound = ['an append of 25 keeps its order and has no gaps', 'any is never stale'];
const tailed = 'eight writers and a reader who tails them: every event is seen once, in order';
const oneWins = 'of eight writers who expect the same, exactly one wins';
const inParallel = 'what parallel writers leave could have been written by one at a time, in its order';
const amongProcesses =
  'several processes that append and follow at once leave a log that one writer could have left, and see all of it';

describe('the conformance suite, in PostgreSQL,', () => {
  it('notices positions that come from a sequence, in one process and among several', async () => {
    expect(await brokenOf('sequence', [...sound, oneWins, tailed, inParallel, amongProcesses])).toEqual([
      tailed,
      inParallel,
      amongProcesses,
    ]);
  });

  it('notices success that is claimed for what was not written', async () => {
    const flaws = [
      'the same events again, with the same expectation, give the first result',
      'an id is not taken twice for different content',
      'an id belongs to one stream',
      'success is never claimed for an event that cannot be read back',
    ];
    expect(await brokenOf('do-nothing', [...sound, oneWins, tailed, ...flaws])).toEqual(flaws);
  });

  it('notices a look at the revision that is not held until the insert', async () => {
    expect(await brokenOf('unlocked', [...sound, oneWins, inParallel])).toEqual([oneWins, inParallel]);
  });
});
