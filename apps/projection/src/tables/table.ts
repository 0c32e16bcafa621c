import { stringify } from 'csv-stringify/sync';
import writeSheet from 'write-excel-file/node';
import type { Bilingual } from '#decider';

/** What a cell may hold. Days and codes are text, so that no spreadsheet rounds or reorders them. */
export type Cell = string | number | boolean | null | undefined;

export interface TableColumn<Line> {
  /** In both languages: 名称 Name. */
  readonly title: string;
  readonly of: (line: Line) => Cell;
  /** Characters; 16 unless said. */
  readonly width?: number;
}

/** An answer as rows and columns, for those who read it in a spreadsheet. */
export interface Table<Line = any> {
  /** Of the file, without what comes after the dot. */
  readonly name: string;
  readonly title: Bilingual;
  readonly columns: readonly TableColumn<Line>[];
  readonly lines: readonly Line[];
}

/** Spreadsheets take a file for UTF-8 only when it begins so. */
const BOM = '\ufeff';

/** RFC 4180, with both languages in the header and no cell that a spreadsheet would run as a formula. */
export const csvOf = <Line>({ columns, lines }: Table<Line>): string =>
  BOM +
  stringify(
    lines.map((line) => columns.map(({ of }) => of(line) ?? '')),
    {
      header: true,
      columns: columns.map(({ title }) => title),
      escape_formulas: true,
      record_delimiter: 'windows',
      cast: { boolean: String },
    },
  );

/** The name of a sheet may have 31 characters, and none of these. */
const sheetName = (text: string): string => text.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** An Excel workbook (ECMA-376) with one sheet. A text that looks like a formula stays a text. */
export async function xlsxOf(...tables: readonly Table[]): Promise<Buffer> {
  const sheets = tables.map(({ title, columns, lines }) => ({
    sheet: sheetName(title.zh),
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width: width ?? 16 })),
    data: [
      columns.map(({ title: value }) => ({ value, fontWeight: 'bold' as const })),
      ...lines.map((line) => columns.map(({ of }) => cell(of(line)))),
    ],
  }));
  return writeSheet(sheets).toBuffer();
}

const cell = (value: Cell) =>
  value === null || value === undefined
    ? null
    : { value, type: typeof value === 'number' ? Number : typeof value === 'boolean' ? Boolean : String };
