import { cpus, totalmem } from 'node:os';

/** One measured figure and what was promised of it. */
export interface Row {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  /** What it should at least be, or at most when `atMost`. */
  readonly goal?: number;
  readonly atMost?: boolean;
  /** Milliseconds. */
  readonly p50?: number;
  readonly p99?: number;
  readonly note?: string;
}

/** The machine as a reader of the figures must know it. */
export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}-${process.arch}`;

/** Value at a share of the sorted samples, nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = Float64Array.from(samples).sort();
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(value >= 10 ? 1 : 2);

const met = ({ figure, goal, atMost }: Row): string =>
  goal === undefined ? '' : (atMost ? figure <= goal : figure >= goal) ? 'yes' : 'NO';

/** The rows as a Markdown table, so that they can be pasted where figures are shown. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    `${number(row.figure)} ${row.unit}`,
    row.p50 === undefined ? '' : number(row.p50),
    row.p99 === undefined ? '' : number(row.p99),
    row.goal === undefined ? '' : `${row.atMost ? '≤' : '≥'} ${number(row.goal)}`,
    met(row),
    row.note ?? '',
  ]);
  const head = ['what', 'figure', 'p50 ms', 'p99 ms', 'goal', 'met', 'note'];
  return [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`).join('\n');
}
