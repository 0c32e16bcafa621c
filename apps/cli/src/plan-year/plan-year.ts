import type { Enterprise } from '#contracts';
import { addDays } from '#law';
import { lookBacksPlanned, planAdopted, supervisionPlanAdopted, workDeployed } from './adoption.js';
import { cardsOfBureaux } from './cards.js';
import { creditPaths, ordinaryPenalty } from './credit-paths.js';
import { creditYear } from './credit-year.js';
import { enterprises, isMeasured } from './enterprises.js';
import { outlivesItsParty } from './environment/cases.js';
import { environmentYear } from './environment/environment.js';
import { golden } from './golden.js';
import * as government from './government.js';
import { goldenPenalties } from './golden-penalties.js';
import { landProjects, landRestrictions } from './land.js';
import { industryYear } from './industry/industry-year.js';
import { listsPublished } from './lists.js';
import { officeDay } from './office-time.js';
import { marketRegulation } from './market-regulation.js';
import { ordinary, paths } from './paths.js';
import { contested, referred, spared, twoBureauxOneConduct } from './penalty-procedure.js';
import * as price from './price.js';
import { liftedOrder, restrictedOrder, returnedOrder } from './price-orders.js';
import type { Supervised } from './rectification.js';
import { capacityClassified, keyUser, standardPublished, supported } from './registers.js';
import { safetyYear } from './safety.js';
import { registrationsChanged, type Changing } from './registrations.js';
import * as reporting from './reporting.js';
import { scheduled } from './schedule.js';
import { seeded, type Seeded } from './seeded.js';
import { inDueCourse, type Step, type Story } from './step.js';
import { tips } from './tips.js';

export interface PlanYear {
  /** The same seed gives the same steps, byte for byte. */
  readonly seed: number;
  /** How many synthetic enterprises live in it; 40 or more, so that every path has somebody to go down it. */
  readonly enterprises: number;
}

/** Where the scenario clock begins: nothing of the year has happened yet. */
export const planYearStartsAt = '2021-03-01T08:00:00+08:00';

/** The scenario clock stops here: what fell due in the plan year has come about. */
export const planYearEndsAt = '2022-01-31T18:00:00+08:00';

/** Supervision tasks of the energy bureau in the year. */
const TASKS = 80;
const KEY_USERS = 8;
const PENALTIES = 5;

/** Tasks are given out from the plan's adoption to the middle of November, most of them around June and July. */
const taskDay = (chance: Seeded): string =>
  officeDay(
    chance.happens(0.45) ? addDays('2021-06-01', chance.between(0, 55)) : addDays('2021-03-05', chance.between(0, 250)),
  );

/**
 * The plan year of the city as departments' systems would post it: a script, sorted by time. Enterprises are synthetic;
 * those that the plan names appear as targets of look-backs and nowhere else.
 */
export function planYear({ seed, enterprises: count }: PlanYear): readonly Step[] {
  if (!Number.isInteger(count) || count < 40 || count > 5000)
    throw new RangeError(`A plan year has 40 to 5000 enterprises, not ${count}`);
  const chance = seeded(seed);
  const all = enterprises(count, chance.for('enterprises'));
  return scheduled(stories(all, chance), { seed, chance: chance.for('posting') });
}

