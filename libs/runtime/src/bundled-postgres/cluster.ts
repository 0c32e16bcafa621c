import { spawn } from 'node:child_process';
import { chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reachableCopy, type Binaries } from './binaries.js';
import { canReach, type RunAs } from './run-as.js';

/** Bootstrap role of the bundled server, owner of the ledger's database. */
export const OWNER = 'taizhang_owner';

/** A folder of PostgreSQL data and how its programs are run. */
export interface Cluster {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  /** What `-D` is given. */
  readonly dataArgument: string;
}

/** Works out how the server gets at its programs and its data, whoever may enter the folders above them. */
export async function reach(dataFolder: string, installed: Binaries, runAs: RunAs): Promise<Cluster> {
  const binaries = (await canReach(installed.postgres, runAs)) ? installed : await reachableCopy(installed);
  const folder = join(dataFolder, 'postgres');
  if (await canReach(dataFolder, runAs)) return { folder, binaries, runAs, dataArgument: folder };
  if (process.platform !== 'linux')
    throw new Error(
      `PostgreSQL 的用户无法进入 ${dataFolder}，请用 TAIZHANG_DATA 另选目录。 ` +
        `The user that PostgreSQL runs as cannot enter ${dataFolder}: set TAIZHANG_DATA to another folder.`,
    );
  // Inside a folder that only root can enter: we enter it on the server's behalf, and the server knows it as the
  // place where it stands. Nobody's permissions are widened.
  return { folder, binaries, runAs, dataArgument: '/proc/self/cwd' };
}

const exists = (path: string): Promise<boolean> => stat(path).then(Boolean, () => false);

/** Makes the cluster unless it is there. It gets its name only when it is whole, so an interrupted attempt leaves none. */
export async function ensureCluster(cluster: Cluster, password: string): Promise<{ readonly created: boolean }> {
  const { folder, binaries } = cluster;
  if (await exists(folder)) {
    await checkVersion(folder, binaries);
    return { created: false };
  }
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const { uid, gid } = cluster.runAs;
  if (uid !== undefined && gid !== undefined) await chown(draft, uid, gid);
  await initdb(cluster, draft, password);
  await rename(draft, folder);
  return { created: true };
}

async function checkVersion(folder: string, { version }: Binaries): Promise<void> {
  const found = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch((problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EACCES')
      throw new Error(`${folder} 不是 PostgreSQL 数据目录。 ${folder} is not a PostgreSQL data folder.`, {
        cause: problem,
      });
    throw new Error(
      `${folder} 属于另一个用户；请以创建它的用户（或 root）启动。 ${folder} belongs to another user: start as the user who made it, or as root.`,
      { cause: problem },
    );
  });
  if (found.trim() !== version.split('.')[0])
    throw new Error(
      `${folder} 由 PostgreSQL ${found.trim()} 创建，而本版本内置 ${version}。 ` +
        `${folder} was made by PostgreSQL ${found.trim()}; this version of the ledger brings ${version}.`,
    );
}

async function initdb(
  { binaries, runAs, dataArgument, folder }: Cluster,
  draft: string,
  password: string,
): Promise<void> {
  const temporary = (await canReach(tmpdir(), runAs)) ? tmpdir() : '/tmp';
  const papers = await mkdtemp(join(temporary, 'taizhang-'));
  const passwordFile = join(papers, 'password');
  try {
    await writeFile(passwordFile, password + '\n', { mode: 0o600 });
    if (runAs.uid !== undefined && runAs.gid !== undefined)
      for (const path of [papers, passwordFile]) await chown(path, runAs.uid, runAs.gid);
    await run(binaries.initdb, draft, runAs, [
      `--pgdata=${dataArgument === folder ? draft : dataArgument}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
    ]);
  } finally {
    await rm(papers, { recursive: true, force: true });
  }
}

function run(program: string, cwd: string, runAs: RunAs, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...runAs, cwd, env: serverEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('close', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`${program} ended with ${signal ?? code}: ${said.trim().slice(-2000)}`)),
    );
  });
}

/** What the server may know of our surroundings: nothing that could change how it behaves. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
  TMPDIR: process.env.TMPDIR,
});
