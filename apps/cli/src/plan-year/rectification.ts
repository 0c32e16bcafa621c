import type { energy, Enterprise } from '#contracts';
import { limitOf } from './enterprises.js';
import { inOfficeHours, moment, officeDay, officeDaysAfter } from './office-time.js';
import type { Seeded } from './seeded.js';
import { ofEnergy, ofGovernment, type Story } from './step.js';

/** The plan under which every supervision task of the year is assigned. */
export const SUPERVISION_PLAN = '2021';

/** A supervision case about to be lived. */
export interface Supervised {
  readonly id: string;
  /** Its number among the papers of the year. */
  readonly serial: number;
  readonly enterprise: Enterprise;
  readonly chance: Seeded;
}

/** Two officers by badge; nobody's name. */
export const officers = (chance: Seeded): string[] => {
  const first = chance.between(11, 48);
  return [first, first + chance.between(1, 9)].map((number) => `HZ-JN-${String(number).padStart(4, '0')}`);
};

type Theme = energy.AssignSupervisionTask['theme'];

export function* assigned({ id, enterprise, chance }: Supervised, on: string, theme: Theme): Story {
  const day = officeDay(on);
  yield ofEnergy('case', id, 'AssignSupervisionTask', inOfficeHours(day, chance), {
    planId: SUPERVISION_PLAN,
    enterprise,
    theme,
    assignee: `节能监察${chance.pick(['一', '二', '三'])}组`,
    dueOn: officeDaysAfter(day, 40),
  });
}

/** Consumption at a share of the limit: 1.08 is eight percent over. Nothing where no limit is measured. */
export function measurement(enterprise: Enterprise, ofLimit: number, from: string, to: string) {
  const limit = limitOf(enterprise.industry);
  if (!limit) return undefined;
  return {
    ...limit,
    unitConsumption: Math.round(limit.limitValue * ofLimit * 10) / 10,
    periodFrom: from,
    periodTo: to,
  };
}

interface Found {
  readonly on: string;
  /** Measured consumption as a share of the limit. */
  readonly ofLimit: number;
  readonly eliminatedEquipment?: boolean;
  readonly inDueCourse?: boolean;
}

export function* visited({ id, enterprise, chance }: Supervised, found: Found): Story {
  const { on, ofLimit, eliminatedEquipment = false, inDueCourse = false } = found;
  const measured = measurement(enterprise, ofLimit, '2020-01-01', '2020-12-31');
  yield ofEnergy(
    'case',
    id,
    'RecordSupervision',
    inOfficeHours(officeDay(on), chance),
    {
      mode: inDueCourse && !eliminatedEquipment && chance.happens(0.25) ? 'PAPER' : 'ON_SITE',
      officers: officers(chance),
      findings: [
        measured ? (ofLimit > 1 ? '单位产品能耗超过强制性限额' : '单位产品能耗符合强制性限额') : '用能台账齐全',
        eliminatedEquipment ? '发现淘汰类用能设备' : '未发现淘汰类用能设备',
      ].join('；'),
      ...(measured ? { measurement: measured } : {}),
      eliminatedEquipment,
    },
    { posted: inDueCourse ? 'in-due-course' : 'same-day' },
  );
}

export function* ordered({ id, serial, chance }: Supervised, servedOn: string, months = 6): Story {
  yield ofEnergy('case', id, 'OrderRectification', inOfficeHours(servedOn, chance), {
    documentNumber: `惠能监改〔2021〕${serial}号`,
    servedOn,
    months,
    items: ['将单位产品能耗降至强制性限额以内', '建立月度能耗统计与分析制度'],
    officers: officers(chance),
  });
}

export function* extensionAsked({ id, chance }: Supervised, on: string, months: number): Story {
  yield ofEnergy('case', id, 'RequestExtension', inOfficeHours(on, chance), {
    months,
    reason: '节能改造设备到货延迟',
    filedOn: on,
  });
}

