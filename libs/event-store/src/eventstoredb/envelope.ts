import { randomUUID } from 'node:crypto';
import { binaryEvent, type ResolvedEvent } from '@eventstore/db-client';
import { isEventId, isStreamName } from '../admissible.js';
import type { NewEvent, StoredEvent } from '../event-store.js';

/**
 * How an event lies in EventStoreDB.
 *
 * Data: the payload's bytes. Metadata: a line with ledger time and the event's id, then the envelope's bytes. The client
 * parses whatever metadata is JSON; a text that begins with a date never is.
 *
 * The id under which the server has it is made anew for each append. By its own ids the server calls an append done when
 * the same ids are already there, whatever they say; two processes that put one id with two contents would both hear
 * of success. Ids are kept apart by `claims.ts` instead.
 */
export interface Framed {
  readonly event: NewEvent;
  readonly serverId: string;
}

export const framed = (event: NewEvent): Framed => ({ event, serverId: randomUUID() });

/** The client takes these, and only these, as bytes: of a Buffer it would make JSON. */
const bytes = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

export const toServer = ({ event, serverId }: Framed, recordedAt: string) =>
  binaryEvent({
    id: serverId,
    type: event.type,
    data: bytes(event.data),
    metadata: bytes(Buffer.from(`${recordedAt} ${event.id}\n`), event.meta),
  });

/** What the frame adds to an event's bytes. */
export const FRAME_BYTES = 24 + 1 + 36 + 1;
const HEADER = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (\S{36})\n$/;

/** An event of the ledger, and the id that the server knows it by. */
export interface Found extends StoredEvent {
  readonly serverId: string;
}

export const stored = ({ serverId: _, ...event }: Found): StoredEvent => event;

/** The event as the ledger sees it; nothing when it belongs to the server or to another use of it. */
export function fromServer({ event, commitPosition }: ResolvedEvent): Found | undefined {
  if (!event || !isStreamName(event.streamId)) return undefined;
  const { id: serverId, streamId: stream, type, created } = event;
  const position = integer(commitPosition ?? event.position?.commit, 'position');
  const place = { type, stream, serverId, revision: integer(event.revision, 'revision'), position };
  const data = raw(event.data);
  const metadata = raw(event.metadata);
  const end = metadata.indexOf(10) + 1;
  const [, recordedAt, id = ''] = HEADER.exec(metadata.subarray(0, end).toString('latin1')) ?? [];
  return recordedAt && isEventId(id)
    ? { ...place, id, recordedAt, data, meta: metadata.subarray(end) }
    : { ...place, id: serverId, recordedAt: created.toISOString(), data, meta: metadata };
}

/** What others have written as JSON the client has parsed already. */
function raw(content: unknown): Buffer {
  if (content instanceof Uint8Array) return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return content === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(content));
}

/** 64-bit numbers of the server, exactly or not at all. */
export function integer(value: bigint | number | string | undefined, what: string): number {
  const exact = value === undefined ? undefined : BigInt(value);
  if (exact === undefined || exact < 0n || exact > BigInt(Number.MAX_SAFE_INTEGER))
    throw new Error(
      `The server tells ${value} for a ${what}; EventStoreDB from 22.10 on tells one that can be counted`,
    );
  return Number(exact);
}
