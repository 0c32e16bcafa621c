import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import readSheets from 'read-excel-file/node';
import { recorded, rowsOf, type PastFact } from '#projection';
import { foundry } from '../testing-facts.js';
import { comparedLines, everyList } from './list-answer.js';
import { csvOf, xlsxOf } from '../tables/table.js';
import { linesBetween } from './list-diff.js';
import { diffTable, issuesTable, listTable, type StandingLine } from './list-table.js';
import { issueKey, listIssue, listRegister, type Issue, type ListLine } from './list.projection.js';

const line = (caseId: string, ground = '超限额'): ListLine => ({
  uscc: foundry.uscc,
  name: foundry.name,
  county: 'BL',
  industry: '3120',
  caseId,
  ground,
  since: '2021-03-15',
  dueOn: '2021-09-15',
});
const inList = (type: string, data: object): PastFact => ({
  type: `energy.${type}`,
  stream: 'energy.list-yellow-card',
  data,
});
const listed = (caseId: string) => inList('EnterpriseListed', { entry: line(caseId) });
const delisted = (caseId: string) => inList('EnterpriseDelisted', { caseId, reason: '整改合格' });
const issue = (issueNumber: number, ...caseIds: string[]) =>
  inList('YellowListPublished', { issueNumber, asOf: '2021-06-30', entries: caseIds.map((id) => line(id)) });

describe('a public list', () => {
  const register = (...facts: PastFact[]) => rowsOf(listRegister, recorded(...facts)).get('yellow-card')!;

  it('has on it whoever was listed and not taken off', () =>
    expect(register(listed('a'), listed('b'), delisted('a')).entries.map(({ caseId }) => caseId)).toEqual(['b']));

  it('shows the later day when a rectification was prolonged', () =>
    expect(
      register(listed('a'), inList('ListEntryProlonged', { caseId: 'a', dueOn: '2021-12-15' })).entries,
    ).toMatchObject([{ caseId: 'a', dueOn: '2021-12-15' }]));

  it('knows the number of its last issue', () =>
    expect(register(listed('a'), issue(1, 'a'), issue(2, 'a')).issueNumber).toBe(2));

  it('freezes an issue as it was published', () => {
    const issues = rowsOf(listIssue, recorded(listed('a'), issue(1, 'a'), delisted('a'), issue(2), issue(1, 'z')));
    expect(issues.get(issueKey('yellow-card', 1))).toMatchObject({ list: 'yellow-card', entries: [{ caseId: 'a' }] });
    expect(issues.get(issueKey('yellow-card', 2))).toMatchObject({ entries: [] });
  });
});

describe('lists of several departments', () => {
  const ofReform = (type: string, data: object): PastFact => ({
    type: `developmentReform.${type}`,
    stream: 'developmentReform.list-yellow-card',
    data,
  });
  const rows = rowsOf(
    listRegister,
    recorded(
      listed('a'),
      ofReform('EnterpriseListed', { entry: line('r') }),
      ofReform('YellowListPublished', { issueNumber: 1, asOf: '2021-06-30', entries: [line('r')] }),
    ),
  );

  it('are kept apart, whatever they have in common', () => {
    expect(rows.get('yellow-card')!.entries.map(({ caseId }) => caseId)).toEqual(['a']);
    expect(rows.get('development-reform.yellow-card')).toMatchObject({ issueNumber: 1, entries: [{ caseId: 'r' }] });
  });

  it('are told with who keeps them', () => {
    const { lists } = everyList;
    expect(new Set(lists.map(({ list }) => list)).size).toBe(lists.length);
    expect(lists).toContainEqual({
      list: 'development-reform.yellow-card',
      department: 'development-reform',
      title: { zh: '发展和改革：黄牌名单', en: 'Development and reform: yellow-card list' },
      path: '/lists/development-reform.yellow-card',
    });
  });
});

