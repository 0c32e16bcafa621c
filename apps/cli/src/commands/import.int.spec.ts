import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Item } from '../ledger.js';
import { accepted, refused, testingLedger, told, type TestingLedger } from '../testing-ledger.js';

const USCC = '91441322MA00TT0126';
const MISREAD = '9I441322MAOOTT0126';
const WIDE = '９１４４１３２２ＭＡ００ＴＴ０１２６ ';
const HEADER =
  'record,occurredAt,enterprise.uscc,enterprise.name,enterprise.county,enterprise.industry,product,capacity,unit,grounds';
const row = (record: string, uscc: string, capacity = '30') =>
  `${record},2021-05-10T10:00:00+08:00,${uscc},"博罗试验水泥有限公司〔模拟〕",BL,3011,水泥熟料,${capacity},万吨/年,ENERGY；TECH`;

let folder: string;
let ledger: TestingLedger;
const items: Item[] = [];
const taken = new Set<string>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-import-'));
  items.length = 0;
  taken.clear();
  ledger = await testingLedger({
    item: (item) => {
      const known = taken.has(item.id);
      items.push(item);
      const { enterprise } = item.data as { enterprise: { uscc: string } };
      if (enterprise.uscc !== USCC) return refused('request/fields-wrong');
      taken.add(item.id);
      const answer = accepted(`energy.capacity-${item.subject}`, 'energy.CapacityClassified');
      return known ? { ...answer, status: 200, receipt: { ...answer.receipt, replayed: true } } : answer;
    },
  });
});
afterEach(async () => {
  await ledger.stop();
  rmSync(folder, { recursive: true });
});

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const importing = (path: string, ...more: string[]) =>
  told(['import', path, '--department', 'energy', '--url', ledger.url, '--token', 't', ...more]);
