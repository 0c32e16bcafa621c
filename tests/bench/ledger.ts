import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');

/** A ledger under measurement: the same process that `npm start` runs, in a folder of its own. */
export interface MeasuredLedger {
  readonly url: string;
  readonly data: string;
  readonly pid: number;
  /** Milliseconds from start to ready. */
  readonly readyMs: number;
  token(...roles: readonly string[]): Promise<string>;
  /** Resident memory of the ledger's process in MB, without the database's. */
  residentMb(): Promise<number>;
  /** Stops in order; the folder stays. */
  stop(): Promise<void>;
}

/** Starts the standalone ledger, empty unless told otherwise, or one of its services alone. */
export async function startLedger(
  options: {
    readonly app?: 'standalone' | 'projection';
    readonly data?: string;
    readonly args?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly patienceMs?: number;
  } = {},
): Promise<MeasuredLedger> {
  const { app = 'standalone' } = options;
  const isStandalone = app === 'standalone';
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'taizhang-bench-')));
  const since = performance.now();
  const child = spawn(
    process.execPath,
    [join(root, `dist/apps/${app}/src/main.js`), ...(options.args ?? (isStandalone ? ['--empty'] : []))],
    {
      cwd: root,
      env: { ...process.env, PORT: '0', TAIZHANG_DATA: data, LOG_LEVEL: 'warn', ...options.env },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = await ready(child.pid!, data, options.patienceMs ?? 60_000, () => {
    if (child.exitCode !== null) throw new Error(`the ledger ended before it was ready:\n${said}`);
    return !isStandalone || said.includes('Taizhang is ready');
  });
  const readyMs = performance.now() - since;
  return {
    url,
    data,
    pid: child.pid!,
    readyMs,
    token: (...roles) => mint(data, roles),
    residentMb: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export const forget = (data: string): Promise<void> => rm(data, { recursive: true, force: true });

/** Ready is when the plan year is in, where it was asked for: the last word of the start says so. */
async function ready(pid: number, data: string, patienceMs: number, saidSo: () => boolean): Promise<string> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const said = await readFile(join(data, 'ledger.json'), 'utf8').catch(() => undefined);
    const ledger = said ? (JSON.parse(said) as { pid: number; url: string }) : undefined;
    if (saidSo() && ledger?.pid === pid) {
      const response = await fetch(`${ledger.url}/health/ready`).catch(() => undefined);
      if (response?.ok) return ledger.url;
    }
    await pause(10);
  }
  throw new Error('the ledger was not ready in time');
}

async function mint(data: string, roles: readonly string[]): Promise<string> {
  const args = ['token', '--client', 'bench', ...roles.flatMap((role) => ['--role', role])];
  const child = spawn(process.execPath, [join(root, 'dist/apps/cli/src/main.js'), ...args], {
    env: { ...process.env, TAIZHANG_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks = await Array.fromAsync(child.stdout);
  return Buffer.concat(chunks as Buffer[])
    .toString()
    .trim();
}
