import { EventStoreDBClient, WrongExpectedVersionError } from '@eventstore/db-client';
import { admit, LIMITS } from '../admissible.js';
import { systemClock } from '../clock.js';
import { Conflict, SeveralStreams, StaleRevision, Unavailable } from '../errors.js';
import type { Appended, EventStore, Expected, NewEvent } from '../event-store.js';
import { expectationHolds } from '../expected.js';
import { pages, tail } from '../tail.js';
import { connect } from './connection.js';
import { framed, toServer } from './envelope.js';
import { everything } from './everything.js';
import { streams } from './streams.js';
import { wakeUps } from './wake-ups.js';

/**
 * Stores that are broken on purpose, as EventStoreDB is often used. The conformance suite MUST notice each; they serve
 * nothing else.
 */
export type Flaw =
  /** Looks at the revision itself, and then asks the server to append at any. */
  | 'any'
  /** Looks for ids in the stream at hand only. */
  | 'no claims'
  /** Leaves it to the server to tell the same event again by its id. */
  | 'ids of the server'
  /** Takes no answer for no. */
  | 'silence is no';

export function brokenStore(url: string, flaw: Flaw): EventStore {
  const client = EventStoreDBClient.connectionString(url);
  const connection = connect({ url, appendTimeoutMs: 1_000, readTimeoutMs: 5_000 });
  const own = streams(connection);
  const wake = wakeUps({ connection, pollMs: 50, silentMs: 1_000, tell: () => {} });
  const all = everything(connection, () => {});
  const credentials = { username: 'nobody', password: 'nobody' };

  const append = async (stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> => {
    admit([{ stream, events, expected }]);
    const recordedAt = new Date(systemClock.now()).toISOString();
    for (;;) {
      const ids = new Set(events.map(({ id }) => id));
      const { found, tail } = await own.search(stream, -1, ids);
      const last = found.find(({ id }) => id === events.at(-1)?.id);
      if (flaw !== 'ids of the server' && found.length > 0) {
        const same = events.every(({ id, data }) =>
          found.some((one) => one.id === id && Buffer.compare(one.data, data) === 0),
        );
        if (!same) throw new Conflict(stream, [...ids]);
        return {
          stream,
          revision: last!.revision,
          position: last!.position,
          recordedAt: last!.recordedAt,
          duplicate: true,
        };
      }
      if (!expectationHolds(expected, tail.revision) && found.length === 0)
        throw new StaleRevision(stream, expected, tail.revision);
      const exact = tail.revision < 0 ? ('no_stream' as const) : BigInt(tail.revision);
      const expectedRevision = flaw === 'any' || found.length > 0 ? ('any' as const) : exact;
      const frames = events.map((event) =>
        toServer(flaw === 'ids of the server' ? { event, serverId: event.id } : framed(event), recordedAt),
      );
      try {
        const done = await client.appendToStream(stream, frames, { expectedRevision, credentials });
        const [written] = (await own.read(stream, { from: Number(done.nextExpectedRevision), limit: 1 })).events;
        wake.ring(written!.position);
        return { stream, revision: written!.revision, position: written!.position, recordedAt, duplicate: false };
      } catch (error) {
        if (error instanceof WrongExpectedVersionError) continue;
        throw new Unavailable('The append failed', { cause: error });
      }
    }
  };

  return {
    limits: LIMITS,
    append,
    appendAll: (each) => Promise.reject(new SeveralStreams(each.map(({ stream }) => stream))),
    read: (stream, options = {}) => own.read(stream, options),
    async find(ids) {
      const found = [];
      for await (const { events } of pages(all.readPage, 0)) found.push(...events.filter(({ id }) => ids.includes(id)));
      return found;
    },
    readAll: (after, options) => pages(all.readPage, after, options),
    subscribe: (after, options) => tail(all.readPage, wake.bell, after, options),
    latest: all.latest,
    head: async () => (await all.latest())?.position ?? 0,
    async close() {
      await wake.close();
      await connection.close();
      await client.dispose();
    },
  };
}
