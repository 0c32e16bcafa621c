import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

interface LinterOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a tool and answers with what it said. */
export type Linter = (args: readonly string[], options?: LinterOptions) => Ran;

export const root = join(import.meta.dirname, '../..');
export const deploy = join(root, 'deploy');

const brought =
  process.env['TAIZHANG_LINTERS'] ??
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'taizhang-linters');

/** Where a tool is, if it is anywhere. */
export function linterPath(name: string): string | undefined {
  return [brought, ...(process.env['PATH'] ?? '').split(delimiter)]
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Rules that a tool checks which npm does not have. In CI it must be there; elsewhere they are left out, which is told. */
export function withLinter(name: string, thing: string, rules: (linter: Linter) => void): void {
  const path = linterPath(name);
  if (path)
    describe(thing, () =>
      rules((args, { cwd = root, input, env } = {}) => {
        const { status, stdout, stderr, error } = spawnSync(path, args, {
          cwd,
          input,
          env: { ...process.env, ...env },
          encoding: 'utf8',
        });
        if (error) throw error;
        return { code: status, output: stdout + stderr };
      }),
    );
  else if (process.env['CI'])
    it(`${thing} is checked by ${name}`, () =>
      expect(`${name} is missing: bash tests/deploy/tools.sh brings it`).toBe(''));
  else
    it.skip(`${thing} is not checked: ${name} is not here, and bash tests/deploy/tools.sh brings it`, () => undefined);
}
