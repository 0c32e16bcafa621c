import { decode, type Enveloped } from '#contracts';
import type { StoredEvent } from '#event-store';
import type { Projection } from '#projection';
import { mayRead, readsAll, type Audience } from '../audience/audience.js';

export const FORMAT = 'taizhang-export/1';
/** What the header says of what is signed, so that it is taken for nothing else (RFC 8725 §3.11). */
export const TYP = 'taizhang-export+jws';

/** A fact as the ledger keeps it, byte by byte. */
export interface ExportedFact {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly recordedAt: string;
  readonly department: string;
  /** The stored bytes of the payload, in base64url: canonical JSON (RFC 8785). */
  readonly data: string;
  /** The stored bytes of the rest of the envelope, in base64url: JSON. */
  readonly meta: string;
}

/**
 * What is signed: what the ledger answered at a place on both clocks, and the facts that it answered from. Members may be
 * added under the same format; none changes its meaning.
 */
export interface Export {
  readonly format: typeof FORMAT;
  readonly of: { readonly kind: 'dossier' | 'case'; readonly id: string };
  /** What the installation calls itself, where it has a name. Who it is, its key tells. */
  readonly issuer?: string;
  /** By the ledger's clock. */
  readonly issuedAt: string;
  readonly audience: Audience;
  /** Where the ledger gives the same answer again. */
  readonly permalink: string;
  readonly asOf: string;
  readonly asKnownAt: string;
  /** Position that the ledger had reached. */
  readonly position: number;
  /** The projection that made the answer, by whose next version it may be made otherwise. */
  readonly madeBy: { readonly projection: string; readonly version: number };
  /** As the route gives it that the permalink names. */
  readonly answer: object;
  /** Every fact that was looked at and that the audience may read, in the ledger's order. */
  readonly facts: readonly ExportedFact[];
  /** How many sealed facts the answer was made from besides, where the audience is told that there are some. */
  readonly withheld?: number;
}

export const madeBy = ({ name, version }: Projection): Export['madeBy'] => ({ projection: name, version });

/** The facts among those that were looked at which the audience may have, and how many it may only know of. */
export function handedOut(found: Iterable<StoredEvent>, audience: Audience, isKnown: (fact: Enveloped) => boolean) {
  const known = [...found]
    .filter((event) => isKnown(decode(event)))
    .toSorted((one, other) => one.position - other.position);
  const open = known.filter((event) => mayRead(audience, decode(event)));
  const withheld = known.filter((event) => decode(event).visibility === 'sealed').length;
  return { facts: open.map(exported), ...(readsAll(audience) && withheld > 0 ? { withheld } : {}) };
}

function exported(event: StoredEvent): ExportedFact {
  const { id, type, stream, revision, position, recordedAt, data, meta } = event;
  const { department } = decode(event);
  return { id, type, stream, revision, position, recordedAt, department, data: base64url(data), meta: base64url(meta) };
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** The event as it was stored. */
export const stored = ({ department: _, data, meta, ...place }: ExportedFact): StoredEvent => ({
  ...place,
  data: Buffer.from(data, 'base64url'),
  meta: Buffer.from(meta, 'base64url'),
});
