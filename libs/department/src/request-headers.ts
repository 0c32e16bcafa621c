import { v7 } from 'uuid';
import type { Principal } from '#identity';
import type { Submission } from './submission.js';
import { ifMatchMalformed, keyMalformed } from './unacceptable.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const VISIBLE = /^[\x21-\x7e]{1,255}$/;
const QUOTED = /^"([^"]{1,255})"$/;
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Reads who puts a request and on which conditions. Throws `Unacceptable` (400) on a header that means nothing. */
export function submissionOf(headers: Headers, by: Principal): Submission {
  const key = headers['idempotency-key'];
  const match = headers['if-match'];
  return {
    by,
    correlationId: correlationOf(headers),
    ...(key === undefined ? {} : { key: ['key', keyOf(key)] }),
    ...(match === undefined ? {} : { expected: revisionOf(match) }),
  };
}

/** The caller's own number for the matter, its trace, or a new one. */
export function correlationOf(headers: Headers): string {
  const own = headers['x-correlation-id'];
  if (typeof own === 'string' && VISIBLE.test(own)) return own;
  const { traceparent } = headers;
  return (typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent)?.[1] : undefined) ?? v7();
}

/** `Prefer: return=minimal` (RFC 7240). */
export const wantsMinimal = ({ prefer }: Headers): boolean =>
  String(prefer ?? '')
    .split(',')
    .some((preference) => /^\s*return\s*=\s*"?minimal"?\s*(;|$)/i.test(preference));

/** The IETF draft writes the key as a quoted string; most clients send it bare. Both name the same key. */
function keyOf(header: string | string[]): string {
  const key = typeof header === 'string' ? (QUOTED.exec(header)?.[1] ?? header) : '';
  if (!VISIBLE.test(key)) throw keyMalformed();
  return key;
}

function revisionOf(header: string | string[]): number {
  const revision = typeof header === 'string' ? /^"(-1|0|[1-9]\d{0,15})"$/.exec(header)?.[1] : undefined;
  if (revision === undefined) throw ifMatchMalformed();
  return Number(revision);
}
