import type { Rule } from '../rule.js';
import {
  businessRegistration,
  coercionLaw,
  hazardCriteria2017,
  parkSafety2020,
  permitRegulation,
  plan2021,
  productionLicence,
  productQualityLaw2018,
  safetyLicence2014,
  workSafetyLaw2014,
  workSafetyLaw2021,
} from './instruments.js';

const IN_2021 = { inForceFrom: '2021-01-01', evidence: 'read' } as const;

/**
 * The Work Safety Law changed on 1 September 2021. The text before it was not read: what its rows say is a default of
 * ours and bears no article, and where a number would stand there is none.
 */
const LAW_2014 = {
  version: '2014',
  citations: [{ instrument: workSafetyLaw2014 }],
  inForceFrom: '2014-12-01',
  inForceTo: '2021-08-31',
  evidence: 'own?',
  isDefault: true,
  note: 'The text of 2014 was not read. The same is asked as under that of 2021, to be on the safe side.',
} as const;
const UNREAD_NUMBER = {
  ...LAW_2014,
  configurable: true,
  note: 'The text of 2014 was not read, and its number is not known here.',
} as const;
const LAW_2021 = { version: '2021', inForceFrom: '2021-09-01', evidence: 'read' } as const;

const inLaw2021 = (...articles: [string, ...string[]]) => {
  const [first, ...others] = articles.map((article) => ({ instrument: workSafetyLaw2021, article }));
  return [first!, ...others] as const;
};

