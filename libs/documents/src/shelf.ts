import type { Readable } from 'node:stream';

/** Bytes as they come. Throws when they cannot come to their end, or should not. */
export type Bytes = AsyncIterable<Buffer>;

/** A part of the bytes, first and last included, counted from 0. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** What documents are kept on: a folder, or a bucket. Names are relative paths in plain ASCII. */
export interface Shelf {
  /**
   * Takes the bytes to their end and then shows them under the name, whole and durable. When they throw, or the process
   * dies meanwhile, there is nothing under the name but what was there before. No more than a few pieces of them are in
   * memory at a time.
   */
  put(name: string, bytes: Bytes): Promise<void>;
  /** How many bytes there are under the name; undefined when there is nothing. */
  size(name: string): Promise<number | undefined>;
  /** The bytes, or a part of them that MUST lie within; undefined when there is nothing. */
  get(name: string, range?: ByteRange): Promise<Readable | undefined>;
}
