import type { Enterprise, marketRegulation } from '#contracts';
import { addDays } from '#law';
import { objected, published, resultServed, samplingPlanned, shared } from '../plan-year/market-samples.js';
import { inOfficeHours, officeDay, officeDaysAfter } from '../plan-year/office-time.js';
import { officers } from '../plan-year/rectification.js';
import type { Seeded } from '../plan-year/seeded.js';
import { ofMarketRegulation, type Story } from '../plan-year/step.js';
import { inspectionDay } from './days.js';
import { fined } from './penalties.js';
import { rates } from './rates.js';
import type { Tale, Telling } from './tale.js';

/** The plan of the year has steel and cement; what else is sampled is called for by tips and cases. */
const PLAN = '2021';
const LAST_CASE = '2021-09-17';

interface Goods {
  readonly category: marketRegulation.SampleProduct['category'];
  readonly product: string;
  readonly standardNumber: string;
}
const steel: Goods = { category: 'STEEL', product: '热轧带肋钢筋', standardNumber: 'GB/T 1499.2-2018' };
const cement: Goods = { category: 'CEMENT', product: '通用硅酸盐水泥', standardNumber: 'GB 175-2007' };
const others: readonly Goods[] = [
  { category: 'OTHER', product: '电线电缆', standardNumber: 'GB/T 5023.3-2008' },
  { category: 'OTHER', product: '包装纸', standardNumber: 'GB/T 22865-2008' },
  { category: 'OTHER', product: '陶瓷砖', standardNumber: 'GB/T 4100-2015' },
];

/** 二(三)2: the batches of the year; one in eight does not conform, and a case comes of it. */
export function* quality({ firms, chance, count }: Telling): Generator<Tale, void, undefined> {
  const { batches, steelAndCement, fails } = rates.quality;
  const total = count(batches);
  yield { story: samplingPlanned(), isPrompt: true };
  const failing = count(batches * fails);
  const key = count(steelAndCement);
  for (let at = 0; at < total; at++) {
    const own = chance.for(`batch ${at}`);
    // One in twenty of those that fail is of steel or cement, as among all.
    const isKey = at % Math.ceil(total / key) === 0;
    const goods = isKey ? own.pick([steel, cement]) : own.pick(others);
    const sampled = { name: String(at + 1).padStart(4, '0'), goods, enterprise: own.pick(firms.all), chance: own };
    yield { story: at < failing ? nonconforming(sampled) : conforming(sampled), after: 2 };
  }
}

interface Sampled {
  readonly name: string;
  readonly goods: Goods;
  readonly enterprise: Enterprise;
  readonly chance: Seeded;
}

const sampleOf = ({ name }: Sampled): string => `CY-HZ-${name}`;

function* taken({ name, goods, enterprise, chance }: Sampled, on: string): Story {
  yield ofMarketRegulation('sample', `CY-HZ-${name}`, 'SampleProduct', inOfficeHours(on, chance), {
    enterprise,
    ...(goods.category === 'OTHER' ? {} : { planId: PLAN }),
    level: 'MUNICIPAL',
    authority: '惠州市市场监督管理局〔模拟〕',
    category: goods.category,
    product: goods.product,
    brand: '无商标',
    batch: `P2021-HZ-${name}`,
    quantity: 12,
    unit: '件',
    place: chance.happens(0.6) ? 'FACTORY' : 'MARKET',
    officers: officers(chance),
  });
}

const items = ({ goods }: Sampled, conforms: boolean): marketRegulation.TestItem[] => [
  {
    item: '主要性能指标',
    measured: conforms ? '符合' : '不符合',
    required: '符合标准要求',
    standardNumber: goods.standardNumber,
    conforms,
  },
];

function* tested(s: Sampled, on: string, conforms: boolean): Story {
  yield ofMarketRegulation('sample', sampleOf(s), 'ReportTest', inOfficeHours(on, s.chance), {
    laboratory: '质量检验机构〔模拟〕',
    reportNumber: `J2021-HZ-${s.name}`,
    reportedOn: on,
    items: items(s, conforms),
  });
}

