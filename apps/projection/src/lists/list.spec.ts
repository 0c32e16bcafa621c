import { describe, expect, it } from '@jest/globals';
import readSheets from 'read-excel-file/node';
import { recorded, rowsOf, type PastFact } from '#projection';
import { foundry } from '../testing-facts.js';
import { comparedLines, everyList } from './list-answer.js';
import { csvOf, xlsxOf } from '../tables/table.js';
import { listTable, type StandingLine } from './list-table.js';
import { issueKey, listIssue, listRegister, type ListLine } from './list.projection.js';

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
