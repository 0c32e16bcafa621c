import type { Rule } from '../rule.js';
import { industryPolicy2005, plan2021 } from './instruments.js';

const PLAN_YEAR = '2021-01-01';

/** 二(五) and 三(二): land for projects, and land for those who keep outdated capacity. */
export const landRules = [
  {
    id: 'land/technology-screening',
    version: '2021',
    says: {
      zh: '供地前按产业结构调整指导目录筛查工艺技术装备，属淘汰类的为落后产能',
      en: 'Before land is supplied, processes and equipment are screened by the catalogue; what is to be eliminated is outdated',
    },
    citations: [{ instrument: plan2021, article: '二(五)' }],
    clause: '2.5.1',
    inForceFrom: PLAN_YEAR,
    evidence: 'read',
    isDefault: true,
    note: 'The plan names the bureau for the field of technology; that it screens before it supplies land is the choice taken.',
  },
  {
    id: 'land/no-supply',
    version: '2005',
    says: {
      zh: '属淘汰类的项目不予供地（条文待核）',
      en: 'A project of the elimination category is supplied with no land (article to be checked)',
    },
    citations: [{ instrument: industryPolicy2005 }],
    clause: '2.5.1',
    inForceFrom: PLAN_YEAR,
    evidence: 'own?',
    configurable: true,
    note: 'The text was not read: the refusal names the law that it rests on, and the installation confirms this row.',
  },
  {
    id: 'land/restriction-needs-basis',
    version: '2021',
    says: {
      zh: '土地供应方面的约束须依法依规；无法律依据的仅共享信息',
      en: 'A restriction of land supply names its legal basis; without one information is only shared',
    },
    citations: [{ instrument: plan2021, article: '三(二)' }],
    clause: '3.2',
    inForceFrom: PLAN_YEAR,
    evidence: 'read',
    isDefault: true,
    note: 'That restrictions are lawful is the plan; that silence means sharing only is the default.',
  },
] as const satisfies readonly Rule[];
