import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectNothingLost } from '../conformance/broken-line.js';
import type { EventStore } from '../event-store.js';
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
  const store = eventStoreDbEventStore({ url: `esdb://127.0.0.1:${line.port}?tls=false`, pollMs: 20 });
  open.push(store);
  await expectNothingLost(store, sound);
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
