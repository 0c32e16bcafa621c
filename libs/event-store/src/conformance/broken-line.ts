import { expect } from '@jest/globals';
import { Unavailable } from '../errors.js';
import type { Appended, EventStore, Expected, NewEvent } from '../event-store.js';
import { readAlong } from './parallel-writers.js';
import { events, everything, idsOf, newStream } from './rule.js';

/**
 * Appends over a line that may break anywhere, and follows: what callers hear is true, each batch is there once, and
 * the subscription misses nothing.
 *
 * @param sound the same ledger over a line that holds.
 */
export async function expectNothingLost(store: EventStore, sound: EventStore): Promise<void> {
  const after = await sound.head();
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
}
