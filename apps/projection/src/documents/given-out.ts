import type { FastifyRequest } from 'fastify';
import type { ByteRange, DocumentType } from '#documents';
import { rangeIn } from './asked.js';

/** How a request for a document is answered. */
export interface GivenOut {
  readonly status: 200 | 206 | 304;
  /** Undefined for all of it. */
  readonly range: ByteRange | undefined;
  /** False for who has them already, or only asks how many there are. */
  readonly hasBytes: boolean;
  readonly headers: Readonly<Record<string, string | number>>;
}

/** Answers with all of a document, with the part that is asked for, or that the caller has it. Throws 416. */
export function givenOut(
  { headers: asked, method }: Pick<FastifyRequest, 'headers' | 'method'>,
  { sha256, size, type }: { readonly sha256: string; readonly size: number; readonly type: DocumentType | undefined },
): GivenOut {
  // What lies under a hash never changes, so the hash is its tag.
  const etag = `"${sha256}"`;
  const isKnown = asked['if-none-match']?.split(',').some((one) => [etag, '*'].includes(one.trim())) ?? false;
  const isSame = (asked['if-range'] ?? etag) === etag;
  const range = !isKnown && isSame ? rangeIn(asked.range, size) : undefined;
  const headers = { etag, 'cache-control': 'private, no-cache', 'accept-ranges': 'bytes' };
  if (isKnown) return { status: 304, range, hasBytes: false, headers };
  return {
    status: range ? 206 : 200,
    range,
    hasBytes: method !== 'HEAD',
    headers: {
      ...headers,
      ...(range ? { 'content-range': `bytes ${range.first}-${range.last}/${size}` } : {}),
      'content-length': range ? range.last - range.first + 1 : size,
      'content-type': type?.mediaType ?? 'application/octet-stream',
      'content-disposition': `attachment; filename="${sha256}.${type?.extensions[0] ?? 'bin'}"`,
      // Whatever a browser makes of it, it runs nothing and reaches nobody.
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    },
  };
}
