import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { DataFolderInUse } from './folder-lock.js';
import { openBundledPostgres, type BundledPostgres, type BundledPostgresOptions } from './open.js';
import { isServerOf, pidFile } from './orphan.js';

const folders: string[] = [];
const opened: BundledPostgres[] = [];
const children: ChildProcess[] = [];

const freshFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'taizhang ledger '));
  folders.push(folder);
  await chmod(folder, 0o755);
  return join(folder, 'data');
};

const open = async (options: BundledPostgresOptions): Promise<BundledPostgres> => {
  const database = await openBundledPostgres(options);
  opened.push(database);
  return database;
};

async function query(url: string, sql: string): Promise<any[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function until(holds: () => Promise<boolean> | boolean, withinMs = 30_000): Promise<void> {
  for (const end = Date.now() + withinMs; !(await holds()); await pause(20))
    if (Date.now() > end) throw new Error('it did not come about in time');
}

/** A ledger of its own process, which can be killed. */
async function ledgerProcess(dataFolder: string): Promise<{ child: ChildProcess; ownerUrl: string; pid: number }> {
  const built = pathToFileURL(
    join(import.meta.dirname, '../../../../dist/libs/runtime/src/bundled-postgres/open.js'),
  ).href;
  const script = `
    const { openBundledPostgres } = await import(${JSON.stringify(built)});
    const { ownerUrl, pid } = await openBundledPostgres({ dataFolder: ${JSON.stringify(dataFolder)} });
    process.on('SIGTERM', () => process.exit());
    console.log(JSON.stringify({ ownerUrl, pid }));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = await once(createInterface({ input: child.stdout! }), 'line');
  return { child, ...JSON.parse(line) };
}

afterEach(async () => {
  for (const child of children.splice(0)) {
    const ended = child.exitCode !== null || child.signalCode !== null ? undefined : once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  for (const database of opened.splice(0)) await database.stop();
  // A server that was told to stop a moment ago may still be tidying its folder.
  for (const folder of folders.splice(0))
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

describe('the bundled PostgreSQL', () => {
  it('is made at first, keeps what it was given, and is durable, local and checked', async () => {
    const dataFolder = await freshFolder();
    const first = await open({ dataFolder });
    await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const [settings] = await query(
      first.ownerUrl,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('data_checksums') AS checksums,
              current_setting('listen_addresses') AS listens, current_setting('unix_socket_directories') AS sockets,
              current_setting('server_encoding') AS encoding, current_setting('password_encryption') AS passwords`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      commit: 'on',
      checksums: 'on',
      listens: '127.0.0.1',
      sockets: '',
      encoding: 'UTF8',
      passwords: 'scram-sha-256',
    });
    const pid = first.pid!;
    await first.stop();
    expect(first.state.current).toBe('stopped');
    expect(await isServerOf(pid, join(dataFolder, 'postgres'))).toBe(false);

    const again = await open({ dataFolder });
    expect(await query(again.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect(again.servicePassword).toBe(first.servicePassword);
    expect((await stat(join(dataFolder, 'secrets/postgres-owner'))).mode & 0o777).toBe(0o600);
  });

  it('is no error in the log when it is stopped under somebody’s connection', async () => {
    const said: { level: string; message: string }[] = [];
    const say = (level: string) => (_: object, message: string) => void said.push({ level, message });
    const log = { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
    const database = await open({ dataFolder: await freshFolder(), log });
    const client = new pg.Client({ connectionString: database.ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    await database.stop();
    const farewell = 'terminating connection due to administrator command';
    expect(said).toContainEqual({ level: 'debug', message: farewell });
    expect(said.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('lets nobody in without the password', async () => {
    const { ownerUrl } = await open({ dataFolder: await freshFolder() });
    const url = new URL(ownerUrl);
    url.password = 'guessed';
    await expect(query(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('is not opened twice over one folder', async () => {
    const dataFolder = await freshFolder();
    const { child } = await ledgerProcess(dataFolder);
    await expect(openBundledPostgres({ dataFolder })).rejects.toThrow(DataFolderInUse);
    await expect(openBundledPostgres({ dataFolder })).rejects.toThrow(`process ${child.pid}`);
  });

  it('is stopped and started anew when its ledger was killed, with everything acknowledged and no process left', async () => {
    const dataFolder = await freshFolder();
    const { child, ownerUrl, pid } = await ledgerProcess(dataFolder);
    await query(ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await isServerOf(pid, join(dataFolder, 'postgres'))).toBe(true);

    const next = await open({ dataFolder });
    expect(next.pid).not.toBe(pid);
    expect(await isServerOf(pid, join(dataFolder, 'postgres'))).toBe(false);
    expect(await query(next.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('is started again when it dies, at the same address', async () => {
    const database = await open({ dataFolder: await freshFolder() });
    await query(database.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const seen: string[] = [];
    database.state.watch((state) => seen.push(state));
    process.kill(database.pid!, 'SIGKILL');
    await until(() => seen.includes('ready'));
    expect(seen).toEqual(['down', 'ready']);
    expect(await query(database.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('leaves a process alone that only got the number of a server long gone', async () => {
    const dataFolder = await freshFolder();
    const first = await open({ dataFolder });
    const stale = await readFile(join(dataFolder, 'postgres/postmaster.pid'), 'utf8');
    await first.stop();
    const stranger = spawn('sleep', ['60']);
    children.push(stranger);
    const path = join(dataFolder, 'postgres/postmaster.pid');
    await writeFile(path, stale.replace(/^\d+/, String(stranger.pid)));
    const { uid, gid } = await stat(join(dataFolder, 'postgres'));
    await chown(path, uid, gid);
    await open({ dataFolder });
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
  });

  it('runs in a folder that only its owner may enter, and widens nobody’s permissions', async () => {
    const hidden = await mkdtemp(join(tmpdir(), 'taizhang-hidden-'));
    folders.push(hidden);
    await mkdir(join(hidden, 'deeper'), { mode: 0o700 });
    const dataFolder = join(hidden, 'deeper/data');
    const database = await open({ dataFolder });
    expect(await query(database.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect((await stat(hidden)).mode & 0o777).toBe(0o700);
    expect((await pidFile(join(dataFolder, 'postgres')))?.port).toBe(database.port);
  });

  it('says when the room on the data disk is short, and when it is back', async () => {
    let freeMb = 5000;
    const { space } = await open({
      dataFolder: await freshFolder(),
      lowSpaceWatermarkMb: 1000,
      spaceIntervalMs: 5,
      measureSpace: async () => freeMb,
    });
    expect(space.current.low).toBe(false);
    freeMb = 999;
    await until(() => space.current.low);
    freeMb = 1050;
    await until(() => space.current.freeMb === 1050);
    expect(space.current.low).toBe(true);
    freeMb = 1101;
    await until(() => !space.current.low);
  });
});
