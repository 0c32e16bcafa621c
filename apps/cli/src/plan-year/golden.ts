import * as credit from './credit-record.js';
import * as equipment from './equipment.js';
import { inOfficeHours, moment } from './office-time.js';
import * as price from './price.js';
import * as on from './rectification.js';
import { ofEnergy, type Story } from './step.js';

/** Refusals that the law owes the scenarios. */
const REFUSED = {
  extensionAfterExpiry: 'energy/extension-too-late',
  secondExtension: 'energy/extension-already-granted',
  redWithoutYellow: 'energy/red-card-without-yellow',
} as const;

const early = { task: '2021-03-04', visit: '2021-03-10' };

/** The golden scenarios of supervision, each told by the case whose id carries its number. */
export const golden: Readonly<Record<string, (c: on.Supervised) => Story>> = {
  /** Rectified on the first day of the sixth month. */
  'SC-01': function* (c) {
    yield* on.overLimitAndOrdered(c, '2021-03-15', early);
    yield* on.reported(c, '2021-08-16');
    yield* on.reinspected(c, '2021-08-24', 0.94);
    yield* on.accepted(c, '2021-08-27');
  },

  /** An extension is asked for at 23:59 on the last day. */
  'SC-02': function* (c) {
    yield* on.overLimitAndOrdered(c, '2021-05-10', { task: '2021-04-26', visit: '2021-05-06' });
    yield ofEnergy(
      'case',
      c.id,
      'RequestExtension',
      moment('2021-11-10', '23:59'),
      { months: 2, reason: '节能改造设备到货延迟', filedOn: '2021-11-10' },
      { posted: { at: '2021-11-10T23:59:30+08:00' } },
    );
    yield* on.extensionGranted(c, '2021-11-12', 2);
    yield* on.reported(c, '2022-01-07');
    yield* on.reinspected(c, '2022-01-11', 0.97);
    yield* on.accepted(c, '2022-01-14');
  },

  /** The other side of midnight: asked for on the day after the last, refused, expired, failed. */
  'SC-02-LATE': function* (c) {
    yield* on.overLimitAndOrdered(c, '2021-05-11', { task: '2021-04-27', visit: '2021-05-07' });
    yield ofEnergy(
      'case',
      c.id,
      'RequestExtension',
      moment('2021-11-12', '09:05'),
      { months: 2, reason: '节能改造设备到货延迟', filedOn: '2021-11-12' },
      { refusedWith: REFUSED.extensionAfterExpiry },
    );
    yield* on.failed(c, '2021-11-22', '期限届满未报告整改');
  },

  /** The last day lies in the week of National Day and moves to 8 October. */
  'SC-03': function* (c) {
    yield* on.overLimitAndOrdered(c, '2021-04-01', { task: '2021-03-16', visit: '2021-03-24' });
    yield* on.reported(c, '2021-10-08');
    yield* on.reinspected(c, '2021-10-13', 0.99);
    yield* on.accepted(c, '2021-10-15');
  },

  /** Served on 31 August: six months end on 28 February. Open when the year ends. */
  'SC-04': function* (c) {
    yield* on.overLimitAndOrdered(c, '2021-08-31', { task: '2021-08-11', visit: '2021-08-19' });
  },

  /** A second extension is refused. */
  'SC-05': function* (c) {
    yield* on.overLimitAndOrdered(c, '2021-03-22', { task: '2021-03-09', visit: '2021-03-16' });
    yield* on.extensionAsked(c, '2021-09-10', 3);
    yield* on.extensionGranted(c, '2021-09-15', 3);
    yield ofEnergy(
      'case',
      c.id,
      'RequestExtension',
      inOfficeHours('2021-12-10', c.chance),
      { months: 1, reason: '改造工程仍未完工', filedOn: '2021-12-10' },
      { refusedWith: REFUSED.secondExtension },
    );
    yield* on.reported(c, '2021-12-20');
    yield* on.reinspected(c, '2021-12-23', 0.96);
    yield* on.accepted(c, '2021-12-27');
  },

  /** Closure is proposed, returned, proposed again and ordered. */
  'SC-06': function* (c) {
    yield* on.overLimitAndOrdered(c, '2021-03-17', early);
    yield* price.punitivePrice({ measureId: `${c.id}-P1`, ...c, caseId: c.id }, '2021-04-06', 18);
    yield* on.reported(c, '2021-09-15');
    yield* on.reinspected(c, '2021-09-24', 1.09);
    yield* on.failed(c, '2021-09-28', '复测单位产品能耗仍超过强制性限额');
    yield* on.closureProposed(c, '2021-10-11', `${c.id}-G1`);
    yield* on.proposalReturned(c, '2021-10-20', `${c.id}-G1`);
    yield* on.closureProposed(c, '2021-11-03', `${c.id}-G2`);
    yield* on.closureOrdered(c, '2021-11-24', `${c.id}-G2`, '2021-11-24');
  },

  /** Dismantling overdue, non-completion, credit, late exit, everything lifted. */
  'SC-15': function* (c) {
    const e = equipment.equipmentOf(c);
    const record = { id: credit.recordOf('exit', e.id), chance: c.chance };
    yield* on.assigned(c, '2021-04-12', 'EQUIPMENT_ELIMINATION');
    yield* on.visited(c, { on: '2021-04-19', ofLimit: 0.9, eliminatedEquipment: true });
    yield* equipment.equipmentFound(e, '2021-04-20');
    yield* equipment.useStopped(e, '2021-04-22', 60);
    const measure = { measureId: `${c.id}-P1`, ...c };
    yield* price.differentialPrice(measure, '2021-05-10', 'ELIMINATION');
    yield* equipment.nonCompletionDetermined(e, '2021-07-05');
    yield* credit.collected(record, '2021-07-08');
    yield* credit.pushed(record, '2021-07-09');
    yield* credit.acknowledged(record, '2021-07-12');
    yield* credit.published(record, '2021-07-13');
    yield* credit.restricted(record, {
      on: '2021-07-20',
      field: 'PRODUCTION_LICENCE',
      measure: '申请工业产品生产许可时从严审查',
      legalBasis: '《工业产品生产许可证管理条例》第九条第（七）项',
    });
    yield* credit.restricted(record, { on: '2021-07-21', field: 'LAND_SUPPLY', measure: '供地审查时参考' });
    yield* equipment.dismantled(e, '2021-10-28');
    yield* price.priceLifted(measure, '2021-11-02', '淘汰类设备已拆除');
  },

  /** A red card is asked for where no yellow one was issued. */
  'SC-22': function* (c) {
    yield* on.assigned(c, '2021-06-07', 'MANDATORY_LIMIT');
    yield* on.visited(c, { on: '2021-06-16', ofLimit: 0.93 });
    yield* on.redCardAsked(c, '2021-06-18', REFUSED.redWithoutYellow);
  },
};
