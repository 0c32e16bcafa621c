import { given, type Fact } from '#decider';
import { deadline, ruleOn } from '#law';
import { penaltyProcedure } from './penalty.decider.js';

/** The procedure as energy mounts it, and a case, fact by fact. Nobody in it exists. */
export const penalty = penaltyProcedure({ department: 'energy', clause: '2.1.3' });

export const at = (day: string) => ({ occurredAt: `${day}T10:00:00+08:00` });
export const byTwo = { actor: { client: 'spec', officers: ['HZ-1', 'HZ-2'] } };

export const enterprise = {
  uscc: '91441322MA00TT0126',
  name: '博罗县永丰铸造有限公司〔模拟〕',
  county: 'BL' as const,
  industry: '3120' as const,
  synthetic: true,
};

export const dueOf = (
  rule: 'penalty/payment' | 'penalty/hearing-request' | 'penalty/decision-period',
  startsOn: string,
) => deadline({ rule: ruleOn(rule, startsOn), startsOn });

export const filing = {
  enterprise,
  caseId: 'A-1',
  source: 'DAILY_SUPERVISION' as const,
  suspicion: '未落实整改要求',
  discoveredOn: '2021-06-20',
  filedOn: '2021-06-21',
};
export const conclusion = { findings: '逾期未整改', evidence: ['现场检查笔录'], proposal: 'PENALTY' as const };
export const notice = {
  enterprise,
  caseId: 'A-1',
  legalRepresentative: '张三〔模拟〕',
  violation: '未落实整改要求',
  facts: '逾期未整改',
  legalBasis: '节约能源法第八十三条',
  servedOn: '2021-07-01',
};
const { servedOn: _, ...party } = notice;
export const decision = {
  documentNumber: '惠能罚〔2021〕3号',
  kinds: ['FINE' as const],
  content: '罚款十二万元',
  fineFen: 12_000_000,
  decidedOn: '2021-07-20',
};
export const decide = { ...decision, ...at('2021-07-20') };

export const filed = { type: 'CaseFiled', data: filing } as const;
export const concluded = { type: 'InvestigationConcluded', data: conclusion } as const;
export const noticed = { type: 'PriorNoticeServed', data: notice } as const;
export const grave = { proposedKinds: ['STOP_PRODUCTION' as const] };
export const noticedWithHearing = {
  type: 'PriorNoticeServed',
  data: { ...notice, servedOn: '2021-07-16', ...grave, due: dueOf('penalty/hearing-request', '2021-07-16') },
} as const;
export const decided = { type: 'PenaltyDecided', data: { ...party, ...decision } } as const;
export const served = {
  type: 'PenaltyDecisionServed',
  data: { servedOn: '2021-07-22', due: dueOf('penalty/payment', '2021-07-22') },
} as const;
export const performed = { type: 'PenaltyPerformed', data: { performedOn: '2021-07-30' } } as const;
export const annulment = { annulledOn: '2021-09-01', reason: '复议撤销', documentNumber: '惠府行复〔2021〕1号' };
export const annulled = { type: 'PenaltyAnnulled', data: annulment } as const;

export const toNotice: readonly Fact[] = [filed, concluded, noticed];
export const toService: readonly Fact[] = [...toNotice, decided, served];
export const after = (...facts: readonly Fact[]) => given(penalty, ...facts);
