import { government } from '#contracts';
import type { Table } from '../../tables/table.js';
import type { ReportTables } from '../report.js';
import type { AreaScore, Scorecard, ScorecardLine } from './scores.js';

const bureauNames: Readonly<Record<government.Bureau, string>> = {
  BIIT: '工信 BIIT',
  DRC: '发改 DRC',
  EEB: '生态环境 EEB',
  AMR: '市场监管 AMR',
  EMB: '应急 EMB',
  ENR: '能源 ENR',
};

export function scorecardTables({ areas, bureaux, visits }: Scorecard, lines: readonly ScorecardLine[]): ReportTables {
  const scores: Table<AreaScore> = {
    name: 'scorecard',
    title: { zh: '各县（区）', en: 'By area' },
    columns: [
      { title: '县（区） Area', of: ({ county, name }) => `${name} ${county}`, width: 30 },
      ...government.bureaux.map((bureau) => ({
        title: bureauNames[bureau],
        of: (score: AreaScore) => score.visits[bureau],
      })),
      { title: '合计 Visits', of: ({ visitsInAll }) => visitsInAll },
      { title: '未达次数 Short', of: ({ short }) => short.join(' '), width: 32 },
      { title: '计划抄送日 Plan filed', of: ({ planFiledOn }) => planFiledOn },
      { title: '逾期天数 Days late', of: ({ planDaysLate }) => planDaysLate },
      { title: '通报 Circulars', of: ({ circulars }) => circulars },
      { title: '约谈 Interviews', of: ({ interviews }) => interviews },
    ],
    lines: areas,
  };
  const totals: Table = {
    name: 'bureaux',
    title: { zh: '各部门', en: 'By bureau' },
    columns: [
      { title: '部门 Bureau', of: ({ bureau }) => bureauNames[bureau as government.Bureau] ?? bureau, width: 20 },
      { title: '次数 Visits', of: (line) => line.visits },
      { title: '未达次数的县（区） Areas short', of: ({ areasShort }) => areasShort },
    ],
    lines: [...bureaux, { bureau: '合计 All', visits }],
  };
  const evidence: Table<ScorecardLine> = {
    name: 'facts',
    title: { zh: '计入的事实', en: 'Facts counted' },
    columns: [
      { title: '日期 On', of: ({ on }) => on },
      { title: '类别 Kind', of: ({ kind }) => kind },
      { title: '县（区） Area', of: ({ county }) => county },
      { title: '部门 Bureau', of: ({ bureau }) => bureau },
      { title: '事件 Event', of: ({ eventId }) => eventId, width: 38 },
    ],
    lines,
  };
  return { csv: scores, sheets: [scores, totals, evidence], printed: [scores, totals] };
}
