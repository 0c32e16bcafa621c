import { isUtf8 } from 'node:buffer';
import { EVENT_LIMITS, MalformedJson, type JsonLimits } from './malformed-json.js';
import { Scan } from './scan.js';
import { firstInvalidByte } from './utf8.js';

/**
 * Parses a JSON document that means one thing only: valid UTF-8, no repeated keys, no number that a double would alter,
 * no half characters, nothing deep enough to exhaust a stack. Throws `MalformedJson` and nothing else.
 */
export function parseStrictly(bytes: Uint8Array, limits: JsonLimits = EVENT_LIMITS): unknown {
  if (bytes.length > limits.maxBytes) throw new MalformedJson('json/too-large', limits.maxBytes, '', limits);
  if (!isUtf8(bytes)) throw new MalformedJson('json/invalid-utf8', firstInvalidByte(bytes), '', limits);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    throw new MalformedJson('json/byte-order-mark', 0, '', limits);
  new Scan(bytes, limits).run();
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
}
