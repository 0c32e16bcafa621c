import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { PostedYear } from './posted-year.js';

const root = join(import.meta.dirname, '../../..');
const JSON_TYPE = 'application/json';
const SHAPES_ONLY = "extends: [['spectral:oas', off]]\nrules:\n  oas3-valid-media-example: error\n";

/** What a linter finds that knows one rule: examples are of the shape that stands beside them. */
async function misshapen(document: object): Promise<unknown> {
  const place = await mkdtemp(join(tmpdir(), 'shapes-'));
  try {
    const [rules, file] = [join(place, 'rules.yaml'), join(place, 'openapi.json')];
    await Promise.all([writeFile(rules, SHAPES_ONLY), writeFile(file, JSON.stringify(document))]);
    const spectral = join(root, 'node_modules/@stoplight/spectral-cli/dist/index.js');
    const lint = promisify(execFile)(process.execPath, [spectral, 'lint', '-f', 'json', '-r', rules, file], {
      maxBuffer: 1 << 26,
    });
    const { stdout } = await lint.catch((failed: { stdout: string }) => failed);
    const found = JSON.parse(stdout.slice(0, stdout.lastIndexOf(']') + 1)) as { path: string[]; message: string }[];
    return found.map(({ path, message }) => ({ path: path[1], message }));
  } finally {
    await rm(place, { recursive: true });
  }
}

/** What is documented of answers, held against answers. */
export const published = ({ ledger, read }: PostedYear): void =>
  describe('in the plan year, the document of the routes', () => {
    /** Parameters under which the year has something at every address. */
    async function known(): Promise<Readonly<Record<string, string>>> {
      const [dossier] = (await read('/dossiers?status=CLOSED')).items;
      const { sections } = await read(`/dossiers/${dossier.uscc}`);
      const [register] = (await read('/registers')).registers.filter(
        ({ path }: { path: string }) => !path.includes('public'),
      );
      const [entry] = (await read(`${register.path}?limit=1`)).items;
      return {
        uscc: dossier.uscc,
        caseId: sections.cases.cases[0].caseId,
        list: 'yellow-card',
        number: '9',
        register: register.register,
        id: entry?.id ?? 'none',
        name: 'enterprise_dossier',
        period: '2021',
      };
    }

    it('says of what shape answers are, and which of them have an ETag', async () => {
      const document = await read('/openapi.json');
      const ids = await known();
      const paths: Record<string, object> = {};
      const tags: Record<string, readonly [documented: boolean, given: boolean]> = {};
      const token = await ledger().token('auditor', 'operator', 'hotline:read', 'credit-platform');
      for (const [path, { get }] of Object.entries<Record<string, any>>(document.paths)) {
        const shape = get?.responses['200']?.content?.[JSON_TYPE];
        if (!shape) continue;
        const asked = get.parameters.filter((one: any) => one.required && one.in === 'query');
        const query = asked.map(({ name }: { name: string }) => `${name}=${ids[name]}`).join('&');
        const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? 'none'));
        const answer = await ledger().fetch(`${address}?${query}`, { token });
        if (!answer.ok) continue;
        const example = await answer.json();
        const content = { [JSON_TYPE]: { ...shape, example } };
        paths[path] = { get: { ...get, responses: { 200: { description: 'As it was', content } } } };
        tags[path] = [Boolean(get.responses['200'].headers?.ETag), answer.headers.has('etag')];
      }
      expect(Object.keys(paths).length).toBeGreaterThan(25);
      expect(Object.entries(tags).filter(([, [documented, given]]) => documented !== given)).toEqual([]);
      expect(await misshapen({ ...document, paths })).toEqual([]);
    });
  });
