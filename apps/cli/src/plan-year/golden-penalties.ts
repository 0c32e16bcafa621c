import { addDays } from '#law';
import * as credit from './credit-record.js';
import { publishedInTime } from './credit-paths.js';
import { exposed, exposureWithdrawn } from './government.js';
import * as penalty from './penalty.js';
import type { Story } from './step.js';

/** The golden scenarios of penalties, each told by the penalty whose id carries its number. */
export const goldenPenalties: Readonly<Record<string, (p: penalty.Penalised) => Story>> = {
  /** A kind of penalty that the law names from 15 July 2021 cannot be imposed on 14 July. */
  'SC-24': function* (p) {
    const old = { ...p, id: `${p.id}-0714`, serial: p.serial };
    const fresh = { ...p, id: `${p.id}-0715`, serial: p.serial + 1 };
    yield* penalty.noticed(old, penalty.warning, '2021-07-01');
    yield* penalty.noticed(fresh, penalty.circular, '2021-07-02');
    yield* penalty.decided(old, penalty.circular, '2021-07-14', 'energy/kind-not-in-law');
    yield* penalty.decided(old, penalty.warning, '2021-07-14');
    yield* penalty.decided(fresh, penalty.circular, '2021-07-15');
    yield* publishedInTime(old, '2021-07-14');
    yield* publishedInTime(fresh, '2021-07-15');
    yield* penalty.served(old, '2021-07-26');
    yield* penalty.served(fresh, '2021-07-27');
  },

  /** A fine of 2,000 yuan is 0.2 in the feed; repair is refused before the minimum of display and granted after it. */
  'SC-25': function* (p) {
    const record = { id: credit.recordOf('penalty', p.id), chance: p.chance };
    yield* penalty.punished(p, penalty.smallFine, '2021-06-18', '2021-06-03');
    yield* penalty.performed(p, '2021-06-28', 'same-day');
    yield* credit.notified(record, '2021-06-22');
    yield* credit.collected(record, '2021-06-23');
    yield* credit.pushed(record, '2021-06-24');
    yield* credit.acknowledged(record, '2021-06-25');
    yield* credit.published(record, '2021-06-28');
    yield* credit.restricted(record, {
      on: '2021-07-06',
      field: 'GOV_PROCUREMENT',
      measure: '采购评审时核查信用记录',
      legalBasis: '《中华人民共和国政府采购法》第二十二条',
    });
    yield exposed(p, '2021-07-08');
    yield* credit.repairAsked(record, '2021-08-20', '2021-06-28', 'credit/repair-too-early');
    yield* credit.repairAsked(record, '2021-09-22', '2021-06-28');
    yield* credit.repairDecided(record, addDays('2021-09-22', 7), 'APPROVED');
    yield exposureWithdrawn(p, '2021-10-11');
  },
};
