import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

type Log = { info(fields: object, message: string): void; warn(fields: object, message: string): void };

/** The server that `postmaster.pid` tells of. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
}

/** Reads `postmaster.pid`; nothing when there is none or it is not whole. */
export async function pidFile(folder: string): Promise<PidFile | undefined> {
  const lines = await readFile(join(folder, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(pid) && pid > 0 ? { pid, port } : undefined;
}

/** Whether a process is a PostgreSQL server over this folder, and not a stranger who got its number since. */
export async function isServerOf(pid: number, folder: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const [cwd, exe] = await Promise.all([readlink(`/proc/${pid}/cwd`), readlink(`/proc/${pid}/exe`)]).catch(() => [
      '',
      '',
    ]);
    return cwd === (await realpath(folder)) && basename(exe!.replace(/ \(deleted\)$/, '')) === 'postgres';
  }
  const { stdout } = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({
    stdout: '',
  }));
  return stdout.includes('postgres') && stdout.includes(folder);
}

/**
 * Stops the server that a killed ledger left behind, by its own orderly shutdown where it still can, and clears a
 * `postmaster.pid` that names no such server. MUST be called by the holder of the folder's lock only.
 */
export async function stopOrphan(folder: string, log: Log): Promise<void> {
  const left = await pidFile(folder);
  if (!left) return;
  const { pid } = left;
  if (await isServerOf(pid, folder)) {
    log.info({ pid }, 'a PostgreSQL server was left behind: stopping it');
    for (const [signal, waitMs] of [
      ['SIGINT', 10_000],
      ['SIGQUIT', 5_000],
      ['SIGKILL', 5_000],
    ] as const) {
      try {
        process.kill(pid, signal);
      } catch (problem) {
        if ((problem as NodeJS.ErrnoException).code === 'EPERM') throw notOurs(folder, pid, problem);
      }
      if (await gone(pid, folder, waitMs)) break;
      log.warn({ pid, signal }, 'the PostgreSQL server left behind did not stop');
    }
  }
  if (await isServerOf(pid, folder)) throw notOurs(folder, pid);
  // It named a process that is no server of this folder, perhaps one that got the number since.
  if ((await pidFile(folder))?.pid === pid) await rm(join(folder, 'postmaster.pid'), { force: true });
}

/** Others who were its clients may still be finishing what they had begun. */
const LAST_CLIENTS_MS = 10_000;

/**
 * The server over a data folder whose ledger is gone, for those who were its clients: dismissed, it ends once the last
 * of them has left, and after ten seconds whoever is left. A server that has taken its place since is let alone.
 */
export async function serverLeftBehind(dataFolder: string): Promise<{ dismiss(): Promise<void> } | undefined> {
  const folder = join(dataFolder, 'postgres');
  const { pid } = (await pidFile(folder)) ?? {};
  if (pid === undefined || !(await isServerOf(pid, folder))) return undefined;
  return {
    async dismiss() {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        if (!(await isServerOf(pid, folder))) return;
        try {
          process.kill(pid, signal);
        } catch (problem) {
          // It ended while we looked.
          if ((problem as NodeJS.ErrnoException).code === 'ESRCH') return;
          throw problem;
        }
        if (await gone(pid, folder, LAST_CLIENTS_MS)) return;
      }
    },
  };
}

async function gone(pid: number, folder: string, waitMs: number): Promise<boolean> {
  for (const until = Date.now() + waitMs; Date.now() < until; await pause(20))
    if (!(await isServerOf(pid, folder))) return true;
  return false;
}

const notOurs = (folder: string, pid: number, cause?: unknown) =>
  new Error(
    `${folder} 由进程 ${pid} 的 PostgreSQL 占用，且无法停止它。 ${folder} is held by a PostgreSQL server (process ${pid}) that we cannot stop.`,
    { cause },
  );
