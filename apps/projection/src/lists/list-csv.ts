import { stringify } from 'csv-stringify/sync';
import type { ListLine } from './list.projection.js';

/** Spreadsheets take a file for UTF-8 only when it begins so. */
const BOM = '\ufeff';

const columns: readonly (readonly [key: keyof ListLine | 'state', title: string])[] = [
  ['state', '状态 State'],
  ['uscc', '统一社会信用代码 USCC'],
  ['name', '名称 Name'],
  ['county', '县（区） Area'],
  ['industry', '行业代码 Industry'],
  ['caseId', '案件 Case'],
  ['ground', '事由 Ground'],
  ['since', '列入日 Since'],
  ['dueOn', '整改期限 Rectify by'],
];

/** A line with how it stands to the last published issue. */
export type CsvLine = ListLine & { readonly state: 'PUBLISHED' | 'LISTED_SINCE' | 'REMOVED_SINCE' };

/** A list for spreadsheets: both languages in the header, and no cell that a spreadsheet would run as a formula. */
export const listCsv = (lines: readonly CsvLine[]): string =>
  BOM +
  stringify([...lines], {
    header: true,
    columns: columns.map(([key, header]) => ({ key, header })),
    escape_formulas: true,
    record_delimiter: 'windows',
  });
