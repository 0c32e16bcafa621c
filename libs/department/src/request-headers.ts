import type { Principal } from '#identity';
import type { Submission } from './submission.js';
import { ifMatchMalformed, keyMalformed } from './unacceptable.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const VISIBLE = /^[\x21-\x7e]{1,255}$/;
const QUOTED = /^"([^"]{1,255})"$/;

/** Reads who puts a request and on which conditions. Throws `Unacceptable` (400) on a header that means nothing. */
export function submissionOf(headers: Headers, requestId: string, by: Principal): Submission {
  const key = headers['idempotency-key'];
  const match = headers['if-match'];
  return {
    by,
    correlationId: correlationOf(headers, requestId),
    ...(key === undefined ? {} : { key: ['key', keyOf(key)] }),
    ...(match === undefined ? {} : { expected: revisionOf(match) }),
  };
}

/** The caller's own number for the matter, or the request's, which is its trace where it has one. */
function correlationOf(headers: Headers, requestId: string): string {
  const own = headers['x-correlation-id'];
  return typeof own === 'string' && VISIBLE.test(own) ? own : requestId;
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
