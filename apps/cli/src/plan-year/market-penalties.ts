import type { Enterprise, procedure } from '#contracts';
import { addDays } from '#law';
import { inOfficeHours, moment, officeDay } from './office-time.js';
import { officers } from './rectification.js';
import type { Seeded } from './seeded.js';
import { ofMarketRegulation, type Story } from './step.js';

/** The quality case that a penalty comes from. */
export interface PenalisedCase {
  readonly id: string;
  readonly serial: number;
  readonly enterprise: Enterprise;
  readonly chance: Seeded;
}

interface Punishment {
  readonly violation: string;
  readonly legalBasis: string;
  readonly proposedKinds: procedure.ServePriorNotice['proposedKinds'];
  readonly content: string;
  readonly fineFen?: number;
  readonly licence?: string;
}

/** Filed, investigated and noticed. The day is that of the notice. */
export function* noticed(c: PenalisedCase, penaltyId: string, how: Punishment, servedOn: string): Story {
  const { id: caseId, serial, enterprise, chance } = c;
  const filedOn = officeDay(addDays(servedOn, -9));
  yield ofMarketRegulation('penalty', penaltyId, 'FileCase', inOfficeHours(filedOn, chance), {
    enterprise,
    caseId,
    source: 'DAILY_SUPERVISION',
    suspicion: how.violation,
    discoveredOn: filedOn,
    filedOn,
  });
  const concludedOn = officeDay(addDays(servedOn, -2));
  yield ofMarketRegulation('penalty', penaltyId, 'ConcludeInvestigation', inOfficeHours(concludedOn, chance), {
    findings: `${how.violation}属实〔模拟〕`,
    evidence: ['现场检查笔录〔模拟〕', '检验报告〔模拟〕'],
    proposal: 'PENALTY',
    officers: officers(chance),
  });
  yield ofMarketRegulation('penalty', penaltyId, 'ServePriorNotice', inOfficeHours(servedOn, chance), {
    enterprise,
    caseId,
    legalRepresentative: `法定代表人${serial}〔模拟〕`,
    violation: how.violation,
    facts: `${how.violation}〔模拟〕`,
    legalBasis: how.legalBasis,
    servedOn,
    proposedKinds: how.proposedKinds,
    ...(how.fineFen === undefined ? {} : { proposedFineFen: how.fineFen }),
    officers: officers(chance),
  });
}

export function* decided(c: PenalisedCase, penaltyId: string, how: Punishment, on: string): Story {
  yield ofMarketRegulation('penalty', penaltyId, 'DecidePenalty', moment(on, '10:00'), {
    documentNumber: `惠市监罚〔2021〕${c.serial}号`,
    kinds: how.proposedKinds!,
    content: how.content,
    ...(how.fineFen === undefined ? {} : { fineFen: how.fineFen }),
    ...(how.licence === undefined ? {} : { licence: how.licence }),
    decidedOn: on,
    officers: officers(c.chance),
    approver: '负责人集体讨论〔模拟〕',
  });
  const served = officeDay(addDays(on, 1));
  yield ofMarketRegulation('penalty', penaltyId, 'ServePenaltyDecision', inOfficeHours(served, c.chance), {
    servedOn: served,
  });
}

export const fine: Punishment = {
  violation: '未取得生产许可证擅自生产列入目录的产品',
  legalBasis: '《中华人民共和国工业产品生产许可证管理条例》第四十五条',
  proposedKinds: ['FINE'],
  content: '处货值金额等值罚款386000元',
  fineFen: 38_600_000,
};

export const revocation: Punishment = {
  violation: '停业整顿期满后产品质量仍不合格',
  legalBasis: '《中华人民共和国产品质量法》第十七条',
  proposedKinds: ['LICENCE_REVOCATION'],
  content: '吊销营业执照',
  licence: '营业执照〔模拟〕',
};
