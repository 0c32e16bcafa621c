import type { Rule } from '../rule.js';
import { plan2021, productQualityLaw2018 } from './instruments.js';
import { productionLicenceRules } from './production-licence.js';

const PLAN = { inForceFrom: '2021-01-01', evidence: 'read' } as const;
const QUALITY_LAW = { inForceFrom: '2018-12-29', evidence: 'read' } as const;

/** 二(三): production licences, sampling of products, and what follows from products that do not conform. */
export const qualityRules = [
  ...productionLicenceRules,
  {
    id: 'quality/key-products',
    version: '2021',
    says: {
      zh: '钢铁、水泥等重点产品列入重点监管产品目录以及年度监督抽查计划',
      en: 'Steel and cement are in the catalogue of key supervised products and in the year’s plan of sampling',
    },
    citations: [{ instrument: plan2021, article: '二(三)2' }],
    clause: '2.3.2',
    ...PLAN,
  },
  {
    id: 'quality/special-inspection',
    version: '2021',
    says: { zh: '对生产许可获证企业开展专项监督检查', en: 'Licence holders are inspected specially' },
    citations: [{ instrument: plan2021, article: '二(三)2' }],
    clause: '2.3.2',
    ...PLAN,
  },
  {
    id: 'quality/no-duplicate-sampling',
    version: '2018',
    says: {
      zh: '上级监督抽查的产品，下级不得另行重复抽查',
      en: 'What a higher authority has sampled, a lower one does not sample again',
    },
    citations: [{ instrument: productQualityLaw2018, article: '15' }],
    clause: '2.3.2',
    ...QUALITY_LAW,
    note: 'Taken to speak of one batch of one producer.',
  },
  {
    id: 'quality/duplicate-window',
    version: '2018',
    says: {
      zh: '同一产品再次抽查的间隔期',
      en: 'How long after one sampling another of the same product, batch aside, is a repetition',
    },
    citations: [{ instrument: productQualityLaw2018, article: '15' }],
    clause: '2.3.2',
    inForceFrom: '2018-12-29',
    evidence: 'own?',
    configurable: true,
    note: 'A ministerial rule is believed to say; it was not read. Without it only the same batch counts.',
  },
  {
    id: 'quality/test-objection',
    version: '2018',
    says: {
      zh: '对抽查检验结果有异议的，可以自收到检验结果之日起15日内申请复检',
      en: 'Who objects to a test may ask for a recheck within 15 days of receiving it',
    },
    citations: [{ instrument: productQualityLaw2018, article: '15' }],
    clause: '2.3.2',
    length: 15,
    unit: 'days',
    ...QUALITY_LAW,
  },
  {
    id: 'quality/publish-nonconforming',
    version: '2021',
    says: {
      zh: '依法向社会公布不合格产品及其生产企业，并与社会信用体系衔接',
      en: 'Products that do not conform, and who made them, are published as the law allows and shared with the credit system',
    },
    citations: [{ instrument: plan2021, article: '二(三)2' }],
    clause: '2.3.2',
    ...PLAN,
    note: 'Only what is established: the time to object is over, or the recheck does not conform either.',
  },
  {
    id: 'quality/correction',
    version: '2018',
    says: {
      zh: '监督抽查的产品不合格的，责令生产者、销售者限期改正',
      en: 'When a sampled product does not conform, its producer or seller is ordered to correct within a limit',
    },
    citations: [{ instrument: productQualityLaw2018, article: '17' }],
    clause: '2.3.3',
    ...QUALITY_LAW,
    note: 'The law sets no length; the order does.',
  },
  {
    id: 'quality/notice',
    version: '2018',
    says: {
      zh: '逾期不改正的，由省级以上市场监督管理部门予以公告',
      en: 'Who does not correct in time is named in a notice by a provincial or higher authority',
    },
    citations: [{ instrument: productQualityLaw2018, article: '17' }],
    clause: '2.3.3',
    ...QUALITY_LAW,
  },
  {
    id: 'quality/suspension',
    version: '2018',
    says: {
      zh: '公告后经复查仍不合格的，责令停业，限期整顿',
      en: 'When the recheck after the notice fails too, business is suspended for rectification within a limit',
    },
    citations: [{ instrument: productQualityLaw2018, article: '17' }],
    clause: '2.3.3',
    ...QUALITY_LAW,
  },
  {
    id: 'quality/business-licence-revocation',
    version: '2018',
    says: {
      zh: '整顿期满后经复查仍不合格的，吊销营业执照；违反强制性标准等情节严重的，吊销营业执照',
      en: 'When the recheck after the suspension fails, or a breach such as of a mandatory standard is serious, the business licence is revoked',
    },
    citations: [
      { instrument: productQualityLaw2018, article: '17' },
      { instrument: productQualityLaw2018, article: '49' },
    ],
    clause: '2.3.3',
    ...QUALITY_LAW,
  },
  {
    id: 'quality/mandatory-standard',
    version: '2018',
    says: {
      zh: '生产、销售不符合强制性标准的产品的，责令停止，没收产品，并处货值金额等值以上3倍以下罚款',
      en: 'Production or sale below a mandatory standard is stopped, the goods confiscated, the fine one to three times their value',
    },
    citations: [{ instrument: productQualityLaw2018, article: '49' }],
    clause: '2.3.3',
    ...QUALITY_LAW,
  },
] as const satisfies readonly Rule[];
