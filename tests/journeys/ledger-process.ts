import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { embeddedIssuer } from '#identity';

const TOKEN_S = 3_600;
const root = join(import.meta.dirname, '../..');

/** How a ledger runs: everything in one process, or each service in a process of its own behind one front door. */
export type Layout = 'one process' | 'a process for each service';
export const layouts = ['one process', 'a process for each service'] as const;

const programs: Readonly<Record<Layout, string>> = {
  'one process': 'dist/apps/standalone/src/main.js',
  'a process for each service': 'dist/apps/launcher/src/main.js',
};

/** A service in a process of its own. */
export interface ServiceProcess {
  readonly name: string;
  /** Absent while it does not listen. */
  readonly url?: string;
  readonly pid?: number;
}

/** A ledger as its users meet it: behind HTTP, on the bundled PostgreSQL. */
export interface LedgerProcess {
  readonly url: string;
  readonly data: string;
  readonly pid: number;
  /** The services behind the front door; none where one process is all of them. */
  services(): Promise<readonly ServiceProcess[]>;
  /** What all of its processes but PostgreSQL hold in memory, in MiB. */
  residentMb(): Promise<number>;
  /** What it wrote to both outputs so far. */
  output(): string;
  /** Waits until it has said something. */
  says(words: string | RegExp, patienceMs?: number): Promise<void>;
  /** A bearer token of the ledger's own issuer. */
  token(...roles: readonly string[]): Promise<string>;
  fetch(path: string, init?: RequestInit & { token?: string }): Promise<Response>;
  post(path: string, body: unknown, options: { token: string; headers?: Record<string, string> }): Promise<Answer>;
  get(path: string, token?: string): Promise<Answer>;
  /** As a power cut does to the process: no warning. */
  kill(): Promise<void>;
  /** In order, as an operator does. Answers with the exit code. */
  stop(): Promise<number | null>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
}

interface StartOptions {
  readonly layout?: Layout;
  /** Data folder of an earlier start; a new one otherwise. */
  readonly data?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly patienceMs?: number;
  /** Not to wait until the plan year is posted. */
  readonly atOnce?: boolean;
}

/** Starts a ledger on a free port and waits until it says that it is ready. */
export async function startLedger(options: StartOptions = {}): Promise<LedgerProcess> {
  const { layout = 'one process', args = ['--empty'], patienceMs = 60_000, atOnce = false } = options;
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'taizhang-')));
  const child = spawn(process.execPath, [join(root, programs[layout]), ...args], {
    cwd: root,
    env: { ...process.env, PORT: '0', TAIZHANG_DATA: data, LOG_LEVEL: 'warn', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = await listening(child, data, patienceMs, () => output, atOnce);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const tokens = new Map<string, Promise<string>>();

  const ledger: LedgerProcess = {
    url,
    data,
    pid: child.pid!,
    services: async () => {
      if (layout === 'one process') return [];
      return JSON.parse(await readFile(join(data, 'services.json'), 'utf8')) as ServiceProcess[];
    },
    residentMb: async () => {
      const pids = [child.pid!, ...(await ledger.services()).flatMap(({ pid }) => pid ?? [])];
      const statuses = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/status`, 'utf8')));
      return statuses.reduce((sum, status) => sum + Number(/^VmRSS:\s+(\d+)/m.exec(status)![1]) / 1024, 0);
    },
    output: () => output,
    says: async (words, patienceMs) => {
      const said = async () => {
        if (output.search(words) >= 0) return true;
        if (child.exitCode !== null || child.signalCode) throw new Error(`the ledger ended:\n${output}`);
        return undefined;
      };
      await eventually(said, `the ledger saying ${String(words)}`, patienceMs);
    },
    token: (...roles) => {
      const key = roles.join(' ');
      if (!tokens.has(key)) tokens.set(key, mint(data, roles));
      return tokens.get(key)!;
    },
    fetch: (path, { token, headers, ...init } = {}) =>
      fetch(`${url}${path}`, {
        ...init,
        headers: { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) },
      }),
    post: async (path, body, { token, headers }) =>
      answer(
        await ledger.fetch(path, {
          method: 'POST',
          token,
          headers: { 'content-type': 'application/json', ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
    get: async (path, token) => answer(await ledger.fetch(path, token ? { token } : {})),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
  return ledger;
}

/** Lets go of the folder of a ledger that has stopped. */
export const forget = (data: string): Promise<void> =>
  rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

/** Processes of a ledger: PostgreSQL and its children live in the data folder, the services are told where it is. */
export async function processesIn(data: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const belongs = await Promise.all(
    pids.map(async (pid) => {
      const home = await readlink(`/proc/${pid}/cwd`).catch(() => '');
      const told = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      return home.startsWith(data) || told.split('\0').includes(`TAIZHANG_DATA=${data}`);
    }),
  );
  return pids.filter((_, at) => belongs[at]).map(Number);
}

/** Waits until nothing lives in a data folder any more. */
export const deserted = (data: string): Promise<true> =>
  eventually(async () => ((await processesIn(data)).length === 0 ? true : undefined), `nobody living in ${data}`);

/** Ends a ledger whatever state a spec left it in, and lets go of its folder. */
export async function clear(ledger: LedgerProcess | undefined): Promise<void> {
  if (!ledger) return;
  await ledger.stop();
  for (const pid of await processesIn(ledger.data)) process.kill(pid, 'SIGKILL');
  await deserted(ledger.data);
  await forget(ledger.data);
}

/** Waits until a condition holds. Fails with the last thing that was said when it does not in time. */
export async function eventually<T>(look: () => Promise<T | undefined>, what: string, patienceMs = 20_000): Promise<T> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > until) throw new Error(`${what} did not come true in ${patienceMs} ms`);
    await pause(50);
  }
}

async function answer(response: Response): Promise<Answer> {
  const text = await response.text();
  const json =
    /json/.test(response.headers.get('content-type') ?? '') && !/ndjson/.test(response.headers.get('content-type')!);
  return { status: response.status, headers: response.headers, body: json && text ? JSON.parse(text) : text };
}

async function listening(
  child: ChildProcess,
  data: string,
  patienceMs: number,
  output: () => string,
  atOnce: boolean,
): Promise<string> {
  const ready = async () => {
    if (child.exitCode !== null || child.signalCode)
      throw new Error(`the ledger ended before it was ready:\n${output()}`);
    // The plan year is posted through the open door: the last word comes when it is in.
    if (!atOnce && !output().includes('Taizhang is ready')) return undefined;
    const said = await readFile(join(data, 'ledger.json'), 'utf8').catch(() => undefined);
    if (!said) return undefined;
    const { pid, url } = JSON.parse(said) as { pid: number; url: string };
    if (pid !== child.pid) return undefined;
    const response = await fetch(`${url}/health/ready`).catch(() => undefined);
    return response?.ok ? url : undefined;
  };
  try {
    return await eventually(ready, 'the ledger being ready', patienceMs);
  } catch (problem) {
    child.kill('SIGKILL');
    // One of them may end by itself meanwhile: what went wrong first is to be told.
    for (const pid of await processesIn(data)) if (existsSync(`/proc/${pid}`)) process.kill(pid, 'SIGKILL');
    throw new Error(`${(problem as Error).message}\n${output()}`, { cause: problem });
  }
}

async function mint(data: string, roles: readonly string[]): Promise<string> {
  const issuer = await embeddedIssuer(data);
  return issuer.mint({ subject: 'journey', client: 'journey', roles, ttlSeconds: TOKEN_S });
}
