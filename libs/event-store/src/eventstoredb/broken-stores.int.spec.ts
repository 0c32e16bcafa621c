import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brokenRules } from '../conformance/conformance.js';
import type { Ledger } from '../conformance/rule.js';
import { brokenStore, type Flaw } from './broken-stores.js';
import { lacks, ledgerOn } from './test-ledgers.js';
import { TestingEventStore } from './testing-eventstore.js';

let server: TestingEventStore;
beforeAll(async () => {
  server = await TestingEventStore.start();
});
afterAll(() => server.stop());

/** The rules broken, of some that the flaw breaks and some that it does not. */
async function brokenOf(flaw: Flaw, names: readonly string[]): Promise<string[]> {
  const store = brokenStore(server.url, flaw);
  try {
    const { loseNextAcknowledgement, cutReaders, close } = ledgerOn(server);
    await close();
    const ledger: Ledger = {
      store,
      open: () => store,
      close: async () => {},
      lacks,
      loseNextAcknowledgement,
      cutReaders,
    };
    return await brokenRules(() => ledger, names);
  } finally {
    server.fate = () => 'acknowledged';
    await store.close();
  }
}

const sound = ['an append of 25 keeps its order and has no gaps', 'any is never stale'];

describe('the conformance suite', () => {
  it('notices a store that asks the server to append at any revision', async () => {
    const flaws = [
      'of eight writers who expect the same, exactly one wins',
      'of overlapping batches one is written, whole',
    ];
    expect(await brokenOf('any', [...sound, ...flaws])).toEqual(flaws);
  });

  it('notices a store that keeps ids apart within a stream only', async () => {
    const flaws = ['an id belongs to one stream'];
    expect(await brokenOf('no claims', [...sound, ...flaws])).toEqual(flaws);
  });

  it('notices a store that trusts the server to know the same event again', async () => {
    const flaws = [
      'an id is not taken twice for different content',
      'success is never claimed for an event that cannot be read back',
    ];
    expect(await brokenOf('ids of the server', [...sound, ...flaws])).toEqual(flaws);
  });

  it('notices a store that takes a lost answer for a failure', async () => {
    const flaws = ['an append whose acknowledgement was lost is found again, by the store itself and by a retry'];
    expect(await brokenOf('silence is no', [...sound, ...flaws])).toEqual(flaws);
  });
});