function* stories(all: readonly Enterprise[], chance: Seeded): Generator<Story, void, undefined> {
  const measured = all.filter(isMeasured);
  let serial = 0;
  const told = (id: string, enterprise: Enterprise): Supervised => {
    serial += 2;
    return { id, serial, enterprise, chance: chance.for(id) };
  };
  const tasks = Object.entries({ ...golden, ...paths });

  yield planAdopted();
  yield supervisionPlanAdopted(TASKS);
  yield workDeployed();
  yield lookBacksPlanned();
  yield standardPublished();
  for (const list of listsPublished) yield list();

  for (const [at, [id, story]] of tasks.entries()) yield story(told(id, measured[at % measured.length]!));
  for (const [at, [id, story]] of Object.entries({ ...goldenPenalties, ...creditPaths }).entries())
    yield story(told(id, measured[(tasks.length + at) % measured.length]!));

  for (let at = tasks.length; at < TASKS; at++) {
    const id = `EN-2021-${String(at + 1).padStart(3, '0')}`;
    yield ordinary(told(id, all[at % all.length]!), taskDay(chance.for(`task ${at}`)));
  }
  for (let at = 1; at <= PENALTIES; at++) {
    const id = `PEN-2021-${String(at).padStart(2, '0')}`;
    yield ordinaryPenalty(told(id, measured[(at * 5) % measured.length]!), addDays('2021-05-17', at * 29));
  }
  for (const [at, story] of [contested, spared, referred, twoBureauxOneConduct].entries())
    yield inDueCourse(
      story({ enterprise: measured[(at * 3 + 11) % measured.length]!, chance: chance.for(`procedure ${at}`) }),
    );
  yield* registers(all, chance);
  yield* governing(all, chance.for('government'));
  yield* environmentYear(all, chance.for('environment'));
  yield* safetyYear(all, chance.for('safety'));
  yield* industryYear(all, chance.for('industry'));
  yield* tips(measured, chance.for('tips'));
  yield* marketRegulation(all, chance.for('market regulation'));
  const [renamed, recoded, absorbed, absorbing, landlord] = all.filter((one) => !isMeasured(one)).reverse();
  const changing = { renamed, recoded, absorbed, absorbing, landlord } as Changing;
  for (const story of registrationsChanged(changing, chance.for('registrations'))) yield inDueCourse(story);
  yield outlivesItsParty({
    enterprise: changing.absorbed,
    siteCode: changing.absorbed.siteId!,
    chance: chance.for('SC-17'),
  });
  yield* cardsOfBureaux((at) => all[(at * 7 + 3) % all.length]!);
  yield* creditYear([measured[7]!, measured[8]!, measured[9]!], chance.for('credit'));
}

/** 三, 四: the city's calendar, its areas and what it reports. */
function* governing(all: readonly Enterprise[], chance: Seeded): Generator<Story, void, undefined> {
  yield* government.countyPlans();
  yield government.deploymentAsked();
  yield government.enforcement(chance.for('enforcement'));
  yield government.stability();
  yield* government.visits(chance.for('visits'));
  yield government.lagging();
  yield government.publicity();
  yield government.voluntaryExit(all[(40 * 7 + 3) % all.length]!);
  yield reporting.askedEarlier();
  yield reporting.halfYearReturns();
  yield* reporting.summaries();
  yield reporting.dataShared();
  yield reporting.consolidated();
}

function* registers(all: readonly Enterprise[], chance: Seeded): Generator<Story, void, undefined> {
  const someone = (at: number): Enterprise => all[(at * 7 + 3) % all.length]!;
  const steel = all.filter(({ industry }) => industry.startsWith('31'));
  for (let at = 1; at <= KEY_USERS; at++)
    yield keyUser(
      someone(at),
      at,
      at === KEY_USERS ? undefined : addDays('2021-03-29', at * 3),
      chance.for(`key ${at}`),
    );
  for (let at = 1; at <= 6; at++) {
    yield capacityClassified(someone(at + 10), at, addDays('2021-04-12', at * 23), chance.for(`line ${at}`));
    yield supported(someone(at + 20), at, addDays('2021-05-10', at * 19), chance.for(`support ${at}`));
  }
  yield priced({ measureId: 'PM-2021-01', enterprise: steel[0]!, chance: chance.for('PM-2021-01') }, 'RESTRICTED');
  yield priced({ measureId: 'PM-2021-02', enterprise: steel[1]!, chance: chance.for('PM-2021-02') }, 'TASK_UNMET');
  const wet = { measureId: 'PM-2021-03', enterprise: someone(30), chance: chance.for('PM-2021-03') };
  yield price.waterSurcharge(wet, '2021-07-14');
  yield landProjects([someone(35), someone(36)]);
  yield landRestrictions([someone(36), someone(37)]);
  yield price.newProjects([someone(31), someone(32)], 'development-reform/capacity-swap-missing');
}

type Priced = Parameters<typeof price.differentialPrice>[0];

function* priced(measure: Priced, category: 'RESTRICTED' | 'TASK_UNMET'): Story {
  const { enterprise, measureId } = measure;
  yield* price.differentialPrice(measure, '2021-04-22', category);
  if (category === 'RESTRICTED') return yield* restrictedOrder(enterprise.uscc, measureId);
  yield* returnedOrder(enterprise.uscc, measureId);
  yield* price.priceLifted(measure, '2021-12-03', '化解过剩产能任务已补足');
  yield* liftedOrder(enterprise.uscc, measureId);
}
