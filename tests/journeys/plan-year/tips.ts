import { describe, expect } from '@jest/globals';
import { languages } from '#contracts';
import { postingRole } from '#identity';
import { planYear } from '../../../apps/cli/src/plan-year/plan-year.js';
import type { PostedYear } from './posted-year.js';
import { scenario } from './scenarios.js';

const AT_ONCE = 8;

/** 四(三): who told a tip is in the vault, and in nothing that anybody is answered. */
export const tips = ({ ledger, read }: PostedYear): void =>
  describe('in the plan year, a tip', () => {
    const registered = planYear({ seed: 2021, enterprises: 60 }).filter(
      ({ command, refusedWith }) => command === 'RegisterTip' && !refusedWith,
    );
    const tellers = registered.flatMap(({ teller }) => (teller ? Object.values(teller) : []) as string[]);
    const ids = (items: readonly any[], name: string): string[] => items.map((item) => String(item[name]));

    /** Every address that has an answer, with the ids that the year has put there. */
    async function everyAddress(): Promise<string[]> {
      const dossiers = ids((await read('/dossiers?limit=200')).items, 'id');
      const about = await Promise.all(dossiers.map((id) => read(`/dossiers/${id}`)));
      const cases = about.flatMap(({ sections }) => ids(sections.cases.cases, 'caseId'));
      const { registers } = await read('/registers');
      const registerPaths = registers.map(({ path }: { path: string }) => path);
      const entries = await Promise.all(
        registerPaths.map(async (path: string) =>
          ids((await read(`${path}?limit=500`)).items, 'id').map((id) => `${path}/${encodeURIComponent(id)}`),
        ),
      );
      const lists = ids((await read('/lists')).lists, 'path');
      const issues = await Promise.all(
        lists.map(async (list) =>
          ids((await read(`${list}/issues`)).issues, 'issueNumber').map((number) => `${list}/issues/${number}`),
        ),
      );
      const returns = ids((await read('/registers/half-year-returns')).items, 'id');
      const departments = languages.map(({ department }) => department);
      const fixed = ['/openapi.json', '/metrics', '/health/ready', '/clock', '/projections', '/obligations?limit=200'];
      return [
        ...fixed,
        ...[
          '/dossiers?limit=200',
          '/feeds/credit?limit=1000',
          '/feeds/credit/notices?limit=1000',
          '/feeds/credit/refused',
          '/feeds/credit/deliveries?limit=1000',
          ...['penalties', 'licences', 'promises', 'non-completion'].map(
            (kind) => `/feeds/credit/exchange?kind=${kind}&limit=1000`,
          ),
        ],
        ...['/reports/exits?period=2021', '/reports/consolidations/2021', '/registers', '/registers/public', '/lists'],
        ...['/tips', '/tips/statistics', ...registered.map(({ id }) => `/tips/${id}`)],
        ...departments.map((department) => `/${department}/outcomes`),
        ...returns.map((id) => `/reports/returns/${id}`),
        ...dossiers.map((id) => `/dossiers/${id}`),
        ...cases.flatMap((id) => [`/cases/${id}`, `/cases/${id}/history`]),
        ...lists.flatMap((list) => [list, `${list}/issues`]),
        ...[registerPaths, entries, issues].flat(2),
      ];
    }

    /** What somebody is answered at each address; nothing where it is not open to them. */
    async function answered(paths: readonly string[], token?: string): Promise<Map<string, string>> {
      const answers = new Map<string, string>();
      const left = [...paths];
      const ask = async (): Promise<void> => {
        for (let path = left.pop(); path !== undefined; path = left.pop()) {
          const response = await ledger().fetch(path, token ? { token } : {});
          const said = await response.text();
          expect({ path, status: response.status < 500 }).toEqual({ path, status: true });
          if (response.ok) answers.set(path, said);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, ask));
      return answers;
    }

    const found = (answers: ReadonlyMap<string, string>, secrets: readonly string[]): string[] =>
      [...answers].flatMap(([path, said]) =>
        secrets.filter((secret) => said.includes(secret)).map((secret) => `${path}: ${secret}`),
      );

    scenario(19, 'has a teller whom no answer names, and a text that nobody but its readers is given', async () => {
      const told = [
        ...ids(registered, 'id'),
        ...registered.map(({ body }) => String(body['targetText'])),
        'hotline.tip-',
      ];
      const paths = await everyAddress();
      const posting = languages.map(({ department }) => postingRole(department));
      const [auditor, government, department, everybody, reader] = await Promise.all([
        answered(paths, await ledger().token('auditor')),
        answered(paths, await ledger().token('government:decide')),
        answered(paths, await ledger().token(...posting, 'credit-platform', 'operator')),
        answered(paths),
        answered(paths, await ledger().token('hotline:read')),
      ]);
      expect(tellers.length).toBeGreaterThanOrEqual(20);
      for (const answers of [auditor, government, department, everybody]) {
        expect(found(answers, [...tellers, ...told])).toEqual([]);
        expect(answers.size).toBeGreaterThan(20);
      }
      expect(auditor.size).toBeGreaterThan(500);
      expect(reader.size).toBeGreaterThanOrEqual(registered.length);
      expect(found(reader, tellers)).toEqual([]);
      expect(found(reader, ids(registered, 'id')).length).toBeGreaterThanOrEqual(registered.length);
    });

    scenario(19, 'has led to cases that say nothing of it', async () => {
      for (const caseId of ['SC-15', 'SC-22']) {
        const { items } = await read(`/cases/${caseId}/history`);
        expect(items.length).toBeGreaterThan(0);
        expect(JSON.stringify(items)).not.toMatch(/举报|hotline|tip/i);
      }
    });
  });
