import type { Rule } from '../rule.js';
import {
  creditChina2019,
  guangdongEnvironment,
  marketPublicity,
  ndrcOrder58,
  plan2021,
  procurementLaw,
  procurementRegulation,
  productionLicence,
  safetyList,
} from './instruments.js';

const CREDIT_CHINA_2019 = { inForceFrom: '2019-07-01', inForceTo: '2023-04-30', evidence: 'secondary' } as const;
const CREDIT_CHINA_2023 = { inForceFrom: '2023-05-01', evidence: 'secondary' } as const;
const MARKET_2021 = { inForceFrom: '2021-09-01', evidence: 'read' } as const;

const repairGuide = { zh: '信用修复办事指南（外省）', en: 'Guide to credit repair (of another province)' };

const seriousLists = {
  zh: '完善失信约束制度的国务院办公厅指导意见（2020年）',
  en: 'Guiding opinions of the State Council office on restraints for dishonesty (2020)',
};

const performedAndPromised = { zh: '履行义务并公开作出信用承诺', en: 'duties done and a public promise made' };
const minimumThenPromised = {
  zh: '满最短公示期、履行义务并作出承诺后申请',
  en: 'on application after the minimum, duties done and a promise made',
};

/** How long penalties are shown, on which clock, and what field of restriction has a basis. */
export const creditRules = [
  {
    id: 'publicity/credit-china-general',
    version: '2019',
    says: {
      zh: '一般失信：最短三个月，最长一年，自处罚决定之日起',
      en: 'General: three months to one year from the decision',
    },
    citations: [{ instrument: creditChina2019 }],
    clause: '3.2',
    display: { startsFrom: 'decision', minMonths: 3, maxMonths: 12, earlyStop: performedAndPromised },
    ...CREDIT_CHINA_2019,
  },
  {
    id: 'publicity/credit-china-serious',
    version: '2019',
    says: {
      zh: '严重失信：最短六个月，最长三年，自处罚决定之日起',
      en: 'Serious: six months to three years from the decision',
    },
    citations: [{ instrument: creditChina2019 }],
    clause: '3.2',
    display: {
      startsFrom: 'decision',
      minMonths: 6,
      maxMonths: 36,
      earlyStop: {
        zh: '履行义务、公开承诺、参加信用修复培训并提交信用报告',
        en: 'duties done, a public promise, training and a credit report',
      },
    },
    ...CREDIT_CHINA_2019,
  },
  {
    id: 'publicity/credit-china-specific',
    version: '2019',
    says: {
      zh: '特定严重失信：三年，自处罚决定之日起，不予修复',
      en: 'Specific serious: three years from the decision, not to be shortened',
    },
    citations: [{ instrument: creditChina2019 }],
    clause: '3.2',
    display: { startsFrom: 'decision', maxMonths: 36 },
    ...CREDIT_CHINA_2019,
    note: 'Stop orders and revocations in certain fields; the whole list of fields was not read.',
  },
  {
    id: 'publicity/credit-china',
    version: '2023',
    says: { zh: '最短三个月，最长三年，自处罚决定之日起', en: 'Three months to three years from the decision' },
    citations: [{ instrument: ndrcOrder58 }],
    clause: '3.2',
    display: { startsFrom: 'decision', minMonths: 3, maxMonths: 36, earlyStop: minimumThenPromised },
    ...CREDIT_CHINA_2023,
    note: 'With several kinds of penalty the longest period counts.',
  },
  {
    id: 'publicity/credit-china-special-fields',
    version: '2023',
    says: {
      zh: '食品、药品、特种设备、安全生产、消防：最短一年，最长三年',
      en: 'Food, drugs, special equipment, work safety and fire: one year to three years from the decision',
    },
    citations: [{ instrument: ndrcOrder58 }],
    clause: '3.2',
    display: { startsFrom: 'decision', minMonths: 12, maxMonths: 36, earlyStop: minimumThenPromised },
    ...CREDIT_CHINA_2023,
    note: 'In work safety it may be only for serious breaches; the whole text was not read.',
  },
  {
    id: 'publicity/market-regulation-light',
    version: '2021',
    says: {
      zh: '仅受通报批评或者较低数额罚款的，自公示之日起满三个月停止公示',
      en: 'Criticism or a low fine only: three months from publication',
    },
    citations: [{ instrument: marketPublicity, article: '13' }],
    clause: '3.2',
    display: { startsFrom: 'publication', maxMonths: 3 },
    ...MARKET_2021,
    configurable: true,
    note: 'Up to which amount a fine is low, the province says: configuration.',
  },
  {
    id: 'publicity/market-regulation',
    version: '2021',
    says: {
      zh: '其他处罚自公示之日起满三年停止公示；限制期更长的，至限制期满',
      en: 'Others: three years from publication, or as long as a ban lasts',
    },
    citations: [
      { instrument: marketPublicity, article: '13' },
      { instrument: marketPublicity, article: '14' },
    ],
    clause: '3.2',
    display: {
      startsFrom: 'publication',
      maxMonths: 36,
      earlyStop: {
        zh: '已自觉履行、主动消除危害、未再受处罚、未列入异常名录或严重违法失信名单',
        en: 'fulfilled, harm removed, not penalised again, on no list of abnormal or seriously dishonest firms',
      },
    },
    ...MARKET_2021,
  },
  {
    id: 'publicity/safety-list',
    version: '2023',
    says: {
      zh: '列入名单满十二个月可申请提前移出，最长三年',
      en: 'Three years from listing; early removal after twelve months',
    },
    citations: [{ instrument: safetyList }],
    display: {
      startsFrom: 'listing',
      minMonths: 12,
      maxMonths: 36,
      earlyStop: { zh: '由作出列入决定的部门移出', en: 'removed by the authority that listed' },
    },
    inForceFrom: '2023-10-01',
    evidence: 'secondary',
  },
  {
    id: 'credit/mirror',
    version: '2021',
    says: {
      zh: '市场监管部门公示的处罚及修复结果，“信用中国”三个工作日内同步',
      en: 'What the register of market regulation shows or stops showing, Credit China follows within three working days',
    },
    citations: [{ instrument: repairGuide }],
    clause: '3.2',
    length: 3,
    unit: 'working-days',
    inForceFrom: '2021-09-01',
    evidence: 'secondary',
    note: 'From a guide of another province, of a later year; its first day is taken from the register’s own rules.',
  },
  {
    id: 'credit/non-completion',
    version: '2021',
    says: {
      zh: '未按期完成落后产能退出的企业，信息归集至信用平台',
      en: 'What is known of a firm that did not retire its capacity in time goes to the credit platforms',
    },
    citations: [{ instrument: plan2021, article: '三(二)' }],
    clause: '3.2',
    inForceFrom: '2021-01-01',
    evidence: 'read',
    note: 'Sharing of information; not a listing for serious dishonesty, which only a law or central policy can create.',
  },
  {
    id: 'credit/serious-list',
    version: '2020',
    says: {
      zh: '严重失信主体名单的设列须以法律、法规或者党中央、国务院政策文件为依据',
      en: 'A list of serious dishonesty rests on a law, a regulation or a policy document of the centre',
    },
    citations: [{ instrument: seriousLists }],
    clause: '3.2',
    inForceFrom: '2020-12-18',
    evidence: 'secondary',
    note: 'From reports of the notice; its number and first day were not read.',
  },
  {
    id: 'credit/list-removal',
    version: '2020',
    says: {
      zh: '列入机关移出名单的，“信用中国”三个工作日内停止公示',
      en: 'When the authority that listed removes an entry, Credit China stops display within three working days',
    },
    citations: [{ instrument: repairGuide }],
    clause: '3.2',
    length: 3,
    unit: 'working-days',
    inForceFrom: '2020-12-18',
    evidence: 'secondary',
    note: 'From later answers of Credit China; applied to earlier removals as well.',
  },
  {
    id: 'credit/restriction-needs-basis',
    version: '2021',
    says: {
      zh: '九个领域的信用约束须依法依规，逐项列明法律依据；无依据的仅共享信息',
      en: 'Each restriction in the nine fields names its legal basis; without one information is only shared',
    },
    citations: [{ instrument: plan2021, article: '三(二)' }],
    clause: '3.2',
    inForceFrom: '2021-01-01',
    evidence: 'read',
    isDefault: true,
    note: 'That restrictions are lawful is the plan; that silence means sharing only is the default.',
  },
  {
    id: 'credit/restriction-procurement',
    version: '2015',
    says: {
      zh: '参加政府采购前三年内无重大违法记录',
      en: 'A government supplier has no major violation in the three years before',
    },
    citations: [
      { instrument: procurementLaw, article: '22' },
      { instrument: procurementRegulation, article: '19' },
    ],
    clause: '3.2',
    fields: ['GOV_PROCUREMENT'],
    inForceFrom: '2015-03-01',
    evidence: 'read',
    note: 'Major means criminal punishment, a stop order, revocation of a licence or a larger fine.',
  },
  {
    id: 'credit/restriction-production-licence',
    version: '2005',
    says: {
      zh: '取得生产许可证须符合国家产业政策',
      en: 'A production licence needs accordance with industrial policy',
    },
    citations: [{ instrument: productionLicence, article: '9(7)' }],
    clause: '3.2',
    fields: ['PRODUCTION_LICENCE'],
    inForceFrom: '2005-09-01',
    evidence: 'read',
  },
  {
    id: 'credit/restriction-environment-rating',
    version: '2022',
    says: {
      zh: '环境信用评价结果作为政府采购、财政投资项目招标、财政补助、国有土地出让等的重要考量',
      en: 'The environmental credit rating is an important consideration in procurement, publicly funded tenders, subsidies and grants of state land',
    },
    citations: [{ instrument: guangdongEnvironment, article: '62' }],
    clause: '3.2',
    fields: ['LAND_SUPPLY', 'FUNDING_SUPPORT', 'GOV_PROCUREMENT', 'PUBLIC_WORKS_BIDDING'],
    inForceFrom: '2022-11-30',
    evidence: 'own?',
    note: 'The article was read in the text of 2022, whose first day is not certain. Says nothing for acts of 2021.',
  },
] as const satisfies readonly Rule[];
