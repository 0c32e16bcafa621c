import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAlong } from '../conformance/parallel-writers.js';
import { events, everything, idsOf, newStream } from '../conformance/rule.js';
import { Unavailable } from '../errors.js';
import type { Appended, EventStore, Expected, NewEvent } from '../event-store.js';
import { type TestLedger, type TestLedgers, testLedgers } from './test-ledgers.js';
import { testingLine } from './testing-line.js';

let ledgers: TestLedgers;
let ledger: TestLedger;
let sound: EventStore;
beforeAll(async () => {
  ledgers = await testLedgers();
  ledger = await ledgers.ledger();
  sound = ledger.open();
});
afterAll(async () => {
  await ledger.close();
  await ledgers.stop();
});

/** Appends over a line that breaks at its n-th message, and follows; answers whether there were so many. */
async function playOver(n: number): Promise<boolean> {
  const line = await testingLine(ledger.serviceUrl);
  let messages = 0;
  line.breakWhen(() => ++messages === n);
  const after = await sound.head();
  const store = ledger.open(undefined, { url: line.url, pollMs: 20 });
  const reader = readAlong(store, after);
  const stream = newStream();
  const batches = [events(1), events(2), events(1)];

  const put = async (batch: NewEvent[], expected: Expected): Promise<Appended> => {
    try {
      return await store.append(stream, batch, expected);
    } catch (error) {
      expect(error).toBeInstanceOf(Unavailable);
      expect(await sound.find(idsOf(batch))).toEqual([]);
      return put(batch, expected);
    }
  };
  let last: Expected = 'no-stream';
  for (const batch of batches) {
    const { revision, position } = await put(batch, last);
    expect(await put(batch, last)).toMatchObject({ revision, position, duplicate: true });
    last = revision;
  }

  const log = await everything(sound.readAll(after));
  expect(idsOf(log)).toEqual(idsOf(batches.flat()));
  expect(idsOf(await reader.seenAll(log.length))).toEqual(idsOf(log));
  await store.close();
  await line.close();
  return messages >= n;
}

describe('of the messages between a process and its server', () => {
  it('any may be lost: what callers hear stays true, and a subscription misses nothing', async () => {
    let n = 1;
    while (await playOver(n)) n++;
    expect(n).toBeGreaterThan(30);
  });
});
