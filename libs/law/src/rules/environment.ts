import type { Rule } from '../rule.js';
import {
  airLaw2018,
  coercionLaw,
  dailyPenaltyMeasures,
  eiaLaw2018,
  environmentLaw2014,
  penaltyLaw2017,
  penaltyLaw2021,
  permitRegulation,
  plan2021,
  productionLimitMeasures,
  solidWasteLaw2020,
  waterPollutionLaw2017,
} from './instruments.js';

const EIA_LAW = { clause: '2.2.1', inForceFrom: '2018-12-29', evidence: 'read' } as const;
const ENVIRONMENT_LAW = { clause: '2.2.3', inForceFrom: '2015-01-01', evidence: 'read' } as const;
const CHECKS = { clause: '2.2.2', inForceFrom: '2021-01-01', evidence: 'read' } as const;
/** Order 30 was read as a draft only: nobody is told these months as fact. */
const ORDER_30 = { clause: '2.2.3', inForceFrom: '2015-01-01', evidence: 'own?' } as const;

/** 二(二): assessments, checks, and what follows a violation. */
export const environmentRules = [
  {
    id: 'environment/eia-gate',
    version: '2021',
    says: {
      zh: '涉及落后产能行业的建设项目加强环评审批准入监管；应淘汰的产能不予批准',
      en: 'Projects in trades of outdated capacity pass a strict gate; capacity due for elimination is not approved',
    },
    citations: [{ instrument: plan2021, article: '二(二)1' }],
    clause: '2.2.1',
    inForceFrom: '2021-01-01',
    evidence: 'read',
  },
  {
    id: 'environment/eia-before-start',
    version: '2018',
    says: {
      zh: '环评文件未依法经审查批准的，不得开工建设',
      en: 'Nobody builds before the environmental impact assessment is approved',
    },
    citations: [{ instrument: eiaLaw2018, article: '25' }],
    ...EIA_LAW,
  },
  {
    id: 'environment/eia-start-fine',
    version: '2018',
    says: {
      zh: '未批先建的，责令停止建设，处总投资额百分之一以上百分之五以下罚款',
      en: 'Building without approval is stopped and fined 1 to 5 per cent of the investment',
    },
    citations: [{ instrument: eiaLaw2018, article: '31' }],
    ...EIA_LAW,
  },
  {
    id: 'environment/eia-review',
    version: '2018',
    says: { zh: '环评文件的审批期限', en: 'The time in which an assessment is decided' },
    citations: [{ instrument: eiaLaw2018, article: '22' }],
    clause: '2.2.1',
    inForceFrom: '2018-12-29',
    evidence: 'own?',
    configurable: true,
    note: 'The periods, and whether they are counted in working days, were not read.',
  },
  {
    id: 'environment/enforcement-plan',
    version: '2021',
    says: {
      zh: '制定环境监察执法年度工作计划，聚焦专项执法行动和常态化日常监管',
      en: 'A yearly enforcement plan is adopted, for campaigns and for everyday supervision',
    },
    citations: [{ instrument: plan2021, article: '二(二)2' }],
    ...CHECKS,
  },
  {
    id: 'environment/full-compliance',
    version: '2021',
    says: {
      zh: '落实工业污染源全面达标排放计划',
      en: 'The full-compliance plan for industrial sources is carried out',
    },
    citations: [{ instrument: plan2021, article: '二(二)2' }],
    ...CHECKS,
  },
  {
    id: 'environment/automatic-evidence',
    version: '2017',
    says: {
      zh: '自动监测数据经审核后方可作为证据',
      en: 'What a monitor showed is evidence only after review',
    },
    citations: [{ instrument: penaltyLaw2017 }],
    clause: '2.2.2',
    inForceFrom: '2018-01-01',
    inForceTo: '2021-07-14',
    evidence: 'own',
    isDefault: true,
    note: 'The older law is silent; what the law of 2021 wants is asked for before it as well.',
  },
  {
    id: 'environment/automatic-evidence',
    version: '2021',
    says: {
      zh: '利用电子技术监控设备收集证据的，应当经过法制和技术审核',
      en: 'What technical monitors collected is evidence only after review of its legality and its technique',
    },
    citations: [{ instrument: penaltyLaw2021, article: '41' }],
    clause: '2.2.2',
    inForceFrom: '2021-07-15',
    evidence: 'read',
  },
  {
    id: 'environment/violation',
    version: '2021',
    says: {
      zh: '对超标排污、违反固体废物管理、超总量排污的企业依法查处',
      en: 'Discharge over standards or totals and breaches of solid-waste law are dealt with by law',
    },
    citations: [{ instrument: plan2021, article: '二(二)3' }],
    clause: '2.2.3',
    inForceFrom: '2021-01-01',
    evidence: 'read',
  },
  {
    id: 'environment/air-fine',
    version: '2018',
    says: {
      zh: '超标、超总量或者无证排放大气污染物的，处10万元以上100万元以下罚款',
      en: 'Discharge to the air over standards or totals, or without permit, is fined 100,000 to 1,000,000 yuan',
    },
    citations: [{ instrument: airLaw2018, article: '99' }],
    clause: '2.2.3',
    fineFen: { min: 10_000_000, max: 100_000_000 },
    inForceFrom: '2018-10-26',
    evidence: 'read',
  },
  {
    id: 'environment/water-fine',
    version: '2017',
    says: {
      zh: '超标、超总量、无证或者逃避监管排放水污染物的，处10万元以上100万元以下罚款',
      en: 'Discharge to water over standards or totals, without permit or in evasion, is fined 100,000 to 1,000,000 yuan',
    },
    citations: [{ instrument: waterPollutionLaw2017, article: '83' }],
    clause: '2.2.3',
    fineFen: { min: 10_000_000, max: 100_000_000 },
    inForceFrom: '2018-01-01',
    evidence: 'read',
  },
  {
    id: 'environment/correction-recheck',
    version: '2014',
    says: {
      zh: '责令改正决定书送达之日起三十日内复查',
      en: 'Whether an order to correct was kept is rechecked within thirty days of service',
    },
    citations: [{ instrument: dailyPenaltyMeasures, article: '10' }],
    clause: '2.2.3',
    length: 30,
    unit: 'days',
    inForceFrom: '2015-01-01',
    evidence: 'own',
    note: 'A later recheck is recorded as late, not refused.',
  },
  {
    id: 'environment/daily-penalty',
    version: '2014',
    says: {
      zh: '受到罚款处罚、被责令改正而拒不改正的，按原处罚数额自责令改正之次日起至复查之日止按日连续处罚',
      en: 'Who was fined and does not correct is fined the same again for each day from the day after the order to the recheck',
    },
    citations: [
      { instrument: environmentLaw2014, article: '59' },
      { instrument: dailyPenaltyMeasures, article: '7' },
      { instrument: dailyPenaltyMeasures, article: '17' },
      { instrument: dailyPenaltyMeasures, article: '19' },
    ],
    clause: '2.2.3',
    inForceFrom: '2015-01-01',
    evidence: 'secondary',
  },
  {
    id: 'environment/seal-basis',
    version: '2014',
    says: {
      zh: '违法排污造成或者可能造成严重污染的，可以查封、扣押造成污染物排放的设施、设备',
      en: 'Facilities and equipment that cause serious pollution, or may, can be sealed or seized',
    },
    citations: [{ instrument: environmentLaw2014, article: '25' }],
    ...ENVIRONMENT_LAW,
  },
  {
    id: 'coercion/seal-procedure',
    version: '2012',
    says: {
      zh: '查封须经负责人批准，通知当事人到场并交付清单；情况紧急当场实施的，二十四小时内补办批准',
      en: 'A seal is approved before, in the presence of the party and with an inventory; in urgency, approved within 24 hours',
    },
    citations: [
      { instrument: coercionLaw, article: '18' },
      { instrument: coercionLaw, article: '19' },
      { instrument: coercionLaw, article: '24' },
    ],
    clause: '2.2.3',
    inForceFrom: '2012-01-01',
    evidence: 'read',
  },
  {
    id: 'environment/production-limit',
    version: '2014',
    says: { zh: '限制生产一般不超过三个月', en: 'Production is limited for three months at most, as a rule' },
    citations: [{ instrument: productionLimitMeasures }],
    length: 3,
    unit: 'months',
    ...ORDER_30,
    note: 'Of the order a draft was read; its final text is to be checked before anybody is told these months.',
  },
  {
    id: 'environment/production-limit-extension',
    version: '2014',
    says: {
      zh: '情况复杂的，限制生产可以延长不超过三个月',
      en: 'In a complicated case a limitation is lengthened by three months at most',
    },
    citations: [{ instrument: productionLimitMeasures }],
    length: 3,
    unit: 'months',
    ...ORDER_30,
    note: 'Of limitations only: a stop lasts until it is treated.',
  },
  {
    id: 'environment/limit-or-stop',
    version: '2014',
    says: {
      zh: '超标或者超总量排放污染物的，可以责令限制生产、停产整治；情节严重的，报经政府批准，责令停业、关闭',
      en: 'Discharge over standards or totals may be limited or stopped; if serious, closure needs the government’s approval',
    },
    citations: [{ instrument: environmentLaw2014, article: '60' }, { instrument: productionLimitMeasures }],
    ...ENVIRONMENT_LAW,
  },
  {
    id: 'environment/closure',
    version: '2021',
    says: {
      zh: '情节严重的，依法报经有批准权的人民政府批准，责令停业、关闭',
      en: 'If serious, it is reported to the government with power, which may order suspension or closure',
    },
    citations: [
      { instrument: plan2021, article: '二(二)3' },
      { instrument: environmentLaw2014, article: '60' },
      { instrument: airLaw2018, article: '99' },
      { instrument: waterPollutionLaw2017, article: '83' },
      { instrument: solidWasteLaw2020, article: '102' },
    ],
    clause: '2.2.3',
    inForceFrom: '2021-01-01',
    evidence: 'read',
    note: 'Which government has the power is configuration.',
  },
  {
    id: 'environment/detention',
    version: '2014',
    says: {
      zh: '无证排污被责令停止而拒不执行、以逃避监管的方式排污等，移送公安机关处以拘留',
      en: 'Discharge without permit that goes on against an order, and evasion, are referred to the police for detention',
    },
    citations: [
      { instrument: environmentLaw2014, article: '63' },
      { instrument: permitRegulation, article: '44' },
    ],
    ...ENVIRONMENT_LAW,
  },
] as const satisfies readonly Rule[];
