import type { Enterprise } from '#contracts';
import {
  failedTest,
  objected,
  published,
  rechecked as sampleRechecked,
  shared,
  type Sampled,
} from './market-samples.js';
import { decided, fine, noticed, revocation } from './market-penalties.js';
import { inOfficeHours } from './office-time.js';
import { officers } from './rectification.js';
import type { Seeded } from './seeded.js';
import { ofMarketRegulation, type Story } from './step.js';

/** A quality case about to be lived. */
export interface QualityCase {
  readonly id: string;
  readonly serial: number;
  readonly enterprise: Enterprise;
  readonly chance: Seeded;
}

const PRODUCT = { product: '热轧带肋钢筋', standardNumber: 'GB/T 1499.2-2018' };

function* substandard({ id, enterprise, chance }: QualityCase, on: string, sampleId: string): Story {
  yield ofMarketRegulation('case', id, 'RecordSubstandardProduction', inOfficeHours(on, chance), {
    enterprise,
    sampleId,
    activity: 'PRODUCED',
    ...PRODUCT,
    facts: '监督抽查批次不符合强制性标准〔模拟〕',
    gravity: 'ORDINARY',
  });
}

function* unlicensed({ id, enterprise, chance }: QualityCase, on: string): Story {
  yield ofMarketRegulation('case', id, 'RecordUnlicensedProduction', inOfficeHours(on, chance), {
    enterprise,
    product: 'REBAR',
    facts: '现场正在轧制钢筋，经查询许可系统未取得生产许可证〔模拟〕',
    goodsValueFen: 38_600_000,
    officers: officers(chance),
  });
}

function* ordered({ id, serial, chance }: QualityCase, servedOn: string): Story {
  yield ofMarketRegulation('case', id, 'OrderQualityCorrection', inOfficeHours(servedOn, chance), {
    documentNumber: `惠市监责改〔2021〕模拟${serial}号`,
    servedOn,
    days: 30,
    items: ['停止销售不合格批次，查明原因', '完善出厂检验'],
    officers: officers(chance),
  });
}

function* rechecked({ id, chance }: QualityCase, on: string, result: 'PASSED' | 'FAILED'): Story {
  yield ofMarketRegulation('case', id, 'RecheckQuality', inOfficeHours(on, chance), {
    result,
    findings: result === 'PASSED' ? '复查批次合格〔模拟〕' : '复查批次仍不合格〔模拟〕',
    officers: officers(chance),
  });
}