/** 二(四): work safety. */
export const safetyRules = [
  {
    id: 'safety/standardisation',
    version: '2021',
    says: { zh: '推进企业安全生产标准化建设', en: 'Firms are brought to standardise their work safety' },
    citations: [{ instrument: plan2021, article: '二(四)1' }],
    clause: '2.4.1',
    ...IN_2021,
  },
  {
    id: 'safety/supervision-file',
    version: '2021',
    says: { zh: '建立企业安全监管档案', en: 'Every firm has a file of safety supervision' },
    citations: [{ instrument: plan2021, article: '二(四)1' }],
    clause: '2.4.1',
    ...IN_2021,
  },
  {
    id: 'safety/training-and-risk',
    version: '2021',
    says: {
      zh: '强化安全培训教育，督促企业加强安全风险辨识管控',
      en: 'Firms are trained, and held to recognise and control their risks',
    },
    citations: [{ instrument: plan2021, article: '二(四)1' }],
    clause: '2.4.1',
    ...IN_2021,
  },
  {
    id: 'safety/three-simultaneities',
    says: {
      zh: '安全设施与主体工程同时设计、同时施工、同时投入生产和使用',
      en: 'Safety facilities are designed, built and put into use together with the main works',
    },
    clause: '2.4.1',
    ...LAW_2014,
  },
  {
    id: 'safety/three-simultaneities',
    says: {
      zh: '安全设施与主体工程同时设计、同时施工、同时投入生产和使用',
      en: 'Safety facilities are designed, built and put into use together with the main works',
    },
    citations: inLaw2021('31', '98'),
    clause: '2.4.1',
    ...LAW_2021,
  },
  {
    id: 'safety/design-review',
    says: {
      zh: '金属冶炼、危险物品建设项目的安全设施设计应经审查',
      en: 'For smelting and dangerous goods, the design of safety facilities is reviewed',
    },
    clause: '2.4.1',
    ...LAW_2014,
  },
  {
    id: 'safety/design-review',
    says: {
      zh: '金属冶炼、危险物品建设项目的安全设施设计应经审查',
      en: 'For smelting and dangerous goods, the design of safety facilities is reviewed',
    },
    citations: inLaw2021('33'),
    clause: '2.4.1',
    ...LAW_2021,
  },
  {
    id: 'safety/park-admission',
    version: '2021',
    says: {
      zh: '严格建设项目安全条件审查，严禁园区承接落后产能',
      en: 'Projects are reviewed strictly for safety; parks must not take in outdated capacity',
    },
    citations: [
      { instrument: plan2021, article: '二(四)1' },
      { instrument: parkSafety2020, article: '附件10' },
    ],
    clause: '2.4.1',
    ...IN_2021,
    note: 'The clause of the plan was read; the annex that it refers to was not.',
  },
  {
    id: 'safety/campaign',
    version: '2021',
    says: {
      zh: '按四个目录和标准组织开展钢铁、水泥等行业安全生产执法检查',
      en: 'Steel, cement and other firms are inspected on the four catalogues',
    },
    citations: [{ instrument: plan2021, article: '二(四)2' }],
    clause: '2.4.2',
    ...IN_2021,
  },
  {
    id: 'safety/prohibited-equipment',
    says: {
      zh: '不得使用应当淘汰的危及生产安全的工艺、设备',
      en: 'Processes and equipment that endanger safety and are to be eliminated must not be used',
    },
    clause: '2.4.2',
    ...LAW_2014,
  },
  {
    id: 'safety/prohibited-equipment',
    says: {
      zh: '不得使用应当淘汰的危及生产安全的工艺、设备',
      en: 'Processes and equipment that endanger safety and are to be eliminated must not be used',
    },
    citations: inLaw2021('38', '99(7)'),
    clause: '2.4.2',
    ...LAW_2021,
  },
  {
    id: 'safety/major-hazard-criteria',
    version: '2017',
    says: {
      zh: '工贸行业重大事故隐患按判定标准认定，共59项',
      en: 'Major hazards in industry and trade are found by 59 criteria',
    },
    citations: [{ instrument: hazardCriteria2017 }],
    clause: '2.4.3',
    amount: 59,
    amountUnit: 'criteria',
    inForceFrom: '2018-01-01',
    evidence: 'secondary',
    note: 'The count and its division are reported by explanations. That later criteria replaced them is not kept here.',
  },
  {
    id: 'safety/major-hazard',
    says: {
      zh: '重大事故隐患应当登记并督办，直至消除',
      en: 'A major hazard is registered and supervised until it is gone',
    },
    clause: '2.4.3',
    ...LAW_2014,
  },
  {
    id: 'safety/major-hazard',
    says: {
      zh: '重大事故隐患纳入信息系统，督促消除',
      en: 'A major hazard enters the information system and is supervised until it is gone',
    },
    citations: inLaw2021('41(3)'),
    clause: '2.4.3',
    ...LAW_2021,
  },
  {
    id: 'safety/hazard-removal',
    says: {
      zh: '事故隐患责令立即消除或者限期消除',
      en: 'A hazard is ordered to be removed at once, or within a time limit',
    },
    clause: '2.4.3',
    ...LAW_2014,
  },
  {
    id: 'safety/hazard-removal',
    says: {
      zh: '事故隐患责令立即消除或者限期消除；拒不执行的，责令停产停业整顿',
      en: 'A hazard is ordered to be removed at once or in time; who refuses is suspended for rectification',
    },
    citations: inLaw2021('102'),
    clause: '2.4.3',
    ...LAW_2021,
  },
  {
    id: 'safety/suspension',
    version: '2021',
    says: {
      zh: '达不到安全生产条件或者存在重大事故隐患的产能，依法责令停产停业整顿',
      en: 'Capacity below the conditions of safety, or with a major hazard, is suspended for rectification',
    },
    citations: [{ instrument: plan2021, article: '二(四)3' }],
    clause: '2.4.3',
    ...IN_2021,
    note: 'The clause creates no penalty: the order rests on the law that its legal basis names.',
  },
  {
    id: 'safety/resumption',
    says: {
      zh: '隐患排除后，经审查同意，方可恢复生产',
      en: 'Production resumes only after examination and consent',
    },
    clause: '2.4.3',
    ...LAW_2014,
  },
  {
    id: 'safety/resumption',
    says: {
      zh: '重大事故隐患排除后，经审查同意，方可恢复生产经营和使用',
      en: 'Once the hazard is gone, production resumes only after examination and consent',
    },
    citations: inLaw2021('65(3)'),
    clause: '2.4.3',
    ...LAW_2021,
  },
  {
    id: 'safety/power-cut',
    says: {
      zh: '拒不执行停产决定、有现实危险的，经负责人批准，可书面通知停止供电',
      en: 'On refusal and real danger, with the head’s approval, power may be cut on written notice',
    },
    clause: '2.4.3',
    ...UNREAD_NUMBER,
  },
  {
    id: 'safety/power-cut',
    says: {
      zh: '拒不执行决定、有发生事故现实危险的，经主要负责人批准，书面通知停止供电，除紧急情形外提前24小时通知',
      en: 'On refusal and real danger, with the head’s approval, power is cut on written notice 24 hours ahead, unless urgent',
    },
    citations: inLaw2021('70'),
    clause: '2.4.3',
    amount: 24,
    amountUnit: 'hours',
    ...LAW_2021,
  },
  {
    id: 'coercion/residents',
    version: '2012',
    says: {
      zh: '不得对居民生活采取停止供水、供电、供热、供燃气等方式迫使履行',
      en: 'Residents’ water, power, heat and gas are never cut to force compliance',
    },
    citations: [{ instrument: coercionLaw, article: '43' }],
    inForceFrom: '2012-01-01',
    evidence: 'read',
  },
  {
    id: 'safety/daily-fine',
    says: {
      zh: '受到罚款处罚、责令改正而拒不改正的，自责令改正之日的次日起，可按原数额按日连续处罚',
      en: 'Who was fined, was told to put it right and refuses may be fined the same again for each day from the next',
    },
    citations: inLaw2021('112'),
    clause: '2.4.3',
    ...LAW_2021,
  },
  {
    id: 'safety/closure-penalties-in-days',
    says: {
      zh: '存在重大事故隐患，一百八十日内三次受到处罚的，提请关闭',
      en: 'A major hazard and three penalties within 180 days lead to closure',
    },
    citations: inLaw2021('113(1)'),
    clause: '2.4.3',
    length: 180,
    unit: 'days',
    amount: 3,
    amountUnit: 'penalties',
    ...LAW_2021,
  },
  {
    id: 'safety/closure-penalties-in-year',
    says: {
      zh: '存在重大事故隐患，一年内四次受到处罚的，提请关闭',
      en: 'A major hazard and four penalties within a year lead to closure',
    },
    citations: inLaw2021('113(1)'),
    clause: '2.4.3',
    length: 12,
    unit: 'months',
    amount: 4,
    amountUnit: 'penalties',
    ...LAW_2021,
  },
  {
    id: 'safety/closure-unfit',
    version: '2014',
    says: {
      zh: '经停产停业整顿仍不具备安全生产条件的，提请当地政府予以关闭',
      en: 'What is still unfit after a suspension is proposed to the government for closure',
    },
    citations: [{ instrument: plan2021, article: '二(四)3' }, { instrument: workSafetyLaw2014 }],
    clause: '2.4.3',
    inForceFrom: '2021-01-01',
    inForceTo: '2021-08-31',
    evidence: 'read',
    note: 'Read in the plan; the law of 2014 that it rests on was not read.',
  },
  {
    id: 'safety/closure-unfit',
    says: {
      zh: '经停产停业整顿仍不具备安全生产条件的，提请关闭',
      en: 'What is still unfit after a suspension is proposed for closure',
    },
    citations: [{ instrument: plan2021, article: '二(四)3' }, ...inLaw2021('113(2)', '115')],
    clause: '2.4.3',
    ...LAW_2021,
  },
  {
    id: 'safety/closure-accident',
    says: {
      zh: '不具备安全生产条件，导致发生重大、特别重大事故的，提请关闭',
      en: 'A major or especially serious accident for want of safety conditions leads to closure',
    },
    citations: inLaw2021('113(3)', '115'),
    clause: '2.4.3',
    ...LAW_2021,
    evidence: 'own',
    note: 'That accidents lead to closure was read; the two levels are common knowledge.',
  },
  {
    id: 'safety/closure-disobedience',
    says: {
      zh: '拒不执行停产停业整顿决定的，提请关闭',
      en: 'Refusal to obey a suspension leads to closure',
    },
    citations: inLaw2021('113(4)', '115'),
    clause: '2.4.3',
    ...LAW_2021,
  },
  {
    id: 'safety/disclosure',
    says: {
      zh: '处罚决定作出之日起七个工作日内在监督管理部门公示系统予以公开',
      en: 'A penalty enters the department’s disclosure system within seven working days',
    },
    citations: inLaw2021('78'),
    clause: '2.4.3',
    length: 7,
    unit: 'working-days',
    ...LAW_2021,
  },
  {
    id: 'certificate/work-safety-licence',
    version: '2014',
    says: {
      zh: '矿山、建筑施工和危险化学品、烟花爆竹、民用爆炸物品生产企业须有安全生产许可证，由颁发机关吊销',
      en: 'Mines, builders and makers of dangerous chemicals, fireworks and explosives hold a work-safety licence; its issuer revokes it',
    },
    citations: [
      { instrument: safetyLicence2014, article: '2' },
      { instrument: safetyLicence2014, article: '3' },
      { instrument: safetyLicence2014, article: '14' },
    ],
    clause: '2.4.3',
    inForceFrom: '2014-07-29',
    evidence: 'read',
    note: 'A steel or cement plant as such has none.',
  },
  {
    id: 'certificate/discharge-permit',
    version: '2021',
    says: { zh: '排污许可证由生态环境部门吊销', en: 'A discharge permit is revoked by the environment department' },
    citations: [
      { instrument: permitRegulation, article: '34' },
      { instrument: permitRegulation, article: '41' },
    ],
    inForceFrom: '2021-03-01',
    evidence: 'read',
  },
  {
    id: 'certificate/production-licence',
    version: '2005',
    says: {
      zh: '工业产品生产许可证由许可证主管部门吊销',
      en: 'A production licence is revoked by the authority for such licences',
    },
    citations: [{ instrument: productionLicence, article: '65' }],
    inForceFrom: '2005-09-01',
    evidence: 'read',
  },
  {
    id: 'certificate/business-licence',
    version: '2018',
    says: {
      zh: '营业执照由市场监管部门依产品质量法吊销，其他部门无权吊销',
      en: 'A business licence is revoked by market regulation under the Quality Law, and by no other bureau',
    },
    citations: [{ instrument: productQualityLaw2018, article: '17' }, { instrument: businessRegistration }],
    inForceFrom: '2018-12-29',
    evidence: 'read',
  },
] as const satisfies readonly Rule[];
