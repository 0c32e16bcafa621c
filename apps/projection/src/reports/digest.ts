import { createHash } from 'node:crypto';
import { canonical } from '#contracts';

/** SHA-256 of what was found, in canonical JSON (RFC 8785): whoever has the content can check it. */
export const digestOf = (content: object): string =>
  createHash('sha256').update(canonical(content), 'utf8').digest('hex');
