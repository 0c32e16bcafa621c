import type { Bilingual } from '#decider';
import type { Table } from '../tables/table.js';
import type { ListLine } from './list.projection.js';

/** A line with how it stands to the last published issue. */
export type StandingLine = ListLine & { readonly state: 'PUBLISHED' | 'LISTED_SINCE' | 'REMOVED_SINCE' };

/** A list for spreadsheets. */
export const listTable = (title: Bilingual, name: string, lines: readonly StandingLine[]): Table<StandingLine> => ({
  name,
  title,
  columns: [
    { title: '状态 State', of: ({ state }) => state },
    { title: '统一社会信用代码 USCC', of: ({ uscc }) => uscc, width: 22 },
    { title: '名称 Name', of: ({ name }) => name, width: 36 },
    { title: '县（区） Area', of: ({ county }) => county },
    { title: '行业代码 Industry', of: ({ industry }) => industry },
    { title: '案件 Case', of: ({ caseId }) => caseId, width: 24 },
    { title: '事由 Ground', of: ({ ground }) => ground, width: 48 },
    { title: '列入日 Since', of: ({ since }) => since },
    { title: '整改期限 Rectify by', of: ({ dueOn }) => dueOn },
  ],
  lines,
});
