import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandOf, languages, type Catalogue } from '#contracts';
import { namespaceOf } from '#decider';
import { seeded } from '../../apps/cli/src/plan-year/seeded.js';
import { clear, startLedger, type LedgerProcess } from './ledger-process.js';
import { spoiled, wellFormed } from './payloads.js';

interface Result {
  readonly index: number;
  readonly status: number;
  readonly problem?: {
    readonly type: string;
    readonly clause?: string;
    readonly errors?: readonly { field: string }[];
  };
}

interface Item {
  readonly command: string;
  readonly id: string;
  readonly body: object;
}

const MOST_ITEMS = 9_000;
const chance = seeded(20_211_231);

const roles = [
  ...new Set(
    languages.flatMap(({ department, records }) => [
      `department:${department}:post`,
      ...Object.values(records).flatMap((record) =>
        Object.values(record.commands).flatMap((payload) => commandOf(payload, record).role ?? []),
      ),
    ]),
  ),
];

const commandsOf = ({ records }: Catalogue) =>
  Object.values(records).flatMap((record) =>
    Object.entries(record.commands).map(([name, payload]) => ({ name, payload, traits: commandOf(payload, record) })),
  );

let ledger: LedgerProcess;
let token: string;
const head = async (): Promise<number> => (await ledger.get('/projections', token)).body.position;

async function post({ department }: Catalogue, items: readonly Item[], run: string): Promise<readonly Result[]> {
  const lines = items.map(({ command, id, body }, at) =>
    JSON.stringify({
      specversion: '1.0',
      id: `${run}-${at}`,
      source: '/every-command',
      type: `${namespaceOf(department)}.${command}`,
      subject: id,
      data: body,
    }),
  );
  const results: Result[] = [];
  for (let at = 0; at < lines.length; at += MOST_ITEMS) {
    const response = await ledger.fetch(`/${department}/batch`, {
      method: 'POST',
      token,
      headers: { 'content-type': 'application/x-ndjson' },
      body: `${lines.slice(at, at + MOST_ITEMS).join('\n')}\n`,
    });
    const text = await response.text();
    results.push(
      ...text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Result),
    );
  }
  return results;
}

describe.each(languages.map((language) => [language.department, language] as const))('%s', (_, language) => {
  beforeAll(async () => {
    ledger ??= await startLedger();
    token ??= await ledger.token(...roles, 'auditor');
  });

  const given = commandsOf(language).filter(({ traits }) => traits.issuedBy === 'department');

  it('refuses every command with one field wrong, names the field and the clause, and records nothing', async () => {
    const cases = given.flatMap(({ name, payload, traits }) =>
      spoiled(payload, chance.for(name)).map((one) => ({ ...one, name, clause: traits.clause })),
    );
    expect(cases.length).toBeGreaterThan(given.length * 5);
    const before = await head();
    const results = await post(
      language,
      cases.map(({ name, body }) => ({ command: name, id: 'X-1', body })),
      'spoiled',
    );
    const astray = cases.flatMap(({ name, what, field, clause }, at) => {
      const { status, problem } = results[at] ?? {};
      const isNamed = problem?.errors?.some(
        (error) => error.field === field || error.field.startsWith(`${field}.`) || error.field.startsWith(`${field}[`),
      );
      return status === 400 && isNamed && problem?.clause === clause ? [] : [{ name, field, what, status, problem }];
    });
    expect(astray).toEqual([]);
    expect(await head()).toBe(before);
  });

  it('gives nobody a command that only the ledger gives itself', async () => {
    const own = commandsOf(language).filter(({ traits }) => traits.issuedBy === 'system');
    const items = own.map(({ name, payload }) => ({
      command: name,
      id: 'X-1',
      body: wellFormed(payload, chance.for(name)),
    }));
    const results = items.length > 0 ? await post(language, items, 'system') : [];
    expect(results.map(({ status }) => status)).toEqual(items.map(() => 403));
  });

  it('answers every command on every kind of past with facts or with a rule, and never with a bug', async () => {
    const random = chance.for(`walk ${language.department}`);
    // Each command first on records that do not exist, then all of them again and again on a few.
    const fresh = given.map(({ name, payload }) => ({
      command: name,
      id: `N-${name}`,
      body: wellFormed(payload, random),
    }));
    const walk = Array.from({ length: given.length * 12 }, () => {
      const { name, payload } = random.pick(given);
      return { command: name, id: `X-${random.between(1, 2)}`, body: wellFormed(payload, random) };
    });
    const items = [...fresh, ...walk];
    const results = await post(language, items, 'walk');
    const astray = results.flatMap(({ index, status, problem }, at) => {
      const isRule = status === 409 || status === 422;
      const isTold = isRule && /^urn:taizhang:[a-z-]+\/[a-z-]+$/.test(problem?.type ?? '');
      return status === 200 || status === 201 || isTold ? [] : [{ index, status, problem, item: items[at] }];
    });
    expect(astray).toEqual([]);
    expect(results).toHaveLength(items.length);
  });
});

afterAll(async () => clear(ledger));
