import { addDays, addMonths, deadline, ruleOn } from '#law';
import * as equipment from './equipment.js';
import { officeDay, officeDaysAfter } from './office-time.js';
import * as price from './price.js';
import * as on from './rectification.js';
import { resultPublished } from './registers.js';
import type { Story } from './step.js';

/** Last day of six months from service. */
const dueOf = (servedOn: string): string =>
  deadline({ rule: ruleOn('energy/rectification-period', servedOn), startsOn: servedOn }).rolledDue;

/** Each way through an energy case that no golden scenario takes. One case is sent down each, whatever the rates say. */
export const paths: Readonly<Record<string, (c: on.Supervised) => Story>> = {
  /** Rectified well before the deadline; the price measure lifts itself with the case. */
  'PATH-RECTIFIED': function* (c) {
    yield* on.overLimitAndOrdered(c, '2021-04-20', { task: '2021-04-06', visit: '2021-04-14' });
    yield* price.tieredPrice({ measureId: `${c.id}-P1`, ...c, caseId: c.id }, '2021-05-11', 2);
    yield* on.reported(c, '2021-08-05');
    yield* on.reinspected(c, '2021-08-12', 0.95);
    yield* on.accepted(c, '2021-08-16');
    yield resultPublished(c.id, c.enterprise, '2021-08-25', c.chance);
  },

  /** Asked for three months, given one, accepted within it. */
  'PATH-EXTENDED': function* (c) {
    yield* on.overLimitAndOrdered(c, '2021-04-26', { task: '2021-04-08', visit: '2021-04-16' });
    yield* on.extensionAsked(c, '2021-10-18', 3);
    yield* on.extensionGranted(c, '2021-10-21', 1);
    yield* on.reported(c, '2021-11-22');
    yield* on.reinspected(c, '2021-11-29', 0.98);
    yield* on.accepted(c, '2021-12-02');
  },

  /** The extension is refused after the last day; the expiry waits for that, then a late report is accepted. */
  'PATH-LATE': function* (c) {
    yield* on.overLimitAndOrdered(c, '2021-05-06', { task: '2021-04-15', visit: '2021-04-25' });
    yield* on.extensionAsked(c, '2021-11-04', 2);
    yield* on.extensionRefused(c, '2021-11-10');
    yield* on.reported(c, '2021-11-19');
    yield* on.reinspected(c, '2021-11-25', 0.96);
    yield* on.accepted(c, '2021-11-30');
  },

  /** Nothing is done: expired, failed, suspended by the government, put right, accepted. */
  'PATH-SUSPENDED': function* (c) {
    yield* on.overLimitAndOrdered(c, '2021-03-24', { task: '2021-03-08', visit: '2021-03-17' });
    yield* on.failed(c, '2021-10-11', '期限届满未报告整改');
    yield* on.closureProposed(c, '2021-10-18', `${c.id}-G1`);
    yield* on.suspensionOrdered(c, '2021-11-01', `${c.id}-G1`);
    yield* on.reinspected(c, '2021-12-14', 0.92);
    yield* on.accepted(c, '2021-12-17');
  },

  /** Suspended, still over the limit, closed. */
  'PATH-CLOSED': function* (c) {
    yield* on.overLimitAndOrdered(c, '2021-03-25', { task: '2021-03-09', visit: '2021-03-18' });
    yield* price.punitivePrice({ measureId: `${c.id}-P1`, ...c, caseId: c.id }, '2021-04-19', 24);
    yield* on.reported(c, '2021-09-22');
    yield* on.reinspected(c, '2021-09-28', 1.15);
    yield* on.failed(c, '2021-09-30', '复测单位产品能耗仍超过强制性限额');
    yield* on.closureProposed(c, '2021-10-12', `${c.id}-G1`);
    yield* on.suspensionOrdered(c, '2021-10-22', `${c.id}-G1`);
    yield* on.reinspected(c, '2021-11-22', 1.08);
    yield* on.closureOrdered(c, '2021-12-08', `${c.id}-G1`, '2021-12-15');
  },

  /** Over the limit and with eliminated equipment: both orders, each on its own record. */
  'PATH-BOTH': function* (c) {
    const e = equipment.equipmentOf(c);
    yield* on.assigned(c, '2021-05-12', 'MANDATORY_LIMIT');
    yield* on.visited(c, { on: '2021-05-20', ofLimit: 1.12, eliminatedEquipment: true });
    yield* on.ordered(c, '2021-05-24');
    yield* equipment.equipmentFound(e, '2021-05-25');
    yield* equipment.useStopped(e, '2021-05-27', 45);
    yield* equipment.confiscated(e, '2021-06-10');
    yield* equipment.dismantled(e, '2021-06-28');
    yield* equipment.dismantlingCorrected(e, '2021-08-19', '2021-07-02');
    yield* on.reported(c, '2021-10-20');
    yield* on.reinspected(c, '2021-10-26', 0.9);
    yield* on.accepted(c, '2021-10-29');
  },

  /** Eliminated equipment alone: stopped and dismantled in time. */
  'PATH-EXIT': function* (c) {
    yield* on.assigned(c, '2021-06-02', 'EQUIPMENT_ELIMINATION');
    yield* on.visited(c, { on: '2021-06-09', ofLimit: 0.9, eliminatedEquipment: true });
    yield* equipment.exitedInTime(equipment.equipmentOf(c), '2021-06-10', 60);
  },
};

