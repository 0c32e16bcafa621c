import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SERVE = `
  const { serve } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../../dist/libs/ledger/src/serve.js')).href)});
  await serve({ name: 'spec', modules: () => [] });
  console.log('listening');`;

let folder: string;
const children: ChildProcess[] = [];
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'taizhang-serve-'))));
afterEach(async () => {
  for (const child of children.splice(0)) await stopped(child);
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

function start(data: string, port: string): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SERVE], {
    env: { ...process.env, PORT: port, TAIZHANG_DATA: join(folder, data), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return { child, said: () => said };
}

const exitOf = async (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode ? child.exitCode : (await once(child, 'close'))[0];

async function stopped(child: ChildProcess): Promise<number | null> {
  child.kill('SIGTERM');
  return exitOf(child);
}

describe('a second ledger', () => {
  it('at the port of the first says so in two languages and ends with 2; the first goes on, and stops quietly', async () => {
    const first = start('first', '0');
    while (!first.said().includes('listening')) await once(first.child.stdout!, 'data');
    const { url } = JSON.parse(await readFile(join(folder, 'first/ledger.json'), 'utf8')) as { url: string };

    const second = start('second', new URL(url).port);
    expect(await exitOf(second.child)).toBe(2);
    expect(second.said()).toContain('端口已被占用，请用 PORT 指定别的端口');
    expect(second.said()).toContain('the port is taken; set PORT to another');
    expect(second.said()).not.toMatch(/^\s+at /m);

    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect(await stopped(first.child)).toBe(0);
    expect(first.said().trim()).toBe('listening');
  });
});
