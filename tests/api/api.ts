/**
 * Writes what the ledger publishes into libs/client: the OpenAPI document of every route, the AsyncAPI document of every
 * topic, and the types of the client. `--check` compares only; `--since` tells what callers of an earlier version meet.
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import openapiTypes, { astToString } from 'openapi-typescript';
import { changesBetween, type Change } from './changes.ts';
import type { Document } from './surface.ts';

const root = join(import.meta.dirname, '../..');
const FOLDER = 'libs/client';
const DOCUMENTS = ['openapi.json', 'asyncapi.json'] as const;
const TYPES = 'src/schema.ts';
const MOST_LINES = 40;

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    since: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) {
  console.log(`npm run api [-- --check | --since <git-ref>]

生成 libs/client 的 openapi.json、asyncapi.json 与 src/schema.ts；--check 只核对；--since 与某一版本比较。
Writes openapi.json, asyncapi.json and src/schema.ts of libs/client. --check compares and changes nothing;
--since tells additive changes since a commit, tag or branch from those that break callers.

退出码 exit codes: 0 一致或无破坏性变更 up to date, or nothing breaks; 1 已过期或有破坏性变更 out of date, or breaking`);
  process.exit(0);
}

const published = await made();
process.exit(await (values.since ? since(values.since) : values.check ? check() : write()));

/** Every file as it should be, by its name in the folder. */
async function made(): Promise<ReadonlyMap<string, string>> {
  const built = (name: string) => import(join(root, 'dist/apps/standalone/src/api', name));
  const [{ openApi }, { asyncApi }] = await Promise.all([built('openapi.js'), built('asyncapi.js')]);
  const [routes, topics] = [await openApi(), await asyncApi()].map(
    (document) => `${JSON.stringify(document, null, 2)}\n`,
  );
  // Methods that an address does not have, and parameters that it does not take, go without saying.
  const types = astToString(await openapiTypes(routes!)).replace(/^ +(?!content)\w+\?: never;\n/gm, '');
  return new Map([
    ['openapi.json', routes!],
    ['asyncapi.json', topics!],
    [TYPES, types],
  ]);
}

async function write(): Promise<number> {
  for (const [name, text] of published) {
    const file = join(root, FOLDER, name);
    const before = await readFile(file, 'utf8').catch(() => undefined);
    if (before === text) continue;
    if (before !== undefined && name.endsWith('.json'))
      tell(name, changesBetween(JSON.parse(before), JSON.parse(text)));
    await writeFile(file, text);
    console.log(`✎ ${FOLDER}/${name}`);
  }
  return 0;
}

async function check(): Promise<number> {
  let isStale = false;
  for (const [name, text] of published) {
    const committed = await readFile(join(root, FOLDER, name), 'utf8').catch(() => '');
    if (committed === text) continue;
    isStale = true;
    console.error(`✗ ${FOLDER}/${name} 已过期，请运行 npm run api。 Out of date: npm run api`);
    if (name.endsWith('.json') && committed) tell(name, changesBetween(JSON.parse(committed), JSON.parse(text)));
    console.error(firstDifference(committed, text));
  }
  return isStale ? 1 : 0;
}

async function since(ref: string): Promise<number> {
  const changes = await Promise.all(
    DOCUMENTS.map(async (name) => {
      const show = ['show', `${ref}:${FOLDER}/${name}`];
      const { stdout } = await promisify(execFile)('git', show, { cwd: root, maxBuffer: 1 << 28 });
      const found = changesBetween(JSON.parse(stdout) as Document, JSON.parse(published.get(name)!) as Document);
      tell(name, found);
      return found;
    }),
  );
  return changes.flat().some(({ isBreaking }) => isBreaking) ? 1 : 0;
}

function tell(name: string, changes: readonly Change[]): void {
  const breaking = changes.filter(({ isBreaking }) => isBreaking).length;
  console.error(`${name}: ${breaking} 破坏性 breaking, ${changes.length - breaking} 增补 additive`);
  for (const { where, says, isBreaking } of changes.slice(0, MOST_LINES))
    console.error(`  ${isBreaking ? '✗' : '+'} ${where}: ${says}`);
  if (changes.length > MOST_LINES) console.error(`  … ${changes.length - MOST_LINES}`);
}

function firstDifference(committed: string, made: string): string {
  const [was, is] = [committed.split('\n'), made.split('\n')];
  const at = is.findIndex((line, number) => line !== was[number]);
  return `  ${at + 1}:\n  - ${was[at] ?? ''}\n  + ${is[at] ?? ''}`;
}
