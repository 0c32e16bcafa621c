import { admit, isEventId, LIMITS } from '../admissible.js';
import { type Clock, systemClock } from '../clock.js';
import { SeveralStreams, Unavailable } from '../errors.js';
import type { Appended, EventStore, Limits, StreamAppend } from '../event-store.js';
import { pages, tail } from '../tail.js';
import { appends } from './appends.js';
import { claims } from './claims.js';
import { connect } from './connection.js';
import { FRAME_BYTES, stored } from './envelope.js';
import { everything } from './everything.js';
import { translated } from './failures.js';
import { streams } from './streams.js';
import { wakeUps } from './wake-ups.js';

export interface EventStoreDbEventStoreOptions {
  /** `esdb://user:password@host:2113,…` or `esdb+discover://…`; `?tls=false` for a server that runs insecure. */
  readonly url: string;
  readonly clock?: Clock;
  /** An append that is not answered within this time is asked after. */
  readonly appendTimeoutMs?: number;
  /** A read in which nothing comes for this long is given up. */
  readonly readTimeoutMs?: number;
  /** A lost acknowledgement is asked after for this long before the caller hears that the outcome is unknown. */
  readonly settleMs?: number;
  /** A subscription looks again after this long, whether it was woken or not. */
  readonly pollMs?: number;
  /** The server's subscription is made anew when it has not told for this long of what is there. */
  readonly silentMs?: number;
  /** The server's `MaxAppendSize`: 1 MiB unless it was set otherwise. */
  readonly maxAppendBytes?: number;
  /** Hears one line for each time that the server could not be reached. */
  readonly tell?: (line: string) => void;
}

/** What the server counts besides payload and envelope: the type in two bytes a letter, with room for long ones. */
const BESIDES = FRAME_BYTES + 512;

/** The ledger in EventStoreDB or KurrentDB. What it promises, and what is different there, is in the README. */
export function eventStoreDbEventStore({
  url,
  clock = systemClock,
  appendTimeoutMs = 5_000,
  readTimeoutMs = 10_000,
  settleMs = 10_000,
  pollMs = 1_000,
  silentMs = 3_000,
  maxAppendBytes = 1024 * 1024,
  tell = () => {},
}: EventStoreDbEventStoreOptions): EventStore {
  const limits: Limits = {
    ...LIMITS,
    bytesPerEvent: Math.min(LIMITS.bytesPerEvent, maxAppendBytes - BESIDES),
    bytesPerAppend: Math.min(LIMITS.bytesPerAppend, maxAppendBytes),
  };
  const connection = connect({ url, appendTimeoutMs, readTimeoutMs });
  const own = streams(connection);
  const wake = wakeUps({ connection, pollMs, silentMs, tell });
  let told = 0;
  const saw = ({ recordedAt }: { readonly recordedAt: string }) => void (told = Math.max(told, Date.parse(recordedAt)));
  const all = everything(connection, saw);
  const claimed = claims(connection);
  const written = (appended: Appended) => {
    saw(appended);
    wake.ring(appended.position);
  };
  const put = appends({ connection, streams: own, clock, settleMs, seen: () => told, written });
  const inFlight = new Set<Promise<unknown>>();
  let closing = false;

  /** Answered even while the store closes, and in its own words. */
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closing) throw new Unavailable('The event store is closed', { reason: 'closing' });
    const answer = work().catch((error: unknown) => {
      throw translated(error, connection.where);
    });
    inFlight.add(answer);
    try {
      return await answer;
    } finally {
      inFlight.delete(answer);
    }
  };

  const nothingAppended = async (stream: string): Promise<Appended> => {
    const { revision } = await own.tail(stream);
    return { stream, revision, position: 0, recordedAt: new Date(clock.now()).toISOString(), duplicate: false };
  };

  const appendAll = async (each: readonly StreamAppend[]): Promise<readonly Appended[]> => {
    admit(each, limits);
    const substantial = each.filter(({ events }) => events.length > 0);
    if (substantial.length > 1) throw new SeveralStreams(substantial.map(({ stream }) => stream));
    return asked(() =>
      Promise.all(
        each.map(({ stream, events, expected }) =>
          events.length > 0 ? put(stream, events, expected) : nothingAppended(stream),
        ),
      ),
    );
  };

  const readPage = async (after: number, size: number) => {
    const page = await asked(() => all.readPage(after, size));
    wake.came(page.events.at(-1)?.position ?? after, page.caughtUp);
    return page;
  };
  const latest = () => asked(all.latest);

  return {
    limits,
    append: async (stream, events, expected) => (await appendAll([{ stream, events, expected }]))[0]!,
    appendAll,
    read: (stream, options = {}) => asked(() => own.read(stream, options)),
    find: (ids) =>
      asked(async () => {
        const wanted = new Set(ids.filter(isEventId));
        const found = await Promise.all(
          [...wanted].map(async (id) => {
            const claim = await claimed.read(id);
            return claim ? (await own.search(claim.stream, claim.after, new Set([id]))).found.map(stored) : [];
          }),
        );
        return found.flat().sort((a, b) => a.position - b.position);
      }),
    readAll: (after, options) => pages(readPage, after, options),
    subscribe: (after, options) => tail(readPage, wake.bell, after, options),
    latest,
    head: async () => (await latest())?.position ?? 0,
    async close() {
      if (closing) return;
      closing = true;
      await Promise.allSettled(inFlight);
      await wake.close();
      await connection.close();
    },
  };
}
