import type { Enterprise, industry } from '#contracts';
import { areaCodes } from '#codes';
import { inOfficeHours, moment, officeDay } from '../plan-year/office-time.js';
import type { Seeded } from '../plan-year/seeded.js';
import { inDueCourse, ofIndustry, type Story } from '../plan-year/step.js';
import { atNight, inspectionDay, nextDay } from './days.js';
import { rates } from './rates.js';
import { numbered, type Tale, type Telling } from './tale.js';

/** Eighty-four townships, each patrolled every month, one time in ten at night; exited sites are patrolled as well. */
export function* patrols({ firms, chance, count }: Telling): Generator<Tale, void, undefined> {
  const { townships, patrols: months, lookBacks } = rates.technology;
  const zones = count(townships);
  for (let zone = 0; zone < zones; zone++) {
    yield { story: zoneAssigned(zone), isPrompt: true };
    for (let month = 0; month < months; month++)
      yield { story: patrolled(zone, month, chance.for(`patrol ${zone} ${month}`)), after: 1 };
  }
  for (let at = 0; at < count(lookBacks.exited); at++)
    yield {
      story: inDueCourse(watched(at, firms.inScope[(at * 3 + 1) % firms.inScope.length]!, chance.for(`watch ${at}`))),
    };
}

function* zoneAssigned(zone: number): Story {
  const county = areaCodes[zone % areaCodes.length]!;
  yield ofIndustry('zone', `PQ-HZ-${numbered(zone)}`, 'AssignZone', moment('2021-03-01', '11:00'), {
    zone: `${county}片区${zone + 1}`,
    county,
    municipalDepartment: '市工业和信息化局',
    countyDepartment: '县（区）工信部门',
    township: `乡镇（街道）${zone + 1}〔模拟〕`,
    village: '村（社区）〔模拟〕',
    dutyOffice: '乡镇经济发展办〔模拟〕',
    effectiveOn: '2021-03-01',
  });
}

function* patrolled(zone: number, month: number, chance: Seeded): Story {
  const patrolledOn = inspectionDay(chance);
  const isNight = chance.happens(0.1);
  const levels: readonly industry.PatrolForDitiao['level'][] = ['TOWN', 'VILLAGE', 'COUNTY'];
  yield ofIndustry(
    'patrol',
    `XC-HZ-${numbered(zone)}-${month + 1}`,
    'PatrolForDitiao',
    (isNight ? atNight : inOfficeHours)(patrolledOn, chance),
    {
      zoneId: `PQ-HZ-${numbered(zone)}`,
      level: chance.pick(levels),
      places: ['旧厂房', '废品收购点'],
      result: 'NOTHING_FOUND',
      findings: '未见异常',
      patrolledOn,
    },
    { posted: isNight ? nextDay(patrolledOn) : 'in-due-course' },
  );
}

function* watched(at: number, enterprise: Enterprise, chance: Seeded): Story {
  for (let month = 3; month <= 12; month++) {
    const patrolledOn = officeDay(
      `2021-${String(month).padStart(2, '0')}-${String(chance.between(8, 20)).padStart(2, '0')}`,
    );
    yield ofIndustry('patrol', `GZ-HZ-${numbered(at)}-${month}`, 'ContinuePatrol', inOfficeHours(patrolledOn, chance), {
      enterprise,
      level: 'TOWN',
      result: 'QUIET',
      findings: '厂房空置〔模拟〕',
      patrolledOn,
    });
  }
}
