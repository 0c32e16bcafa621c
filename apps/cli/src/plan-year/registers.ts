import type { Enterprise } from '#contracts';
import { industries } from '#codes';
import { addDays } from '#law';
import { limitOf } from './enterprises.js';
import { handedIn, inOfficeHours, moment, officeDay, officeDaysAfter } from './office-time.js';
import { officers } from './rectification.js';
import type { Seeded } from './seeded.js';
import { ofEnergy, type Draft, type Story } from './step.js';

/** 二(一)1: a key energy user, whose yearly report is filed, or missed when there is no day of filing. */
export function* keyUser(enterprise: Enterprise, at: number, filedOn: string | undefined, chance: Seeded): Story {
  const isNational = chance.happens(0.4);
  const annualTce = isNational ? chance.between(10_000, 46_000) : chance.between(5_000, 9_900);
  const id = `KU-2021-${String(at).padStart(2, '0')}`;
  const registeredOn = officeDaysAfter('2021-03-08', at);
  yield ofEnergy('keyUser', id, 'RegisterKeyEnergyUser', inOfficeHours(registeredOn, chance), {
    enterprise,
    annualTce,
    level: isNational ? 'NATIONAL' : 'DESIGNATED',
    reportYear: 2020,
    reportDueOn: '2021-04-30',
  });
  if (!filedOn) return;
  yield ofEnergy('keyUser', id, 'FileEnergyReport', inOfficeHours(officeDay(filedOn), chance), {
    reportYear: 2020,
    tce: annualTce,
  });
}

/** 一: capacity that the energy bureau counts as outdated. */
export function* capacityClassified(enterprise: Enterprise, at: number, on: string, chance: Seeded): Story {
  const isEliminated = chance.happens(0.5);
  yield ofEnergy(
    'capacity',
    `LINE-2021-${String(at).padStart(2, '0')}`,
    'ClassifyCapacity',
    inOfficeHours(officeDay(on), chance),
    {
      enterprise,
      product: limitOf(enterprise.industry)?.product ?? industries[enterprise.industry].zh,
      capacity: chance.between(2, 60),
      unit: '万吨/年',
      grounds: isEliminated ? ['ELIMINATION_CATEGORY', 'ENERGY'] : ['ENERGY'],
      ...(isEliminated ? { catalogueItem: '产业结构调整指导目录（2019年本）淘汰类〔模拟条目〕' } : {}),
    },
    // One is always posted seven weeks late, whatever chance says: readers of both time axes need it.
    { posted: at === 1 ? { at: handedIn(officeDay(addDays(officeDay(on), 49))) } : 'in-due-course' },
  );
}

/** 二(一)1: voluntary help. */
export function* supported(enterprise: Enterprise, at: number, on: string, chance: Seeded): Story {
  const id = `SUP-2021-${String(at).padStart(2, '0')}`;
  const day = officeDay(on);
  yield ofEnergy(
    'support',
    id,
    'RecordDiagnosis',
    inOfficeHours(day, chance),
    { enterprise, provider: '节能诊断服务机构〔模拟〕', savingPotentialTce: chance.between(40, 900) },
    { posted: 'in-due-course' },
  );
  if (!chance.happens(0.5)) return;
  yield ofEnergy(
    'support',
    id,
    'RecordRetrofit',
    inOfficeHours(officeDay(addDays(day, 60)), chance),
    { enterprise, project: '余热回收节能技术改造项目〔模拟〕', subsidyFen: chance.between(20, 90) * 1_000_000 },
    { posted: 'in-due-course' },
  );
}

export function* standardPublished(): Story {
  yield ofEnergy('standard', 'STD-2021-01', 'PublishStandard', moment('2021-04-08', '15:00'), {
    code: 'HZJN-01',
    version: '2021',
    title: '节能监察文书与数据规范〔模拟〕',
  });
}

/** 二(一)1: the result of a supervision, once it is decided. */
export const resultPublished = (caseId: string, enterprise: Enterprise, on: string, chance: Seeded): Draft =>
  ofEnergy('publication', `PUB-${caseId}`, 'PublishSupervisionResult', inOfficeHours(officeDay(on), chance), {
    enterprise,
    caseId,
    url: `https://energy.example/results/${caseId}`,
    officers: officers(chance),
  });
