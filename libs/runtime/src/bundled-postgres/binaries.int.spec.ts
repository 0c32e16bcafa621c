import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledBinaries, reachableCopy } from './binaries.js';
import { canReach, runAs } from './run-as.js';

/** Only root hands the server to another user, and only root may own such a copy. */
const asRoot = process.getuid?.() === 0 ? it : it.skip;

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'taizhang-binaries-'));
  await chmod(home, 0o755);
});
afterEach(() => rm(home, { recursive: true, force: true }));

describe('the bundled programs', () => {
  it('are of the PostgreSQL that the package says', async () => {
    const { postgres, version } = await bundledBinaries();
    expect(execFileSync(postgres, ['--version'], { encoding: 'utf8' })).toContain(
      `PostgreSQL) ${version.split('.').slice(0, 2).join('.')}`,
    );
  });

  asRoot('run from a copy that the server’s user can reach, made once', async () => {
    const user = await runAs(join(home, 'none'));
    const hidden = join(home, 'hidden');
    await mkdir(hidden, { mode: 0o700 });
    expect(await canReach(hidden, user)).toBe(false);
    expect(await canReach(home, user)).toBe(true);
    const copy = await reachableCopy(await bundledBinaries(), join(home, 'taizhang'));
    expect(execFileSync(copy.initdb, ['--version'], { ...user, encoding: 'utf8' })).toContain('PostgreSQL');
    expect(await reachableCopy(await bundledBinaries(), join(home, 'taizhang'))).toEqual(copy);
  });

  asRoot('are not copied to where others can write', async () => {
    await chmod(home, 0o777);
    await expect(reachableCopy(await bundledBinaries(), home)).rejects.toThrow('can be written by others');
  });
});
