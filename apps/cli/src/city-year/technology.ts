import type { Enterprise, industry } from '#contracts';
import { areaCodes, industryGroups, type IndustryGroupCode } from '#codes';
import { addDays } from '#law';
import { realNames } from '../plan-year/adoption.js';
import * as exits from '../plan-year/industry/exits.js';
import { photos } from '../plan-year/industry/media.js';
import { inOfficeHours, moment, officeDay, officeDaysAfter } from '../plan-year/office-time.js';
import { officers } from '../plan-year/rectification.js';
import type { Seeded } from '../plan-year/seeded.js';
import { inDueCourse, ofIndustry, type Story } from '../plan-year/step.js';
import { atNight, inspectionDay, nextDay } from './days.js';
import { atSite } from './firms.js';
import { rates } from './rates.js';
import type { Tale, Telling } from './tale.js';

const ITEM = '产业结构调整指导目录（2019年本）淘汰类〔模拟条目〕';
const pad = (at: number): string => String(at + 1).padStart(4, '0');

/** 二(五): screening, exits, look-backs, patrols and furnaces. */
export function* technology(t: Telling): Generator<Tale, void, undefined> {
  const { firms, chance, count } = t;
  const { screened: sites, outdated, exits: ends, furnaces } = rates.technology;
  const found = count(outdated);
  for (let at = 0; at < count(sites); at++) {
    const own = chance.for(`screening ${at}`);
    yield { story: screened(pad(at), atSite(firms.inScope[at % firms.inScope.length]!, own), own, at < found) };
  }
  const exiting = (at: number): exits.Exiting => ({
    id: `GX-HZ-${pad(at)}`,
    enterprise: firms.inScope[(at * 13 + 5) % firms.inScope.length]!,
    chance: chance.for(`exit ${at}`),
  });
  let at = 0;
  for (let left = count(ends.dismantled); left > 0; left--) yield { story: dismantledInTime(exiting(at++)) };
  for (let left = count(ends.isolated); left > 0; left--) yield { story: isolated(exiting(at++)) };
  for (let left = count(ends.late); left > 0; left--) yield { story: exits.exitedLate(exiting(at++)) };
  yield* lookBacks(t);
  yield* patrols(t);
  for (let at = 0; at < count(furnaces); at++) {
    const own = chance.for(`furnace ${at}`);
    yield { story: furnace(pad(at), own.pick(firms.inScope), own) };
  }
}

function* screened(name: string, enterprise: Enterprise, chance: Seeded, isOutdated: boolean): Story {
  const id = `PC-HZ-${name}`;
  const screenedOn = officeDay(addDays('2021-03-29', chance.between(0, 240)));
  yield ofIndustry('screening', id, 'ListForScreening', moment('2021-03-11', '10:00'), { year: 2021, enterprise });
  yield ofIndustry('screening', id, 'ScreenEnterprise', inOfficeHours(screenedOn, chance), {
    screenedOn,
    equipment: [
      { equipmentId: `${id}-E1`, model: '抛丸机 Q37' },
      ...(isOutdated
        ? [{ equipmentId: `${id}-E2`, model: '中频感应电炉 5t', catalogueItem: ITEM, capacity: 3, unit: '万吨/年' }]
        : []),
    ],
    officers: officers(chance),
  });
}

/** Ordered, dismantled within sixty days, accepted, mostly at the first look. */
function* dismantledInTime(x: exits.Exiting): Story {
  const openedOn = officeDay(addDays('2021-04-06', x.chance.between(0, 150)));
  const orderedOn = officeDaysAfter(openedOn, 1);
  const doneOn = officeDay(addDays(orderedOn, x.chance.between(20, 50)));
  yield* exits.opened(x, openedOn, 'LINE', '中频炉熔炼生产线');
  yield* exits.ordered(x, orderedOn, 60, exits.furnaceOf(x.id));
  yield* exits.dismantled(x, doneOn, `${x.id}-E1`, `见证〔2021〕${x.id}号`);
  const seenOn = officeDaysAfter(doneOn, 4);
  yield exits.on(x)('InspectForAcceptance', seenOn, exits.inspection(x, seenOn));
  const acceptedOn = officeDaysAfter(seenOn, 2);
  yield exits.on(x)('AcceptExit', acceptedOn, exits.opinion(x, acceptedOn));
}

/** The six steps of isolation; the line is dismantled before the year ends. */
function* isolated(x: exits.Exiting): Story {
  for (const draft of exits.isolatedAndBroken(x)) {
    if (draft.command === 'RecordBreach') return;
    yield draft;
  }
}

