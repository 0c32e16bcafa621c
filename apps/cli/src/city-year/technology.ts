import type { Enterprise } from '#contracts';
import { addDays } from '#law';
import * as exits from '../plan-year/industry/exits.js';
import { inOfficeHours, moment, officeDay, officeDaysAfter } from '../plan-year/office-time.js';
import { officers } from '../plan-year/rectification.js';
import type { Seeded } from '../plan-year/seeded.js';
import { ofIndustry, type Story } from '../plan-year/step.js';
import { atSite } from './firms.js';
import { lookBacks } from './look-backs.js';
import { patrols } from './patrols.js';
import { rates } from './rates.js';
import { numbered, type Tale, type Telling } from './tale.js';

const ITEM = '产业结构调整指导目录（2019年本）淘汰类〔模拟条目〕';

/** 二(五): screening, exits, look-backs, patrols and furnaces. */
export function* technology(t: Telling): Generator<Tale, void, undefined> {
  const { firms, chance, count } = t;
  const { screened: sites, outdated, exits: ends, furnaces } = rates.technology;
  const found = count(outdated);
  for (let at = 0; at < count(sites); at++) {
    const own = chance.for(`screening ${at}`);
    yield { story: screened(numbered(at), atSite(firms.inScope[at % firms.inScope.length]!, own), own, at < found) };
  }
  const exiting = (at: number): exits.Exiting => ({
    id: `GX-HZ-${numbered(at)}`,
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
    yield { story: furnace(numbered(at), own.pick(firms.inScope), own) };
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
