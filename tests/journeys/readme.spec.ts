import { execFile } from 'node:child_process';
import { mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clear, forget, layouts, startLedger, type LedgerProcess } from './ledger-process.js';

const root = join(import.meta.dirname, '../..');

interface Step {
  readonly command: string;
  readonly output: string;
}

/** The commands of the README's first session, each with the output that stands below it. */
async function firstSession(): Promise<Step[]> {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].map(([, block]) => block!);
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((step) => {
        const lines = step.split('\n');
        // A command ends where its quotes are closed and no backslash joins the next line.
        const end = lines.findIndex((line, at) => {
          const quotes =
            lines
              .slice(0, at + 1)
              .join('')
              .split("'").length - 1;
          return quotes % 2 === 0 && !line.endsWith('\\');
        });
        return {
          command: lines.slice(0, end + 1).join('\n'),
          output: lines
            .slice(end + 1)
            .join('\n')
            .trim(),
        };
      }),
  );
}

/** What differs from run to run, or with the length of the year: ids, the ledger's seconds and positions. */
const steady = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uuid>')
    .replace(/"position": \d+/g, '"position": <position>')
    .replace(/"recordedAt": "2022-01-31T[^"]+"/g, '"recordedAt": "<now>"');

/** The year is posted once; then it is served in every way that a ledger runs. */
let posted: string;
beforeAll(async () => {
  const year = await startLedger({ args: [], patienceMs: 400_000 });
  posted = year.data;
  await year.stop();
}, 420_000);
afterAll(() => forget(posted));

describe.each(layouts)('the first session of the README, in %s', (layout) => {
  let ledger: LedgerProcess;
  let steps: Step[];
  let shell: string;

  beforeAll(async () => {
    const data = `${posted}-${layouts.indexOf(layout)}`;
    // PostgreSQL's files keep their owner, who is another one when we are root.
    await promisify(execFile)('cp', ['-a', posted, data]);
    [ledger, steps] = await Promise.all([startLedger({ layout, data, args: [] }), firstSession()]);
    shell = await mkdtemp(join(tmpdir(), 'session-'));
    // `npx` finds the command line the same way from the clone; a spec that does not depend on npm calls it directly.
    await writeFile(
      join(shell, 'npx'),
      `#!/bin/sh\nshift\nexec "${process.execPath}" "${root}/dist/apps/cli/src/main.js" "$@"\n`,
      {
        mode: 0o755,
      },
    );
    await symlink(process.execPath, join(shell, 'node'));
  }, 120_000);

  afterAll(async () => {
    await clear(ledger);
    await forget(shell);
  });

  it('is told step by step', () => expect(steps.length).toBeGreaterThan(6));

  it('comes out as it is written', async () => {
    const env = { ...process.env, PATH: `${shell}:${process.env['PATH']}`, TAIZHANG_DATA: ledger.data, NO_COLOR: '1' };
    const script = steps
      .map(({ command }) => command.replaceAll('http://127.0.0.1:8080', ledger.url))
      .map((command, at) => `echo "<step ${at}>"; ${command}`)
      .join('\n');
    const said = await new Promise<string>((resolve) =>
      execFile('sh', ['-c', `exec 2>&1\n${script}`], { env }, (_, stdout) => resolve(stdout)),
    );
    const outputs = said.split(/^<step \d+>$/m).slice(1);
    expect(outputs.map((output, at) => ({ command: steps[at]!.command, output: steady(output.trim()) }))).toEqual(
      steps.map(({ command, output }) => ({ command, output: steady(output) })),
    );
  });
});