export function* extensionGranted({ id, chance }: Supervised, on: string, months: number): Story {
  yield ofEnergy('case', id, 'GrantExtension', inOfficeHours(officeDay(on), chance), {
    months,
    approver: '分管负责人〔模拟〕',
  });
}

export function* extensionRefused({ id, chance }: Supervised, on: string): Story {
  yield ofEnergy('case', id, 'RefuseExtension', inOfficeHours(officeDay(on), chance), {
    reason: '延期理由不成立：改造合同尚未签订',
  });
}

export function* reported({ id, chance }: Supervised, on: string): Story {
  yield ofEnergy('case', id, 'ReportRectification', inOfficeHours(on, chance), {
    summary: '已完成整改事项并恢复正常计量，申请复查',
  });
}

export function* reinspected({ id, enterprise, chance }: Supervised, on: string, ofLimit: number): Story {
  const day = officeDay(on);
  const month = day.slice(0, 8);
  const measured = measurement(enterprise, ofLimit, `${month}01`, day);
  yield ofEnergy('case', id, 'ReinspectRectification', inOfficeHours(day, chance), {
    findings: ofLimit > 1 ? '复测仍超过强制性限额' : '复测符合强制性限额',
    ...(measured ? { measurement: measured } : {}),
    officers: officers(chance),
  });
}

export function* accepted({ id, chance }: Supervised, on: string): Story {
  yield ofEnergy('case', id, 'AcceptRectification', inOfficeHours(officeDay(on), chance), {
    opinion: '整改事项已落实，验收合格',
  });
}

export function* failed({ id, chance }: Supervised, on: string, reason: string): Story {
  yield ofEnergy('case', id, 'FailRectification', inOfficeHours(officeDay(on), chance), { reason });
}

/** Asks the government to close; the answer comes later, from somebody else. */
export function* closureProposed({ id, chance }: Supervised, on: string, proposalId: string): Story {
  yield ofEnergy('case', id, 'ProposeClosure', inOfficeHours(officeDay(on), chance), {
    proposalId,
    grounds: '达不到强制性能耗限额标准，经限期整改仍未达标',
    scope: 'LINE',
    legalBasis: '《中华人民共和国节约能源法》第七十二条',
  });
}

export function* proposalReturned({ chance }: Supervised, on: string, proposalId: string): Story {
  yield ofGovernment('closureProposal', proposalId, 'ReturnClosureProposal', inOfficeHours(officeDay(on), chance), {
    reason: '请补充职工安置与债务处置意见后再行报送',
  });
}

export function* suspensionOrdered({ serial, chance }: Supervised, on: string, proposalId: string): Story {
  const day = officeDay(on);
  yield ofGovernment('closureProposal', proposalId, 'OrderSuspension', inOfficeHours(day, chance), {
    governmentDocumentNumber: `惠府函〔2021〕模拟${serial}号`,
    effectiveOn: day,
  });
}

export function* closureOrdered(
  { serial, chance }: Supervised,
  on: string,
  proposalId: string,
  effectiveOn: string,
): Story {
  yield ofGovernment('closureProposal', proposalId, 'OrderClosure', inOfficeHours(officeDay(on), chance), {
    governmentDocumentNumber: `惠府函〔2021〕模拟${serial + 500}号`,
    scope: 'LINE',
    effectiveOn,
  });
}

/** Asked for by hand where the law must say no; otherwise the ledger issues it itself. */
export function* redCardAsked({ id }: Supervised, on: string, refusedWith: string): Story {
  yield ofEnergy('case', id, 'IssueRedCard', moment(on, '10:30'), {}, { refusedWith });
}

/** Task, visit and order of a case that is over the limit; served on the day given. */
export function* overLimitAndOrdered(c: Supervised, servedOn: string, days: { task: string; visit: string }): Story {
  yield* assigned(c, days.task, 'MANDATORY_LIMIT');
  yield* visited(c, { on: days.visit, ofLimit: 1.05 + c.chance.next() * 0.3 });
  yield* ordered(c, servedOn);
}
