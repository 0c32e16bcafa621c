import { execFile } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../dist/apps/cli/src/main.js');

/** What a run of the command line came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly talk: string;
}

/** Runs the command line as somebody at a desk does, without colours. */
export const taizhang = (
  args: readonly string[],
  { cwd, env = process.env }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> =>
  new Promise((resolve) =>
    execFile(process.execPath, [program, ...args], { cwd, env: { ...env, NO_COLOR: '1' } }, (error, out, talk) =>
      resolve({ code: error ? Number(error.code) : 0, out, talk }),
    ),
  );
