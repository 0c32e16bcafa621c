import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { documentConformance, pieces, sha256Of } from '../conformance.js';
import { DocumentStore } from '../document-store.js';
import { fileShelf, sweep } from './file-shelf.js';

const files = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

const sizes = async (folder: string): Promise<number[]> =>
  Promise.all((await files(folder)).map(async (file) => (await stat(file)).size));

documentConformance('documents in a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'documents-'));
  return {
    shelf: fileShelf(folder),
    names: () => files(folder),
    stop: () => rm(folder, { recursive: true }),
  };
});

const HOUR_MS = 3_600_000;
const lib = join(import.meta.dirname, '../../../../dist/libs/documents/src/index.js');

/** A process that is in the middle of keeping a document, and stays there. */
const HALFWAY = `
  const { DocumentStore, fileShelf } = await import(${JSON.stringify(lib)});
  async function* bytes() {
    yield Buffer.from('%PDF-');
    await new Promise(() => setInterval(() => undefined, 1_000));
  }
  await new DocumentStore(fileShelf(process.argv[1])).put(process.argv[2], bytes(), { departments: ['energy'], client: 'spec', at: '' });`;

describe('a process that is killed while it keeps a document', () => {
  it('leaves nothing under its hash, and nothing at all once the next has swept', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'documents-'));
    try {
      const sha256 = sha256Of(Buffer.from('%PDF-1.7'));
      const child = spawn(process.execPath, ['--input-type=module', '-e', HALFWAY, folder, sha256]);
      while ((await sizes(folder)).at(0) !== 5) await pause(5);
      child.kill('SIGKILL');
      await once(child, 'exit');
      const documents = new DocumentStore(fileShelf(folder));
      expect(await documents.has(sha256)).toBe(false);
      expect(await files(folder)).toEqual([expect.stringMatching(/\.partial$/)]);

      // What may still be on its way in another process stays.
      await sweep(folder);
      expect(await files(folder)).toHaveLength(1);
      await sweep(folder, Date.now() + 2 * HOUR_MS);
      expect(await files(folder)).toEqual([]);
      const by = { departments: ['energy'], client: 'spec', at: '' };
      expect(await documents.put(sha256, pieces(Buffer.from('%PDF-1.7')), by)).toBe('kept');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('a document in a folder', () => {
  it('is for the eyes of its owner only', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'documents-'));
    try {
      const bytes = Buffer.from('%PDF-1.7');
      const by = { departments: ['energy'], client: 'spec', at: '' };
      await new DocumentStore(fileShelf(folder)).put(sha256Of(bytes), pieces(bytes), by);
      for (const file of await files(folder)) expect((await stat(file)).mode & 0o777).toBe(0o600);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
