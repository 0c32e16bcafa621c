import { binaryEvent } from '@eventstore/db-client';
import { setTimeout as pause } from 'node:timers/promises';
import { Conflict } from '../errors.js';
import { type Connection, WrongRevision } from './connection.js';
import { failureOf } from './failures.js';

/**
 * A claim binds an id to one stream: EventStoreDB knows no id beyond its stream. It is a stream of one event, named by
 * the id, written before the event itself; whoever comes second finds it there. A claim stays, also when the append that
 * made it came to nothing: an id belongs to the stream that it was first offered for.
 *
 * The name has no hyphen, so that no caller can name it and the server makes no category of it.
 */
export const claimOf = (id: string) => `_id.${id.replaceAll('-', '')}`;

const TYPE = 'taizhang.IdClaimed';
const AGAIN_MS = 25;

interface Claim {
  readonly stream: string;
  /** A revision that the stream had reached when the id was claimed: the event can only be after it. */
  readonly after: number;
}

export function claims(connection: Connection) {
  const read = async (id: string): Promise<Claim | undefined> => {
    const [found] = (await connection.readStream(claimOf(id), { from: 0, limit: 1 })) ?? [];
    return found?.event && (JSON.parse(Buffer.from(found.event.data as Uint8Array).toString()) as Claim);
  };

  /** The claim that was there before; nothing when this one is the first. */
  const claim = async (id: string, own: Claim, deadline: number): Promise<Claim | undefined> => {
    const event = () => binaryEvent({ type: TYPE, data: new Uint8Array(Buffer.from(JSON.stringify(own))) });
    for (;;)
      try {
        await connection.append(claimOf(id), [event()], -1);
        return undefined;
      } catch (error) {
        if (error instanceof WrongRevision) {
          const found = await read(id);
          if (found) return found;
        } else if (failureOf(error) !== 'lost' || performance.now() > deadline) throw error;
        // A claim whose outcome is lost is put again: if it was written, it is then found as one that was there.
        await pause(AGAIN_MS);
      }
  };

  return {
    read,
    /**
     * Claims ids for a stream that has reached a revision. Answers after which revision the stream may hold one of them;
     * nothing when none was ever offered before. Throws `Conflict` for ids that belong to another stream.
     */
    async take(ids: readonly string[], own: Claim, deadline: number): Promise<number | undefined> {
      const before = await Promise.all(ids.map(async (id) => ({ id, claim: await claim(id, own, deadline) })));
      const elsewhere = before.filter(({ claim }) => claim && claim.stream !== own.stream);
      if (elsewhere.length > 0)
        throw new Conflict(
          own.stream,
          elsewhere.map(({ id }) => id),
        );
      const known = before.flatMap(({ claim }) => claim?.after ?? []);
      return known.length > 0 ? Math.min(...known, own.after) : undefined;
    },
  };
}
