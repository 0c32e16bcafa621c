import type { Enterprise } from '#contracts';
import * as credit from './credit-record.js';
import { moment } from './office-time.js';
import * as penalty from './penalty.js';
import type { Seeded } from './seeded.js';
import { ofCredit, type Story } from './step.js';

/** Who takes promises and says whether they were kept. The code is simulated. */
const authorities = {
  accepting: { acceptedBy: '惠州市发展和改革局', acceptedByCode: '11441300MB0TT00647' },
  determining: { determinedBy: '惠州市发展和改革局', determinedByCode: '11441300MB0TT00647' },
};

/** Serials of its own, so that nobody else’s document has the number. */
const SERIAL = 901;

/** 三(二): what of credit no penalty of energy shows by itself. */
export function* creditYear(
  [fined, promising, listed]: readonly [Enterprise, Enterprise, Enterprise],
  chance: Seeded,
): Generator<Story, void, undefined> {
  yield repairThenBroken({ id: 'SC-12', serial: SERIAL, enterprise: fined, chance: chance.for('broken') });
  yield inTheRegister(chance.for('register'));
  yield promised(promising);
  yield listedElsewhere(listed);
}

/** Scenario 12: repaired on a promise that is broken, and shown again to the end of the longest period. */
function* repairThenBroken(p: penalty.Penalised): Story {
  const record = { id: credit.recordOf('penalty', p.id), chance: p.chance };
  yield* penalty.punished(p, penalty.smallFine, '2021-07-02', '2021-06-16');
  yield* credit.notified(record, '2021-07-05');
  yield* credit.collected(record, '2021-07-06');
  yield* credit.pushed(record, '2021-07-07');
  yield* credit.acknowledged(record, '2021-07-08');
  yield* credit.published(record, '2021-07-09');
  yield* penalty.performed(p, '2021-07-14', 'same-day');
  yield* credit.repairAsked(record, '2021-10-12', '2021-07-14');
  yield* credit.repairDecided(record, '2021-10-18', 'APPROVED');
  yield ofCredit('promise', `repair-${record.id}-2021-10-12`, 'AssessPromise', moment('2021-11-16', '10:00'), {
    fulfilment: 'NONE',
    unfulfilled: '承诺后再次未按规定落实节能整改要求〔模拟〕',
    consequence: '公示至最长期限，不再受理修复〔模拟〕',
    determinedOn: '2021-11-16',
    ...authorities.determining,
  });
  yield* credit.repairAsked(record, '2021-12-06', '2021-11-30', 'credit/promise-broken');
}

/** Scenario 10: a revocation of market regulation, in its own register first, on Credit China within three working days. */
function* inTheRegister(chance: Seeded): Story {
  const record = { id: 'penalty-market-regulation.SJ-REVOKED-CF', chance };
  yield* credit.notified(record, '2021-10-14');
  yield* credit.collected(record, '2021-10-15');
  yield* credit.pushed(record, '2021-10-18', 'GSXT');
  yield* credit.acknowledged(record, '2021-10-19');
  yield* credit.published(record, '2021-10-20', 'GSXT');
  yield* credit.published(record, '2021-10-25', 'CREDIT_CHINA');
  yield* credit.repairAsked(record, '2022-01-17', '2021-11-01', 'credit/no-repair');
}

/** A promise of one’s own accord, kept in full. */
function* promised(enterprise: Enterprise): Story {
  yield ofCredit('promise', 'XYCN-2021-01', 'RegisterPromise', moment('2021-05-20', '10:00'), {
    enterprise,
    kind: 'VOLUNTARY',
    matter: '主动淘汰落后用能设备〔模拟〕',
    content: '承诺在2021年12月底前自行淘汰中频炉一台〔模拟〕',
    liability: '未履行的，按规定记入信用档案〔模拟〕',
    madeOn: '2021-05-20',
    validUntil: '2021-12-31',
    ...authorities.accepting,
    openness: 'PUBLIC',
  });
  yield ofCredit('promise', 'XYCN-2021-01', 'AssessPromise', moment('2021-12-20', '10:00'), {
    fulfilment: 'FULL',
    determinedOn: '2021-12-20',
    ...authorities.determining,
  });
}

/** An entry of a list that another authority made, and its removal by the same; never one of this city’s plan. */
function* listedElsewhere(enterprise: Enterprise): Story {
  const id = 'YZSX-2021-01';
  const entry = {
    enterprise,
    listId: 'wage-arrears',
    listName: '拖欠农民工工资失信联合惩戒对象名单',
    basis: '《保障农民工工资支付条例》第四十八条',
    authority: '惠州市人力资源和社会保障局〔模拟〕',
    authorityCode: '11441300MB0TT0080W',
    documentNumber: '惠人社列〔2021〕模拟1号',
    listedOn: '2021-04-12',
    conduct: '拖欠工资〔模拟〕',
    ground: '经责令限期支付逾期仍不支付〔模拟〕',
  };
  yield ofCredit(
    'seriousEntry',
    id,
    'ImportSeriousListEntry',
    moment('2021-04-13', '09:30'),
    { ...entry, basis: '惠州市2021年推动落后产能退出工作计划' },
    { refusedWith: 'credit/list-without-basis' },
  );
  yield ofCredit('seriousEntry', id, 'ImportSeriousListEntry', moment('2021-04-13', '10:00'), entry);
  yield ofCredit('seriousEntry', id, 'ImportSeriousListRemoval', moment('2021-09-17', '10:00'), {
    reason: 'REPAIR',
    authorityCode: entry.authorityCode,
    documentNumber: '惠人社移〔2021〕模拟1号',
    removedOn: '2021-09-17',
  });
  yield ofCredit('seriousEntry', id, 'RecordListDisplayStopped', moment('2021-09-23', '10:00'), {
    stoppedOn: '2021-09-23',
  });
}
