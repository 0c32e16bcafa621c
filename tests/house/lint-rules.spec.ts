import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const law = 'apps/energy/src/capacity.decider.ts';
const mechanics = 'libs/department/src/turns.ts';

interface Planted {
  readonly file: string;
  readonly text: string;
}

const LINTER = `
  import { ESLint } from 'eslint';
  const eslint = new ESLint();
  const said = [];
  for (const { file, text } of JSON.parse(process.argv[1])) {
    const [report] = await eslint.lintText(text, { filePath: file });
    said.push(report.messages.map(({ ruleId }) => ruleId));
  }
  process.stdout.write(JSON.stringify(said));
`;

/** What ESLint says of texts as if they stood in files of the house. One process for all: it reads the house once. */
async function complaints(planted: readonly Planted[]): Promise<string[][]> {
  const args = ['--input-type=module', '--eval', LINTER, JSON.stringify(planted)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return JSON.parse(stdout) as string[][];
}

const forbidden: readonly [what: string, file: string, text: string, rule: string][] = [
  ['the law to read the clock', law, 'export const at = Date.now();', 'no-restricted-properties'],
  ['the law to make a date of now', law, 'export const at = new Date();', 'no-restricted-syntax'],
  ['the law to roll dice', law, 'export const die = Math.random();', 'no-restricted-properties'],
  ['the law to wait', law, 'export const later = async () => 1;', 'no-restricted-syntax'],
  ['the law to read the environment', law, 'export const env = process.env;', 'no-restricted-globals'],
  [
    'a promise that nobody waits for',
    mechanics,
    'const work = async () => 1;\nwork();\nexport {};',
    '@typescript-eslint/no-floating-promises',
  ],
  ['a name that says nothing', mechanics, 'export class TurnManager {}', 'no-restricted-syntax'],
  ['a folder that says nothing', mechanics, "import './utils/x.js';", 'no-restricted-imports'],
  ['a forgotten print', mechanics, "console.log('here');\nexport {};", 'no-console'],
];

describe('the lint rules', () => {
  let said: string[][];
  beforeAll(async () => {
    const lawful = { file: law, text: 'export const double = (n: number): number => 2 * n;\n' };
    said = await complaints([...forbidden.map(([, file, text]) => ({ file, text })), lawful]);
  });

  it.each(forbidden.map(([what, , , rule], at) => [what, rule, at] as const))('forbid %s', (_, rule, at) =>
    expect(said[at]).toContain(rule),
  );

  it('have nothing against pure law', () => expect(said.at(-1)).toEqual([]));
});
