import { describe, expect, it } from '@jest/globals';
import { industries } from '#codes';
import { decode, type Enveloped } from '#contracts';
import { postgresEventStore, systemClock } from '#event-store';
import { runningOwnerUrl } from '#runtime';
import type { PostedYear } from './posted-year.js';

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

/** Shorter ones are words that anybody may use: a unit, a grade, a day. */
const TELLING = 8;
/** Nobody's secret: a kind of thing, a law row, a day, an instant, a number. */
const PLAIN = /^[A-Z][A-Z0-9_]*$|^[a-z]+(-[a-z]+)*(\/[a-z-]+(@\d+)?)?$|^\d{4}-\d{2}-\d{2}|^\d+(\.\d+)?$/;
/** What classes of industry are called is told with their codes. */
const classes = new Set(Object.values(industries).flatMap(textsIn));

/** What the public, and the credit platform, are shown of what is not theirs to read: nothing. */
export const audiences = ({ ledger, read }: PostedYear): void =>
  describe('in the plan year, what is not public', () => {
    async function everyFact(): Promise<Enveloped[]> {
      const store = postgresEventStore({ url: (await runningOwnerUrl(ledger().data))!, clock: systemClock });
      const facts: Enveloped[] = [];
      for await (const { events } of store.readAll(0)) facts.push(...events.map(decode));
      await store.close();
      return facts;
    }

    /** Texts that facts of one kind tell, and no fact of the other does. */
    async function secrets(isOpen: (fact: Enveloped) => boolean): Promise<string[]> {
      const facts = await everyFact();
      const [open, closed] = [facts.filter(isOpen), facts.filter((fact) => !isOpen(fact))];
      const told = JSON.stringify(open);
      const texts = new Set(closed.flatMap(({ data, actor }) => [...textsIn(data), ...textsIn(actor)]));
      const isTelling = (text: string) => text.length >= TELLING && !PLAIN.test(text) && !classes.has(text);
      return [...texts].filter((text) => isTelling(text) && !told.includes(text));
    }

    async function answers(paths: readonly string[], token?: string): Promise<Map<string, string>> {
      const given = new Map<string, string>();
      for (const path of paths) {
        const response = await ledger().fetch(path, token === undefined ? {} : { token });
        const said = await response.text();
        if (response.ok) given.set(path, said);
        else expect({ path, status: response.status }).toEqual({ path, status: 404 });
      }
      return given;
    }

    const found = (given: ReadonlyMap<string, string>, texts: readonly string[]): string[] =>
      [...given].flatMap(([path, said]) =>
        texts.filter((text) => said.includes(text)).map((text) => `${path}: ${text}`),
      );

    const dossiers = async (): Promise<string[]> =>
      (await read('/dossiers?limit=200')).items.map(({ id }: { id: string }) => id);

    it('is in no answer to the public', async () => {
      const lists = (await read('/lists')).lists.map(({ path }: { path: string }) => path) as string[];
      const registers = (await read('/registers/public')).registers.map(
        ({ path }: { path: string }) => path,
      ) as string[];
      const given = await answers([
        ...(await dossiers()).map((id) => `/dossiers/public/${id}`),
        ...lists.flatMap((list) => [list, `${list}?format=csv`, `${list}/issues`]),
        ...registers.map((path) => `${path}?limit=500`),
      ]);
      const texts = await secrets(({ visibility }) => visibility === 'public');
      expect(given.size).toBeGreaterThan(50);
      expect(texts.length).toBeGreaterThan(500);
      expect(found(given, texts)).toEqual([]);
    });

    it('is in no dossier and no case that the credit platform reads, but for what credit deals with', async () => {
      const ids = await dossiers();
      const cases = (await Promise.all(ids.map((id) => read(`/dossiers/${id}/sections/cases`)))).flatMap(
        ({ content }) => content.cases.map(({ caseId }: { caseId: string }) => caseId) as string[],
      );
      const paths = [...ids.map((id) => `/dossiers/${id}`), ...cases.map((id) => `/cases/${id}/history`)];
      const given = await answers(paths, await ledger().token('credit-platform'));
      const texts = await secrets(({ visibility, department }) => visibility === 'public' || department === 'credit');
      expect(given.size).toBeGreaterThan(50);
      expect(texts.length).toBeGreaterThan(300);
      expect(found(given, texts)).toEqual([]);
    });

    it('is in no signed copy that the credit platform takes away, down to the bytes of its facts', async () => {
      const paths = (await dossiers()).map((id) => `/dossiers/${id}/export`);
      const copies = await answers(paths, await ledger().token('credit-platform'));
      const texts = await secrets(({ visibility, department }) => visibility === 'public' || department === 'credit');
      const open = (text: string) => Buffer.from(text, 'base64url').toString('utf8');
      const given = [...copies].map(([path, said]): [string, string] => {
        const content = open(JSON.parse(said).payload);
        const { facts } = JSON.parse(content) as { facts: readonly { data: string; meta: string }[] };
        return [path, [content, ...facts.flatMap(({ data, meta }) => [open(data), open(meta)])].join('\n')];
      });
      expect(given.length).toBeGreaterThan(50);
      expect(found(new Map(given), texts)).toEqual([]);
    });
  });
