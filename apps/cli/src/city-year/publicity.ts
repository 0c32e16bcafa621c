import { addDays, findRule } from '#law';
import { officeDay, officeDaysAfter } from '../plan-year/office-time.js';
import * as record from '../plan-year/credit-record.js';
import type { Seeded } from '../plan-year/seeded.js';
import type { Story } from '../plan-year/step.js';
import { rates } from './rates.js';

interface Decided {
  readonly decidedOn: string;
  readonly paidOn: string;
  readonly chance: Seeded;
}

/** Repair may be asked for once the minimum of display is over. */
const MINIMUM_DAYS = 100;

/** 三(二): what becomes of a penalty on its credit record, which the ledger opens of itself. */
export function* publicised(department: string, penaltyId: string, { decidedOn, paidOn, chance }: Decided): Story {
  const luck = chance.next();
  const { inTime, late, rejected, repairAsked, repairApproved } = rates.publication;
  if (luck >= inTime + late) return;
  const credited = { id: record.recordOf('penalty', `${department}.${penaltyId}`), chance };
  // From the day of its own measures on, the register of market regulation comes first.
  const hasRegister = department === 'market-regulation' && findRule('publicity/market-regulation', decidedOn);
  const platform = hasRegister ? 'GSXT' : 'CREDIT_GUANGDONG';
  const pushedOn = officeDaysAfter(decidedOn, luck < inTime ? chance.between(2, 4) : chance.between(9, 30));
  yield* record.notified(credited, officeDaysAfter(decidedOn, 1));
  yield* record.collected(credited, officeDaysAfter(decidedOn, 2));
  yield* record.pushed(credited, pushedOn, platform);
  const answeredOn = officeDaysAfter(pushedOn, 1);
  if (chance.happens(rejected)) {
    // Sent back without naming a field: it is pushed again as it is, and taken.
    yield* rejectedAsAWhole(credited, answeredOn);
    yield* record.pushed(credited, answeredOn, platform);
    yield* record.acknowledged(credited, officeDaysAfter(answeredOn, 1), 2);
  } else yield* record.acknowledged(credited, answeredOn);
  const publishedOn = officeDaysAfter(answeredOn, 1);
  yield* record.published(credited, publishedOn, platform);

  const askedOn = officeDay(addDays(publishedOn > paidOn ? publishedOn : paidOn, MINIMUM_DAYS));
  if (platform === 'GSXT' || !chance.happens(repairAsked)) return;
  yield* record.repairAsked(credited, askedOn, paidOn);
  yield* record.repairDecided(
    credited,
    officeDaysAfter(askedOn, 10),
    chance.happens(repairApproved) ? 'APPROVED' : 'REFUSED',
  );
}

function* rejectedAsAWhole(credited: record.Credited, on: string): Story {
  for (const { body, ...draft } of record.rejected(credited, on, 1, '', '报文未能解析，请重新推送〔模拟〕')) {
    const { field: _, ...answer } = body;
    yield { ...draft, body: answer };
  }
}
