import { join } from 'node:path';
import { type Clock, systemClock } from '../clock.js';
import type { Lacks, Ledger } from '../conformance/rule.js';
import type { EventStore } from '../event-store.js';
import { eventStoreDbEventStore } from './eventstoredb-event-store.js';
import type { TestingEventStore } from './testing-eventstore.js';

const writer = join(import.meta.dirname, '../../../../dist/libs/event-store/src/eventstoredb/writer-process.js');

/** What no ledger in EventStoreDB can show, wherever it is. */
export const lacks: Lacks = {
  gapless: 'positions are places in the log of the server',
  oneClock: 'no one place gives out both position and time; time follows the stream',
  severalStreams: 'the client knows no append over several streams',
};

/** A ledger on a server for the suite, by stores that are closed with it. */
export function ledgerAt(url: string): Ledger {
  const stores: EventStore[] = [];
  const open = (clock: Clock) => {
    const store = eventStoreDbEventStore({ url, clock, pollMs: 200 });
    stores.push(store);
    return store;
  };
  return {
    store: open(systemClock),
    open,
    ownProcess: () => ({ entry: writer, args: [url] }),
    close: async () => void (await Promise.all(stores.map((store) => store.close()))),
  };
}

/** The same on a server that fails as it is told to. */
export function ledgerOn(server: TestingEventStore): Ledger {
  return {
    ...ledgerAt(server.url),
    loseNextAcknowledgement() {
      // Both answers of one append: that to the claim of the id, and that to the event.
      const lost = new Set<'claim' | 'event'>();
      server.fate = ({ stream }) => {
        const what = stream.startsWith('_id.') ? 'claim' : 'event';
        if (lost.has(what)) return 'acknowledged';
        lost.add(what);
        return 'written and cut';
      };
    },
    cutReaders: async (how) => (how === 'broken' ? server.cut() : server.endSubscriptions()),
  };
}
