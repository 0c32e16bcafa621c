import type { Enterprise, marketRegulation } from '#contracts';
import { addMonths } from '#law';
import { inOfficeHours, moment } from './office-time.js';
import { failed, officers, overLimitAndOrdered, reinspected, reported, type Supervised } from './rectification.js';
import type { Seeded } from './seeded.js';
import { ofEnergy, ofGovernment, ofMarketRegulation, type Story } from './step.js';

const PROVINCE = '广东省市场监督管理局〔模拟〕';

/** A licence holder, and the licence. */
export interface Licensed {
  readonly id: string;
  readonly serial: number;
  readonly enterprise: Enterprise;
  readonly chance: Seeded;
}

const isCement = ({ industry }: Enterprise): boolean => industry === '3011';

/** 二(三)1: whom industrial policy excludes need not apply. */
export function* applicationRejected({ id, serial, enterprise, chance }: Licensed): Story {
  yield ofMarketRegulation('application', id, 'RejectLicenceApplication', inOfficeHours('2021-05-20', chance), {
    enterprise,
    product: isCement(enterprise) ? 'CEMENT' : 'REBAR',
    ground: 'INDUSTRIAL_POLICY',
    reason: '主要生产装备属产业结构调整指导目录淘汰类〔模拟〕',
    documentNumber: `惠市监许不受〔2021〕模拟${serial}号`,
    filedOn: '2021-05-17',
  });
}

/** What the province granted, mirrored when the year begins. */
export function* licenceMirrored({ id, serial, enterprise, chance }: Licensed, validFrom: string): Story {
  const [digits, product] = isCement(enterprise) ? (['08', 'CEMENT'] as const) : (['05', 'REBAR'] as const);
  yield ofMarketRegulation('licence', id, 'RecordLicenceIssued', inOfficeHours('2021-03-10', chance), {
    enterprise,
    legalRepresentative: `法定代表人${serial}〔模拟〕`,
    licenceNumber: `(粤)XK${digits}-001-${String(serial).padStart(5, '0')}`,
    certificateName: '全国工业产品生产许可证',
    products: [product],
    content: product === 'CEMENT' ? '通用硅酸盐水泥〔模拟〕' : '钢筋混凝土用热轧钢筋〔模拟〕',
    documentTitle: '准予行政许可决定书',
    documentNumber: `粤市监许〔${validFrom.slice(0, 4)}〕模拟${serial}号`,
    decidedOn: validFrom,
    validFrom,
    validTo: addMonths(validFrom, 60),
    issuer: PROVINCE,
    issuerCode: '11440000MB2TT1423E',
    issuerLevel: 'PROVINCIAL',
  });
}

export function* licenseeInspected({ id, chance }: Licensed, on: string, problems: readonly string[]): Story {
  yield ofMarketRegulation('licence', id, 'InspectLicensee', inOfficeHours(on, chance), {
    findings: problems.length > 0 ? '关键控制检验未按规定开展〔模拟〕' : '生产和检验设备完好，出厂检验记录齐全〔模拟〕',
    meetsConditions: problems.length === 0,
    problems: [...problems],
    officers: officers(chance),
  });
}

export function* licenceRevoked({ id, serial, chance }: Licensed, on: string): Story {
  yield ofMarketRegulation('licence', id, 'RecordLicenceRevoked', inOfficeHours(on, chance), {
    issuer: PROVINCE,
    documentNumber: `粤市监许吊〔2021〕模拟${serial}号`,
    legalBasis: '《中华人民共和国工业产品生产许可证管理条例》第五十四条',
    facts: '省级监督抽查不合格，限期改正后复查仍不合格〔模拟〕',
    revokedOn: on,
  });
}

/** An enterprise that the government closes whole, on the proposal of the energy bureau. */
export function* enterpriseClosed(c: Supervised, proposalId: string): Story {
  yield* overLimitAndOrdered(c, '2021-03-24', { task: '2021-03-09', visit: '2021-03-16' });
  yield* reported(c, '2021-09-10');
  yield* reinspected(c, '2021-09-16', 1.2);
  yield* failed(c, '2021-09-22', '复测单位产品能耗仍超过强制性限额');
  yield ofEnergy('case', c.id, 'ProposeClosure', moment('2021-09-24', '10:00'), {
    proposalId,
    grounds: '达不到强制性能耗限额标准，经限期整改仍未达标，全厂仅此一条生产线',
    scope: 'ENTERPRISE',
    legalBasis: '《中华人民共和国节约能源法》第七十二条',
  });
  yield ofGovernment('closureProposal', proposalId, 'OrderClosure', moment('2021-10-15', '10:00'), {
    governmentDocumentNumber: `惠府函〔2021〕模拟${c.serial + 700}号`,
    scope: 'ENTERPRISE',
    effectiveOn: '2021-10-15',
  });
}

/** 二(三)1: cancellation is asked for too early, then on the closure; the issuer declines once, and then cancels. */
export function* licenceCancelled(holder: Licensed, closureProposalId: string): Story {
  const { id, serial, chance } = holder;
  const asked = (on: string, number: number, refusedWith?: string) =>
    ofMarketRegulation(
      'licence',
      id,
      'RequestLicenceCancellation',
      inOfficeHours(on, chance),
      {
        cause: 'CLOSED_FOR_ENERGY',
        closureProposalId,
        documentNumber: `惠市监函〔2021〕模拟${serial + number}号`,
      } satisfies Omit<marketRegulation.RequestLicenceCancellation, 'occurredAt'>,
      refusedWith ? { refusedWith } : {},
    );
  yield* licenceMirrored(holder, '2019-05-10');
  yield asked('2021-09-28', 0, 'market-regulation/no-closure');
  yield asked('2021-10-18', 0);
  yield ofMarketRegulation('licence', id, 'RecordCancellationDeclined', inOfficeHours('2021-10-22', chance), {
    issuer: PROVINCE,
    documentNumber: `粤市监复〔2021〕模拟${serial}号`,
    reason: '请补充政府关闭决定送达情况〔模拟〕',
    declinedOn: '2021-10-22',
  });
  yield asked('2021-10-26', 1);
  yield ofMarketRegulation('licence', id, 'RecordLicenceCancelled', inOfficeHours('2021-11-08', chance), {
    issuer: PROVINCE,
    ground: 'CLOSED',
    documentNumber: `粤市监告〔2021〕模拟${serial}号`,
    cancelledOn: '2021-11-08',
  });
}
