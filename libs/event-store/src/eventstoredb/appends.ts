import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../clock.js';
import { Conflict, StaleRevision, Unavailable } from '../errors.js';
import type { Appended, Expected, NewEvent } from '../event-store.js';
import { expectationHolds } from '../expected.js';
import { claims } from './claims.js';
import { type Connection, WrongRevision } from './connection.js';
import { type Found, framed, toServer } from './envelope.js';
import { failureOf, translated } from './failures.js';
import { turns } from './lanes.js';
import { NO_STREAM, type streams, type Tail } from './streams.js';

export interface AppendsOptions {
  readonly connection: Connection;
  readonly streams: ReturnType<typeof streams>;
  readonly clock: Clock;
  /** A lost outcome is asked after for this long before the caller hears that it is unknown. */
  readonly settleMs: number;
  /** Latest ledger time that this process knows of, in milliseconds. */
  readonly seen: () => number;
  readonly written: (appended: Appended) => void;
}

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;

/**
 * Appends to one stream one after the other, to different ones side by side.
 *
 * The server is only ever asked to append at exactly one revision: by that it tells two writers apart, also when it has
 * already answered and nobody heard it. What the caller expects is judged here, against the revision that then must hold.
 */
export function appends({ connection, streams, clock, settleMs, seen, written }: AppendsOptions) {
  const inTurn = turns();
  const { take } = claims(connection);

  async function put(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    const frames = events.map(framed);
    const ids = new Set(events.map(({ id }) => id));
    // What the tail was before the ids were claimed: an event with one of them can only have come after it.
    let tail = streams.remembered(stream) ?? (expected === 'no-stream' ? NO_STREAM : await streams.tail(stream));
    let floor = tail.revision;
    const before = await take([...ids], { stream, after: floor }, performance.now() + settleMs);
    let search = before !== undefined;
    if (before !== undefined) floor = before;
    /** An attempt whose outcome is not known, and since when. */
    let lost: { readonly at: number; readonly since: number } | undefined;

    for (let waitMs = FIRST_PAUSE_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_PAUSE_MS)) {
      try {
        if (search) {
          const result = await streams.search(stream, floor, ids);
          if (result.found.length > 0) return settled(stream, events, frames, result.found);
          tail = result.tail;
          floor = tail.revision;
          search = false;
          // The stream has gone on past the attempt: it was not written, and never will be.
          if (lost && tail.revision > lost.at) lost = undefined;
        }
        if (!expectationHolds(expected, tail.revision)) throw new StaleRevision(stream, expected, tail.revision);
        const recordedAt = timeAfter(tail);
        const place = await connection.append(
          stream,
          frames.map((frame) => toServer(frame, recordedAt)),
          tail.revision,
        );
        if (events.length === 1) {
          streams.remember(stream, { revision: place.revision, recordedAt });
          return { stream, ...place, recordedAt, duplicate: false };
        }
        // Of several events the server's answer names one place only; where each is, the stream tells.
        search = true;
      } catch (error) {
        if (error instanceof WrongRevision) {
          search = true;
          continue;
        }
        const failure = failureOf(error);
        if (failure === 'unforeseen' || (failure !== 'lost' && !lost)) throw error;
        lost ??= { at: tail.revision, since: performance.now() };
        if (performance.now() > lost.since + settleMs) throw unknown(error);
        search = true;
        await pause(waitMs);
      }
    }
  }

  /** Never before the last of the stream, nor before what this process has seen. */
  function timeAfter({ recordedAt }: Tail): string {
    return new Date(Math.max(clock.now(), seen(), Date.parse(recordedAt))).toISOString();
  }

  const unknown = (cause: unknown) => {
    const { message } = translated(cause, connection.where) as Error;
    return new Unavailable(
      `${message}. It did not come back within ${settleMs} ms: whether the append was written is not known. Put it again with the same ids.`,
      { cause },
    );
  };

  return async (stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> => {
    try {
      const appended = await inTurn(stream, () => put(stream, events, expected));
      written(appended);
      return appended;
    } catch (error) {
      throw translated(error, connection.where);
    }
  };
}

/** All of the ids are in the stream with the same content: the first result again, or this one if it is what was found. */
function settled(
  stream: string,
  events: readonly NewEvent[],
  frames: readonly { readonly serverId: string }[],
  found: readonly Found[],
): Appended {
  const byId = new Map(found.map((event) => [event.id, event]));
  const same = events.every(({ id, type, data }) => {
    const event = byId.get(id);
    return event?.type === type && Buffer.compare(event.data, data) === 0;
  });
  if (!same) throw new Conflict(stream, [...byId.keys()]);
  const { revision, position, recordedAt, serverId } = byId.get(events.at(-1)!.id)!;
  return { stream, revision, position, recordedAt, duplicate: serverId !== frames.at(-1)!.serverId };
}
