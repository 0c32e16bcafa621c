import type { Rule } from '../rule.js';
import { plan2021 } from './instruments.js';

const IN_2021 = { inForceFrom: '2021-01-01', evidence: 'read' } as const;

/** 三 and 四(五): the days of the plan year and the two lists. */
export const planRules = [
  {
    id: 'plan/deployment',
    version: '2021',
    says: { zh: '4月底前研究部署年度工作', en: 'The year’s work is deployed by the end of April' },
    citations: [{ instrument: plan2021, article: '三(一)' }],
    clause: '3.1',
    dueOn: '2021-04-30',
    ...IN_2021,
  },
  {
    id: 'plan/county-plan',
    version: '2021',
    says: { zh: '6月15日前制定本地年度工作计划', en: 'County plans are made by 15 June' },
    citations: [{ instrument: plan2021, article: '三(一)' }],
    clause: '3.1',
    dueOn: '2021-06-15',
    ...IN_2021,
  },
  {
    id: 'plan/first-feedback',
    version: '2021',
    says: { zh: '6月底前反馈退出情况', en: 'Departments report exits by the end of June' },
    citations: [{ instrument: plan2021, article: '三(三)' }],
    clause: '3.3',
    dueOn: '2021-06-30',
    ...IN_2021,
  },
  {
    id: 'plan/second-feedback',
    version: '2021',
    says: { zh: '12月底前反馈退出情况', en: 'Departments report exits by the end of December' },
    citations: [{ instrument: plan2021, article: '三(三)' }],
    clause: '3.3',
    dueOn: '2021-12-31',
    ...IN_2021,
  },
  {
    id: 'plan/annual-summary',
    version: '2021',
    says: { zh: '12月31日前报送工作总结', en: 'The year’s summary is sent by 31 December' },
    citations: [{ instrument: plan2021, article: '三(三)' }],
    clause: '3.3',
    dueOn: '2021-12-31',
    ...IN_2021,
  },
  {
    id: 'plan/consolidation',
    version: '2021',
    says: {
      zh: '2022年1月10日前汇总，经市政府同意后上报',
      en: 'The city’s exits are consolidated and reported by 10 January 2022, with the government’s consent',
    },
    citations: [{ instrument: plan2021, article: '三(三)' }],
    clause: '3.3',
    dueOn: '2022-01-10',
    ...IN_2021,
  },
  {
    id: 'lists/yellow-card',
    version: '2021',
    says: {
      zh: '不达标应限期整改的企业列入“黄牌”名单',
      en: 'A firm below standard that must rectify in time is on the yellow-card list',
    },
    citations: [{ instrument: plan2021, article: '四(五)' }],
    clause: '4.5',
    ...IN_2021,
  },
  {
    id: 'lists/red-card',
    version: '2021',
    says: {
      zh: '经整改仍不达标、已依法关闭的企业列入“红牌”名单',
      en: 'A firm still below standard after rectification and lawfully closed is on the red-card list',
    },
    citations: [{ instrument: plan2021, article: '四(五)' }],
    clause: '4.5',
    ...IN_2021,
    note: 'Both: failed after rectification, and a closure order in force. A yellow card came before.',
  },
  {
    id: 'lists/issue-period',
    version: '2021',
    says: { zh: '名单定期公布：每月', en: 'The lists are issued regularly: every month' },
    citations: [{ instrument: plan2021, article: '四(五)' }],
    clause: '4.5',
    length: 1,
    unit: 'months',
    inForceFrom: '2021-01-01',
    evidence: 'own',
    isDefault: true,
    note: 'The plan says "regularly" and not how often.',
  },
] as const satisfies readonly Rule[];
