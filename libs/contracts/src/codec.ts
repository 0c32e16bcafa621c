import canonicalize from 'canonicalize';
import type { Fact, Recorded } from '#decider';

/** The envelope's own parts, as they are kept beside the payload. The store knows the rest. */
export type Meta = Omit<Recorded, 'id' | 'type' | 'stream' | 'revision' | 'position' | 'recordedAt' | 'data'> & {
  /** Version of the payload's shape. */
  readonly schema: number;
  /** SHA-256 of the request that led here, when it came with an Idempotency-Key or a CloudEvent id. */
  readonly request?: string;
};

/** A fact as the ledger keeps it, with the parts that only the machinery reads. */
export type Enveloped = Recorded & Pick<Meta, 'schema' | 'request'>;

interface Bytes {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly recordedAt: string;
  readonly data: Uint8Array;
  readonly meta: Uint8Array;
}

const utf8 = new TextEncoder();

/** Canonical JSON (RFC 8785): the same content gives the same text, whatever the order of its keys. */
export const canonical = (content: object): string => canonicalize(content)!;

/** Bytes of a fact for the store: payload in canonical JSON (RFC 8785). */
export function encode(id: string, department: string, fact: Fact, meta: Meta) {
  return {
    id,
    type: `${department}.${fact.type}`,
    data: utf8.encode(canonical(fact.data)),
    meta: utf8.encode(JSON.stringify(meta)),
  };
}

const json = (bytes: Uint8Array): unknown =>
  JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));

// Policies, deadlines and projections of a process are handed the same pages: each event is read by many, parsed once.
const decoded = new WeakMap<Bytes, Enveloped>();

/** A fact from the store's bytes. Shared by all who read it: nobody may change it. */
export function decode(bytes: Bytes): Enveloped {
  const known = decoded.get(bytes);
  if (known) return known;
  const { data, meta, ...place } = bytes;
  const fact = { ...(json(meta) as Meta), ...place, data: json(data) as object };
  decoded.set(bytes, fact);
  return fact;
}
