import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { empty, hashMismatch } from './problems.js';
import type { ByteRange, Bytes, Shelf } from './shelf.js';

/** DI token of the process's one `DocumentStore`. */
export const DOCUMENTS = Symbol('DocumentStore');

/** Who brought the bytes. */
export interface Depositor {
  readonly departments: readonly string[];
  readonly client: string;
  /** RFC 3339. */
  readonly at: string;
}

/** Documents under the SHA-256 of their bytes (lower-case hex). What is there is never changed. */
export class DocumentStore {
  constructor(private readonly shelf: Shelf) {}

  /**
   * Keeps the bytes, and remembers which departments had them. They are read to the end and checked even where they are
   * known, so that nobody counts as having a document of which he knows the hash only. Throws `DocumentProblem`; then
   * nothing was kept.
   */
  async put(sha256: string, bytes: Bytes, by: Depositor): Promise<'kept' | 'known'> {
    const checked = ofHash(sha256, bytes);
    const isKnown = (await this.shelf.size(nameOf(sha256))) !== undefined;
    if (isKnown) for await (const _ of checked);
    else await this.shelf.put(nameOf(sha256), checked);
    for (const department of by.departments)
      if (!(await this.isFrom(sha256, department)))
        await this.shelf.put(depositOf(sha256, department), noted({ client: by.client, at: by.at }));
    return isKnown ? 'known' : 'kept';
  }

  has = async (sha256: string): Promise<boolean> => (await this.size(sha256)) !== undefined;

  size(sha256: string): Promise<number | undefined> {
    return this.shelf.size(nameOf(sha256));
  }

  get(sha256: string, range?: ByteRange): Promise<Readable | undefined> {
    return this.shelf.get(nameOf(sha256), range);
  }

  /** Whether the department has put these bytes, and so has them without us. */
  async isFrom(sha256: string, department: string): Promise<boolean> {
    return (await this.shelf.size(depositOf(sha256, department))) !== undefined;
  }
}

// No folder grows without bounds: the first two digits make one of 256.
const nameOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`;
const depositOf = (sha256: string, department: string): string => `${nameOf(sha256)}.${department}`;

/** The same bytes; at their end they turn out to be what the hash says, or throw. */
async function* ofHash(sha256: string, bytes: Bytes): AsyncGenerator<Buffer> {
  const digest = createHash('sha256');
  let isEmpty = true;
  for await (const piece of bytes) {
    digest.update(piece);
    isEmpty &&= piece.length === 0;
    yield piece;
  }
  if (isEmpty) throw empty();
  const computed = digest.digest('hex');
  if (computed !== sha256) throw hashMismatch(sha256, computed);
}

async function* noted(deposit: object): AsyncGenerator<Buffer> {
  yield Buffer.from(`${JSON.stringify(deposit)}\n`);
}
