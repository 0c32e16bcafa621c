import { mkdir, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { watched, type Watched } from '../watched.js';
import { bundledBinaries } from './binaries.js';
import { ensureCluster, OWNER, reach, type Cluster } from './cluster.js';
import { lockFolder } from './folder-lock.js';
import { freePort } from './free-port.js';
import { pidFile, stopOrphan } from './orphan.js';
import { startPostmaster, type Postmaster } from './postmaster.js';
import { runAs } from './run-as.js';
import { keptSecret } from './secrets.js';
import { watchSpace, type Space } from './space.js';

export type DatabaseState = 'starting' | 'ready' | 'down' | 'stopped';

/** What the supervisor writes its log with; a pino logger will do. */
export interface SupervisorLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface BundledPostgresOptions {
  /** Made when it does not exist. */
  readonly dataFolder: string;
  readonly log?: SupervisorLog;
  /** Writes are refused below this much room on the data disk, in MB. Default 1024. */
  readonly lowSpaceWatermarkMb?: number;
  readonly spaceIntervalMs?: number;
  /** Free room in MB; a spec's own answer instead of the disk's. */
  readonly measureSpace?: (folder: string) => Promise<number>;
}

/** PostgreSQL in the data folder, kept running until it is stopped. */
export interface BundledPostgres {
  /** Of the database `taizhang`, for migrations only. */
  readonly ownerUrl: string;
  /** Of the same database for the role that the store's migration creates. */
  readonly serviceUrl: string;
  readonly serviceRole: string;
  readonly servicePassword: string;
  readonly port: number;
  /** Process of the server; undefined while it is down. */
  readonly pid: number | undefined;
  readonly state: Watched<DatabaseState>;
  readonly space: Watched<Space>;
  /** Stops the server in order and lets go of the folder. Calling it again is harmless. */
  stop(): Promise<void>;
}

export const DATABASE = 'taizhang';
export const SERVICE_ROLE = 'taizhang_service';
const PATIENCE_MS = 30_000;
const LONGEST_PAUSE_MS = 5_000;
const silent: SupervisorLog = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Opens the bundled PostgreSQL over a data folder: makes it at first, stops a server that a killed ledger left behind,
 * starts, and starts again whenever it dies. Throws `DataFolderInUse` when another ledger has the folder.
 */
export async function openBundledPostgres(options: BundledPostgresOptions): Promise<BundledPostgres> {
  const { log = silent } = options;
  await mkdir(options.dataFolder, { recursive: true, mode: 0o755 });
  const dataFolder = await realpath(resolve(options.dataFolder));
  const lock = await lockFolder(dataFolder);
  try {
    const user = await runAs(`${dataFolder}/postgres`);
    const cluster = await reach(dataFolder, await bundledBinaries(), user);
    const ownerPassword = await keptSecret(dataFolder, 'postgres-owner');
    const servicePassword = await keptSecret(dataFolder, 'postgres-service');
    const { created } = await ensureCluster(cluster, ownerPassword);
    if (created) log.info({ folder: cluster.folder }, 'a new PostgreSQL cluster was made');
    await stopOrphan(cluster.folder, log);
    const watch = await watchSpace({
      folder: dataFolder,
      watermarkMb: options.lowSpaceWatermarkMb ?? 1024,
      intervalMs: options.spaceIntervalMs,
      measure: options.measureSpace,
      log,
    });
    const server = await supervise(cluster, log).catch((problem: unknown) => {
      watch.stop();
      throw problem;
    });
    const url = (role: string, password: string, database = DATABASE) =>
      `postgres://${role}:${password}@127.0.0.1:${server.port}/${database}`;
    const letGo = async () => {
      watch.stop();
      await server.stop();
      await lock.release();
    };
    await ensureDatabase(url(OWNER, ownerPassword, 'postgres')).catch(async (problem: unknown) => {
      await letGo();
      throw problem;
    });
    let stopping: Promise<void> | undefined;
    return {
      ownerUrl: url(OWNER, ownerPassword),
      serviceUrl: url(SERVICE_ROLE, servicePassword),
      serviceRole: SERVICE_ROLE,
      servicePassword,
      port: server.port,
      get pid() {
        return server.pid();
      },
      state: server.state,
      space: watch.space,
      stop: () => (stopping ??= letGo()),
    };
  } catch (problem) {
    await lock.release();
    throw problem;
  }
}

/** URL for the owner of a ledger that runs in another process; undefined when none does. */
export async function runningOwnerUrl(dataFolder: string): Promise<string | undefined> {
  const running = await pidFile(resolve(dataFolder, 'postgres'));
  if (!running) return undefined;
  const password = await keptSecret(dataFolder, 'postgres-owner');
  return `postgres://${OWNER}:${password}@127.0.0.1:${running.port}/${DATABASE}`;
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Keeps one server running over the cluster until told to stop. Resolves when it first takes connections. */
async function supervise(cluster: Cluster, log: SupervisorLog) {
  const state = watched<DatabaseState>('starting');
  const serverLog = {
    debug: (message: string) => log.debug({ from: 'postgres' }, message),
    warn: (message: string) => log.warn({ from: 'postgres' }, message),
    error: (message: string) => log.error({ from: 'postgres' }, message),
  };
  const stopping = new AbortController();
  let port = await freePort();
  let server: Postmaster | undefined;
  let reviving: Promise<void> | undefined;

  const start = async (): Promise<void> => {
    server = await startPostmaster(cluster, port, serverLog);
    state.set('ready');
    void server.ended.then((how) => {
      server = undefined;
      if (stopping.signal.aborted) return;
      log.error({ how }, 'PostgreSQL died: starting it again');
      state.set('down');
      reviving = revive();
    });
  };

  const revive = async (): Promise<void> => {
    for (let pauseMs = 100; !stopping.signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        await stopOrphan(cluster.folder, log);
        await start();
        return;
      } catch (problem) {
        log.warn({ problem: String(problem), retryInMs: pauseMs }, 'PostgreSQL did not start');
        await pause(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };

  for (const until = Date.now() + PATIENCE_MS; ;) {
    try {
      await start();
      break;
    } catch (problem) {
      const said = String(problem);
      // A lock file or memory block of a server just killed stays for a moment; another's port does not come free.
      const passing = /already exists|still in use|could not bind|address already in use/i.test(said);
      if (!passing || Date.now() > until) throw problem;
      log.warn({ problem: said }, 'PostgreSQL did not start: trying again');
      await pause(250);
      if (/bind|address/i.test(said)) port = await freePort();
      await stopOrphan(cluster.folder, log);
    }
  }
  const dismiss = () => server?.dismiss();
  process.once('exit', dismiss);
  return {
    get port() {
      return port;
    },
    pid: () => server?.pid,
    state,
    async stop() {
      stopping.abort();
      await reviving;
      await server?.stop();
      state.set('stopped');
      process.removeListener('exit', dismiss);
    },
  };
}
