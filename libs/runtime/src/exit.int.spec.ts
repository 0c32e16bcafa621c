import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const built = (file: string): string =>
  JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../../dist/libs/runtime/src', file)).href);
const children: ChildProcess[] = [];

/** A process that ends as ours do, and says when it stands. */
async function standing(script: string): Promise<{ child: ChildProcess; said: () => string }> {
  const code = `
    const { exitInOrder } = await import(${built('exit.js')});
    const { openLog } = await import(${built('log.js')});
    const log = openLog({ pretty: false });
    setInterval(() => undefined, 1000);
    ${script}
    console.log('standing');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  let text = '';
  child.stdout!.on('data', (chunk) => (text += chunk));
  while (!text.includes('standing')) await once(child.stdout!, 'data');
  return { child, said: () => text };
}

const exitOf = async (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null ? child.exitCode : (await once(child, 'exit'))[0];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

describe('the end of a process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('is orderly when asked by %s: 0', async (signal) => {
    const { child, said } = await standing(`exitInOrder({ log, stop: async () => log.info('stopped') });`);
    child.kill(signal);
    expect(await exitOf(child)).toBe(0);
    expect(said()).toContain('"msg":"stopped"');
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('is forced by a second %s: %d', async (signal, code) => {
    const { child, said } = await standing(
      `exitInOrder({ log, stop: () => (console.log('stopping'), new Promise(() => undefined)) });`,
    );
    child.kill(signal);
    while (!said().includes('stopping')) await once(child.stdout!, 'data');
    child.kill(signal);
    expect(await exitOf(child)).toBe(code);
  });

  it('comes all the same when the order takes too long: 5', async () => {
    const { child, said } = await standing(
      `exitInOrder({ log, stop: () => new Promise(() => undefined), limitMs: 50 });`,
    );
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(5);
    expect(said()).toContain('took too long');
  });

  it.each([
    ['nobody caught', `setTimeout(() => { throw new Error('impossible'); }, 10);`],
    ['nobody waited for', `setTimeout(() => void Promise.reject(new Error('impossible')), 10);`],
  ])('is told with its cause when it is an error that %s, after the database was let go: 1', async (_, error) => {
    const { child, said } = await standing(
      `exitInOrder({ log, stop: async () => undefined, letGo: async () => log.info('database stopped') }); ${error}`,
    );
    expect(await exitOf(child)).toBe(1);
    expect(said()).toContain('impossible');
    expect(said()).toContain('database stopped');
  });
});
