import { kindNames } from '../feed-item.js';
import type { Standard } from '../standards/standard.js';
import type { Table } from '../../tables/table.js';
import { controls, type Line } from './line.js';

/** Widest column: what is longer is read in its cell. */
const WIDEST = 40;
const width = (most: number): number => Math.min(WIDEST, Math.max(12, most));

/** A template of a reporting site: the columns of the standard in its order, then ours. */
export const exchangeTable = ({ kind, version, fields }: Standard, lines: readonly Line[]): Table<Line> => ({
  name: `${kind}-${version}`,
  title: kindNames[kind],
  columns: [
    ...fields.map(({ name, zh, most }) => ({
      title: `${zh} ${name}`,
      width: width(most),
      of: ({ record }: Line) => record[name],
    })),
    ...controls.map(({ name, zh, most }) => ({
      title: `${zh} ${name.toUpperCase()}`,
      width: width(most),
      of: (line: Line) => line[name],
    })),
  ],
  lines,
});
