import type { marketRegulation } from '#contracts';
import { deadline } from '#law';

/** Facts and commands that the specs of market regulation start from. Nobody in them exists. */
export const enterprise: marketRegulation.ProductSampled['enterprise'] = {
  uscc: '91441322MA00TT0126',
  name: '博罗县永丰轧钢有限公司〔模拟〕',
  county: 'BL',
  industry: '3130',
  synthetic: true,
};
export const another: typeof enterprise = {
  ...enterprise,
  uscc: '91441323MA00004100',
  name: '惠东县恒固建材有限公司〔模拟〕',
};

export const at = (day: string, time = '10:00:00') => ({ occurredAt: `${day}T${time}+08:00` });
export const two = { actor: { client: 'spec', officers: ['HZ-SJ-0011', 'HZ-SJ-0012'] } };
export const one = { actor: { client: 'spec', officers: ['HZ-SJ-0011'] } };

export const grant: Omit<marketRegulation.RecordLicenceIssued, 'occurredAt'> = {
  enterprise,
  legalRepresentative: '张三〔模拟〕',
  licenceNumber: '(粤)XK05-001-00001',
  certificateName: '全国工业产品生产许可证',
  products: ['REBAR'],
  content: '钢筋混凝土用热轧钢筋',
  documentTitle: '准予行政许可决定书',
  documentNumber: '粤市监许〔2021〕31号',
  decidedOn: '2021-04-06',
  validFrom: '2021-04-06',
  validTo: '2026-04-05',
  issuer: '广东省市场监督管理局',
  issuerCode: '11440000MB2TT1423E',
  issuerLevel: 'PROVINCIAL',
};
export const issued = { type: 'ProductionLicenceIssued', data: grant, ...at('2021-04-06') } as const;

const item = {
  item: '下屈服强度',
  measured: '392 MPa',
  required: '不小于400 MPa',
  standardNumber: 'GB/T 1499.2-2018',
  conforms: false,
};
export const failing = { laboratory: '惠州市质检中心〔模拟〕', reportNumber: 'J-1', items: [item] };
export const conforming = { ...failing, items: [{ ...item, measured: '421 MPa', conforms: true }] };

export const take: Omit<marketRegulation.SampleProduct, 'occurredAt'> = {
  enterprise,
  level: 'MUNICIPAL',
  authority: '惠州市市场监督管理局',
  category: 'STEEL',
  product: '热轧带肋钢筋',
  brand: '永丰',
  batch: '20210518-2',
  quantity: 10,
  unit: '根',
  place: 'FACTORY',
};

/** Served on 10 June 2021; fifteen days end on 25 June, a Friday. */
export const objectionDue = deadline({
  rule: { id: 'quality/test-objection', version: '2018', length: 15, unit: 'days' },
  startsOn: '2021-06-10',
});

export const sampled = { type: 'ProductSampled', data: take, ...at('2021-05-20') };
export const tested = (conforms: boolean) => ({
  type: 'TestReported',
  data: { ...(conforms ? conforming : failing), reportedOn: '2021-06-07', conforms },
  ...at('2021-06-07'),
});
export const served = {
  type: 'TestResultServed',
  data: { servedOn: '2021-06-10', due: objectionDue },
  ...at('2021-06-10'),
};
export const objected = {
  type: 'TestObjectionFiled',
  data: { reason: '取样部位不当', filedOn: '2021-06-25' },
  ...at('2021-06-25'),
};
export const rechecked = (conforms: boolean) => ({
  type: 'RecheckReported',
  data: { ...(conforms ? conforming : failing), reportNumber: 'F-1', reportedOn: '2021-07-09', conforms },
  ...at('2021-07-09'),
});
export const established = (by: 'OBJECTION_PERIOD_OVER' | 'RECHECK', establishedOn: string) => ({
  type: 'NonconformityEstablished',
  data: { by, establishedOn },
  ...at(establishedOn),
});

/** Samples as they stand when a spec begins. */
export const samples = {
  sampled: [sampled],
  passed: [sampled, tested(true)],
  failed: [sampled, tested(false)],
  served: [sampled, tested(false), served],
  objected: [sampled, tested(false), served, objected],
  final: [sampled, tested(false), served, established('OBJECTION_PERIOD_OVER', '2021-06-25')],
  refuted: [sampled, tested(false), served, objected, rechecked(true)],
};