/** The sites that the plan names are targets of rounds, and nothing is said of them; sixty that exited are visited. */
function* lookBacks({ firms, chance, count }: Telling): Generator<Tale, void, undefined> {
  const { namedRounds, exited, visits, weak, resumed, noAccess } = rates.technology.lookBacks;
  for (let round = 1; round <= namedRounds; round++) yield { story: namedTargets(round), isPrompt: true };
  const targets = Array.from({ length: count(exited) }, (_, at) => firms.inScope[(at * 3 + 1) % firms.inScope.length]!);
  for (let round = 1; round <= visits; round++) {
    const id = `HZ-2021-${round}`;
    const day = round === 1 ? '2021-06-02' : '2021-11-03';
    yield { story: roundPlanned(id, day, targets), isPrompt: true };
    for (const [at, enterprise] of targets.entries()) {
      const own = chance.for(`look-back ${round} ${at}`);
      const outcome =
        round === 1 && at < resumed
          ? 'RESUMED'
          : own.happens(noAccess)
            ? 'REFUSED'
            : own.happens(weak)
              ? 'WEAK'
              : 'CLEAR';
      yield { story: visited(id, at, officeDay(addDays(day, own.between(2, 24))), enterprise, outcome, own), after: 1 };
    }
  }
  const groups = Object.keys(industryGroups) as IndustryGroupCode[];
  for (const [at, county] of areaCodes.entries())
    for (const [nth, group] of groups.slice(0, 12).entries())
      yield {
        story: industryLookedBack(county, group, officeDay(addDays('2021-10-11', (at * 5 + nth * 2) % 40)), chance),
      };
}

function* namedTargets(round: number): Story {
  const day = officeDay(`2021-${String(round + 4).padStart(2, '0')}-10`);
  yield ofIndustry('lookBackRound', `HZ-2021-N${round}`, 'PlanLookBack', moment(day, '09:30'), {
    round: `2021-N${round}`,
    targets: realNames.map((name, at) => ({
      targetId: `2021-0${at + 1}`,
      name,
      category: at < 3 ? ('DITIAO_EXITED' as const) : ('NATIONAL_SUPERVISED' as const),
    })),
  });
}

const targetOf = (at: number): string => `HT-${pad(at)}`;

function* roundPlanned(id: string, day: string, enterprises: readonly Enterprise[]): Story {
  yield ofIndustry('lookBackRound', id, 'PlanLookBack', moment(officeDay(day), '09:30'), {
    round: `${id}（模拟）`,
    targets: enterprises.map(({ uscc, name, county }, at) => ({
      targetId: targetOf(at),
      name,
      category: 'KEY_INDUSTRY' as const,
      county,
      uscc,
    })),
  });
}

type Outcome = 'CLEAR' | 'WEAK' | 'RESUMED' | 'REFUSED';

function* visited(
  roundId: string,
  at: number,
  visitedOn: string,
  enterprise: Enterprise,
  outcome: Outcome,
  chance: Seeded,
): Story {
  const targetId = targetOf(at);
  const id = `${roundId}.${targetId}`;
  const said = { roundId, targetId, visitedOn, officers: officers(chance) };
  const time = inOfficeHours(visitedOn, chance);
  if (outcome === 'REFUSED')
    yield ofIndustry('lookBack', id, 'RecordAccessRefused', time, { ...said, facts: '门卫拒绝入内〔模拟〕' });
  else
    yield ofIndustry('lookBack', id, 'RecordLookBack', time, {
      ...said,
      enterprise,
      resumed: outcome === 'RESUMED',
      resumable: outcome !== 'CLEAR',
      findings: outcome === 'CLEAR' ? '厂房已清空〔模拟〕' : '设备未完全拆除〔模拟〕',
      media: photos(chance, visitedOn, 'AFTER'),
    });
}

function* industryLookedBack(
  county: (typeof areaCodes)[number],
  group: IndustryGroupCode,
  completedOn: string,
  chance: Seeded,
): Story {
  yield ofIndustry(
    'industryLookBack',
    `2021-${county}-${group}`,
    'RecordIndustryLookBack',
    moment(completedOn, '15:00'),
    {
      year: 2021,
      county,
      industry: group,
      enterprisesChecked: chance.between(2, 30),
      problems: chance.happens(0.1) ? ['一台淘汰型设备尚存〔模拟〕'] : [],
      completedOn,
    },
  );
}

/** Eighty-four townships, each patrolled every month, one time in ten at night; exited sites are patrolled as well. */
function* patrols({ firms, chance, count }: Telling): Generator<Tale, void, undefined> {
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
  yield ofIndustry('zone', `PQ-HZ-${pad(zone)}`, 'AssignZone', moment('2021-03-01', '11:00'), {
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
    `XC-HZ-${pad(zone)}-${month + 1}`,
    'PatrolForDitiao',
    (isNight ? atNight : inOfficeHours)(patrolledOn, chance),
    {
      zoneId: `PQ-HZ-${pad(zone)}`,
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
    yield ofIndustry('patrol', `GZ-HZ-${pad(at)}-${month}`, 'ContinuePatrol', inOfficeHours(patrolledOn, chance), {
      enterprise,
      level: 'TOWN',
      result: 'QUIET',
      findings: '厂房空置〔模拟〕',
      patrolledOn,
    });
  }
}

function* furnace(name: string, enterprise: Enterprise, chance: Seeded): Story {
  const day = officeDay(addDays('2021-03-08', chance.between(0, 120)));
  yield ofIndustry('furnace', `ZPL-HZ-${name}`, 'RegisterFurnace', inOfficeHours(day, chance), {
    enterprise,
    kind: chance.happens(0.9) ? 'MEDIUM_FREQUENCY' : 'POWER_FREQUENCY',
    ratedTonnes: chance.between(1, 6),
    ratedKva: chance.between(4, 30) * 100,
    maker: '电炉制造厂〔模拟〕',
    serialNumber: `SN-HZ-${name}`,
    material: '球墨铸铁',
    use: 'CASTING',
  });
}
