/**
 * Writes the table of the plan into the README of libs/law: row → command → facts → law → spec → where it is shown.
 * It is made from the languages and from what the specs of the rules see while they run. `--check` compares only.
 */
import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { gaps, table } from './table.ts';
import { traced, type Seen, type Shown } from './traced.ts';

const root = join(import.meta.dirname, '../..');
const README = join(root, 'libs/law/README.md');
const [BEGIN, END] = ['<!-- npm run trace: begin -->', '<!-- npm run trace: end -->'];
// Columns that are not padded: a row that grows changes one line, and the file stays a quarter of the size.
const [UNFORMATTED, FORMATTED] = ['<!-- prettier-ignore-start -->', '<!-- prettier-ignore-end -->'];

/** Told by their parts, or, like the places where a document is cited, no place where a fact is shown. */
const LEFT_OUT = [
  'enterprise_dossier',
  'enterprise_search',
  'listing',
  'register_entry',
  'document_citation',
  'document_opening',
  'source_freshness',
];

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
});

if (values.help) {
  console.log(`npm run trace [-- --check]

把计划的88行与命令、事实、法条、测试和显示位置的对照表写入 libs/law/README.md；--check 只核对，不写入。
Writes the table of the plan into libs/law/README.md. --check compares it and changes nothing.

退出码 exit codes: 0 完整且一致 complete and as written; 1 有缺漏或过期 gaps, or out of date; 2 测试未通过 a spec failed`);
  process.exit(0);
}

const commands = traced(await seen(), await shown());
const readme = await readFile(README, 'utf8');
const [before, rest = ''] = readme.split(BEGIN);
const after = rest.split(END)[1] ?? '\n';
const written = await format(
  `${before}${BEGIN}\n${UNFORMATTED}\n\n${table(commands)}\n\n${FORMATTED}\n${END}${after}`,
  {
    ...(await resolveConfig(README)),
    filepath: README,
  },
);
const missing = gaps(commands);
for (const gap of missing) console.error(`✗ ${gap}`);
if (values.check) {
  if (written !== readme)
    console.error(
      '✗ libs/law/README.md 的对照表已过期，请运行 npm run trace。 The table is out of date: npm run trace',
    );
} else if (written !== readme) await writeFile(README, written);
console.log(table(commands).split('\n', 1)[0]);
process.exit(missing.length > 0 || (values.check && written !== readme) ? 1 : 0);

/** Runs the specs of the rules and gathers what they saw. */
async function seen(): Promise<Seen[]> {
  const folder = await mkdtemp(join(tmpdir(), 'trace-'));
  try {
    const jest = join(root, 'node_modules/jest/bin/jest.js');
    const quiet = join(root, 'tests/trace/quiet.js');
    const args = ['--experimental-vm-modules', jest, '--selectProjects=rules', '--silent', `--reporters=${quiet}`];
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, TRACE_TO: folder, NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    const [said, [status]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
    if (status !== 0) {
      process.stderr.write(said);
      console.error('✗ 有测试未通过，不生成对照表。 A spec failed; no table is made');
      process.exit(2);
    }
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
    return files.flatMap((lines) =>
      lines
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Seen),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Projections, the dossier by its sections, registers by their names: what each of them shows. */
async function shown(): Promise<Shown[]> {
  const built = (path: string) => import(join(root, 'dist/apps/projection/src', path));
  const [{ projections }, { sections }, { registers }] = await Promise.all([
    built('projections.js'),
    built('dossier/dossier.projection.js'),
    built('registers/every-register.js'),
  ]);
  const types = ({ when }: { when: object }) => Object.keys(when);
  return [
    ...Object.entries(sections as Record<string, { when: object }>).map(([name, part]) => ({
      name: `dossier.${name}`,
      types: types(part),
    })),
    ...(registers as { name: string; when: object }[]).map((one) => ({
      name: `register.${one.name}`,
      types: types(one),
    })),
    ...(projections as { name: string; when: object }[])
      .filter(({ name }) => !LEFT_OUT.includes(name))
      .map((one) => ({ name: one.name, types: types(one) })),
  ];
}
