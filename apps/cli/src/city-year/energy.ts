import type { Enterprise } from '#contracts';
import { addDays } from '#law';
import { supervisionPlanAdopted } from '../plan-year/adoption.js';
import { isMeasured } from '../plan-year/enterprises.js';
import { inOfficeHours, officeDay } from '../plan-year/office-time.js';
import { ordinary } from '../plan-year/paths.js';
import { differentialPrice } from '../plan-year/price.js';
import { capacityClassified, supported } from '../plan-year/registers.js';
import type { Seeded } from '../plan-year/seeded.js';
import { ofEnergy, type Story } from '../plan-year/step.js';
import { inspectionDay } from './days.js';
import { rates } from './rates.js';
import type { Tale, Telling } from './tale.js';

/** Numbers of the city's year begin here: smaller ones are of the plan year. */
const FROM = 1000;

/** 二(一): supervision tasks, key users and their reports, help, lines, and prices. */
export function* energy({ firms: { inScope }, chance, count }: Telling): Generator<Tale, void, undefined> {
  const { tasks, keyUsers, reportFiled, supported: helped, capacityLines, priceMeasures } = rates.energy;
  const measured = inScope.filter(isMeasured);
  const someone = (at: number) => inScope[(at * 7 + 3) % inScope.length]!;
  yield { story: supervisionPlanAdopted(rates.energy.tasks), isPrompt: true };
  for (let at = 1; at <= count(tasks); at++) {
    const id = `EN-HZ-${String(at).padStart(3, '0')}`;
    const told = {
      id,
      serial: FROM * 2 + at * 2,
      enterprise: measured[(at * 5) % measured.length]!,
      chance: chance.for(id),
    };
    yield { story: ordinary(told, inspectionDay(chance.for(`task ${at}`), '2021-11-12')), after: 1 };
  }
  for (let at = 1; at <= count(keyUsers); at++) {
    const own = chance.for(`key ${at}`);
    yield { story: keyUser(`KU-HZ-${at}`, someone(at), own.happens(reportFiled), own) };
  }
  for (let at = 1; at <= count(helped); at++)
    yield {
      story: supported(someone(at + 20), FROM + at, addDays('2021-04-12', (at * 4) % 180), chance.for(`help ${at}`)),
    };
  for (let at = 1; at <= count(capacityLines); at++) {
    const day = officeDay(addDays('2021-04-12', (at * 5) % 200));
    yield { story: capacityClassified(someone(at + 50), FROM + at, day, chance.for(`line ${at}`)) };
  }
  const steel = inScope.filter(({ industry }) => industry.startsWith('31'));
  for (let at = 1; at <= Math.min(count(priceMeasures), steel.length); at++) {
    const measure = { measureId: `PM-HZ-${at}`, enterprise: steel[at - 1]!, chance: chance.for(`price ${at}`) };
    yield { story: differentialPrice(measure, addDays('2021-04-12', (at * 6) % 150), 'RESTRICTED') };
  }
}

/** A key user of energy, whose report of the year before is due by the end of April. */
function* keyUser(id: string, enterprise: Enterprise, isFiled: boolean, chance: Seeded): Story {
  const isNational = chance.happens(0.4);
  const annualTce = isNational ? chance.between(10_000, 46_000) : chance.between(5_000, 9_900);
  const registeredOn = officeDay(addDays('2021-03-02', chance.between(0, 24)));
  yield ofEnergy('keyUser', id, 'RegisterKeyEnergyUser', inOfficeHours(registeredOn, chance), {
    enterprise,
    annualTce,
    level: isNational ? 'NATIONAL' : 'DESIGNATED',
    reportYear: 2020,
    reportDueOn: '2021-04-30',
  });
  const filedOn = officeDay(addDays('2021-04-06', chance.between(0, 22)));
  if (isFiled)
    yield ofEnergy('keyUser', id, 'FileEnergyReport', inOfficeHours(filedOn, chance), {
      reportYear: 2020,
      tce: annualTce,
    });
}