const lines = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a CSV out of a spreadsheet', () => {
  const dirty = [
    '\uFEFF' + HEADER,
    row('L1', USCC),
    row('L2', WIDE, '３０'),
    row('L3', MISREAD),
    'L4,too,short',
    '',
  ].join('\r\n');
  const command = ['--command', 'ClassifyCapacity'];

  it('becomes items whose cells are what the fields want', async () => {
    await importing(file('a.csv', dirty), ...command);
    expect(items[0]).toMatchObject({
      specversion: '1.0',
      source: 'urn:taizhang:import',
      type: 'energy.ClassifyCapacity',
      subject: 'L1',
      time: '2021-05-10T10:00:00+08:00',
      data: { enterprise: { uscc: USCC, county: 'BL', industry: '3011' }, capacity: 30, grounds: ['ENERGY', 'TECH'] },
    });
    expect(items[0]!.id).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has its codes tidied, each change told, and no letter guessed silently', async () => {
    const { code, talk, out } = await importing(file('a.csv', dirty), ...command);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ accepted: 2, known: 0, refused: 2, fixUps: 2 });
    expect(talk).toContain(`line 3: enterprise.uscc ${JSON.stringify(WIDE)} → "${USCC}"`);
    expect(talk).toContain('line 3: capacity "３０" → "30"');
    expect(items[2]!.data).toMatchObject({ enterprise: { uscc: MISREAD } });
    expect(talk).toContain(`Was ${USCC} meant?`);
  });

  it('leaves what was refused in a file that can be mended and imported again', async () => {
    const errors = join(folder, 'errors.ndjson');
    await importing(file('a.csv', dirty), ...command, '--errors', errors);
    const [misread, short] = lines(errors);
    expect(misread).toMatchObject({
      line: 4,
      subject: 'L3',
      problem: { type: 'urn:taizhang:request/fields-wrong' },
      proposals: [{ field: 'enterprise.uscc', was: MISREAD, meant: USCC }],
    });
    expect(short).toMatchObject({ line: 5, raw: 'L4,too,short', problem: { status: 400 } });

    misread.data.enterprise.uscc = USCC;
    const mended = file('mended.ndjson', `${JSON.stringify(misread)}\n`);
    expect(await importing(mended)).toMatchObject({
      code: 0,
      out: '{"accepted":1,"known":0,"refused":0,"fixUps":0}\n',
    });
    expect(Object.keys(items.at(-1)!).sort()).toEqual(
      ['data', 'datacontenttype', 'id', 'source', 'specversion', 'subject', 'time', 'type'].sort(),
    );
    expect(items.at(-1)!.id).toBe(misread.id);
  });

  it('is harmless to import twice', async () => {
    const clean = file('clean.csv', [HEADER, row('L1', USCC)].join('\n'));
    await importing(clean, ...command);
    expect(await importing(clean, ...command)).toMatchObject({
      code: 0,
      out: '{"accepted":0,"known":1,"refused":0,"fixUps":0}\n',
    });
  });

  it('may be in GB 18030', async () => {
    // 鑫 in a name: C4 CE in GB 18030, no UTF-8.
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}\nL1,2021-05-10T10:00:00+08:00,${USCC},`),
      Buffer.from([0xf6, 0xce]),
      Buffer.from(',BL,3011,x,30,t,ENERGY\n'),
    ]);
    const { code, talk } = await importing(file('gb.csv', bytes), ...command);
    expect(code).toBe(0);
    expect(talk).toContain('gb18030');
    expect(items[0]!.data).toMatchObject({ enterprise: { name: '鑫' } });
  });

  it('is refused before anything is sent when its header names no field', async () => {
    const { code, talk } = await importing(file('h.csv', `record,enterprise.usccc\nL1,x\n`), ...command);
    expect(code).toBe(2);
    expect(talk).toContain('Did you mean enterprise.uscc');
    expect(ledger.heard).toEqual([]);
  });

  it.each([
    ['without a command', []],
    ['without a column for the record', ['--command', 'AcceptRectification']],
  ])('is not imported %s', async (_, args) =>
    expect(await importing(file('x.csv', 'opinion\nok\n'), ...args)).toMatchObject({ code: 2 }),
  );
});

describe('a file of events', () => {
  const event = (id: string, uscc: string) =>
    JSON.stringify({
      specversion: '1.0',
      id,
      source: '/desk',
      type: 'energy.ClassifyCapacity',
      subject: id,
      time: '2021-05-10T10:00:00+08:00',
      data: { enterprise: { uscc }, capacity: 1 },
    });

  it('is sent in batches, in order, with the ids of its own', async () => {
    const many = Array.from({ length: 1201 }, (_, at) => event(`E${at}`, USCC)).join('\n');
    const { code, out } = await importing(file('e.ndjson', many));
    expect({ code, out }).toEqual({ code: 0, out: '{"accepted":1201,"known":0,"refused":0,"fixUps":0}\n' });
    expect(ledger.heard.map(({ path }) => path)).toEqual(['/energy/batch', '/energy/batch', '/energy/batch']);
    expect(items.map(({ id }) => id)).toEqual(Array.from({ length: 1201 }, (_, at) => `E${at}`));
    expect(items[0]!.data).toMatchObject({ occurredAt: '2021-05-10T10:00:00+08:00' });
  });

  it('has a line of its own for every item when machines ask', async () => {
    const { out } = await importing(file('e.ndjson', [event('A', USCC), '{', event('B', 'x')].join('\n')), '--json');
    const results = out
      .trimEnd()
      .split('\n')
      .slice(0, 3)
      .map((line) => JSON.parse(line));
    expect(results.map(({ line, status }) => [line, status])).toEqual([
      [1, 201],
      [2, undefined],
      [3, 409],
    ]);
    expect(results[1].problem.detail).toContain('not JSON');
  });

  it('of another department is not sent', async () => {
    const { code } = await importing(file('e.ndjson', event('A', USCC).replace('energy.', 'credit.')));
    expect(code).toBe(1);
    expect(ledger.heard).toEqual([]);
  });
});