describe('what lies between two issues', () => {
  const [a, b, later] = [line('a'), line('b'), { ...line('b'), dueOn: '2021-12-15' }];

  it('is who entered, who left, and whose line says something else', () =>
    expect(linesBetween([a, b], [later, line('c')])).toEqual({
      entered: [line('c')],
      left: [a],
      changed: [{ before: b, after: later, fields: ['dueOn'] }],
    }));

  it('is nothing when they say the same, in whatever order', () =>
    expect(linesBetween([a, b], [b, a])).toEqual({ entered: [], left: [], changed: [] }));

  it('leads from the one to the other', () => {
    const lines = fc
      .uniqueArray(fc.record({ id: fc.integer({ min: 0, max: 9 }), ground: fc.constantFrom('x', 'y') }), {
        selector: ({ id }) => id,
      })
      .map((all) => all.map(({ id, ground }) => line(String(id), ground)));
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const { entered, left, changed } = linesBetween(before, after);
        const gone = new Set(left.map(({ caseId }) => caseId));
        const patched = new Map(changed.map((one) => [one.after.caseId, one.after]));
        const led = before
          .filter(({ caseId }) => !gone.has(caseId))
          .map((one) => patched.get(one.caseId) ?? one)
          .concat(entered);
        const sorted = (all: readonly ListLine[]) => all.toSorted((x, y) => (x.caseId < y.caseId ? -1 : 1));
        expect(sorted(led)).toEqual(sorted(after));
      }),
    );
  });

  it('is a table that says what each line was', () => {
    const lines = csvOf(diffTable({ zh: '黄牌名单', en: 'Yellow cards' }, 'd', linesBetween([a, b], [later]))).split(
      '\r\n',
    );
    expect(lines[1]).toMatch(/^LEFT,.*,$/);
    expect(lines[2]).toMatch(/^CHANGED,.*2021-12-15,dueOn: 2021-09-15$/);
  });
});

describe('every issue of a list', () => {
  it('makes one file that says which issues are in it', () => {
    const issues = [...rowsOf(listIssue, recorded(issue(1, 'a'), issue(2, 'a', 'b'))).values()] as Issue[];
    const table = issuesTable({ zh: '黄牌名单', en: 'Yellow cards' }, 'yellow-card', issues);
    expect(table.name).toBe('yellow-card-issues-1-2');
    expect(table.lines.map(({ issueNumber, caseId }) => `${issueNumber}${caseId}`)).toEqual(['1a', '2a', '2b']);
  });
});

describe('the lists of the plan', () => {
  it.each([
    ['violators'],
    ['yellow-card'],
    ['red-card'],
    ['market-regulation.licence-holders'],
    ['market-regulation.nonconforming-products'],
    ['environment.exceedance'],
    ['environment.serious-exceedance'],
  ])('have issues: %s', (name) => expect(everyList.lists.map(({ list }) => list)).toContain(name));

  it.each([['exit-announcements'], ['exposed-violations']])('or are a public register without issues: %s', (name) =>
    expect(everyList.registers).toContainEqual(
      expect.objectContaining({ register: name, path: `/registers/public/${name}` }),
    ),
  );
});

describe('a list for spreadsheets', () => {
  const table = (lines: readonly StandingLine[]) => listTable({ zh: '黄牌名单', en: 'Yellow cards' }, 'yellow', lines);

  it('has a header in both languages and tells published lines from later changes', () => {
    const published = rowsOf(listIssue, recorded(issue(1, 'a', 'b'))).get(issueKey('yellow-card', 1)) as never;
    const text = csvOf(table(comparedLines(published, { entries: [line('b'), line('c')] })));
    expect(text.startsWith('\ufeff状态 State,统一社会信用代码 USCC,')).toBe(true);
    expect(
      text
        .split('\r\n')
        .slice(1, 4)
        .map((row) => row.split(',')[0]),
    ).toEqual(['REMOVED_SINCE', 'PUBLISHED', 'LISTED_SINCE']);
  });

  it('does not run what a spreadsheet would take for a formula', () =>
    expect(csvOf(table([{ ...line('a', '=HYPERLINK("http://x")'), state: 'PUBLISHED' }]))).toContain(`"'=HYPERLINK`));

  it('is a workbook whose codes stay codes, and whose formulas stay texts', async () => {
    const lines = [{ ...line('a', '=1+1'), state: 'PUBLISHED' as const }];
    const [sheet] = await readSheets(await xlsxOf(table(lines)));
    expect(sheet!.sheet).toBe('黄牌名单');
    expect(sheet!.data[0]!.slice(0, 2)).toEqual(['状态 State', '统一社会信用代码 USCC']);
    expect(sheet!.data[1]).toEqual(expect.arrayContaining([foundry.uscc, '3120', '=1+1', '2021-03-15']));
  });
});
