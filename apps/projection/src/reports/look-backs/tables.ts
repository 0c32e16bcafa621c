import { areas as areaNames, industryGroups, type AreaCode } from '#codes';
import type { Table } from '../../tables/table.js';
import type { ReportTables } from '../report.js';
import type { Matrix, MatrixCell, MatrixLine } from './cells.js';

const nameOf = (industry: keyof typeof industryGroups): string =>
  `${industryGroups[industry].zh}${industryGroups[industry].confirmed ? '' : '*'}`;

/** `✓ 12/1`: done, so many enterprises checked, so many problems found; `○` for what is planned and not done. */
const mark = ({ planned, done, enterprisesChecked, problems }: MatrixCell): string =>
  done ? `✓ ${enterprisesChecked}/${problems}` : planned ? '○' : '';

export function matrixTables({ industries, areas, cells, totals }: Matrix, lines: readonly MatrixLine[]): ReportTables {
  const at = (county: AreaCode, industry: string): MatrixCell =>
    cells.find((cell) => cell.county === county && cell.industry === industry)!;
  const grid: Table<Matrix['industries'][number]> = {
    name: 'grid',
    title: {
      zh: '矩阵（✓ 已完成 检查企业数/问题数；○ 已计划未完成）',
      en: 'Matrix (✓ done, enterprises checked/problems found; ○ planned and not done)',
    },
    columns: [
      { title: '行业 Industry', of: ({ industry }) => nameOf(industry), width: 20 },
      ...areas.map(({ county }) => ({
        title: `${areaNames[county].zh.replace(/(经济技术|高新技术产业)开发区$/, '')} ${county}`,
        of: ({ industry }: Matrix['industries'][number]) => mark(at(county, industry)),
      })),
    ],
    lines: industries,
  };
  const sums: Table = {
    name: 'totals',
    title: { zh: '合计', en: 'In all' },
    columns: [
      { title: '已计划 Planned', of: ({ planned }) => planned },
      { title: '已完成 Done', of: ({ done }) => done },
      { title: '检查企业数 Enterprises checked', of: ({ enterprisesChecked }) => enterprisesChecked },
      { title: '问题数 Problems', of: ({ problems }) => problems },
      { title: '县（区）自行增加的行业 Industries that areas added', of: ({ added }) => added, width: 40 },
    ],
    lines: [{ ...totals, added: areas.flatMap(({ name, added }) => added.map((one) => `${name}：${one}`)).join('；') }],
  };
  const long: Table<MatrixCell> = {
    name: 'cells',
    title: { zh: '逐格', en: 'Cell by cell' },
    columns: [
      { title: '县（区） Area', of: ({ county }) => county },
      { title: '行业代码 Industry', of: ({ industry }) => industry, width: 20 },
      { title: '行业 Name', of: ({ industry }) => industryGroups[industry].zh },
      { title: '计划载明 Confirmed', of: ({ industry }) => industryGroups[industry].confirmed },
      { title: '已计划 Planned', of: ({ planned }) => planned },
      { title: '已完成 Done', of: ({ done }) => done },
      { title: '次数 Look-backs', of: ({ lookBacks }) => lookBacks },
      { title: '检查企业数 Enterprises checked', of: ({ enterprisesChecked }) => enterprisesChecked },
      { title: '问题数 Problems', of: ({ problems }) => problems },
      { title: '最近完成日 Last on', of: ({ lastOn }) => lastOn },
    ],
    lines: cells,
  };
  const evidence: Table<MatrixLine> = {
    name: 'facts',
    title: { zh: '计入的事实', en: 'Facts counted' },
    columns: [
      { title: '日期 On', of: ({ on }) => on },
      { title: '类别 Kind', of: ({ kind }) => kind },
      { title: '县（区） Area', of: ({ county }) => county },
      { title: '行业 Industry', of: ({ industry }) => industry, width: 20 },
      { title: '检查企业数 Enterprises checked', of: ({ enterprisesChecked }) => enterprisesChecked },
      { title: '问题数 Problems', of: ({ problems }) => problems },
      { title: '事件 Event', of: ({ eventId }) => eventId, width: 38 },
    ],
    lines,
  };
  return { csv: long, sheets: [long, grid, sums, evidence], printed: [grid, sums] };
}
