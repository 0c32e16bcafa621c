import { isStreamName, LAST_REVISION } from '../admissible.js';
import type { ReadOptions, StreamSlice } from '../event-store.js';
import type { Connection } from './connection.js';
import { type Found, fromServer, stored } from './envelope.js';

/** The end of a stream, as it was when this was seen. */
export interface Tail {
  /** -1 when the stream does not exist. */
  readonly revision: number;
  readonly recordedAt: string;
}

export const NO_STREAM: Tail = { revision: -1, recordedAt: '1970-01-01T00:00:00.000Z' };

/** Tails that are kept in mind: that of a stream on which work goes on is then known without asking. */
const REMEMBERED = 20_000;
const PAGE = 1_000;

export function streams(connection: Connection) {
  const tails = new Map<string, Tail>();

  const remember = (stream: string, tail: Tail): Tail => {
    const known = tails.get(stream);
    if (known && known.revision > tail.revision) return tail;
    tails.delete(stream);
    tails.set(stream, tail);
    if (tails.size > REMEMBERED) tails.delete(tails.keys().next().value!);
    return tail;
  };

  const range = async (
    stream: string,
    from: number | undefined,
    limit: number,
    backward: boolean,
  ): Promise<Found[] | undefined> => {
    const found = await connection.readStream(stream, { from, limit, backward });
    return found?.map(fromServer).filter((event) => event !== undefined);
  };

  const tail = async (stream: string): Promise<Tail> => {
    const [last] = (await range(stream, undefined, 1, true)) ?? [];
    return remember(stream, last ?? NO_STREAM);
  };

  return {
    tail,
    remember,
    remembered: (stream: string): Tail | undefined => tails.get(stream),

    /** Events with these ids after a revision, as far as the stream goes, and where it ends. */
    async search(stream: string, after: number, ids: ReadonlySet<string>): Promise<{ found: Found[]; tail: Tail }> {
      const found: Found[] = [];
      let end: Tail | undefined;
      for (let from = after + 1; ;) {
        const page = (await range(stream, from, PAGE, false)) ?? [];
        found.push(...page.filter(({ id }) => ids.has(id)));
        end = page.at(-1) ?? end;
        if (page.length < PAGE) break;
        from += page.length;
      }
      return { found, tail: end ? remember(stream, end) : await tail(stream) };
    },

    async read(
      stream: string,
      { from, direction = 'forward', limit = LAST_REVISION }: ReadOptions,
    ): Promise<StreamSlice> {
      if (!isStreamName(stream)) return { exists: false, revision: -1, events: [] };
      const backward = direction === 'backward';
      if (limit === 0) return sliceOf([], await tail(stream));
      const events = await range(stream, backward && from === undefined ? undefined : (from ?? 0), limit, backward);
      if (!events) return sliceOf([], NO_STREAM);
      const toTheEnd = backward ? from === undefined : events.length < limit;
      const last = backward ? events[0] : events.at(-1);
      return sliceOf(events, toTheEnd && last ? remember(stream, last) : await tail(stream));
    },
  };
}

const sliceOf = (events: readonly Found[], { revision }: Tail): StreamSlice => ({
  exists: revision >= 0,
  revision,
  events: events.map(stored),
});
