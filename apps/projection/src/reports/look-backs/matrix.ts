import { areaCodes, areas, industryGroups, keyIndustryCount } from '#codes';
import type { Report } from '../report.js';
import { cellOf, groups, lookedBackIn, plannedIn, type Matrix, type MatrixCell, type MatrixLine } from './cells.js';
import { matrixTables } from './tables.js';

/** Every area by every key industry: whether its look-back was planned and done, and what it found (二(五)4). */
export const lookBackMatrix: Report<MatrixLine, Matrix> = {
  name: 'look-back-matrix',
  version: 1,
  title: { zh: '县（区）重点行业“回头看”矩阵', en: 'Look-backs by area and key industry' },
  periods: ['year'],
  runsOn: true,

  lines: (records, span) =>
    records
      .flatMap((record) => [...plannedIn(record, span), ...lookedBackIn(record, span)])
      .filter(({ on }) => on <= span.asOf),

  found: (lines) => {
    const cells = areaCodes.flatMap((county) => groups.map(([industry]) => cellOf(county, industry, lines)));
    const total = (of: (cell: MatrixCell) => number) => cells.reduce((all, cell) => all + of(cell), 0);
    const isAdded = ({ kind, industry }: MatrixLine) => kind === 'PLANNED' && !Object.hasOwn(industryGroups, industry);
    return {
      keyIndustries: keyIndustryCount,
      industries: groups.map(([industry, { zh, en, confirmed }]) => ({ industry, name: { zh, en }, confirmed })),
      areas: areaCodes.map((county) => ({
        county,
        name: areas[county].zh,
        added: lines.filter((line) => line.county === county && isAdded(line)).map(({ industry }) => industry),
      })),
      cells,
      totals: {
        planned: total(({ planned }) => (planned ? 1 : 0)),
        done: total(({ done }) => (done ? 1 : 0)),
        lookBacks: total(({ lookBacks }) => lookBacks),
        enterprisesChecked: total(({ enterprisesChecked }) => enterprisesChecked),
        problems: total(({ problems }) => problems),
      },
    };
  },

  tables: matrixTables,
  notes: [
    {
      zh: '计划称12个重点行业，载明其中8个；其余为候选，标注*，尚未确定',
      en: 'The plan counts 12 key industries and names 8; the others here are candidates, marked *, and not confirmed',
    },
    {
      zh: '“计划”指县（区）年度计划列明该行业，且已经本级政府同意',
      en: 'Planned means that the area’s own plan names the industry and its government agreed',
    },
  ],
};
