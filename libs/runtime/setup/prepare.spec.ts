import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// @ts-expect-error plain JavaScript, run before TypeScript is installed
import { buildState, markBuilt, needsBuild, outputsMissing, sources } from './build-state.mjs';
// @ts-expect-error plain JavaScript
import { completed, entryFor, missingFrom } from './complete-lockfile.mjs';
// @ts-expect-error plain JavaScript
import { installStamp, sameInstall } from './install-state.mjs';
// @ts-expect-error plain JavaScript
import { nodeOutside, npmCommand, tooOld } from './machine.mjs';

const roots: string[] = [];
const house = (files: Record<string, string>): string => {
  const root = mkdtempSync(join(tmpdir(), 'taizhang house '));
  roots.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
};
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

describe('the machine’s Node', () => {
  it.each([
    ['18.20.4', true],
    ['19.9.0', true],
    ['20.0.0', false],
    ['24.21.0', false],
  ])('%s is too old: %s', (version, old) => expect(tooOld(version) !== undefined).toBe(old));

  it('is looked for outside node_modules, which an install empties', () => {
    const canRun = () => true;
    const inside = '/house/node_modules/node/bin/node';
    expect(nodeOutside('/house', { PATH: '/house/node_modules/.bin:/usr/bin', execPath: inside, canRun })).toBe(
      '/usr/bin/node',
    );
    expect(nodeOutside('/house', { PATH: '/house/node_modules/.bin', execPath: inside, canRun })).toBe(inside);
    expect(nodeOutside('/house', { PATH: '', execPath: '/opt/node', canRun })).toBe('/opt/node');
  });

  it('runs the npm that runs us, else the one on the path', () => {
    expect(npmCommand({ npm_execpath: '/lib/npm/bin/npm-cli.js', PATH: '' }, '/house')[1]).toBe(
      '/lib/npm/bin/npm-cli.js',
    );
    expect(npmCommand({ npm_execpath: '/lib/yarn.js' }, '/house')).toHaveLength(1);
    expect(npmCommand({}, '/house')).toHaveLength(1);
  });
});

describe('an install', () => {
  const packages = {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'x' },
    'node_modules/b-win32': { version: '1.0.0', optional: true },
  };
  const record = (there: object) => ({ packages: there });

  it('is fresh when every package is there in its version', () => {
    expect(sameInstall({ packages }, record({ 'node_modules/a': { version: '1.0.0', integrity: 'x' } }))).toBe(true);
  });

  it('is stale when a package is missing, other, or too many', () => {
    expect(sameInstall({ packages }, record({}))).toBe(false);
    expect(sameInstall({ packages }, record({ 'node_modules/a': { version: '1.0.1', integrity: 'x' } }))).toBe(false);
    expect(sameInstall({ packages }, record({ 'node_modules/a': { version: '1.0.0', integrity: 'y' } }))).toBe(false);
    expect(sameInstall({ packages }, record({ ...packages, 'node_modules/c': { version: '1.0.0' } }))).toBe(false);
  });

  it('is another on another kind of machine', () => {
    expect(installStamp('{}', { platform: 'linux', arch: 'x64' })).not.toBe(
      installStamp('{}', { platform: 'linux', arch: 'arm64' }),
    );
  });
});

describe('the lockfile', () => {
  it('leaves out no platform’s package, so that npm ci can follow it anywhere', () => {
    const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package-lock.json'), 'utf8'));
    // When this fails: node libs/runtime/setup/complete-lockfile.mjs
    expect(missingFrom(lock)).toEqual([]);
  });

  it('is completed with what the missing package’s name says', () => {
    const lock = {
      packages: { 'node_modules/a': { dev: true, optionalDependencies: { '@a/a-linux-x64-musl': '^1.2.3' } } },
    };
    expect(completed(lock).packages['node_modules/@a/a-linux-x64-musl']).toEqual({
      version: '1.2.3',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    });
    expect(missingFrom(completed(lock))).toEqual([]);
    expect(() => entryFor({ name: 'fsevents', version: '1.0.0' })).toThrow('by hand');
  });
});

describe('a build', () => {
  const built = () => {
    const root = house({
      'libs/a/src/a.ts': 'a',
      'libs/a/src/a.spec.ts': 's',
      'apps/b/main.ts': 'b',
      'dist/libs/a/src/a.js': '',
    });
    markBuilt(root, buildState(root));
    return root;
  };

  it('is wanted when there is none', () => expect(needsBuild(house({ 'libs/a.ts': 'a' }))).toBe(true));
  it('is not wanted again when nothing changed', () => expect(needsBuild(built())).toBe(false));

  it.each<[string, (root: string) => void]>([
    ['changed', (root) => writeFileSync(join(root, 'libs/a/src/a.ts'), 'changed')],
    ['added', (root) => writeFileSync(join(root, 'libs/a/src/new.ts'), '')],
    ['removed', (root) => rmSync(join(root, 'apps/b/main.ts'))],
  ])('is wanted when a source was %s', (_, touch) => {
    const root = built();
    touch(root);
    expect(needsBuild(root)).toBe(true);
  });

  it('is not wanted for a file that was only touched, nor for a spec', () => {
    const root = built();
    utimesSync(join(root, 'apps/b/main.ts'), 1, 1);
    writeFileSync(join(root, 'libs/a/src/a.spec.ts'), 'other');
    expect(needsBuild(root)).toBe(false);
  });

  it('that lost a file is noticed', () => {
    expect(outputsMissing(built())).toEqual(['apps/b/main.ts']);
    expect(sources(built())).not.toContain('libs/a/src/a.spec.ts');
  });
});
