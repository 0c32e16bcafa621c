import type { environment, Enterprise } from '#contracts';
import { addDays } from '#law';
import { officeDay, officeDaysAfter } from '../plan-year/office-time.js';
import type { Seeded } from '../plan-year/seeded.js';
import { byTwo, LAW, ofEnvironment, telling } from '../plan-year/environment/manner.js';
import type { Story } from '../plan-year/step.js';
import { atNight, atWork, inspectionDay, nextDay } from './days.js';
import { atSite } from './firms.js';
import { fined } from './penalties.js';
import { rates } from './rates.js';
import type { Tale, Telling } from './tale.js';

type Kind = environment.RecordInspection['kind'];

/** Cases begin early enough in the year for most of them to be decided in it. */
const LAST_CASE = '2021-10-22';

/** 二(二)2: inspections, most of which find nothing, and the cases of those that do. */
export function* environmentInspections({ firms, chance, count }: Telling): Generator<Tale, void, undefined> {
  const { inspections, inScope, toCase } = rates.environment;
  const total = count(inspections);
  const cases = count(inspections * toCase);
  for (let at = 0; at < total; at++) {
    const own = chance.for(`inspection ${at}`);
    const isCase = at < cases;
    const firm = own.pick(own.happens(inScope) ? firms.inScope : firms.all);
    const name = String(at + 1).padStart(5, '0');
    yield { story: isCase ? violation(name, firm, own) : looked(`HJ-JC-HZ-${name}`, firm, own) };
  }
}

function* looked(id: string, firm: Enterprise, chance: Seeded): Story {
  const isNight = chance.happens(rates.environment.nightPatrol);
  const day = inspectionDay(chance);
  const kind: Kind = isNight ? 'PATROL' : chance.pick(['ROUTINE', 'ROUTINE', 'ROUTINE', 'NON_SITE']);
  yield {
    ...ofEnvironment('inspection', id, 'RecordInspection', (isNight ? atNight : atWork)(day, chance), {
      enterprise: atSite(firm, chance),
      kind,
      result: 'CLEAN',
      findings: chance.pick(['治理设施运行正常，台账齐全〔模拟〕', '未发现违法排污行为〔模拟〕', '按证排污〔模拟〕']),
      ...byTwo(chance),
    }),
    posted: isNight ? nextDay(day) : 'in-due-course',
  };
}

const kinds = [
  ['AIR', 'AIR_STD', '颗粒物', 20, 'mg/m³', 'GB 28664-2012', '《中华人民共和国大气污染防治法》第十八条', LAW.air],
  [
    'WATER',
    'WATER_STD',
    '化学需氧量',
    80,
    'mg/L',
    'GB 3544-2008',
    '《中华人民共和国水污染防治法》第十条',
    '《中华人民共和国水污染防治法》第八十三条',
  ],
] as const;

/** Sampled, over the limit, ordered to correct, rechecked and fined; now and then sealed, or referred for detention. */
function* violation(name: string, firm: Enterprise, chance: Seeded): Story {
  const inspectionId = `HJ-JC-HZ-${name}`;
  const id = `HJ-HZ-${name}`;
  const enterprise = atSite(firm, chance);
  const [medium, kind, pollutant, limit, unit, standardNumber, provision, legalBasis] = chance.pick(kinds);
  const visitedOn = inspectionDay(chance, LAST_CASE);
  const foundOn = officeDaysAfter(visitedOn, chance.between(4, 8));
  const value = Math.round(limit * (1.1 + chance.next() * 2) * 10) / 10;
  const visit = telling('inspection', inspectionId, chance);
  yield visit('RecordInspection', visitedOn, {
    enterprise,
    kind: 'ROUTINE',
    result: 'SUSPECTED',
    findings: '排放口现场采样〔模拟〕',
    ...byTwo(chance),
  });
  const sampleId = `${id}-S1`;
  yield visit('TakeSample', visitedOn, {
    sampleId,
    medium,
    pollutants: [pollutant],
    takenAt: `${visitedOn}T11:30:00+08:00`,
    laboratory: '环境监测站〔模拟〕',
    ...byTwo(chance),
  });
  yield visit('ReportSampleResult', foundOn, {
    sampleId,
    reportNumber: `监测字模拟${name}`,
    pollutant,
    value,
    limit,
    unit,
    standardNumber,
  });
  const on = telling('case', id, chance);
  yield on('FindViolation', foundOn, {
    enterprise,
    kind,
    source: 'SAMPLE',
    sourceId: inspectionId,
    itemId: sampleId,
    facts: `${pollutant}${value}${unit}，超过限值${limit}${unit}〔模拟〕`,
    provision,
  });
  const orderedOn = officeDaysAfter(foundOn, 2);
  yield on('OrderCorrection', orderedOn, {
    documentNumber: `惠市环责改〔2021〕模拟${name}号`,
    items: ['立即停止超标排放'],
    legalBasis,
    servedOn: orderedOn,
  });
  const recheckedOn = officeDay(addDays(orderedOn, chance.between(8, 24)));
  if (chance.happens(rates.environment.seal)) yield* sealed(on, id, orderedOn, recheckedOn, chance);
  yield on('RecheckCorrection', recheckedOn, {
    result: 'CORRECTED',
    findings: '复查达标〔模拟〕',
    recheckedOn,
    ...byTwo(chance),
  });
  yield on('CloseCase', officeDaysAfter(recheckedOn, 2), { summary: '改正到位〔模拟〕' });
  yield* fined(
    {
      department: 'environment',
      of: ofEnvironment,
      id: `HJ-CF-HZ-${name}`,
      caseId: id,
      documentNumber: `惠市环罚〔2021〕${10_000 + Number(name)}号`,
      violation: `超标排放${medium === 'AIR' ? '大气' : '水'}污染物`,
      legalBasis,
      amount: rates.environment.fine,
      enterprise,
      chance,
      officers: byTwo(chance).officers,
    },
    officeDaysAfter(foundOn, 1),
  );
}

function* sealed(
  on: ReturnType<typeof telling<'case'>>,
  id: string,
  sealedOn: string,
  liftedOn: string,
  chance: Seeded,
): Story {
  const sealId = `CF-${id}`;
  yield on('SealProperty', sealedOn, {
    sealId,
    ground: 'SERIOUS_POLLUTION',
    legalBasis: LAW.seal,
    documentNumber: `惠市环查〔2021〕模拟${id}号`,
    place: '生产车间〔模拟〕',
    items: ['排放污染物的设施'],
    isWitnessed: true,
    approver: '分管负责人〔模拟〕',
    sealedOn,
    ...byTwo(chance),
  });
  yield on('LiftSeal', liftedOn, { sealId, reason: '违法行为已改正〔模拟〕', liftedOn, ...byTwo(chance) });
}
