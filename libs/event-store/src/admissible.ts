import { InvalidAppend } from './errors.js';
import type { Expected, Limits, NewEvent, StreamAppend } from './event-store.js';

/** What one append may carry in any store. Beyond it the caller splits, or stores a digest and keeps the bytes elsewhere. */
export const LIMITS: Limits = {
  eventsPerAppend: 10_000,
  bytesPerEvent: 1024 * 1024,
  bytesPerAppend: 64 * 1024 * 1024,
  streamNameBytes: 512,
};

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
// A first $ is kept for the streams of EventStoreDB itself; a ledger can move from one store to the other.
const STREAM = /^(?!\$)[^\s\p{Cc}\p{Cs}-]+-[^\s\p{Cc}\p{Cs}]+$/u;
const TYPE = /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)+$/;
const CLAIMS: readonly Expected[] = ['no-stream', 'stream-exists', 'any'];
/** Revisions are 32-bit in PostgreSQL; no stream of a ledger comes near. */
export const LAST_REVISION = 2_147_483_647;

export const isEventId = (id: string) => ID.test(id);
export const isStreamName = (stream: string) =>
  typeof stream === 'string' && STREAM.test(stream) && Buffer.byteLength(stream) <= LIMITS.streamNameBytes;

/** Refuses, before any I/O, what cannot be right whatever the store holds. */
export function admit(appends: readonly StreamAppend[], limits: Limits = LIMITS): void {
  if (new Set(appends.map(({ stream }) => stream)).size !== appends.length)
    throw new InvalidAppend('Each stream may appear once in an append over several streams');
  const ids = new Set<string>();
  let bytes = 0;
  for (const { stream, events, expected } of appends) {
    admitTarget(stream, expected);
    for (const event of events) {
      bytes += admitEvent(event, limits);
      if (ids.has(event.id)) throw new InvalidAppend(`The id ${event.id} appears twice in one append`);
      ids.add(event.id);
    }
  }
  if (ids.size > limits.eventsPerAppend)
    throw new InvalidAppend(`${ids.size} events in one append; at most ${limits.eventsPerAppend}`);
  if (bytes > limits.bytesPerAppend)
    throw new InvalidAppend(`${bytes} bytes in one append; at most ${limits.bytesPerAppend}`);
}

function admitTarget(stream: string, expected: Expected): void {
  if (!isStreamName(stream))
    throw new InvalidAppend(`A stream is named category-id, without spaces, not ${JSON.stringify(stream)}`);
  const exact =
    typeof expected === 'number' && Number.isInteger(expected) && expected >= 0 && expected <= LAST_REVISION;
  if (!exact && !CLAIMS.includes(expected))
    throw new InvalidAppend(
      `${String(expected)} is no expectation: give a revision from 0, no-stream, stream-exists or any`,
    );
}

function admitEvent({ id, type, data, meta }: NewEvent, limits: Limits): number {
  if (!isEventId(id)) throw new InvalidAppend(`An event id is a UUID in lower case, not ${JSON.stringify(id)}`);
  if (!TYPE.test(type))
    throw new InvalidAppend(`An event type is qualified, energy.QuotaExceeded, not ${JSON.stringify(type)}`);
  if (!(data instanceof Uint8Array) || !(meta instanceof Uint8Array))
    throw new InvalidAppend(`The payload of ${id} is not bytes`);
  const bytes = data.length + meta.length;
  if (bytes > limits.bytesPerEvent)
    throw new InvalidAppend(`The event ${id} has ${bytes} bytes; at most ${limits.bytesPerEvent}`);
  return bytes;
}
