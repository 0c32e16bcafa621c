import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brokenBy } from '../conformance/conformance.js';
import { type Flaw, brokenStore } from './broken-stores.js';
import { type TestingPostgres, testingPostgres } from './testing-postgres.js';

let server: TestingPostgres;
beforeAll(async () => {
  server = await testingPostgres();
});
afterAll(() => server.stop());

/** The rules broken, of some that the flaw breaks and some that it does not. */
async function brokenOf(flaw: Flaw, names: readonly string[]): Promise<string[]> {
  const store = await brokenStore(await server.database(), flaw);
  try {
    return await brokenBy({ store, open: () => store, close: () => store.close() }, names);
  } finally {
    await store.close();
  }
}

const sound = ['an append of 25 keeps its order and has no gaps', 'any is never stale'];

describe('the conformance suite', () => {
  it('notices a store whose positions come from a sequence', async () => {
    const flaws = [
      'eight writers and a reader who tails them: every event is seen once, in order',
      'a failed append burns no position',
    ];
    expect(await brokenOf('sequence', [...sound, ...flaws])).toEqual([flaws[0]]);
  });

  it('notices a store that claims success for what it did not write', async () => {
    const flaws = [
      'success is never claimed for an event that cannot be read back',
      'an id is not taken twice for different content',
      'an id belongs to one stream',
      'the same events again, with the same expectation, give the first result',
    ];
    expect(await brokenOf('do-nothing', [...sound, ...flaws])).toEqual(flaws);
  });
});
