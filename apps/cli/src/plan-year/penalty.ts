import type { energy, Enterprise } from '#contracts';
import { addDays } from '#law';
import { inOfficeHours, moment, officeDay, officeDaysAfter } from './office-time.js';
import { officers } from './rectification.js';
import type { Seeded } from './seeded.js';
import { ofEnergy, type Story } from './step.js';

export interface Penalised {
  readonly id: string;
  readonly serial: number;
  readonly enterprise: Enterprise;
  readonly chance: Seeded;
  /** Case that led to it. */
  readonly caseId?: string;
}

export interface Punishment {
  readonly violation: string;
  readonly facts: string;
  readonly legalBasis: string;
  readonly kinds: energy.DecidePenalty['kinds'];
  readonly content: string;
  readonly fineFen?: number;
}

/** 2,000 yuan: 0.2 in the national feed. The amount is that of the scenario, not of a statute. */
export const smallFine: Punishment = {
  violation: '未按规定落实节能整改要求',
  facts: '经复查，未按整改意见书要求落实部分事项〔模拟〕',
  legalBasis: '《中华人民共和国节约能源法》第八十三条〔模拟，金额不代表法定幅度〕',
  kinds: ['FINE'],
  content: '罚款2000元',
  fineFen: 200_000,
};

export const largeFine: Punishment = {
  violation: '重点用能单位拒不落实整改要求',
  facts: '整改期限届满后仍未落实整改要求〔模拟〕',
  legalBasis: '《中华人民共和国节约能源法》第八十三条',
  kinds: ['FINE'],
  content: '罚款120000元',
  fineFen: 12_000_000,
};

export const warning: Punishment = {
  violation: '未按期报送能源利用状况报告',
  facts: '逾期未报送上一年度能源利用状况报告〔模拟〕',
  legalBasis: '《中华人民共和国节约能源法》第八十二条',
  kinds: ['WARNING'],
  content: '警告',
};

/** A kind of penalty that the law names only since 15 July 2021. */
export const circular: Punishment = { ...warning, kinds: ['CIRCULATED_CRITICISM'], content: '通报批评' };

/** The case is filed a week or so before the notice, and investigated in between. */
export function* noticed(p: Penalised, how: Punishment, servedOn: string): Story {
  const { id, serial, enterprise, chance, caseId } = p;
  const filedOn = officeDay(addDays(servedOn, -9));
  yield ofEnergy('penalty', id, 'FileCase', inOfficeHours(filedOn, chance), {
    enterprise,
    ...(caseId ? { caseId } : {}),
    source: 'DAILY_SUPERVISION',
    suspicion: how.violation,
    discoveredOn: filedOn,
    filedOn,
  });
  yield ofEnergy('penalty', id, 'ConcludeInvestigation', inOfficeHours(officeDay(addDays(servedOn, -3)), chance), {
    findings: how.facts,
    evidence: ['现场检查笔录〔模拟〕', '询问笔录〔模拟〕'],
    proposal: 'PENALTY',
    officers: officers(chance),
  });
  yield ofEnergy('penalty', id, 'ServePriorNotice', inOfficeHours(servedOn, chance), {
    enterprise,
    ...(caseId ? { caseId } : {}),
    legalRepresentative: `法定代表人${serial}〔模拟〕`,
    violation: how.violation,
    facts: how.facts,
    legalBasis: how.legalBasis,
    servedOn,
    officers: officers(chance),
  });
}

export function* decided(p: Penalised, how: Punishment, on: string, refusedWith?: string): Story {
  yield ofEnergy(
    'penalty',
    p.id,
    'DecidePenalty',
    moment(on, '10:00'),
    {
      documentNumber: `惠能罚〔2021〕${p.serial}号`,
      kinds: how.kinds,
      content: how.content,
      ...(how.fineFen === undefined ? {} : { fineFen: how.fineFen }),
      decidedOn: on,
      officers: officers(p.chance),
      approver: '负责人集体讨论〔模拟〕',
    },
    refusedWith ? { refusedWith } : {},
  );
}

export function* served({ id, chance }: Penalised, on: string): Story {
  const day = officeDay(on);
  yield ofEnergy('penalty', id, 'ServePenaltyDecision', inOfficeHours(day, chance), {
    servedOn: day,
    officers: officers(chance),
  });
}

export function* performed({ id, chance }: Penalised, on: string, posted: 'same-day' | 'in-due-course'): Story {
  const day = officeDay(on);
  yield ofEnergy('penalty', id, 'RecordPenaltyPerformed', inOfficeHours(day, chance), { performedOn: day }, { posted });
}

export function* annulled({ id, serial, chance }: Penalised, on: string): Story {
  yield ofEnergy('penalty', id, 'RecordPenaltyAnnulled', inOfficeHours(on, chance), {
    annulledOn: on,
    reason: '行政复议认定事实不清，撤销原处罚决定〔模拟〕',
    documentNumber: `惠府行复〔2021〕模拟${serial}号`,
  });
}

/** Notice, decision and service, at the pace of an ordinary procedure. */
export function* punished(p: Penalised, how: Punishment, decidedOn: string, noticedOn: string): Story {
  yield* noticed(p, how, noticedOn);
  yield* decided(p, how, decidedOn);
  yield* served(p, officeDaysAfter(decidedOn, 1));
}
