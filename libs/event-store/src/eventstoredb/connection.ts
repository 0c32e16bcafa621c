import {
  type AllStreamResolvedEvent,
  type EventData,
  EventStoreDBClient,
  type ResolvedEvent,
  StreamNotFoundError,
  streamNameFilter,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { failureOf, NoAnswer } from './failures.js';
import { integer } from './envelope.js';
import { lanes } from './lanes.js';

/** Category, hyphen, id: neither the server's own streams, which begin with $, nor claims, which have no hyphen. */
const OF_THE_LEDGER = '^[^$-][^-]*-';
/** Most calls of a kind under way at once; a fresh connection hangs on a hundred. */
const APPENDS = 48;
const READS = 32;
/** A read whose line was lost is put again this often: nothing happens twice. */
const READ_AGAIN = 3;

export interface ConnectionOptions {
  readonly url: string;
  readonly appendTimeoutMs: number;
  readonly readTimeoutMs: number;
}

/** The stream was elsewhere than the append said. */
export class WrongRevision extends Error {}

interface StreamRead {
  /** First revision, inclusive; backward from the end when there is none. */
  readonly from?: number;
  readonly backward?: boolean;
  readonly limit: number;
}

type Reading<T> = AsyncIterable<T> & {
  on(event: 'error', listener: () => void): unknown;
  cancel?(): Promise<void>;
  unsubscribe?(): Promise<void>;
  destroy(): unknown;
};

/** EventStoreDB through its client, with the client's traps closed. Throws what the client throws; see `failures.ts`. */
export type Connection = ReturnType<typeof connect>;

/** Stores of one process that name the same server share one client, its connection and its lanes. */
const clients = new Map<string, ReturnType<typeof openClient> & { users: number }>();

export function connect({ url, appendTimeoutMs, readTimeoutMs }: ConnectionOptions) {
  const { where, credentials } = addressOf(url);
  const shared = clients.get(url) ?? { ...openClient(url), users: 0 };
  clients.set(url, shared);
  shared.users++;
  const { client, append, read } = shared;
  // Only the leader knows for certain what is written.
  const terms = { requiresLeader: true, credentials };

  const collected = async <T>(open: () => Reading<T>): Promise<T[]> => {
    for (let again = 0; ; again++)
      try {
        return await read(() => consumed(open(), readTimeoutMs));
      } catch (error) {
        if (again === READ_AGAIN || failureOf(error) !== 'lost' || error instanceof NoAnswer) throw error;
      }
  };

  return {
    where,

    /** Appends at exactly this revision, -1 for a stream that does not exist. Throws `WrongRevision`. */
    async append(stream: string, events: EventData[], revision: number) {
      const written = append(() =>
        within(
          appendTimeoutMs,
          `The append to ${stream}`,
          client.appendToStream(stream, events, {
            ...terms,
            expectedRevision: revision < 0 ? 'no_stream' : BigInt(revision),
            deadline: appendTimeoutMs,
          }),
        ),
      );
      try {
        const { success, nextExpectedRevision, position } = await written;
        // Asked by the URL not to throw, the client answers with a revision that the server never said.
        if (!success) throw new WrongRevision(`${stream} was expected at ${revision} and is not`);
        return {
          revision: integer(nextExpectedRevision, 'revision'),
          position: integer(position?.commit, 'position'),
        };
      } catch (error) {
        if (error instanceof WrongExpectedVersionError)
          throw new WrongRevision(`${stream} was expected at ${revision} and is at ${error.actualVersion}`);
        throw error;
      }
    },

    /** Nothing when there is no such stream. */
    async readStream(stream: string, { from, backward, limit }: StreamRead): Promise<ResolvedEvent[] | undefined> {
      const options = {
        ...terms,
        maxCount: limit,
        direction: backward ? ('backwards' as const) : ('forwards' as const),
        fromRevision: from !== undefined ? BigInt(from) : backward ? ('end' as const) : ('start' as const),
      };
      try {
        return await collected(() => client.readStream(stream, options) as Reading<ResolvedEvent>);
      } catch (error) {
        if (error instanceof StreamNotFoundError) return undefined;
        throw error;
      }
    },

    /** Records of everybody, from a record's position (inclusive), or from one of the ends. */
    readAll(from: number | 'start' | 'end', limit: number): Promise<AllStreamResolvedEvent[]> {
      const options = {
        ...terms,
        maxCount: limit,
        direction: from === 'end' ? ('backwards' as const) : ('forwards' as const),
        fromPosition: typeof from === 'number' ? { commit: BigInt(from), prepare: BigInt(from) } : from,
      };
      return collected(() => client.readAll(options) as Reading<AllStreamResolvedEvent>);
    },

    /** Backward from a record's position, exclusive. */
    readAllBefore(position: number, limit: number): Promise<AllStreamResolvedEvent[]> {
      const fromPosition = { commit: BigInt(position), prepare: BigInt(position) };
      const options = { ...terms, maxCount: limit, direction: 'backwards' as const, fromPosition };
      return collected(() => client.readAll(options) as Reading<AllStreamResolvedEvent>);
    },

    /** What is written to streams of the ledger from now on. Ends, or throws, when the line does. */
    subscribe() {
      const subscription = client.subscribeToAll({
        ...terms,
        fromPosition: 'end',
        filter: streamNameFilter({ regex: OF_THE_LEDGER, checkpointInterval: 100 }),
      });
      return watched(subscription as unknown as Reading<AllStreamResolvedEvent> & typeof subscription);
    },

    async close(): Promise<void> {
      if (--shared.users > 0) return;
      clients.delete(url);
      await client.dispose();
    },
  };
}

/** Where the server is, without secrets, and who asks. */
function addressOf(url: string) {
  const [, user, password, rest = ''] = /^[^:]+:\/\/(?:([^:@/?]+):([^@]+)@)?(.*)$/.exec(url) ?? [];
  const insecure = /[?&]tls=false(&|$)/i.test(url);
  if (!insecure && (user === undefined || password === undefined))
    throw new Error('Over TLS, EVENTSTORE_URL must name user and password: esdb://user:password@host:2113');
  // Credentials given with a call make the client append in a call of its own, with a deadline of its own, instead of
  // in the batch that all calls share. Without TLS it sends none, whatever is given.
  const credentials = {
    username: decodeURIComponent(user ?? 'nobody'),
    password: decodeURIComponent(password ?? 'nobody'),
  };
  return { where: rest.replace(/\/?\?.*$/, ''), credentials };
}

function openClient(url: string) {
  // Every call brings its credentials; the client prints the address whenever it finds something odd about it.
  const client = EventStoreDBClient.connectionString(url.replace(/:\/\/[^@/?]*@/, '://'));
  // The client calls this and waits for nothing: a discovery that fails meanwhile would be a rejection of nobody's.
  const open = client as unknown as { handleError: (...args: unknown[]) => Promise<void> };
  const handleError = open.handleError;
  open.handleError = (...args) => handleError(...args).catch(() => {});
  return { client, append: lanes(APPENDS), read: lanes(READS) };
}

/** Streams of the client say what went wrong a second time when nobody listens any more, which would end the process. */
function watched<T, Stream extends Reading<T>>(stream: Stream): Stream {
  stream.on('error', () => {});
  return stream;
}

/** All of a read, unless nothing comes for so long. */
async function consumed<T>(stream: Reading<T>, ms: number): Promise<T[]> {
  watched(stream);
  const silence = Promise.withResolvers<never>();
  const timer = setTimeout(() => silence.reject(new NoAnswer('A read', ms)), ms);
  const all = (async () => {
    const found: T[] = [];
    for await (const one of stream) {
      found.push(one);
      timer.refresh();
    }
    return found;
  })();
  all.catch(() => {});
  try {
    return await Promise.race([all, silence.promise]);
  } catch (error) {
    stream.cancel?.().catch(() => {});
    stream.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The client does not keep to its deadlines. What is heard later is heard by nobody. */
async function within<T>(ms: number, what: string, answer: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new NoAnswer(what, ms)), ms);
  answer.catch(() => {});
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
