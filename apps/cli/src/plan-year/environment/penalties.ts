import type { procedure } from '#contracts';
import { addDays } from '#law';
import { moment, officeDay } from '../office-time.js';
import type { Story } from '../step.js';
import { byTwo, ofEnvironment, telling, type Site } from './manner.js';

interface Fine {
  readonly penaltyId: string;
  readonly caseId?: string;
  readonly serial: number;
  readonly violation: string;
  readonly legalBasis: string;
  readonly kinds: procedure.DecidePenalty['kinds'];
  readonly content: string;
  readonly fineFen?: number;
  readonly licence?: string;
}

/** Filed, investigated, noticed, decided and served. The day is that of the notice; a fortnight later it is decided. */
export function* penalised({ enterprise, chance }: Site, how: Fine, noticedOn: string, decidedOn: string): Story {
  const { penaltyId, caseId, serial, violation, legalBasis, kinds, content, fineFen, licence } = how;
  const ofCase = caseId ? { caseId } : {};
  const on = telling('penalty', penaltyId, chance);
  const filedOn = officeDay(addDays(noticedOn, -9));
  yield on('FileCase', filedOn, {
    enterprise,
    ...ofCase,
    source: 'DAILY_SUPERVISION',
    suspicion: violation,
    discoveredOn: filedOn,
    filedOn,
  });
  yield on('ConcludeInvestigation', addDays(noticedOn, -2), {
    findings: `${violation}属实〔模拟〕`,
    evidence: ['现场检查（勘察）笔录〔模拟〕', '检测报告〔模拟〕'],
    proposal: 'PENALTY',
    ...byTwo(chance),
  });
  const servedOn = officeDay(noticedOn);
  yield on('ServePriorNotice', servedOn, {
    enterprise,
    ...ofCase,
    legalRepresentative: `法定代表人${serial}〔模拟〕`,
    violation,
    facts: `${violation}〔模拟〕`,
    legalBasis,
    servedOn,
    proposedKinds: kinds,
    ...(fineFen === undefined ? {} : { proposedFineFen: fineFen }),
    ...byTwo(chance),
  });
  if (kinds.includes('LICENCE_REVOCATION'))
    yield on('DiscussCollectively', addDays(decidedOn, -1), {
      participants: ['局长〔模拟〕', '分管副局长〔模拟〕', '法规科科长〔模拟〕'],
      conclusion: '同意吊销排污许可证〔模拟〕',
      discussedOn: officeDay(addDays(decidedOn, -1)),
    });
  yield ofEnvironment('penalty', penaltyId, 'DecidePenalty', moment(decidedOn, '10:00'), {
    documentNumber: `惠市环罚〔2021〕${serial}号`,
    kinds,
    content,
    ...(fineFen === undefined ? {} : { fineFen }),
    ...(licence === undefined ? {} : { licence }),
    decidedOn,
    ...byTwo(chance),
    approver: '负责人集体讨论〔模拟〕',
  });
  const handedOn = officeDay(addDays(decidedOn, 1));
  yield on('ServePenaltyDecision', handedOn, { servedOn: handedOn });
}

/** A penalty that revokes a permit: noticed with the right to a hearing, and discussed by the heads. */
export const revoked = (s: Site, penaltyId: string, legalBasis: string): Story =>
  penalised(
    s,
    {
      penaltyId,
      serial: 801,
      violation: '超过许可排放浓度排放污染物，情节严重',
      legalBasis,
      kinds: ['LICENCE_REVOCATION'],
      content: '吊销排污许可证',
      licence: s.siteCode,
    },
    '2021-08-23',
    '2021-09-03',
  );
