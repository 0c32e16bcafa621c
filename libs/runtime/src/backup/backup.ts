import { createHash } from 'node:crypto';
import { open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import pg from 'pg';
import { openBundledPostgres, runningOwnerUrl, type BundledPostgres } from '../bundled-postgres/open.js';
import { isServerOf, pidFile } from '../bundled-postgres/orphan.js';
import { MANIFEST, sealed, type Manifest } from './manifest.js';
import { tarEnd, tarHeader, tarPadding } from './tar.js';

export interface Progress {
  readonly files: number;
  readonly bytes: number;
  /** Bytes there were to copy when it began; more may come while the ledger runs. */
  readonly ofBytes: number;
}

export interface BackupOptions {
  readonly dataFolder: string;
  /** Made anew; never overwritten. */
  readonly file: string;
  readonly progress?: (progress: Progress) => void;
}

/** Rebuilt by a server that starts, or meaningless to it. */
const LEFT_OUT =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.|(^|\/)pgsql_tmp|(^|\/)pg_internal\.init|^postmaster\.(pid|opts)$|^backup_label|^tablespace_map|^global\/pg_control$/;
/** Of the data folder, besides the cluster: what belongs to one running process. */
const NOT_KEPT = /^(postgres(\.new)?|ledger\.(lock|pid))(\/|$)/;
const PIECE = 1 << 20;

interface Tally {
  readonly files: { path: string; size: number; sha256: string }[];
  bytes: number;
}

/**
 * Copies a ledger into one file, while it runs or not: PostgreSQL's own online backup (files under `pg_backup_start`,
 * then the log written meanwhile, held by a replication slot) with the folder's secrets, as a tar compressed with
 * zstd, whose last entry is a manifest of SHA-256 digests. Restored, it is the ledger as it was when the backup ended.
 *
 * It holds secrets; it is written for its owner's eyes only (0600).
 */
export async function backup({ dataFolder, file, progress = () => undefined }: BackupOptions): Promise<Manifest> {
  const folder = await realpath(resolve(dataFolder));
  const own = (await isRunning(folder)) ? undefined : await openBundledPostgres({ dataFolder: folder });
  try {
    const url = own?.ownerUrl ?? (await runningOwnerUrl(folder));
    if (!url) throw new Error(`${folder} 中没有台账数据。 There is no ledger in ${folder}.`);
    return await write(folder, url, file, progress);
  } finally {
    await (own as BundledPostgres | undefined)?.stop();
  }
}

async function isRunning(folder: string): Promise<boolean> {
  const cluster = join(folder, 'postgres');
  if (!(await stat(cluster).then(Boolean, () => false)))
    throw new Error(`${folder} 中没有台账数据。 There is no ledger in ${folder}.`);
  const server = await pidFile(cluster);
  return server !== undefined && (await isServerOf(server.pid, cluster));
}

async function write(
  folder: string,
  url: string,
  file: string,
  progress: (progress: Progress) => void,
): Promise<Manifest> {
  const partial = `${file}.partial`;
  const target = await open(file, 'wx', 0o600).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EEXIST') throw problem;
    throw new Error(`${file} 已存在，不会覆盖。 ${file} is there already and is not overwritten.`, { cause: problem });
  });
  await target.close();
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const sink = await open(partial, 'w', 0o600);
    let manifest: Manifest | undefined;
    const entries = archive(folder, client, progress, (made) => (manifest = made));
    const zstd = createZstdCompress({
      params: { [constants.ZSTD_c_checksumFlag]: 1, [constants.ZSTD_c_compressionLevel]: 3 },
    });
    await pipeline(Readable.from(entries), zstd, sink.createWriteStream({ flush: true }));
    await rename(partial, file);
    return manifest!;
  } catch (problem) {
    await rm(partial, { force: true });
    await rm(file, { force: true });
    throw problem;
  } finally {
    await client.end();
  }
}

