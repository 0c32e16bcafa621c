import type { Keyed } from '#projection';
import { fieldColumns } from '../tables/field-columns.js';
import type { Table } from '../tables/table.js';
import { tipAnswer, type TipAnswer } from './tip-answer.js';
import { tipRegister, type TipEntry } from './tip.projection.js';

/** The register of tips for spreadsheets: the same lines as in JSON, to the same readers. */
export function tipTable(position: number, rows: readonly Keyed<TipEntry>[]): Table<TipAnswer> {
  const lines = rows.map(tipAnswer).map(({ steps: _, ...tip }) => tip as TipAnswer);
  return {
    name: `tips-at-${position}`,
    title: { zh: '举报簿册（密封）', en: 'Tips (sealed)' },
    columns: fieldColumns(Object.keys(tipRegister.when), lines),
    lines,
  };
}
