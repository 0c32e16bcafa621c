import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { serverEnvironment, type Cluster } from './cluster.js';
import { serverSettings } from './settings.js';

type Log = { debug(message: string): void; warn(message: string): void; error(message: string): void };

/** A running server: one process that we started. */
export interface Postmaster {
  readonly pid: number;
  /** Resolves when it has ended, for whatever reason, with words for it. */
  readonly ended: Promise<string>;
  /** Asks for an orderly shutdown and waits; insists when it takes too long. */
  stop(): Promise<void>;
  /** Asks without waiting: all that can be done while our own process exits. */
  dismiss(): void;
}

const LEVEL = /^(DEBUG\d|LOG|INFO|NOTICE|WARNING|ERROR|FATAL|PANIC): {2}(.*)/;
const LOUD: Readonly<Record<string, 'warn' | 'error'>> = { WARNING: 'warn', FATAL: 'error', PANIC: 'error' };
const READY = 'database system is ready to accept connections';

/** Starts the server and resolves when it takes connections. Rejects with what it said when it ends before that. */
export function startPostmaster(cluster: Cluster, port: number, log: Log): Promise<Postmaster> {
  const settings = Object.entries(serverSettings(port)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A session of its own: Ctrl-C at the terminal is for us, who stop the server after the last request.
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.dataArgument, ...settings], {
    ...cluster.runAs,
    cwd: cluster.folder,
    env: serverEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const said: string[] = [];
  let dismissed = false;
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.once('error', (problem) => resolve(problem.message));
  });
  const postmaster: Postmaster = {
    pid: child.pid ?? -1,
    ended,
    async stop() {
      dismissed = true;
      for (const [signal, waitMs] of [
        ['SIGINT', 10_000],
        ['SIGQUIT', 5_000],
        ['SIGKILL', 5_000],
      ] as const) {
        child.kill(signal);
        const over = new AbortController();
        const stopped = await Promise.race([
          ended.then(() => true),
          pause(waitMs, false, { signal: over.signal }).catch(() => false),
        ]);
        over.abort();
        if (stopped) return;
      }
    },
    dismiss: () => void child.kill('SIGINT'),
  };
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const [, level = '', text = line] = LEVEL.exec(line) ?? [];
      // A server that was told to stop calls each connection that it ends fatal.
      log[dismissed && level === 'FATAL' ? 'debug' : (LOUD[level] ?? 'debug')](text);
      said.push(line);
      if (said.length > 20) said.shift();
      if (line.includes(READY)) resolve(postmaster);
    });
    void ended.then((how) => reject(new Error(`PostgreSQL ended (${how}): ${said.join(' / ')}`)));
  });
}
