import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { isServerOf, pidFile } from './bundled-postgres/orphan.js';

const built = (file: string): string =>
  JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../../dist/libs/runtime/src', file)).href);

/** A service on the bundled PostgreSQL, as an app's main would start it. */
const SERVICE = (dataFolder: string): string => `
  const { readConfiguration } = await import(${built('configuration/configuration.js')});
  const { openLog } = await import(${built('log.js')});
  const { openBundledPostgres } = await import(${built('bundled-postgres/open.js')});
  const { open } = await import(${built('http/open.js')});
  const { exitInOrder } = await import(${built('exit.js')});
  const { configuration } = readConfiguration({ PORT: '0', TAIZHANG_DATA: ${JSON.stringify(dataFolder)} });
  const log = openLog({ pretty: false });
  const postgres = await openBundledPostgres({ dataFolder: configuration.dataFolder, log });
  class App {}
  const service = await open({ module: App }, { configuration, log, postgres, api: false, beforeListening: (app) => {
    app.getHttpAdapter().getInstance().get('/slow', async () => { console.log('{"slow":true}'); await new Promise((done) => setTimeout(done, 400)); return { ok: true }; });
    app.getHttpAdapter().getInstance().get('/crash', () => { setImmediate(() => { throw new Error('impossible'); }); return { ok: true }; });
  } });
  exitInOrder({ log, stop: () => service.close(), letGo: () => postgres.stop() });
  console.log(JSON.stringify({ url: service.url, postgres: postgres.pid }));`;

let dataFolder: string;
let child: ChildProcess;
let url: string;
let postgres: number;
/** Slow requests that the service has in hand, or had. */
let arrived: number;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'taizhang-service-'));
  child = spawn(process.execPath, ['--input-type=module', '-e', SERVICE(dataFolder)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  arrived = 0;
  const begun = Promise.withResolvers<{ url: string; postgres: number }>();
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const said = JSON.parse(line);
    if (said.url) begun.resolve(said);
    if (said.slow) arrived += 1;
  });
  ({ url, postgres } = await begun.promise);
});

afterEach(async () => {
  child.kill('SIGKILL');
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

const ended = async (): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null ? child.exitCode : (await once(child, 'exit'))[0];
const postgresRuns = () => isServerOf(postgres, join(dataFolder, 'postgres'));

describe('a service on the bundled PostgreSQL', () => {
  it('answers what is in flight when told to stop, then exits with 0 and leaves no server', async () => {
    const slow = Array.from({ length: 20 }, () => fetch(`${url}/slow`).then(({ status }) => status));
    while (arrived < slow.length) await pause(10);
    child.kill('SIGTERM');
    expect(await Promise.all(slow)).toEqual(Array(20).fill(200));
    expect(await ended()).toBe(0);
    expect(await postgresRuns()).toBe(false);
  });

  it('takes its server with it when it crashes: 1', async () => {
    expect(await postgresRuns()).toBe(true);
    await fetch(`${url}/crash`).catch(() => undefined);
    expect(await ended()).toBe(1);
    expect(await postgresRuns()).toBe(false);
  });

  it('has a new server and is ready again by itself within 30 s of its server’s death', async () => {
    process.kill(postgres, 'SIGKILL');
    const cluster = join(dataFolder, 'postgres');
    const begun = performance.now();
    const renewed = async () => {
      const pid = (await pidFile(cluster))?.pid;
      return pid !== undefined && pid !== postgres && (await fetch(`${url}/health/ready`)).status === 200;
    };
    while (!(await renewed()) && performance.now() - begun < 30_000) await pause(20);
    expect(await renewed()).toBe(true);
    child.kill('SIGTERM');
    expect(await ended()).toBe(0);
    expect(await pidFile(cluster)).toBeUndefined();
  });
});
