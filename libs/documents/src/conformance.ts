import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DocumentStore, type Depositor } from './document-store.js';
import type { Bytes, Shelf } from './shelf.js';

/** A place where documents are kept that a suite runs against. */
export interface ShelfUnderTest {
  readonly shelf: Shelf;
  /** Names of everything that is kept, whole or not. */
  names(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

const MEBIBYTE = 1_048_576;
const by = (...departments: string[]): Depositor => ({ departments, client: 'spec', at: '2021-03-15T02:00:00Z' });

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export async function* pieces(bytes: Buffer, size = 65_536): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* brokenOff(bytes: Buffer): Bytes & AsyncGenerator<Buffer> {
  yield* pieces(bytes);
  throw new Error('the sender hung up');
}

/** What every place promises in which documents are kept; each adapter runs this. */
export function documentConformance(name: string, start: () => Promise<ShelfUnderTest>): void {
  describe(name, () => {
    let place: ShelfUnderTest;
    let documents: DocumentStore;
    beforeAll(async () => {
      place = await start();
      documents = new DocumentStore(place.shelf);
    });
    afterAll(() => place.stop());

    const kept = async (sha256: string) => (await place.names()).filter((each) => each.includes(sha256.slice(2)));
    const read = async (sha256: string, range?: { first: number; last: number }) =>
      buffer((await documents.get(sha256, range))!);

    // Below a part of a bucket, above one, and at the edge of two.
    it.each([1, 100_000, 9 * MEBIBYTE, 16 * MEBIBYTE])('keeps %d bytes under their hash', async (length) => {
      const bytes = randomBytes(length);
      const sha256 = sha256Of(bytes);
      expect(await documents.put(sha256, pieces(bytes), by('energy'))).toBe('kept');
      expect(await documents.size(sha256)).toBe(length);
      expect(bytes.equals(await read(sha256))).toBe(true);
    });

    it('gives a part of them, first and last byte included', async () => {
      const bytes = Buffer.from('惠能监改〔2021〕12号');
      const sha256 = sha256Of(bytes);
      await documents.put(sha256, pieces(bytes), by('energy'));
      expect(await read(sha256, { first: 3, last: 5 })).toEqual(bytes.subarray(3, 6));
      expect(await read(sha256, { first: 0, last: bytes.length - 1 })).toEqual(bytes);
    });

    it('says of what is not there that it is not', async () => {
      const sha256 = sha256Of(randomBytes(8));
      expect(await documents.has(sha256)).toBe(false);
      expect(await documents.size(sha256)).toBeUndefined();
      expect(await documents.get(sha256)).toBeUndefined();
      expect(await documents.isFrom(sha256, 'energy')).toBe(false);
    });

    it('knows what it was given before, and which departments had it', async () => {
      const bytes = randomBytes(1_000);
      const sha256 = sha256Of(bytes);
      expect(await documents.put(sha256, pieces(bytes), by('energy', 'industry'))).toBe('kept');
      expect(await documents.isFrom(sha256, 'environment')).toBe(false);
      expect(await documents.put(sha256, pieces(bytes), by('environment'))).toBe('known');
      for (const department of ['energy', 'industry', 'environment'])
        expect(await documents.isFrom(sha256, department)).toBe(true);
      expect(bytes.equals(await read(sha256))).toBe(true);
    });

    it('counts nobody as having a document of which he knows the hash only', async () => {
      const bytes = randomBytes(1_000);
      const sha256 = sha256Of(bytes);
      await documents.put(sha256, pieces(bytes), by('energy'));
      const guess = documents.put(sha256, pieces(randomBytes(1_000)), by('industry'));
      await expect(guess).rejects.toMatchObject({ code: 'documents/hash-mismatch' });
      expect(await documents.isFrom(sha256, 'industry')).toBe(false);
      expect(bytes.equals(await read(sha256))).toBe(true);
    });

    it.each([1_000, 17 * MEBIBYTE])('keeps nothing of %d bytes that are not what their hash says', async (length) => {
      const bytes = randomBytes(length);
      const [named, computed] = [sha256Of(Buffer.from(sha256Of(bytes))), sha256Of(bytes)];
      await expect(documents.put(named, pieces(bytes), by('energy'))).rejects.toMatchObject({
        status: 422,
        code: 'documents/hash-mismatch',
        grounds: { facts: { named, computed } },
      });
      expect(await kept(named)).toEqual([]);
      expect(await documents.isFrom(named, 'energy')).toBe(false);
    });

    it.each([1_000, 17 * MEBIBYTE])('keeps nothing when they break off after %d', async (length) => {
      const bytes = randomBytes(length);
      const sha256 = sha256Of(bytes);
      await expect(documents.put(sha256, brokenOff(bytes), by('energy'))).rejects.toThrow('the sender hung up');
      expect(await kept(sha256)).toEqual([]);
      expect((await place.names()).filter((each) => each.endsWith('.partial'))).toEqual([]);
    });

    it('keeps no document without bytes', async () => {
      const sha256 = sha256Of(Buffer.alloc(0));
      const nothing = documents.put(sha256, pieces(Buffer.alloc(0)), by('energy'));
      await expect(nothing).rejects.toMatchObject({ code: 'documents/empty' });
      expect(await kept(sha256)).toEqual([]);
    });

    it('takes the same from several at once', async () => {
      const bytes = randomBytes(9 * MEBIBYTE);
      const sha256 = sha256Of(bytes);
      const departments = ['energy', 'industry', 'environment'];
      await Promise.all(departments.map((each) => documents.put(sha256, pieces(bytes), by(each))));
      expect(bytes.equals(await read(sha256))).toBe(true);
      for (const each of departments) expect(await documents.isFrom(sha256, each)).toBe(true);
    });
  });
}
