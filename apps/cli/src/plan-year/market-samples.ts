import type { Enterprise, marketRegulation } from '#contracts';
import { inOfficeHours, moment } from './office-time.js';
import { officers } from './rectification.js';
import type { Seeded } from './seeded.js';
import { ofMarketRegulation, type Story } from './step.js';

/** A sample of somebody's product. */
export interface Sampled {
  readonly id: string;
  readonly serial: number;
  readonly enterprise: Enterprise;
  readonly chance: Seeded;
}

const PLAN = '2021';
const steel = { category: 'STEEL', product: '热轧带肋钢筋' } as const;
const cement = { category: 'CEMENT', product: '通用硅酸盐水泥' } as const;
const goodsOf = ({ industry }: Enterprise) => (industry === '3011' ? cement : steel);

/** 二(三)2: steel and cement are key products, and in the plan of sampling. */
export function* samplingPlanned(): Story {
  for (const [at, goods] of [steel, cement].entries())
    yield ofMarketRegulation('keyProduct', PLAN, 'ListKeyProduct', moment('2021-03-02', `10:0${at}`), {
      year: 2021,
      ...goods,
      documentNumber: '惠市监〔2021〕模拟8号',
    });
  yield ofMarketRegulation('samplingPlan', PLAN, 'AdoptSamplingPlan', moment('2021-03-03', '10:00'), {
    year: 2021,
    documentNumber: '惠市监抽〔2021〕模拟1号',
    products: [
      { ...steel, batches: 40 },
      { ...cement, batches: 20 },
    ],
  });
}

const levels = {
  MUNICIPAL: '惠州市市场监督管理局〔模拟〕',
  PROVINCIAL: '广东省市场监督管理局〔模拟〕',
} as const;

export function* sampleTaken(s: Sampled, on: string, level: keyof typeof levels, refusedWith?: string): Story {
  const { id, serial, enterprise, chance } = s;
  yield ofMarketRegulation(
    'sample',
    id,
    'SampleProduct',
    inOfficeHours(on, chance),
    {
      enterprise,
      ...(level === 'MUNICIPAL' ? { planId: PLAN } : {}),
      level,
      authority: levels[level],
      ...goodsOf(enterprise),
      brand: '无商标',
      batch: `P2021-${serial}`,
      quantity: 12,
      unit: goodsOf(enterprise) === cement ? 'kg' : '根',
      place: 'FACTORY',
      ...(level === 'MUNICIPAL' ? { officers: officers(chance) } : {}),
    },
    refusedWith ? { refusedWith } : {},
  );
}

const itemOf = (enterprise: Enterprise, conforms: boolean): marketRegulation.TestItem =>
  goodsOf(enterprise) === cement
    ? {
        item: '28天抗压强度',
        measured: conforms ? '46.1 MPa' : '39.7 MPa',
        required: '不小于42.5 MPa',
        standardNumber: 'GB 175-2007',
        conforms,
      }
    : {
        item: '下屈服强度',
        measured: conforms ? '421 MPa' : '388 MPa',
        required: '不小于400 MPa',
        standardNumber: 'GB/T 1499.2-2018',
        conforms,
      };

export function* tested({ id, serial, enterprise, chance }: Sampled, on: string, conforms: boolean): Story {
  yield ofMarketRegulation('sample', id, 'ReportTest', inOfficeHours(on, chance), {
    laboratory: '质量检验机构〔模拟〕',
    reportNumber: `J2021-${serial}`,
    reportedOn: on,
    items: [itemOf(enterprise, conforms)],
  });
}

export function* resultServed({ id, chance }: Sampled, on: string): Story {
  yield ofMarketRegulation('sample', id, 'ServeTestResult', inOfficeHours(on, chance), { servedOn: on });
}

/** Filed on one day, and handed in on the same or on a later one. */
export function* objected({ id, chance }: Sampled, filedOn: string, recordedOn = filedOn): Story {
  yield ofMarketRegulation('sample', id, 'FileTestObjection', inOfficeHours(recordedOn, chance), {
    reason: '取样部位不符合标准，申请复检〔模拟〕',
    filedOn,
  });
}

export function* rechecked({ id, serial, enterprise, chance }: Sampled, on: string, conforms: boolean): Story {
  yield ofMarketRegulation('sample', id, 'ReportRecheck', inOfficeHours(on, chance), {
    laboratory: '复检机构〔模拟〕',
    reportNumber: `F2021-${serial}`,
    reportedOn: on,
    items: [itemOf(enterprise, conforms)],
  });
}

export function* published({ id, chance }: Sampled, on: string, refusedWith?: string): Story {
  yield ofMarketRegulation(
    'sample',
    id,
    'PublishNonconforming',
    inOfficeHours(on, chance),
    { url: `https://scjg.example/nonconforming/${id}` },
    refusedWith ? { refusedWith } : {},
  );
}

export function* shared({ id, chance }: Sampled, on: string): Story {
  yield ofMarketRegulation('sample', id, 'ShareQualityInfo', inOfficeHours(on, chance), { platform: '信用广东' });
}

/** Failed and served; whether it stands is for what follows. */
export function* failedTest(s: Sampled, days: { taken: string; tested: string; served: string }): Story {
  yield* sampleTaken(s, days.taken, 'MUNICIPAL');
  yield* tested(s, days.tested, false);
  yield* resultServed(s, days.served);
}

/** Each way of a sample that leads to no case. */
export const samplePaths: Readonly<Record<string, (s: Sampled) => Story>> = {
  /** Conforms. */
  'CY-PASSED': function* (s) {
    yield* sampleTaken(s, '2021-04-07', 'MUNICIPAL');
    yield* tested(s, '2021-04-21', true);
  },

  /** The recheck refutes the test: nothing is published. */
  'CY-REFUTED': function* (s) {
    yield* failedTest(s, { taken: '2021-04-13', tested: '2021-04-27', served: '2021-04-29' });
    yield* published(s, '2021-05-10', 'market-regulation/not-established');
    yield* objected(s, '2021-05-13');
    yield* rechecked(s, '2021-05-28', true);
  },

  /** An objection that was filed in time and handed in late undoes a publication. */
  'CY-WITHDRAWN': function* (s) {
    yield* failedTest(s, { taken: '2021-06-02', tested: '2021-06-16', served: '2021-06-18' });
    yield* published(s, '2021-07-06');
    yield* objected(s, '2021-07-02', '2021-07-08');
    yield* rechecked(s, '2021-07-21', true);
    yield ofMarketRegulation(
      'sample',
      s.id,
      'WithdrawNonconformingPublication',
      inOfficeHours('2021-07-22', s.chance),
      { reason: '企业在期限内提出的异议迟报，复检合格〔模拟〕', withdrawnOn: '2021-07-22' },
    );
  },

  /** The province has sampled this batch: the city must not. */
  'CY-DUPLICATE': function* (s) {
    yield* sampleTaken({ ...s, id: `${s.id}-PROVINCE` }, '2021-08-10', 'PROVINCIAL');
    yield* sampleTaken({ ...s, id: `${s.id}-CITY` }, '2021-08-18', 'MUNICIPAL', 'market-regulation/already-sampled');
  },
};
