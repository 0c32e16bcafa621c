import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { commandOf, kebab, languages } from '#contracts';
import { payloadCheck, type PayloadCheck } from '../../libs/department/src/payload-check.js';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'libs/client');
const rules = join(folder, 'spectral.yaml');
const document = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'));

interface Told {
  readonly code: number;
  readonly out: string;
}

const told = (program: string, ...args: readonly string[]): Promise<Told> =>
  promisify(execFile)(process.execPath, [join(root, program), ...args], { cwd: root, maxBuffer: 1 << 26 }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout + stderr }),
    (failed: { code: number; stdout: string; stderr: string }) => ({
      code: failed.code,
      out: failed.stdout + failed.stderr,
    }),
  );

const lint = (...files: readonly string[]) =>
  told('node_modules/@stoplight/spectral-cli/dist/index.js', 'lint', '--fail-severity=hint', '-r', rules, ...files);

/** An operation spoilt in one way, by the rule that refuses it. */
const spoilt: Readonly<Record<string, (operation: any) => unknown>> = {
  'house-operation-id': (operation) => (operation.operationId = 'ListController_current'),
  'house-summary': (operation) => (operation.summary = 'The list'),
  'house-refusal': ({ responses }) => delete responses['400'],
  'house-problem': ({ responses }) => (responses['400'] = { description: 'No', content: {} }),
  'house-content': ({ responses }) => delete responses['200'].content,
  'house-example': ({ responses }) => delete responses['200'].content['application/json'].example,
  'oas3-valid-media-example': ({ responses }) => (responses['200'].content['application/json'].example = []),
  'oas3-parameter-description': ({ parameters }) => delete parameters[0].description,
  'operation-tags': (operation) => delete operation.tags,
};

describe('what is published', () => {
  it('is what the routes and the languages say: npm run api was run', async () => {
    expect(await told('tests/api/api.ts', '--check')).toEqual({ code: 0, out: '' });
  });

  it('passes the linter without a warning', async () => {
    const { code, out } = await lint(join(folder, 'openapi.json'), join(folder, 'asyncapi.json'));
    expect({ code, out: code === 0 ? '' : out }).toEqual({ code: 0, out: '' });
  }, 400_000);

  it('is refused by each rule that it breaks', async () => {
    const whole = await document('openapi.json');
    const { get } = whole.paths['/lists/{list}'];
    const paths = Object.entries(spoilt).map(([rule, spoil]) => {
      const operation = structuredClone({ ...get, operationId: `list.${rule.replaceAll('-', '')}` });
      spoil(operation);
      return [`/${rule}/{list}`, { get: operation }];
    });
    const place = await mkdtemp(join(tmpdir(), 'api-'));
    try {
      const file = join(place, 'openapi.json');
      await writeFile(file, JSON.stringify({ ...whole, paths: Object.fromEntries(paths) }));
      const { code, out } = await lint('--format=json', file);
      const found = JSON.parse(out.slice(0, out.lastIndexOf(']') + 1)) as { code: string; path: string[] }[];
      expect(code).toBe(1);
      for (const rule of Object.keys(spoilt))
        expect(found.filter(({ path }) => path[1]?.startsWith(`/${rule}/`)).map(({ code }) => code)).toContain(rule);
    } finally {
      await rm(place, { recursive: true });
    }
  });
});

describe('the example of a command', () => {
  it('is taken by the counter, of every command there is', async () => {
    const { paths } = await document('openapi.json');
    const commands = languages.flatMap(({ department, records }) =>
      Object.values(records).flatMap(({ path, id, commands, ...record }) =>
        Object.entries(commands)
          .map(([name, payload]) => ({ name, payload, traits: commandOf(payload, record) }))
          .filter(({ traits }) => traits.issuedBy === 'department')
          .map((command) => ({ ...command, route: `/${department}/${path}/{${id}}/${kebab(command.name)}` })),
      ),
    );
    const refused = commands.flatMap(({ route, payload, traits }) => {
      const { example } = paths[route].post.requestBody.content['application/json'];
      try {
        const check: PayloadCheck = payloadCheck(payload, traits.clause);
        check(example);
        return [];
      } catch (error) {
        return [{ route, error: (error as Error).message }];
      }
    });
    expect(refused).toEqual([]);
    expect(commands.length).toBeGreaterThan(300);
  });
});
