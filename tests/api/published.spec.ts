import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { commandOf, kebab, languages } from '#contracts';
import { payloadCheck } from '../../libs/department/src/payload-check.js';

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

describe('what is published', () => {
  it('is what the routes and the languages say: npm run api was run', async () => {
    expect(await told('tests/api/api.ts', '--check')).toEqual({ code: 0, out: '' });
  });

  it('passes the linter without a warning', async () => {
    const { code, out } = await lint(join(folder, 'openapi.json'), join(folder, 'asyncapi.json'));
    expect({ code, out: code === 0 ? '' : out }).toEqual({ code: 0, out: '' });
  });

  it.each<[string, (operation: any) => unknown]>([
    ['house-operation-id', (operation) => (operation.operationId = 'DossierController_search')],
    ['house-summary', (operation) => (operation.summary = 'Search')],
    ['house-refusal', (operation) => delete operation.responses['400']],
    ['house-problem', (operation) => (operation.responses['400'] = { description: 'No', content: {} })],
    ['house-content', (operation) => delete operation.responses['200'].content],
    ['house-example', (operation) => delete operation.responses['200'].content['application/json'].example],
    ['oas3-valid-media-example', ({ responses }) => (responses['200'].content['application/json'].example = [])],
    ['oas3-parameter-description', (operation) => operation.parameters.forEach((one: any) => delete one.description)],
    ['operation-tags', (operation) => delete operation.tags],
  ])('is refused by the rule %s where it breaks it', async (rule, spoil) => {
    const whole = await document('openapi.json');
    const operation = whole.paths['/dossiers'].get;
    spoil(operation);
    const place = await mkdtemp(join(tmpdir(), 'api-'));
    try {
      const file = join(place, 'openapi.json');
      await writeFile(file, JSON.stringify({ ...whole, paths: { '/dossiers': { get: operation } } }));
      const { code, out } = await lint(file);
      expect(code).toBe(1);
      expect(out).toContain(` ${rule} `);
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
        payloadCheck(payload, traits.clause)(example);
        return [];
      } catch (error) {
        return [{ route, error: (error as Error).message }];
      }
    });
    expect(refused).toEqual([]);
    expect(commands.length).toBeGreaterThan(300);
  });
});
