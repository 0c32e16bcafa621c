import 'reflect-metadata';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { told } from '../../apps/cli/src/testing-ledger.js';
import { clear, startLedger, type LedgerProcess } from './ledger-process.js';

/** A hundredth of every number of the year, and at least one of each. */
const SLICE = ['simulate', '--preset', 'hz-2021', '--share', '0.01'] as const;

/** A ledger whose clock stands behind the year: it takes the year as departments bring in old files. */
async function afterTheYear(): Promise<LedgerProcess> {
  const data = await mkdtemp(join(tmpdir(), 'taizhang-'));
  const scenario = { preset: 'plan-year-2021', startsAt: '2022-02-01T00:00:00.000Z', posted: true };
  await writeFile(join(data, 'scenario.json'), JSON.stringify(scenario));
  return startLedger({ data, args: ['--empty'] });
}

/** The command line in this process: there are as many files as there are departments and waves. */
const run = (data: string, ...args: readonly string[]) => told(args, { env: { TAIZHANG_DATA: data, NO_COLOR: '1' } });

const lines = (text: string): any[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('a slice of the city year, posted', () => {
  let ledger: LedgerProcess;
  beforeAll(async () => void (ledger = await afterTheYear()));
  afterAll(() => clear(ledger));

  it('meets nothing that it did not foresee, and says what became of its rows', async () => {
    const { code, out, talk } = await run(ledger.data, ...SLICE);
    expect({ code, talk: code === 0 ? '' : talk }).toEqual({ code: 0, talk: '' });
    const { rows, accepted, known, refused, tidied } = JSON.parse(out);
    expect(rows).toBeGreaterThan(700);
    expect(accepted + known + refused).toBe(rows);
    expect(refused).toBeGreaterThan(1);
    expect(tidied).toBeGreaterThan(1);
    expect(talk).toMatch(/rows: \d+ accepted/);
  });

  it('changes nothing when it is posted again', async () => {
    const { code, out, talk } = await run(ledger.data, ...SLICE);
    expect({ code, talk: code === 0 ? '' : talk }).toEqual({ code: 0, talk: '' });
    expect(JSON.parse(out)).toMatchObject({ accepted: 0, facts: 0 });
  });
});

describe('a slice of the city year, written as files', () => {
  let ledger: LedgerProcess;
  let folder: string;
  beforeAll(async () => {
    ledger = await afterTheYear();
    folder = await mkdtemp(join(tmpdir(), 'city-year-'));
  });
  afterAll(async () => {
    await clear(ledger);
    await rm(folder, { recursive: true, force: true });
  });

  it('is imported file by file, and exactly the rows are refused that must be', async () => {
    const written = await run(ledger.data, ...SLICE, '--out', folder);
    expect(written.code).toBe(0);
    const { files, refused } = JSON.parse(written.out) as {
      files: { path: string; department: string; command?: string; rows: number }[];
      refused: number;
    };
    expect(files.some(({ path }) => path.endsWith('.csv'))).toBe(true);
    const expected = lines(await readFile(join(folder, 'refusals.ndjson'), 'utf8'));
    expect(expected).toHaveLength(refused);

    const met: { key: string; with: string }[] = [];
    for (const { path, department, command } of files) {
      const errors = `${path}.refused`;
      const words = command ? ['--command', command] : [];
      const { code, talk } = await run(
        ledger.data,
        ...['import', path, '--department', department, '--errors', errors],
        ...words,
      );
      expect([0, 1]).toContain(code);
      const its = lines(await readFile(errors, 'utf8'));
      expect({ path, code, talk: its.length === 0 ? '' : talk }).toMatchObject({ code: its.length === 0 ? 0 : 1 });
      met.push(...its.map(({ id, problem }) => ({ key: id, with: problem.type.replace('urn:taizhang:', '') })));
    }
    const byKey = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1);
    expect(met.sort(byKey)).toEqual(expected.map(({ key, refusedWith }) => ({ key, with: refusedWith })).sort(byKey));
  });
});
