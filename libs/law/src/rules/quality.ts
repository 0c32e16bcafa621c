import type { Rule } from '../rule.js';
import { licensingLaw2019, plan2021, productionLicence, productQualityLaw2018 } from './instruments.js';

const PLAN = { inForceFrom: '2021-01-01', evidence: 'read' } as const;
/** The text of 2005 was read, and that of 2023: they differ in which authority they name. */
const LICENCE_REGULATION = { inForceFrom: '2005-09-01', evidence: 'read' } as const;
const QUALITY_LAW = { inForceFrom: '2018-12-29', evidence: 'read' } as const;

/** 二(三): production licences, sampling of products, and what follows from products that do not conform. */
export const qualityRules = [
  {
    id: 'quality/licence-conditions',
    version: '2005',
    says: {
      zh: '取得生产许可证应当符合国家有关政策，不存在国家明令淘汰和禁止投资建设的落后工艺',
      en: 'A production licence takes conformity with industrial policy, without processes that the state has eliminated',
    },
    citations: [
      { instrument: productionLicence, article: '9(7)' },
      { instrument: plan2021, article: '二(三)1' },
    ],
    clause: '2.3.1',
    ...LICENCE_REGULATION,
  },
  {
    id: 'quality/licence-issuer',
    version: '2005',
    says: {
      zh: '钢筋、水泥产品的生产许可证由省级许可机关核发，市级仅登记',
      en: 'Licences for reinforcing bar and cement are issued by the province; the city mirrors them',
    },
    citations: [{ instrument: productionLicence }],
    clause: '2.3.1',
    inForceFrom: '2005-09-01',
    evidence: 'secondary',
  },
  {
    id: 'quality/licence-number',
    version: '2005',
    says: {
      zh: '许可证编号为XK加2位行业、3位产品、5位企业编号，省级核发的前加省简称',
      en: 'A licence number is XK with two digits of industry, three of product and five of the enterprise; a provincial one has the province in front',
    },
    citations: [{ instrument: productionLicence }],
    clause: '2.3.1',
    inForceFrom: '2005-09-01',
    evidence: 'secondary',
    configurable: true,
    note: 'Which industry and product digits stand for bar and cement was not read; the installation says so.',
  },
  {
    id: 'quality/licence-validity',
    version: '2005',
    says: { zh: '生产许可证有效期为5年', en: 'A production licence is valid for 5 years' },
    citations: [{ instrument: productionLicence, article: '25' }],
    clause: '2.3.1',
    length: 60,
    unit: 'months',
    ...LICENCE_REGULATION,
    note: 'A maximum here: the certificate of a changed licence keeps the rest of its time.',
  },
  {
    id: 'quality/publish-holders',
    version: '2021',
    says: { zh: '公开企业获证情况', en: 'Who holds a licence is made public' },
    citations: [{ instrument: plan2021, article: '二(三)1' }],
    clause: '2.3.1',
    ...PLAN,
  },
  {
    id: 'quality/licence-cancellation',
    version: '2005',
    says: {
      zh: '被依法关停的企业，由许可机关办理生产许可证注销手续并公告',
      en: 'The issuer cancels, and announces it, when an enterprise was lawfully closed',
    },
    citations: [
      { instrument: productionLicence, article: '31' },
      { instrument: licensingLaw2019, article: '70' },
      { instrument: plan2021, article: '二(三)1' },
    ],
    clause: '2.3.1',
    ...LICENCE_REGULATION,
    note: 'Cancellation is book-keeping after an end and no penalty. The city asks, the issuer does it.',
  },
  {
    id: 'quality/licence-revocation',
    version: '2005',
    says: {
      zh: '获证产品经国家或省级监督抽查不合格，限期改正后复查仍不合格的，由许可主管部门吊销生产许可证',
      en: 'When a licensed product fails a national or provincial sampling and the recheck after correction, the licence authority revokes the licence',
    },
    citations: [
      { instrument: productionLicence, article: '54' },
      { instrument: productionLicence, article: '65' },
    ],
    clause: '2.3.3',
    ...LICENCE_REGULATION,
  },
  {
    id: 'quality/licence-reapplication',
    version: '2005',
    says: {
      zh: '被吊销生产许可证的，3年内不得再次申请同一产品的生产许可证',
      en: 'After a revocation nobody applies for the same product again within 3 years',
    },
    citations: [{ instrument: productionLicence, article: '55' }],
    clause: '2.3.3',
    length: 36,
    unit: 'months',
    ...LICENCE_REGULATION,
  },
  {
    id: 'quality/unlicensed-production',
    version: '2005',
    says: {
      zh: '未取得生产许可证擅自生产的，责令停止生产，没收产品，处货值金额等值以上3倍以下罚款',
      en: 'Production without a licence is stopped, the goods confiscated, the fine one to three times their value',
    },
    citations: [{ instrument: productionLicence, article: '45' }],
    clause: '2.3.3',
    ...LICENCE_REGULATION,
  },
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
