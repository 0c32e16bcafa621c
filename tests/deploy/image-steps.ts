import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { Copy, DockerfileParser, type Instruction } from 'dockerfile-ast';
import { root } from './linters.js';

const dockerfile = DockerfileParser.parse(readFileSync(join(root, 'deploy/Dockerfile'), 'utf8'));

/** The instructions of a stage, by its place. */
export function stage(number: number): Instruction[] {
  const all = dockerfile.getInstructions();
  const starts = all.flatMap((one, index) => (one.getKeyword() === 'FROM' ? [index] : []));
  return all.slice(starts[number]! + 1, starts[number + 1]);
}

/** Whether the build may see a file: .dockerignore names what it may, and then what of that it may not. */
const allowed = (() => {
  const lines = readFileSync(join(root, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [everything, ...rest] = lines;
  if (everything !== '*') throw new Error('.dockerignore must begin with nothing: *');
  const seen = rest.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const hidden = rest
    .filter((line) => !line.startsWith('!'))
    .map((line) => {
      const name = line.replace('**/', '').replaceAll('.', '\\.').replaceAll('*', '[^/]*');
      return new RegExp(`^${line.startsWith('**/') ? '(.*/)?' : ''}${name}$`);
    });
  return (path: string) =>
    seen.some((name) => path === name || path.startsWith(`${name}/`)) && !hidden.some((pattern) => pattern.test(path));
})();

export interface Place {
  /** Where WORKDIR is. */
  readonly folder: string;
  /** What ARG APP is given. */
  readonly app: string;
  /** Where COPY --from=build takes from; the repository otherwise. */
  readonly from?: string;
}

/** Carries out COPY and RUN of a stage as a builder would, in a folder that stands for WORKDIR. */
export function carryOut(steps: readonly Instruction[], { folder, app, from }: Place): void {
  for (const step of steps) {
    const words = step.getArgumentsContent() ?? '';
    if (step instanceof Copy) copy(step, folder, from);
    else if (step.getKeyword() === 'RUN') run(words, folder, app);
  }
}

function copy(step: Copy, folder: string, from: string | undefined): void {
  const staged = step.getFromFlag() !== null;
  const words = step.getArguments().map((one) => one.getValue());
  const target = words.pop()!;
  for (const source of words) {
    if (!staged && !allowed(source)) throw new Error(`.dockerignore hides ${source}, which the Dockerfile copies`);
    const path = staged ? join(from!, relative('/app', source)) : join(root, source);
    const into = join(folder, target, target.endsWith('/') ? basename(source) : '');
    mkdirSync(dirname(into), { recursive: true });
    // The stage that is copied from is not looked at again.
    if (staged) run(`cp -a --link '${path}' '${into}'`, folder);
    else cpSync(path, into, { recursive: true, verbatimSymlinks: true, filter: (one) => allowed(relative(root, one)) });
  }
}

function run(script: string, cwd: string, app = ''): void {
  const env = { ...process.env, APP: app, PATH: `${dirname(process.execPath)}:${process.env['PATH']}` };
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', script], { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script}\n${stdout}${stderr}`);
}

/** Bytes of all files below a folder. */
export function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