function* conforming(s: Sampled): Story {
  const takenOn = inspectionDay(s.chance, '2021-12-10');
  yield* taken(s, takenOn);
  yield* tested(s, officeDaysAfter(takenOn, s.chance.between(6, 14)), true);
}

/** Served, objected to or not, published, corrected, fined. An objection that succeeds ends it. */
function* nonconforming(s: Sampled): Story {
  const { chance } = s;
  const { objection, objectionSucceeds } = rates.quality;
  const sample = { id: sampleOf(s), serial: Number(s.name), enterprise: s.enterprise, chance };
  const takenOn = inspectionDay(chance, LAST_CASE);
  const testedOn = officeDaysAfter(takenOn, chance.between(6, 14));
  yield* taken(s, takenOn);
  yield* tested(s, testedOn, false);
  const servedOn = officeDaysAfter(testedOn, 2);
  yield* resultServed(sample, servedOn);
  let standsOn = officeDay(addDays(servedOn, 20));
  if (chance.happens(objection)) {
    yield* objected(sample, officeDay(addDays(servedOn, 7)));
    standsOn = officeDay(addDays(servedOn, 27));
    const isRefuted = chance.happens(objectionSucceeds);
    yield ofMarketRegulation('sample', sample.id, 'ReportRecheck', inOfficeHours(standsOn, chance), {
      laboratory: '复检机构〔模拟〕',
      reportNumber: `F2021-HZ-${s.name}`,
      reportedOn: standsOn,
      items: items(s, isRefuted),
    });
    if (isRefuted) return;
  }
  const publishedOn = officeDaysAfter(standsOn, 2);
  yield* published(sample, publishedOn);
  yield* shared(sample, officeDaysAfter(publishedOn, 1));
  yield* corrected(s, officeDaysAfter(publishedOn, 2));
}

function* corrected(s: Sampled, foundOn: string): Story {
  const { name, goods, enterprise, chance } = s;
  const id = `SC-HZ-${name}`;
  const at = (on: string) => inOfficeHours(on, chance);
  yield ofMarketRegulation('case', id, 'RecordSubstandardProduction', at(foundOn), {
    enterprise,
    sampleId: sampleOf(s),
    activity: 'PRODUCED',
    product: goods.product,
    standardNumber: goods.standardNumber,
    facts: '监督抽查批次不符合标准〔模拟〕',
    gravity: 'ORDINARY',
  });
  const servedOn = officeDaysAfter(foundOn, 2);
  yield ofMarketRegulation('case', id, 'OrderQualityCorrection', at(servedOn), {
    documentNumber: `惠市监责改〔2021〕模拟HZ${name}号`,
    servedOn,
    days: 30,
    items: ['停止销售不合格批次，查明原因'],
    officers: officers(chance),
  });
  yield ofMarketRegulation(
    'case',
    id,
    'ReportQualityCorrection',
    at(officeDay(addDays(servedOn, chance.between(12, 24)))),
    {
      summary: '已停止销售，出厂检验恢复〔模拟〕',
    },
  );
  const isFailed = chance.happens(rates.quality.failsAgain);
  yield ofMarketRegulation('case', id, 'RecheckQuality', at(officeDay(addDays(servedOn, 27))), {
    result: isFailed ? 'FAILED' : 'PASSED',
    findings: isFailed ? '复查批次仍不合格〔模拟〕' : '复查批次合格〔模拟〕',
    officers: officers(chance),
  });
  yield* fined(
    {
      department: 'market-regulation',
      of: ofMarketRegulation,
      id: `SC-CF-HZ-${name}`,
      caseId: id,
      documentNumber: `惠市监罚〔2021〕${10_000 + Number(name)}号`,
      violation: '生产不符合标准的产品',
      legalBasis: '《中华人民共和国产品质量法》第四十九条',
      amount: rates.quality.fine,
      enterprise,
      chance,
      officers: officers(chance),
    },
    officeDaysAfter(foundOn, 3),
  );
}