/** Each way of a quality case, told by the case whose id says which. */
export const qualityPaths: Readonly<Record<string, (c: QualityCase) => Story>> = {
  /** Nobody objects; published, corrected in time. */
  'SJ-CORRECTED': function* (c) {
    const s: Sampled = { ...c, id: 'CY-CORRECTED' };
    yield* failedTest(s, { taken: '2021-05-06', tested: '2021-05-20', served: '2021-05-24' });
    yield* published(s, '2021-06-10');
    yield* shared(s, '2021-06-11');
    yield* substandard(c, '2021-06-15', s.id);
    yield* ordered(c, '2021-06-17');
    yield ofMarketRegulation('case', c.id, 'ReportQualityCorrection', inOfficeHours('2021-07-12', c.chance), {
      summary: '已停止销售并更换轧辊，出厂检验恢复〔模拟〕',
    });
    yield* rechecked(c, '2021-07-15', 'PASSED');
  },

  /** The whole ladder: recheck of the sample, overdue, notice of the province, suspension, business licence revoked. */
  'SJ-REVOKED': function* (c) {
    const s: Sampled = { ...c, id: 'CY-REVOKED' };
    const penaltyId = `${c.id}-CF`;
    yield* failedTest(s, { taken: '2021-03-15', tested: '2021-03-29', served: '2021-03-31' });
    yield* objected(s, '2021-04-12');
    yield* sampleRechecked(s, '2021-04-26', false);
    yield* published(s, '2021-04-28');
    yield* substandard(c, '2021-04-29', s.id);
    yield* ordered(c, '2021-05-06');
    yield ofMarketRegulation('case', c.id, 'RecordQualityNotice', inOfficeHours('2021-06-21', c.chance), {
      level: 'PROVINCIAL',
      issuer: '广东省市场监督管理局〔模拟〕',
      documentNumber: '2021年模拟第9号',
      publishedOn: '2021-06-21',
    });
    yield* rechecked(c, '2021-07-01', 'FAILED');
    yield ofMarketRegulation('case', c.id, 'SuspendForRectification', inOfficeHours('2021-07-06', c.chance), {
      documentNumber: `惠市监停〔2021〕模拟${c.serial}号`,
      legalBasis: '《中华人民共和国产品质量法》第十七条',
      servedOn: '2021-07-06',
      days: 60,
    });
    yield* rechecked(c, '2021-09-08', 'FAILED');
    yield ofMarketRegulation(
      'card',
      c.id,
      'IssueRedCard',
      inOfficeHours('2021-09-10', c.chance),
      { proposalId: `${c.id}-G1` },
      { refusedWith: 'market-regulation/red-card-without-closure' },
    );
    yield* noticed(c, penaltyId, revocation, '2021-09-22');
    yield ofMarketRegulation('penalty', penaltyId, 'DiscussCollectively', inOfficeHours('2021-10-12', c.chance), {
      participants: ['局长〔模拟〕', '分管副局长〔模拟〕', '法规科科长〔模拟〕'],
      conclusion: '同意吊销营业执照〔模拟〕',
      discussedOn: '2021-10-12',
    });
    yield* decided(c, penaltyId, revocation, '2021-10-13');
    yield ofMarketRegulation('case', c.id, 'RevokeBusinessLicence', inOfficeHours('2021-10-15', c.chance), {
      penaltyId,
    });
  },

  /** Production without a licence, fined. */
  'SJ-UNLICENSED': function* (c) {
    const penaltyId = `${c.id}-CF`;
    yield* unlicensed(c, '2021-06-09');
    yield* noticed(c, penaltyId, fine, '2021-06-22');
    yield* decided(c, penaltyId, fine, '2021-07-07');
    yield ofMarketRegulation('case', c.id, 'CloseQualityCase', inOfficeHours('2021-07-12', c.chance), {
      outcome: 'PENALISED',
      penaltyId,
      reason: '处罚决定已作出并送达〔模拟〕',
    });
  },

  /** The same, and so much of it that it goes to the police. */
  'SJ-REFERRED': function* (c) {
    const penaltyId = `${c.id}-CF`;
    yield* unlicensed(c, '2021-08-04');
    yield ofMarketRegulation('penalty', penaltyId, 'FileCase', inOfficeHours('2021-08-06', c.chance), {
      enterprise: c.enterprise,
      caseId: c.id,
      source: 'DAILY_SUPERVISION',
      suspicion: fine.violation,
      discoveredOn: '2021-08-04',
      filedOn: '2021-08-06',
    });
    yield ofMarketRegulation('penalty', penaltyId, 'ReferToPolice', inOfficeHours('2021-08-17', c.chance), {
      suspectedCrime: '生产、销售伪劣产品〔模拟〕',
      organ: '公安机关〔模拟〕',
      approvedOn: '2021-08-17',
      referredOn: '2021-08-17',
      documentNumber: `惠市监移〔2021〕模拟${c.serial}号`,
    });
    yield ofMarketRegulation('penalty', penaltyId, 'RecordPoliceAnswer', inOfficeHours('2021-08-20', c.chance), {
      answer: 'FILED',
      answeredOn: '2021-08-20',
      documentNumber: `公立〔2021〕模拟${c.serial}号`,
    });
    yield ofMarketRegulation('case', c.id, 'CloseQualityCase', inOfficeHours('2021-08-23', c.chance), {
      outcome: 'TRANSFERRED',
      reason: '已移送公安机关并立案〔模拟〕',
    });
  },
};

/** 四(五): the bureau's yellow card outside of a case of its own, for what another inspection showed. */
export function* qualityCard({ id, serial, enterprise, chance }: QualityCase): Story {
  yield ofMarketRegulation('card', id, 'IssueYellowCard', inOfficeHours('2021-04-15', chance), {
    enterprise,
    caseId: id,
    ground: '获证企业专项检查发现出厂检验不到位，责令整改〔模拟〕',
    documentNumber: `惠市监责改〔2021〕模拟${serial}号`,
    legalBasis: '《中华人民共和国产品质量法》第十七条',
    servedOn: '2021-04-15',
    dueOn: '2021-05-17',
  });
  yield ofMarketRegulation('card', id, 'ProlongYellowCard', inOfficeHours('2021-05-14', chance), {
    dueOn: '2021-06-15',
    documentNumber: `惠市监延〔2021〕模拟${serial}号`,
  });
  yield ofMarketRegulation('card', id, 'FindRectificationFailed', inOfficeHours('2021-06-16', chance), {
    findings: '首次复查仍缺检验记录〔模拟〕',
    foundOn: '2021-06-16',
  });
  yield ofMarketRegulation('card', id, 'ClearYellowCard', inOfficeHours('2021-07-19', chance), {
    opinion: '再次复查合格〔模拟〕',
  });
}
