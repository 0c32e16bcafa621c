import type { Rule } from '../rule.js';
import { licensingLaw2019, plan2021, productionLicence } from './instruments.js';

/** The text of 2005 was read, and that of 2023: they differ in which authority they name. */
const LICENCE_REGULATION = { inForceFrom: '2005-09-01', evidence: 'read' } as const;

/** 二(三)1, 3: licences to produce industrial products. */
export const productionLicenceRules = [
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
    inForceFrom: '2021-01-01',
    evidence: 'read',
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
] as const satisfies readonly Rule[];
