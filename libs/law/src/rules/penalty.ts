import type { Rule } from '../rule.js';
import {
  coercionLaw,
  doublePublicity,
  penaltyLaw1996,
  penaltyLaw2017,
  penaltyLaw2021,
  permitRegulation,
} from './instruments.js';

/** The Penalty Law changed in the middle of the plan year: acts of 14 July 2021 fall under the old one. */
const OLD_LAW = { inForceFrom: '2018-01-01', inForceTo: '2021-07-14', evidence: 'own' } as const;
const NEW_LAW = { inForceFrom: '2021-07-15', evidence: 'read' } as const;

/** Procedure of penalties, seizure and permits. */
export const penaltyRules = [
  {
    id: 'penalty/two-officers',
    version: '2017',
    says: {
      zh: '调查或者检查时，执法人员不得少于两人',
      en: 'An investigation or inspection takes at least two officers',
    },
    citations: [{ instrument: penaltyLaw2017, article: '37' }],
    amount: 2,
    amountUnit: 'officers',
    ...OLD_LAW,
  },
  {
    id: 'penalty/two-officers',
    version: '2021',
    says: {
      zh: '执法人员不得少于两人，应当主动出示执法证件',
      en: 'Enforcement takes at least two officers, who show their papers unasked',
    },
    citations: [
      { instrument: penaltyLaw2021, article: '42' },
      { instrument: penaltyLaw2021, article: '55' },
    ],
    amount: 2,
    amountUnit: 'officers',
    ...NEW_LAW,
  },
  {
    id: 'penalty/kinds',
    version: '1996',
    says: { zh: '处罚种类七项', en: 'Penalties are of seven kinds' },
    citations: [{ instrument: penaltyLaw1996, article: '8' }],
    inForceFrom: '1996-10-01',
    inForceTo: '2021-07-14',
    evidence: 'secondary',
  },
  {
    id: 'penalty/kinds',
    version: '2021',
    says: {
      zh: '处罚种类：十三种及法律、行政法规规定的其他',
      en: 'Penalties are of thirteen kinds and others that a law or administrative regulation provides',
    },
    citations: [{ instrument: penaltyLaw2021, article: '9' }],
    ...NEW_LAW,
  },
  {
    id: 'penalty/legal-basis',
    version: '2017',
    says: { zh: '规范性文件不得设定行政处罚', en: 'A policy document cannot create a penalty' },
    citations: [{ instrument: penaltyLaw2017, article: '14' }],
    ...OLD_LAW,
  },
  {
    id: 'penalty/legal-basis',
    version: '2021',
    says: {
      zh: '除法律、法规、规章外，其他规范性文件不得设定行政处罚',
      en: 'Only laws, regulations and rules create penalties; a policy document cannot',
    },
    citations: [{ instrument: penaltyLaw2021, article: '16' }],
    ...NEW_LAW,
  },
  {
    id: 'penalty/prior-notice',
    version: '2017',
    says: {
      zh: '决定前应当告知事实、理由、依据和权利',
      en: 'Facts, grounds, basis and rights are told before a decision',
    },
    citations: [{ instrument: penaltyLaw2017, article: '31' }],
    ...OLD_LAW,
  },
  {
    id: 'penalty/prior-notice',
    version: '2021',
    says: {
      zh: '决定前应当告知拟处罚内容及事实、理由、依据和权利，并听取陈述申辩，否则不得作出决定',
      en: 'Without notice of content, facts, grounds, basis and rights, and a hearing of the defence, nothing is decided',
    },
    citations: [
      { instrument: penaltyLaw2021, article: '44' },
      { instrument: penaltyLaw2021, article: '45' },
      { instrument: penaltyLaw2021, article: '62' },
    ],
    ...NEW_LAW,
  },
  {
    id: 'penalty/hearing',
    version: '2017',
    says: {
      zh: '责令停产停业、吊销许可证或者执照、较大数额罚款，告知听证权利',
      en: 'Stop orders, revocations and larger fines carry a right to a hearing',
    },
    citations: [{ instrument: penaltyLaw2017, article: '42' }],
    ...OLD_LAW,
    configurable: true,
    note: 'What a larger fine is, the province and the ministries say.',
  },
  {
    id: 'penalty/hearing',
    version: '2021',
    says: {
      zh: '较大数额罚款或没收、降级、吊销、停产停业、关闭、限制从业等，告知听证权利',
      en: 'Larger fines or confiscations, downgrades, revocations, stops, closures and professional bans carry a right to a hearing',
    },
    citations: [{ instrument: penaltyLaw2021, article: '63' }],
    ...NEW_LAW,
    configurable: true,
    note: 'What a larger fine or confiscation is, the province and the ministries say.',
  },
  {
    id: 'penalty/hearing-request',
    version: '2021',
    says: { zh: '告知后五个工作日内可要求听证', en: 'A hearing is asked for within five working days of the notice' },
    citations: [
      { instrument: penaltyLaw2021, article: '64' },
      { instrument: penaltyLaw2021, article: '85' },
    ],
    length: 5,
    unit: 'working-days',
    ...NEW_LAW,
  },
  {
    id: 'penalty/decision-period',
    version: '2021',
    says: { zh: '自立案之日起九十日内作出处罚决定', en: 'A penalty is decided within ninety days of filing' },
    citations: [{ instrument: penaltyLaw2021, article: '60' }],
    length: 90,
    unit: 'days',
    ...NEW_LAW,
  },
  {
    id: 'penalty/service',
    version: '2021',
    says: {
      zh: '当事人不在场的，七个工作日内送达',
      en: 'A decision not handed over on the spot is served within seven working days',
    },
    citations: [
      { instrument: penaltyLaw2021, article: '61' },
      { instrument: penaltyLaw2021, article: '85' },
    ],
    length: 7,
    unit: 'working-days',
    ...NEW_LAW,
  },
  {
    id: 'penalty/payment',
    version: '2021',
    says: { zh: '自收到决定书之日起十五日内缴纳罚款', en: 'A fine is paid within fifteen days of receipt' },
    citations: [{ instrument: penaltyLaw2021, article: '67' }],
    length: 15,
    unit: 'days',
    ...NEW_LAW,
  },
  {
    id: 'penalty/publicity',
    version: '2018',
    says: {
      zh: '自作出决定之日起七个工作日内上网公开',
      en: 'A penalty is online within seven working days of the decision',
    },
    citations: [{ instrument: doublePublicity }],
    clause: '3.2',
    length: 7,
    unit: 'working-days',
    inForceFrom: '2018-01-01',
    evidence: 'secondary',
    note: 'The first day of the notice was not read; that of its year is taken.',
  },
  {
    id: 'penalty/publicity-withdrawal',
    version: '2021',
    says: {
      zh: '公开的决定被变更、撤销、确认违法或者无效的，三个工作日内撤回并说明理由',
      en: 'A published decision that is changed, annulled, unlawful or void is withdrawn within three working days, with reasons',
    },
    citations: [
      { instrument: penaltyLaw2021, article: '48' },
      { instrument: penaltyLaw2021, article: '85' },
    ],
    length: 3,
    unit: 'working-days',
    ...NEW_LAW,
  },
  {
    id: 'coercion/seal',
    version: '2012',
    says: { zh: '查封、扣押不超过三十日', en: 'Property is sealed or seized for at most thirty days' },
    citations: [{ instrument: coercionLaw, article: '25' }],
    length: 30,
    unit: 'days',
    inForceFrom: '2012-01-01',
    evidence: 'read',
    note: 'Time of tests and appraisals is not counted.',
  },
  {
    id: 'coercion/seal-extension',
    version: '2012',
    says: { zh: '情况复杂的，可延长不超过三十日', en: 'A complicated case lengthens it by at most thirty days' },
    citations: [{ instrument: coercionLaw, article: '25' }],
    length: 30,
    unit: 'days',
    inForceFrom: '2012-01-01',
    evidence: 'read',
  },
  {
    id: 'permit/simplified-review',
    version: '2021',
    says: {
      zh: '简化管理的排污许可申请，二十个工作日内审批',
      en: 'A simplified discharge permit is decided within twenty working days',
    },
    citations: [{ instrument: permitRegulation, article: '12' }],
    clause: '2.2.1',
    length: 20,
    unit: 'working-days',
    inForceFrom: '2021-03-01',
    evidence: 'read',
  },
] as const satisfies readonly Rule[];
