import type { government } from '#contracts';
import type { ReportTables } from '../reports/report.js';
import type { Table } from '../tables/table.js';
import type { ComparedReturn } from './report-answer.js';

interface ExitLine {
  /** Of returns: 0 for the first, then the supplements. */
  readonly number?: number;
  readonly kind: 'ENTERPRISE' | 'EQUIPMENT' | 'CAPACITY';
  readonly uscc: string;
  readonly id?: string;
  readonly what?: string;
  readonly county?: string;
  readonly how?: string;
  readonly capacity?: number;
  readonly unit?: string;
  readonly exitedOn: string;
  readonly documentNumber?: string;
  readonly eventId: string;
}

const linesOf = ({ enterprises, equipment, capacity }: government.ExitContent): ExitLine[] => [
  ...enterprises.map(({ name, scope, ...line }) => ({ kind: 'ENTERPRISE' as const, what: name, how: scope, ...line })),
  ...equipment.map(({ equipmentId, ...line }) => ({ kind: 'EQUIPMENT' as const, id: equipmentId, ...line })),
  ...capacity.map(({ lineId, product, ...line }) => ({
    kind: 'CAPACITY' as const,
    id: lineId,
    what: product,
    ...line,
  })),
];

const lineTable = (lines: readonly ExitLine[]): Table<ExitLine> => ({
  name: 'lines',
  title: { zh: '逐项', en: 'Line by line' },
  columns: [
    ...(lines.some(({ number }) => number !== undefined)
      ? [{ title: '第几次 Return', of: ({ number }: ExitLine) => number }]
      : []),
    { title: '类别 Kind', of: ({ kind }) => kind },
    { title: '统一社会信用代码 USCC', of: ({ uscc }) => uscc, width: 22 },
    { title: '编号 Id', of: ({ id }) => id, width: 20 },
    { title: '名称 What', of: ({ what }) => what, width: 36 },
    { title: '县（区） Area', of: ({ county }) => county },
    { title: '方式 How', of: ({ how }) => how },
    { title: '年产能 Capacity', of: ({ capacity }) => capacity },
    { title: '单位 Unit', of: ({ unit }) => unit },
    { title: '退出日 On', of: ({ exitedOn }) => exitedOn },
    { title: '文号 Document', of: ({ documentNumber }) => documentNumber, width: 28 },
    { title: '事件 Event', of: ({ eventId }) => eventId, width: 38 },
  ],
  lines,
});

const capacityOf = ({ capacity }: government.ExitTotals): string =>
  capacity.map((total) => `${total.product} ${total.capacity}${total.unit}`).join('；');

const totalsTable = (totals: government.ExitTotals): Table<government.ExitTotals> => ({
  name: 'totals',
  title: { zh: '合计', en: 'In all' },
  columns: [
    { title: '企业 Enterprises', of: ({ enterprises }) => enterprises },
    { title: '设备 Equipment', of: ({ equipment }) => equipment },
    { title: '生产线 Lines', of: ({ lines }) => lines },
    { title: '产能 Capacity', of: capacityOf, width: 48 },
  ],
  lines: [totals],
});

/** What exited, for spreadsheets and on paper. */
export function exitTables(content: government.ExitContent, totals: government.ExitTotals): ReportTables {
  const lines = lineTable(linesOf(content));
  const sums = totalsTable(totals);
  return { csv: lines, sheets: [lines, sums], printed: [sums, lines] };
}

/** A return and its supplements with how each stands to the ledger, and what each handed in. */
export function returnTables(
  returns: readonly ComparedReturn[],
  contents: readonly government.ExitContent[],
): ReportTables {
  const compared: Table<ComparedReturn> = {
    name: 'returns',
    title: { zh: '反馈核对', en: 'Compared with the ledger' },
    columns: [
      { title: '第几次 Return', of: ({ number }) => number },
      { title: '法律时间截至 As of', of: ({ frozen }) => frozen.asOf },
      { title: '台账位置 Position', of: ({ frozen }) => frozen.asKnownAt },
      { title: '企业 Enterprises', of: ({ totals }) => totals.enterprises },
      { title: '设备 Equipment', of: ({ totals }) => totals.equipment },
      { title: '生产线 Lines', of: ({ totals }) => totals.lines },
      { title: '产能 Capacity', of: ({ totals }) => capacityOf(totals), width: 40 },
      { title: '签发人 Signed off by', of: ({ signedOffBy }) => signedOffBy },
      { title: '逾期 Late', of: ({ isLate }) => isLate },
      { title: '结论 Says', of: ({ says }) => says.zh, width: 36 },
      { title: '内容摘要 SHA-256', of: ({ frozen }) => frozen.contentSha256, width: 40 },
    ],
    lines: returns,
  };
  const lines = lineTable(contents.flatMap((content, number) => linesOf(content).map((line) => ({ number, ...line }))));
  return { csv: lines, sheets: [compared, lines], printed: [compared, lines] };
}
