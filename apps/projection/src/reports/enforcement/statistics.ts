import { areaCodes, areas } from '#codes';
import type { Report } from '../report.js';
import { linesOf, summed, titles, UNSTATED, type Enforcement, type EnforcementLine } from './sums.js';
import { enforcementTables } from './tables.js';

/** Inspections, violations, orders, penalties and fines of any period, by department and area; June and July first (三(二)). */
export const enforcement: Report<EnforcementLine, Enforcement> = {
  name: 'enforcement',
  version: 1,
  title: { zh: '执法检查统计', en: 'Enforcement statistics' },
  periods: ['month', 'quarter', 'half', 'year', 'days'],

  lines: (records, span) => records.flatMap((record) => linesOf(record, span)),

  found: (lines) => {
    const departments = [...titles.keys()].filter((one) => lines.some(({ department }) => department === one));
    const counties = [...areaCodes, undefined].filter(
      (one) => one !== undefined || lines.some(({ county }) => county === undefined),
    );
    const of = (department?: string) => lines.filter((line) => line.department === department);
    return {
      cells: departments.flatMap((department) =>
        counties.flatMap((county) => {
          const own = of(department).filter((line) => line.county === county);
          return own.length > 0 ? [{ department, county: county ?? null, ...summed(own) }] : [];
        }),
      ),
      byDepartment: departments.map((department) => ({
        department,
        title: titles.get(department)!,
        ...summed(of(department)),
      })),
      byCounty: counties.map((county) => ({
        county: county ?? null,
        name: county ? areas[county].zh : UNSTATED,
        ...summed(lines.filter((line) => line.county === county)),
      })),
      totals: summed(lines),
    };
  },

  tables: enforcementTables,
  notes: [
    {
      zh: '“回头看”含对重点对象的检查和县（区）行业“回头看”，各计一次',
      en: 'Look-backs are visits to targets and completed look-backs at an industry of an area, each counted once',
    },
    {
      zh: '处罚计入作出决定的期间；罚款为截至日的数额，已撤销的不计入处罚和罚款，单列',
      en: 'A penalty counts in the period of its decision; fines are as they stand on the day; what was annulled is counted apart',
    },
    {
      zh: '联合（分级分区）检查的企业数和问题数由检查填报，与各部门立案查处的违法行为分列，不相加',
      en: 'Joint and zoned inspections report their own enterprises and problems; these stand beside the violations that bureaux found and are not added to them',
    },
  ],
};
