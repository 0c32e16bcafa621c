import type { Enterprise } from '#contracts';
import { addDays } from '#law';
import { handedIn, inOfficeHours, moment, officeDay } from './office-time.js';
import { officers, type Supervised } from './rectification.js';
import type { Seeded } from './seeded.js';
import { ofEnergy, type Story } from './step.js';

/** Equipment of the elimination category, found at an enterprise. */
export interface Eliminated {
  readonly id: string;
  readonly serial: number;
  readonly enterprise: Enterprise;
  readonly chance: Seeded;
}

export const equipmentOf = ({ id, serial, enterprise, chance }: Supervised): Eliminated => ({
  id: `${id}-E1`,
  serial,
  enterprise,
  chance,
});

const models = [
  ['Y系列三相异步电动机 Y160M-4', '高耗能落后机电设备（产品）淘汰目录〔模拟条目〕'],
  ['S7-315/10 配电变压器', '高耗能落后机电设备（产品）淘汰目录〔模拟条目〕'],
  ['无芯工频感应电炉 0.5t', '产业结构调整指导目录（2019年本）淘汰类〔模拟条目〕'],
  ['4蒸吨固定炉排燃煤锅炉', '产业结构调整指导目录（2019年本）淘汰类〔模拟条目〕'],
] as const;

export function* equipmentFound({ id, enterprise, chance }: Eliminated, on: string): Story {
  const [model, catalogueItem] = chance.pick(models);
  yield ofEnergy('equipment', id, 'RecordEliminatedEquipment', inOfficeHours(officeDay(on), chance), {
    enterprise,
    model,
    catalogueItem,
    officers: officers(chance),
  });
}

export function* useStopped({ id, serial, chance }: Eliminated, servedOn: string, days: number): Story {
  yield ofEnergy('equipment', id, 'OrderStopUse', inOfficeHours(servedOn, chance), {
    documentNumber: `惠能监停〔2021〕${serial}号`,
    servedOn,
    days,
    officers: officers(chance),
  });
}

export function* confiscated({ id, serial, chance }: Eliminated, on: string): Story {
  yield ofEnergy('equipment', id, 'ConfiscateEquipment', inOfficeHours(officeDay(on), chance), {
    documentNumber: `惠能没〔2021〕${serial}号`,
    legalBasis: '《中华人民共和国节约能源法》第七十一条',
    officers: officers(chance),
  });
}

export function* dismantled({ id, chance }: Eliminated, on: string): Story {
  const day = officeDay(on);
  yield ofEnergy('equipment', id, 'RecordDismantling', inOfficeHours(day, chance), {
    dismantledOn: day,
    disposal: chance.happens(0.8) ? 'SCRAPPED' : 'SOLD_AS_SCRAP',
    witness: '属地镇街工作人员两名〔模拟〕',
  });
}

/** Scenario 20: the day moves out of a half-year whose return has been handed in. By law it was that day all along. */
export function* dismantlingCorrected({ id }: Eliminated, on: string, dismantledOn: string): Story {
  yield ofEnergy(
    'equipment',
    id,
    'CorrectDismantling',
    moment(dismantledOn, '16:00'),
    { dismantledOn, reason: '核查见证书与影像，现场核查日期登记有误〔模拟〕' },
    { posted: { at: handedIn(officeDay(on)) } },
  );
}

export function* nonCompletionDetermined({ id, serial, chance }: Eliminated, on: string): Story {
  const day = officeDay(on);
  yield ofEnergy('equipment', id, 'DetermineExitNonCompletion', inOfficeHours(day, chance), {
    fact: '责令拆除期限届满，主体设备仍未拆除',
    legalBasis: '《中华人民共和国节约能源法》第七十一条',
    documentNumber: `惠能监认〔2021〕${serial}号`,
    notifiedOn: day,
  });
}

/** Found, stopped, and gone within the days ordered. */
export function* exitedInTime(e: Eliminated, foundOn: string, days: number): Story {
  yield* equipmentFound(e, foundOn);
  const servedOn = officeDay(addDays(officeDay(foundOn), 2));
  yield* useStopped(e, servedOn, days);
  yield* dismantled(e, officeDay(addDays(servedOn, Math.floor(days * (0.3 + e.chance.next() * 0.4)))));
}
