import type { Message, Received } from './queue.js';

/** A message that was set aside, with why and where it came from. */
export interface Parked {
  /** Partition and offset in the topic that it came by: `2:1234`. Names it for good. */
  readonly place: string;
  /** Partition and offset in the topic where it is parked. */
  readonly keptAt: string;
  readonly topic: string;
  /** ISO 8601. */
  readonly parkedAt: string;
  /** Problem details, as JSON. */
  readonly reason: string;
  readonly key: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Uint8Array | undefined;
  /** It was more than the queue takes together with the reason: key, headers and bytes are only where it came from. */
  readonly isCut: boolean;
}

/** Begins the names of the headers that parking adds; those of the message itself stay as they are. */
const OURS = 'taizhang_parked_';
const REPLAYED = 'taizhang_replayed';

interface Setting {
  /** Problem details. */
  readonly reason: object;
  readonly parkedAt: string;
  /** Leaves key, headers and bytes out, when the queue does not take them again. */
  readonly isCut?: boolean;
}

/**
 * The message that keeps another: bytes and headers as they are, and why beside them. Its key is the place, so that one
 * that is parked twice stands there once; the key that it came with is in a header.
 */
export function park(message: Received, { reason, parkedAt, isCut = false }: Setting): Message {
  const { topic, partition, offset, key, headers, value } = message;
  return {
    key: `${topic}/${partition}:${offset}`,
    value: isCut ? new Uint8Array() : (value ?? new Uint8Array()),
    headers: {
      ...(isCut ? {} : headers),
      [`${OURS}reason`]: JSON.stringify(reason),
      [`${OURS}topic`]: topic,
      [`${OURS}place`]: `${partition}:${offset}`,
      [`${OURS}at`]: parkedAt,
      ...(key === undefined || isCut ? {} : { [`${OURS}key`]: key }),
      ...(value === undefined ? { [`${OURS}value`]: 'none' } : isCut ? { [`${OURS}value`]: 'cut' } : {}),
    },
  };
}

/**
 * What is parked, in the order in which it came to be, by all that a parked topic holds. `kept` is what is remembered of
 * each: there may be more of them than fit in memory with their bytes.
 */
export async function parkedIn(
  pages: AsyncIterable<readonly Received[]>,
  kept: (parked: Parked) => Parked = (parked) => parked,
): Promise<readonly Parked[]> {
  const parked = new Map<string, Parked>();
  for await (const page of pages)
    for (const message of page) {
      const found = parkedOf(message);
      if (message.value === undefined) parked.delete(message.key ?? '');
      else if (found) parked.set(message.key ?? '', kept(found));
    }
  return [...parked.values()];
}

/** What a message of a parked topic keeps; nothing of one that somebody else put there. */
export function parkedOf({ partition, offset, headers, value }: Received): Parked | undefined {
  const our = (name: string) => headers[OURS + name];
  const [topic, place, parkedAt, reason] = [our('topic'), our('place'), our('at'), our('reason')];
  if (topic === undefined || place === undefined || parkedAt === undefined || reason === undefined) return undefined;
  const own = Object.entries(headers).filter(([name]) => !name.startsWith(OURS));
  return {
    place,
    keptAt: `${partition}:${offset}`,
    topic,
    parkedAt,
    reason,
    key: our('key'),
    headers: Object.fromEntries(own),
    value: our('value') === undefined ? value : undefined,
    isCut: our('value') === 'cut',
  };
}

/** The message as it first came, to be sent again; its place goes along, so that whoever looks knows it for a replay. */
export const unpark = ({ key, value, headers, place }: Parked): Message => ({
  key: key ?? '',
  value,
  headers: { ...headers, [REPLAYED]: place },
});

/** Takes a message off the list of what is parked. */
export const settled = ({ topic, place }: Parked): Message => ({
  key: `${topic}/${place}`,
  value: undefined,
  headers: {},
});
