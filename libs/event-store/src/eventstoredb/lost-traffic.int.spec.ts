import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAlong } from '../conformance/parallel-writers.js';
import { events, everything, idsOf, newStream } from '../conformance/rule.js';
import { Unavailable } from '../errors.js';
import type { Appended, EventStore, Expected, NewEvent } from '../event-store.js';
import { eventStoreDbEventStore } from './eventstoredb-event-store.js';
import { TestingEventStore } from './testing-eventstore.js';
import { TestingLine } from './testing-line.js';

let server: TestingEventStore;
let sound: EventStore;
/** What a case that fails leaves open. */
const open: { close?(): Promise<void>; end?(): Promise<void> }[] = [];
beforeAll(async () => {
  server = await TestingEventStore.start();
  sound = eventStoreDbEventStore({ url: server.url });
});
afterAll(async () => {
  await Promise.all(open.map((each) => each.close?.()));
  await Promise.all(open.map((each) => each.end?.()));
  await sound.close();
  await server.stop();
});

/** Appends over a line that breaks at its n-th piece of traffic, and follows; answers whether there were so many. */
async function playOver(n: number): Promise<boolean> {
  const line = new TestingLine();
  open.push(line);
  await line.lay(Number(server.address.split(':')[1]));
  let traffic = 0;
  line.breakWhen = () => ++traffic === n;
  const after = await sound.head();
  const store = eventStoreDbEventStore({ url: `esdb://127.0.0.1:${line.port}?tls=false`, pollMs: 20 });
  open.push(store);
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
  open.length = 0;
  await store.close();
  await line.end();
  return traffic >= n;
}

describe('of the traffic between a process and EventStoreDB', () => {
  it('any may be lost: what callers hear stays true, and a subscription misses nothing', async () => {
    let n = 1;
    // Towards the end each piece is one more look of a reader who waits.
    while (n < 50 && (await playOver(n))) n++;
    expect(n).toBeGreaterThan(25);
  });
});