export const substandard: Omit<marketRegulation.RecordSubstandardProduction, 'occurredAt'> = {
  enterprise,
  sampleId: 'CY-1',
  activity: 'PRODUCED',
  product: '热轧带肋钢筋',
  standardNumber: 'GB/T 1499.2-2018',
  facts: '抽查批次下屈服强度不符合强制性标准〔模拟〕',
  gravity: 'ORDINARY',
};

export const dueAfterDays = (days: number, servedOn: string, id: string) =>
  deadline({ rule: { id, version: '2018', length: days, unit: 'days' }, startsOn: servedOn });

const found = (gravity: 'ORDINARY' | 'SERIOUS') => ({
  type: 'SubstandardProductionFound',
  data: { ...substandard, gravity },
  ...at('2021-06-28'),
});
const unlicensed = {
  type: 'UnlicensedProductionFound',
  data: { enterprise, product: 'REBAR', facts: '经查询许可系统，未取得生产许可证〔模拟〕' },
  ...at('2021-06-28'),
};
export const order = {
  documentNumber: '惠市监责改〔2021〕6号',
  servedOn: '2021-07-01',
  items: ['停止销售该批次，查明原因'],
};
const ordered = {
  type: 'QualityCorrectionOrdered',
  data: { ...order, due: dueAfterDays(30, '2021-07-01', 'quality/correction') },
  ...at('2021-07-01'),
};
const reported = { type: 'QualityCorrectionReported', data: { summary: '已整改' }, ...at('2021-07-20') };
const overdue = {
  type: 'QualityCorrectionOverdue',
  data: { dueOn: '2021-08-02' },
  ...at('2021-08-03', '00:00:00'),
};
export const notice = {
  level: 'PROVINCIAL' as const,
  issuer: '广东省市场监督管理局',
  documentNumber: '2021年第9号',
  publishedOn: '2021-08-16',
};
const noticed = { type: 'QualityNoticePublished', data: { enterprise, ...notice }, ...at('2021-08-16') };
const failedAfter = (after: 'CORRECTION' | 'NOTICE' | 'SUSPENSION', day: string) => ({
  type: 'QualityRechecked',
  data: { result: 'FAILED', after, findings: '仍不合格' },
  ...at(day),
});
export const suspension = {
  documentNumber: '惠市监停〔2021〕1号',
  legalBasis: '产品质量法第十七条',
  servedOn: '2021-09-01',
};
const suspended = {
  type: 'SuspendedForRectification',
  data: { enterprise, ...suspension, due: dueAfterDays(60, '2021-09-01', 'quality/suspension') },
  ...at('2021-09-01'),
};

/** Cases as they stand when a spec begins: the correction is due on 2 August, the suspension ends on 1 November. */
export const cases = {
  unlicensed: [unlicensed],
  serious: [found('SERIOUS')],
  substandard: [found('ORDINARY')],
  correcting: [found('ORDINARY'), ordered],
  reported: [found('ORDINARY'), ordered, reported],
  overdue: [found('ORDINARY'), ordered, overdue],
  noticed: [found('ORDINARY'), ordered, overdue, noticed],
  failedAfterNotice: [found('ORDINARY'), ordered, overdue, noticed, failedAfter('NOTICE', '2021-08-25')],
  suspended: [found('ORDINARY'), ordered, overdue, noticed, failedAfter('NOTICE', '2021-08-25'), suspended],
  failedAfterSuspension: [
    found('ORDINARY'),
    ordered,
    overdue,
    noticed,
    failedAfter('NOTICE', '2021-08-25'),
    suspended,
    failedAfter('SUSPENSION', '2021-11-03'),
  ],
};

/** A penalty's decision, as far as a case looks at it. */
export const penaltyDecided = (kinds: readonly string[], party = enterprise) => ({
  type: 'PenaltyDecided',
  data: { enterprise: party, documentNumber: '惠市监罚〔2021〕17号', kinds, decidedOn: '2021-12-01' },
  ...at('2021-12-01'),
});
