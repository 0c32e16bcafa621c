import { areaCodes } from '#codes';
import { government } from '#contracts';
import { ruleOn } from '#law';
import { isWithin, type Report } from '../report.js';
import { kinds, scoreOf, type Scorecard, type ScorecardLine } from './scores.js';
import { scorecardTables } from './tables.js';

/** Seven areas by six bureaux, each to visit each twice a year or more (四(二)). */
export const scorecard: Report<ScorecardLine, Scorecard> = {
  name: 'supervision-scorecard',
  version: 1,
  title: { zh: '监督检查评分表（七县区×六部门）', en: 'Supervision scorecard: seven areas by six bureaux' },
  periods: ['year'],

  lines: (records, span) =>
    records.flatMap(({ facts }) =>
      facts.flatMap(({ eventId, type, on, data }): ScorecardLine[] =>
        isWithin(span, on) ? [{ eventId, on, kind: kinds[type as keyof typeof kinds], ...data }] : [],
      ),
    ),

  found: (lines, { asOf }) => {
    const visitsWanted = ruleOn('plan/supervision-visits', asOf).amount;
    const scores = areaCodes.map((county) => scoreOf(county, lines, visitsWanted));
    return {
      visitsWanted,
      areas: scores,
      bureaux: government.bureaux.map((bureau) => ({
        bureau,
        visits: scores.reduce((sum, { visits }) => sum + visits[bureau], 0),
        areasShort: scores.filter(({ short }) => short.includes(bureau)).length,
      })),
      visits: lines.filter(({ kind }) => kind === 'VISIT').length,
    };
  },

  tables: scorecardTables,
  notes: [
    {
      zh: '计划要求六个部门每年不少于2次，未明确是否按县（区）计；本表按部门和县（区）分别计',
      en: 'The plan wants two visits a year of each bureau and does not say whether in each area; they are counted by bureau and area',
    },
  ],
};
