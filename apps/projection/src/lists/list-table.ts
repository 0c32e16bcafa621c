import type { Bilingual } from '#decider';
import type { Table, TableColumn } from '../tables/table.js';
import type { ListDiff } from './list-diff.js';
import type { Issue, ListLine } from './list.projection.js';

/** A line with how it stands to the last published issue. */
export type StandingLine = ListLine & { readonly state: 'PUBLISHED' | 'LISTED_SINCE' | 'REMOVED_SINCE' };

const lineColumns: readonly TableColumn<ListLine>[] = [
  { title: '统一社会信用代码 USCC', of: ({ uscc }) => uscc, width: 22 },
  { title: '名称 Name', of: ({ name }) => name, width: 36 },
  { title: '县（区） Area', of: ({ county }) => county },
  { title: '行业代码 Industry', of: ({ industry }) => industry },
  { title: '案件 Case', of: ({ caseId }) => caseId, width: 24 },
  { title: '事由 Ground', of: ({ ground }) => ground, width: 48 },
  { title: '列入日 Since', of: ({ since }) => since },
  { title: '整改期限 Rectify by', of: ({ dueOn }) => dueOn },
];

/** A list for spreadsheets. */
export const listTable = (title: Bilingual, name: string, lines: readonly StandingLine[]): Table<StandingLine> => ({
  name,
  title,
  columns: [{ title: '状态 State', of: ({ state }) => state }, ...lineColumns],
  lines,
});

type IssuedLine = ListLine & Pick<Issue, 'issueNumber' | 'asOf'>;

/** Every line of every issue, each with the number of its issue; the file says which issues are in it. */
export const issuesTable = (title: Bilingual, list: string, issues: readonly Issue[]): Table<IssuedLine> => ({
  name: `${list}-issues-1-${issues.at(-1)?.issueNumber ?? 0}`,
  title,
  columns: [
    { title: '期号 Issue', of: ({ issueNumber }) => issueNumber },
    { title: '截至 As of', of: ({ asOf }) => asOf },
    ...lineColumns,
  ],
  lines: issues.flatMap(({ issueNumber, asOf, entries }) => entries.map((line) => ({ ...line, issueNumber, asOf }))),
});

type DiffLine = ListLine & { readonly change: 'ENTERED' | 'LEFT' | 'CHANGED'; readonly was?: string };

/** What changed between two issues, a line each; `was` says what a changed line said before. */
export const diffTable = (title: Bilingual, name: string, { entered, left, changed }: ListDiff): Table<DiffLine> => ({
  name,
  title,
  columns: [
    { title: '变化 Change', of: ({ change }) => change },
    ...lineColumns,
    { title: '变更前 Was', of: ({ was }) => was, width: 36 },
  ],
  lines: [
    ...entered.map((line) => ({ ...line, change: 'ENTERED' as const })),
    ...left.map((line) => ({ ...line, change: 'LEFT' as const })),
    ...changed.map(({ before, after, fields }) => ({
      ...after,
      change: 'CHANGED' as const,
      was: fields.map((field) => `${field}: ${before[field as keyof ListLine] ?? ''}`).join('；'),
    })),
  ],
});
