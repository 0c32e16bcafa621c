import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newKey } from './sealing.js';

interface Ring {
  /** Id of the key under which new data keys are sealed. */
  readonly current: string;
  /** Keys by id, in base64. */
  readonly keys: Readonly<Record<string, string>>;
}

/** The master keys, in a file of their own that only the ledger's user can read. No key is ever in the database. */
export interface MasterKeys {
  current(): Promise<{ readonly id: string; readonly key: Buffer }>;
  /** Throws when the file has no such key: the rows are then lost, as they should be to whoever has no key. */
  named(id: string): Promise<Buffer>;
  /** Adds a key and makes it the current one. The others stay until they are dropped. */
  add(): Promise<string>;
  /** Drops every key, for ever, but the current one and these. */
  dropAllBut(ids: readonly string[]): Promise<void>;
}

/** The key file of a folder, made at first use. Two processes that start together end up with one key. */
export async function masterKeys(folder: string): Promise<MasterKeys> {
  const file = join(folder, 'master-keys.json');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const read = async (): Promise<Ring> => JSON.parse(await readFile(file, 'utf8')) as Ring;

  const write = async (ring: Ring): Promise<string> => {
    const draft = join(folder, `.${process.pid}.${randomBytes(6).toString('hex')}`);
    const handle = await open(draft, 'wx', 0o600);
    await handle.writeFile(`${JSON.stringify(ring)}\n`);
    await handle.sync();
    await handle.close();
    return draft;
  };

  const first = newNamed();
  const draft = await write({ current: first.id, keys: { [first.id]: first.key } });
  // A link is refused when the file is there, so keys in use are never replaced.
  await link(draft, file).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EEXIST') throw problem;
  });
  await rm(draft);
  // A copied or restored file may have come back readable for everyone.
  await chmod(file, 0o600);

  return {
    async current() {
      const { current, keys } = await read();
      return { id: current, key: Buffer.from(keys[current]!, 'base64') };
    },
    async named(id) {
      const key = (await read()).keys[id];
      if (key === undefined) throw new Error(`The vault's key file ${file} has no master key ${id}`);
      return Buffer.from(key, 'base64');
    },
    async add() {
      const { keys } = await read();
      const { id, key } = newNamed();
      await rename(await write({ current: id, keys: { ...keys, [id]: key } }), file);
      return id;
    },
    async dropAllBut(ids) {
      const { current, keys } = await read();
      const kept = Object.entries(keys).filter(([id]) => id === current || ids.includes(id));
      await rename(await write({ current, keys: Object.fromEntries(kept) }), file);
    },
  };
}

const newNamed = (): { readonly id: string; readonly key: string } => ({
  id: `mk-${randomBytes(6).toString('hex')}`,
  key: newKey().toString('base64'),
});