/** Tasks that nobody wrote a story for: what happens is drawn by the rates of the city's year. */
export function* ordinary(c: on.Supervised, taskOn: string): Story {
  const { chance, enterprise } = c;
  const isMeasured = on.measurement(enterprise, 1, taskOn, taskOn) !== undefined;
  const isOver = isMeasured && chance.happens(0.05);
  const isEliminated = !isOver && chance.happens(0.06);
  const theme = isMeasured ? 'MANDATORY_LIMIT' : chance.pick(['EQUIPMENT_ELIMINATION', 'PRICE_POLICY'] as const);
  const visitOn = officeDaysAfter(taskOn, chance.between(4, 12));

  yield* on.assigned(c, taskOn, isEliminated ? 'EQUIPMENT_ELIMINATION' : theme);
  yield* on.visited(c, {
    on: visitOn,
    ofLimit: isOver ? 1.02 + chance.next() * 0.2 : 0.78 + chance.next() * 0.2,
    eliminatedEquipment: isEliminated,
    inDueCourse: !isOver && !isEliminated,
  });
  if (isEliminated) yield* equipment.exitedInTime(equipment.equipmentOf(c), officeDaysAfter(visitOn, 1), 60);
  else if (isOver) yield* rectified(c, officeDaysAfter(visitOn, 4));
  else if (chance.happens(0.4)) yield resultPublished(c.id, enterprise, officeDaysAfter(visitOn, 25), chance);
}

/** 72 of 100 are done in six months, 18 ask for more time, of which 85 % get it; the others are late, or fail. */
function* rectified(c: on.Supervised, servedOn: string): Story {
  const { chance } = c;
  yield* on.ordered(c, servedOn);
  if (dueOf(servedOn) > '2021-12-10') return;
  const luck = chance.next();
  if (luck < 0.72) yield* concluded(c, officeDay(addDays(servedOn, chance.between(60, 150))));
  else if (luck < 0.9) {
    const askedOn = officeDay(addDays(addMonths(servedOn, 6), -chance.between(8, 20)));
    yield* on.extensionAsked(c, askedOn, 1);
    if (chance.happens(0.85)) yield* on.extensionGranted(c, officeDaysAfter(askedOn, 3), 1);
    else yield* on.extensionRefused(c, officeDaysAfter(askedOn, 3));
    yield* concluded(c, officeDaysAfter(askedOn, chance.between(5, 12)));
  } else if (luck < 0.96) yield* on.failed(c, officeDaysAfter(dueOf(servedOn), 5), '期限届满未报告整改');
  else yield* concluded(c, officeDaysAfter(dueOf(servedOn), chance.between(3, 9)));
}

function* concluded(c: on.Supervised, reportedOn: string): Story {
  yield* on.reported(c, reportedOn);
  yield* on.reinspected(c, officeDaysAfter(reportedOn, 4), 0.95);
  yield* on.accepted(c, officeDaysAfter(reportedOn, 7));
}
