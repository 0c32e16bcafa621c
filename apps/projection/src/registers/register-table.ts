import type { Keyed } from '#projection';
import { fieldColumns } from '../tables/field-columns.js';
import type { Table, TableColumn } from '../tables/table.js';
import { entryAnswer, type EntryAnswer } from './register-answer.js';
import type { RegisterRow } from './register.projection.js';
import type { Register } from './register.js';

const own: readonly TableColumn<EntryAnswer>[] = [
  { title: '编号 Entry (id)', of: ({ id }) => id, width: 28 },
  { title: '状态 State (state)', of: ({ state }) => state },
];
const lastFact: readonly TableColumn<EntryAnswer>[] = [
  { title: '最近事实 Last fact (last.type)', of: ({ last }) => last.type, width: 32 },
  { title: '法律时间 At (last.at)', of: ({ last }) => last.at, width: 26 },
  { title: '事件 Event (last.eventId)', of: ({ last }) => last.eventId, width: 38 },
];

/** A register for spreadsheets: the same entries as in JSON, with the fields that its facts declare as columns. */
export function registerTable(
  { name, title, when }: Register,
  position: number,
  rows: readonly Keyed<RegisterRow>[],
): Table<EntryAnswer> {
  const lines = rows.map(entryAnswer);
  const told = lines.map(({ id: _, state: __, last: ___, ...fields }) => fields);
  const fields = fieldColumns(Object.keys(when), told) as TableColumn<EntryAnswer>[];
  return { name: `${name}-at-${position}`, title, columns: [...own, ...fields, ...lastFact], lines };
}