async function* archive(
  folder: string,
  client: pg.Client,
  progress: (progress: Progress) => void,
  done: (manifest: Manifest) => void,
): AsyncGenerator<Buffer> {
  const cluster = join(folder, 'postgres');
  const tally: Tally = { files: [], bytes: 0 };
  const ask = async (sql: string, values: unknown[] = []): Promise<any> => (await client.query(sql, values)).rows[0];

  // The slot keeps every piece of the log from now on; being temporary, it ends with this connection.
  await ask('SELECT pg_create_physical_replication_slot($1, true, true)', [`backup_${process.pid}_${Date.now()}`]);
  const { lsn: startLsn } = await ask(`SELECT pg_backup_start('taizhang', true) AS lsn`);
  const { wal: firstSegment } = await ask('SELECT pg_walfile_name($1) AS wal', [startLsn]);

  const all = await listing(cluster);
  const paths = all.filter((path) => !LEFT_OUT.test(path));
  let ofBytes = 0;
  for (const path of paths) ofBytes += await sizeOf(join(cluster, path));
  const tell = () => progress({ files: tally.files.length, bytes: tally.bytes, ofBytes });

  for (const path of paths) {
    yield* copied(join(cluster, path), `postgres/${path}`, tally);
    tell();
  }
  yield* whole('postgres/global/pg_control', await steady(join(cluster, 'global/pg_control')), tally);
  const { lsn: stopLsn, label } = await ask('SELECT lsn, labelfile AS label FROM pg_backup_stop(false)');
  yield* whole('postgres/backup_label', Buffer.from(label as string), tally);
  const { wal: lastSegment } = await ask('SELECT pg_walfile_name($1) AS wal', [stopLsn]);
  for (const segment of (await readdir(join(cluster, 'pg_wal'))).sort())
    if (/^[0-9A-F]{24}$/.test(segment) && segment >= firstSegment && segment <= lastSegment) {
      yield* copied(join(cluster, 'pg_wal', segment), `postgres/pg_wal/${segment}`, tally);
      tell();
    }
  // After the log: whatever a fact in it cites was kept before it was recorded.
  const own = (await listing(folder, NOT_KEPT)).filter(
    (path) => !path.endsWith('/') && !/\.(partial|tar\.zst)$/.test(path),
  );
  for (const path of own) yield* copied(join(folder, path), path, tally);

  const manifest: Manifest = {
    format: 'taizhang-backup/1',
    madeAt: new Date().toISOString(),
    postgresMajor: (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim(),
    platform: `${process.platform}-${process.arch}`,
    startLsn,
    stopLsn,
    files: tally.files,
  };
  const seal = sealed(manifest);
  yield Buffer.concat([tarHeader({ path: MANIFEST, size: seal.length }), seal, tarPadding(seal.length), tarEnd()]);
  done(manifest);
}

/** Everything in a folder, parents before children; folders end in `/`. */
async function listing(root: string, except?: RegExp, below = ''): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch(ifGone([]));
  for (const entry of entries) {
    const path = below + entry.name;
    if (except?.test(path)) continue;
    if (entry.isDirectory()) found.push(`${path}/`, ...(await listing(root, except, `${path}/`)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

/** A table dropped while we copy takes its files with it; the log, replayed, says the same. */
const ifGone =
  <T>(instead: T) =>
  (problem: NodeJS.ErrnoException): T => {
    if (problem.code === 'ENOENT') return instead;
    throw problem;
  };

const sizeOf = (path: string): Promise<number> => stat(path).then(({ size }) => size, ifGone(0));

async function* copied(from: string, path: string, tally: Tally): AsyncGenerator<Buffer> {
  if (path.endsWith('/')) {
    yield tarHeader({ path, size: 0 });
    return;
  }
  const file = await open(from, 'r').catch(ifGone(undefined));
  if (!file) return;
  try {
    const { size } = await file.stat();
    yield tarHeader({ path, size });
    const digest = createHash('sha256');
    for (let at = 0; at < size;) {
      const piece = Buffer.alloc(Math.min(PIECE, size - at));
      // A file cut short meanwhile is filled with zeros: replaying the log puts that right too.
      await file.read(piece, 0, piece.length, at);
      digest.update(piece);
      at += piece.length;
      tally.bytes += piece.length;
      yield piece;
    }
    yield tarPadding(size);
    tally.files.push({ path, size, sha256: digest.digest('hex') });
  } finally {
    await file.close();
  }
}

async function* whole(path: string, content: Buffer, tally: Tally): AsyncGenerator<Buffer> {
  yield Buffer.concat([tarHeader({ path, size: content.length }), content, tarPadding(content.length)]);
  tally.bytes += content.length;
  tally.files.push({ path, size: content.length, sha256: createHash('sha256').update(content).digest('hex') });
}

/** A file read whole, the same twice: it was not being written to. */
async function steady(path: string): Promise<Buffer> {
  for (;;) {
    const [first, second] = [await readFile(path), await readFile(path)];
    if (first.equals(second)) return first;
  }
}
