import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { createZstdDecompress } from 'node:zlib';
import pg from 'pg';
import { bundledBinaries } from '../bundled-postgres/binaries.js';
import { openBundledPostgres } from '../bundled-postgres/open.js';
import { handOver, runAs } from '../bundled-postgres/run-as.js';
import { BadBackup, MANIFEST, unsealed, type Manifest } from './manifest.js';
import { readTar } from './tar.js';
import type { Progress } from './backup.js';

export interface RestoreOptions {
  readonly file: string;
  /** Must be empty or not exist. */
  readonly dataFolder: string;
  readonly progress?: (progress: Progress) => void;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Every table, read whole once so that each page's checksum was looked at. */
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
}

/**
 * Puts a backup into an empty data folder: every file checked against its digest, the server started once, its log
 * replayed, every table read. Throws `BadBackup` and leaves the folder as it was when anything is not as it should be.
 */
export async function restore({ file, dataFolder, progress = () => undefined }: RestoreOptions): Promise<Restored> {
  const folder = resolve(dataFolder);
  const there = await readdir(folder).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return [];
    throw problem;
  });
  if (there.length > 0)
    throw new Error(
      `${folder} 不为空，不会覆盖；请指定空目录。 ${folder} is not empty and is not overwritten: name an empty folder.`,
    );
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const draft = join(folder, 'restoring');
  try {
    const manifest = await unpack(file, draft, progress);
    await checkUse(file, manifest);
    for (const name of await readdir(draft)) await rename(join(draft, name), join(folder, name));
    await rm(draft, { recursive: true });
    const cluster = join(folder, 'postgres');
    await handOver(cluster, await runAs(cluster));
    return { manifest, tables: await readEverything(file, folder) };
  } catch (problem) {
    for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
    throw problem;
  }
}

async function unpack(file: string, draft: string, progress: (progress: Progress) => void): Promise<Manifest> {
  const { size: ofBytes } = await stat(file);
  const packed = createReadStream(file);
  const found = new Map<string, string>();
  let manifest: Manifest | undefined;
  try {
    for await (const { path, content } of readTar(packed.pipe(passErrors(packed)))) {
      const target = resolve(draft, path);
      if (!`${target}${sep}`.startsWith(`${draft}${sep}`)) throw new Error(`${path} would leave the folder`);
      if (path.endsWith('/')) await mkdir(target, { recursive: true, mode: 0o700 });
      else if (path === MANIFEST) manifest = unsealed(Buffer.concat(await Array.fromAsync(content)));
      else found.set(path, await put(target, content));
      progress({ files: found.size, bytes: packed.bytesRead, ofBytes });
    }
    if (!manifest) throw new Error('it has no manifest');
    for (const { path, sha256 } of manifest.files) {
      if (found.get(path) !== sha256) throw new Error(`${path} is not what was backed up`);
      found.delete(path);
    }
    if (found.size > 0) throw new Error(`${[...found.keys()][0]} is not in its manifest`);
    return manifest;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOSPC') throw problem;
    throw new BadBackup(file, '文件已损坏或不完整', `it is damaged or not whole (${(problem as Error).message})`, {
      cause: problem,
    });
  } finally {
    packed.destroy();
  }
}

function passErrors(packed: ReturnType<typeof createReadStream>) {
  const unpacked = createZstdDecompress();
  packed.once('error', (problem) => unpacked.destroy(problem));
  return unpacked;
}

/** Writes a file and its digest is the answer; on disk before it is. */
async function put(target: string, content: AsyncIterable<Buffer>): Promise<string> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const file = await open(target, 'wx', 0o600);
  try {
    const digest = createHash('sha256');
    for await (const piece of content) {
      digest.update(piece);
      await file.writeFile(piece);
    }
    await file.sync();
    return digest.digest('hex');
  } finally {
    await file.close();
  }
}

async function checkUse(file: string, { postgresMajor, platform }: Manifest): Promise<void> {
  const { version } = await bundledBinaries();
  const here = `${process.platform}-${process.arch}`;
  if (version.split('.')[0] !== postgresMajor)
    throw new BadBackup(
      file,
      `它来自 PostgreSQL ${postgresMajor}，此处为 ${version}`,
      `it is of PostgreSQL ${postgresMajor}, and here is ${version}`,
    );
  if (platform !== here)
    throw new BadBackup(file, `它来自 ${platform}，此处为 ${here}`, `it was made on ${platform}, and this is ${here}`);
}

async function readEverything(file: string, dataFolder: string): Promise<Restored['tables']> {
  const server = await openBundledPostgres({ dataFolder, lowSpaceWatermarkMb: 0 }).catch((problem: unknown) => {
    throw new BadBackup(file, '恢复后数据库无法启动', 'the database does not start from it', { cause: problem });
  });
  const client = new pg.Client({ connectionString: server.ownerUrl });
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const tables: { name: string; rows: number }[] = [];
    for (const { name } of rows) {
      const { rows: counted } = await client.query<{ rows: string }>(`SELECT count(*) AS rows FROM ${name}`);
      tables.push({ name, rows: Number(counted[0]!.rows) });
    }
    return tables;
  } catch (problem) {
    throw new BadBackup(file, '恢复后数据无法读取', `a table cannot be read (${(problem as Error).message})`, {
      cause: problem,
    });
  } finally {
    await client.end();
    await server.stop();
  }
}
