import { yuanFromFen } from '#codes';
import type { Table, TableColumn } from '../../tables/table.js';
import type { ReportTables } from '../report.js';
import { figures, type Figure, type Figures } from './figures.js';
import type { Enforcement, EnforcementLine } from './sums.js';

const titles: Readonly<Record<Figure, string>> = {
  inspections: '检查 Inspections',
  lookBacks: '回头看 Look-backs',
  violations: '违法行为 Violations',
  correctionOrders: '责令改正 Orders',
  penalties: '处罚 Penalties',
  annulled: '撤销 Annulled',
  finesFen: '罚款（元） Fines (yuan)',
  campaigns: '联合分区检查 Joint, zoned',
  enterprisesInspected: '检查企业 Enterprises',
  problemsFound: '发现问题 Problems',
};

const columnOf = <Line>(figure: Figure, of: (line: Line) => number | undefined): TableColumn<Line> => ({
  title: titles[figure],
  of: (line) => (figure === 'finesFen' ? Number(yuanFromFen(of(line) ?? 0)) : of(line)),
});
const columns = figures.map((figure) => columnOf<Figures>(figure, (line) => line[figure]));

const county: TableColumn<any> = { title: '县（区） Area', of: (line) => line.county ?? '—' };
const department: TableColumn<any> = { title: '部门 Department', of: (line) => line.department, width: 22 };

export function enforcementTables(
  { cells, byDepartment, byCounty, totals }: Enforcement,
  lines: readonly EnforcementLine[],
): ReportTables {
  const all: Table = {
    name: 'cells',
    title: { zh: '按部门和县（区）', en: 'By department and area' },
    columns: [department, county, ...columns],
    lines: cells,
  };
  const departments: Table = {
    name: 'departments',
    title: { zh: '按部门', en: 'By department' },
    columns: [{ title: '部门 Department', of: ({ title }) => title, width: 36 }, ...columns],
    lines: [...byDepartment, { title: '合计 All', ...totals }],
  };
  const counties: Table = {
    name: 'areas',
    title: { zh: '按县（区）', en: 'By area' },
    columns: [{ title: '县（区） Area', of: ({ name }) => name, width: 24 }, ...columns],
    lines: [...byCounty, { name: '合计 All', ...totals }],
  };
  const evidence: Table<EnforcementLine> = {
    name: 'facts',
    title: { zh: '计入的事实', en: 'Facts counted' },
    columns: [
      { title: '日期 On', of: ({ on }) => on },
      department,
      county,
      ...figures.map((figure) => columnOf<EnforcementLine>(figure, ({ counts }) => counts[figure])),
      { title: '事件 Event', of: ({ eventId }) => eventId, width: 38 },
    ],
    lines,
  };
  return { csv: all, sheets: [all, departments, counties, evidence], printed: [departments, counties] };
}
