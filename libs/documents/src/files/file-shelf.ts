import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { storeFull } from '../problems.js';
import type { Shelf } from '../shelf.js';

/** Where bytes are until they are whole. The backup leaves out what ends in `.partial`. */
const INCOMING = 'incoming';
/** No request takes so long: what is older was left behind by a process that died. */
const LEFT_BEHIND_MS = 3_600_000;
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** A shelf in a folder: written aside, flushed to the disk, then renamed. */
export function fileShelf(folder: string): Shelf {
  const incoming = join(folder, INCOMING);
  const pathOf = (name: string) => join(folder, name);
  return {
    async put(name, bytes) {
      const path = pathOf(name);
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const partial = join(incoming, `${randomUUID()}.partial`);
      try {
        // Opened first: a stream that opens it would do so after it was cleared away, when the bytes break off at once.
        const file = await open(partial, 'wx', 0o600);
        await pipeline(bytes, file.createWriteStream({ flush: true }));
        await rename(partial, path);
        for (const changed of [dirname(path), folder]) await flush(changed);
      } catch (problem) {
        await rm(partial, { force: true });
        throw FULL.has((problem as NodeJS.ErrnoException).code ?? '') ? storeFull(problem) : problem;
      }
    },
    size: (name) => stat(pathOf(name)).then(({ size }) => size, ifGone),
    async get(name, range): Promise<Readable | undefined> {
      const file = await open(pathOf(name), 'r').catch(ifGone);
      return file?.createReadStream(range && { start: range.first, end: range.last });
    },
  };
}

/** Takes away what processes that died had begun to write. */
export async function sweep(folder: string, now = Date.now()): Promise<void> {
  const incoming = join(folder, INCOMING);
  for (const name of (await readdir(incoming).catch(ifGone)) ?? []) {
    const found = await stat(join(incoming, name)).catch(ifGone);
    if (found && found.mtimeMs < now - LEFT_BEHIND_MS) await rm(join(incoming, name), { force: true });
  }
}

/** A new name is durable once its folder is. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ifGone(problem: NodeJS.ErrnoException): undefined {
  if (problem.code !== 'ENOENT') throw problem;
}
