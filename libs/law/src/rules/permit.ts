import type { Rule } from '../rule.js';
import { licensingLaw2019, permitMeasures2018, permitRegulation, plan2021 } from './instruments.js';

/** Permits of the trial years, before the Regulation, are brought in as printed. Their text was not read. */
const TRIAL = { inForceFrom: '2018-01-10', inForceTo: '2021-02-28', evidence: 'own' } as const;
const REGULATION = { clause: '2.2.1', inForceFrom: '2021-03-01', evidence: 'read' } as const;
const LICENSING = { clause: '2.2.1', inForceFrom: '2019-04-23', evidence: 'read' } as const;

/** 二(二)1: discharge permits, from the application to the end. */
export const permitRules = [
  {
    id: 'permit/key-review',
    version: '2021',
    says: {
      zh: '重点管理的排污许可申请，三十个工作日内审批',
      en: 'A discharge permit under key management is decided within thirty working days',
    },
    citations: [
      { instrument: permitRegulation, article: '12' },
      { instrument: licensingLaw2019, article: '82' },
    ],
    length: 30,
    unit: 'working-days',
    ...REGULATION,
  },
  {
    id: 'permit/key-review-visit',
    version: '2021',
    says: {
      zh: '重点管理且需要现场核查的，四十五个工作日内审批',
      en: 'Under key management, with a visit to the site, it is decided within forty-five working days',
    },
    citations: [
      { instrument: permitRegulation, article: '12' },
      { instrument: licensingLaw2019, article: '82' },
    ],
    length: 45,
    unit: 'working-days',
    ...REGULATION,
  },
  {
    id: 'permit/elimination',
    version: '2021',
    says: {
      zh: '对应该淘汰的落后产能，不得核发排污许可证',
      en: 'No discharge permit is issued for outdated capacity that is due for elimination',
    },
    citations: [{ instrument: plan2021, article: '二(二)1' }],
    clause: '2.2.1',
    inForceFrom: '2021-01-01',
    evidence: 'read',
    note: 'The decision on an application names the provision of law that it rests on; the plan says what must be refused.',
  },
  {
    id: 'permit/validity',
    version: '2018',
    says: { zh: '排污许可证有效期最长五年', en: 'A discharge permit is valid for five years at most' },
    citations: [{ instrument: permitMeasures2018 }],
    clause: '2.2.1',
    length: 60,
    unit: 'months',
    ...TRIAL,
    note: 'A maximum, for what is brought in: first permits ran for three years and renewed ones for five.',
  },
  {
    id: 'permit/validity',
    version: '2021',
    says: { zh: '排污许可证有效期五年', en: 'A discharge permit is valid for five years' },
    citations: [{ instrument: permitRegulation, article: '14' }],
    length: 60,
    unit: 'months',
    ...REGULATION,
  },
  {
    id: 'permit/renewal',
    version: '2021',
    says: {
      zh: '需要延续的，有效期届满六十日前申请',
      en: 'A renewal is asked for at least sixty days before the permit expires',
    },
    citations: [{ instrument: permitRegulation, article: '14' }],
    length: 60,
    unit: 'days',
    ...REGULATION,
    note: 'Counted in calendar days back from the last day of the permit.',
  },
  {
    id: 'permit/deemed-renewal',
    version: '2019',
    says: {
      zh: '按期申请延续的，应在有效期届满前决定；逾期未决定的，视为准予延续',
      en: 'A renewal asked for in time is decided before the permit expires; otherwise it counts as granted',
    },
    citations: [{ instrument: licensingLaw2019, article: '50' }],
    clause: '2.2.1',
    inForceFrom: '2019-04-23',
    evidence: 'own',
    note: 'Here the permit does not expire while such an application waits; when it is refused late, it expires then.',
  },
  {
    id: 'permit/change',
    version: '2021',
    says: {
      zh: '名称、住所、法定代表人或者主要负责人变更的，自变更之日起三十日内申请变更排污许可证',
      en: 'A change of name, address or head is brought to the permit within thirty days',
    },
    citations: [{ instrument: permitRegulation, article: '14' }],
    length: 30,
    unit: 'days',
    ...REGULATION,
    note: 'Later is recorded as late, not refused.',
  },
  {
    id: 'permit/site',
    version: '2021',
    says: {
      zh: '两个以上生产经营场所的，按场所分别申请排污许可证',
      en: 'Each place of production takes a discharge permit of its own',
    },
    citations: [{ instrument: permitRegulation, article: '6' }],
    ...REGULATION,
  },
  {
    id: 'permit/fraud-ban',
    version: '2021',
    says: {
      zh: '以欺骗、贿赂等不正当手段取得的，撤销排污许可证，三年内不得再次申请',
      en: 'A permit obtained by fraud or bribery is annulled, and for three years nobody may apply again',
    },
    citations: [{ instrument: permitRegulation, article: '40' }],
    length: 36,
    unit: 'months',
    ...REGULATION,
  },
  {
    id: 'permit/revocation',
    version: '2021',
    says: {
      zh: '超过许可限值排污等，情节严重的，吊销排污许可证，报经政府批准，责令停业、关闭',
      en: 'Serious breaches, such as discharge over the limits, revoke the permit; the government may approve closure',
    },
    citations: [
      { instrument: permitRegulation, article: '34' },
      { instrument: permitRegulation, article: '41' },
    ],
    ...REGULATION,
  },
  {
    id: 'permit/annulment',
    version: '2019',
    says: {
      zh: '违法准予的行政许可可以撤销；以欺骗、贿赂等手段取得的，应当撤销',
      en: 'A licence wrongly granted may be annulled; one obtained by fraud or bribery is annulled',
    },
    citations: [{ instrument: licensingLaw2019, article: '69' }],
    ...LICENSING,
  },
  {
    id: 'permit/withdrawal',
    version: '2019',
    says: {
      zh: '依据修改、废止或者客观情况重大变化，为公共利益需要，可以变更或者撤回许可',
      en: 'Where law or circumstances changed and the public interest needs it, a licence may be withdrawn',
    },
    citations: [{ instrument: licensingLaw2019, article: '8' }],
    ...LICENSING,
  },
  {
    id: 'permit/cancellation',
    version: '2019',
    says: {
      zh: '有效期届满未延续、主体终止、许可被撤销、撤回、吊销等，办理注销手续',
      en: 'A licence that expired, was annulled, withdrawn or revoked, or whose holder ended, is cancelled in the books',
    },
    citations: [{ instrument: licensingLaw2019, article: '70' }],
    ...LICENSING,
  },
  {
    id: 'permit/no-permit',
    version: '2021',
    says: {
      zh: '未取得排污许可证排放污染物的，责令改正或者限制生产、停产整治，处20万元以上100万元以下罚款',
      en: 'Discharge without a permit is ordered to stop and fined 200,000 to 1,000,000 yuan',
    },
    citations: [{ instrument: permitRegulation, article: '33' }],
    fineFen: { min: 20_000_000, max: 100_000_000 },
    ...REGULATION,
    clause: '2.2.2',
  },
  {
    id: 'permit/limit-breach',
    version: '2021',
    says: {
      zh: '超过许可排放浓度、许可排放量的，处20万元以上100万元以下罚款',
      en: 'Discharge over the limits of a permit is fined 200,000 to 1,000,000 yuan',
    },
    citations: [{ instrument: permitRegulation, article: '34' }],
    fineFen: { min: 20_000_000, max: 100_000_000 },
    ...REGULATION,
    clause: '2.2.3',
  },
  {
    id: 'permit/automatic-monitoring',
    version: '2021',
    says: {
      zh: '重点管理的排污单位应当安装自动监测设备并与监控设备联网',
      en: 'Whoever is under key management installs automatic monitors and connects them',
    },
    citations: [{ instrument: permitRegulation, article: '20' }],
    ...REGULATION,
    clause: '2.2.2',
  },
  {
    id: 'permit/plan-checks',
    version: '2021',
    says: {
      zh: '排污许可执法检查纳入生态环境执法年度计划',
      en: 'Checks of discharge permits are part of the yearly enforcement plan',
    },
    citations: [{ instrument: permitRegulation, article: '25' }],
    ...REGULATION,
    clause: '2.2.2',
  },
] as const satisfies readonly Rule[];
