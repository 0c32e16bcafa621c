import type { emergencyManagement } from '#contracts';
import { deadline, ruleOn } from '#law';

/** Facts and commands that the specs of work safety start from. Nobody in them exists. */
export const enterprise: emergencyManagement.SafetyCaseOpened['enterprise'] = {
  uscc: '91441322MA00TT0126',
  name: '博罗县永丰铸造有限公司〔模拟〕',
  county: 'BL',
  industry: '3120',
  synthetic: true,
};
export const another = { ...enterprise, uscc: '91441322MA00TT0207', name: '另一企业〔模拟〕' };

export const at = (day: string, time = '10:00:00') => ({ occurredAt: `${day}T${time}+08:00` });

/** Two officers on the act. */
export const byTwo = { actor: { client: 'spec', officers: ['HZ-1', 'HZ-2'] } };
/** The same officer twice, which is one. */
export const byOne = { actor: { client: 'spec', officers: ['HZ-1', 'HZ-1'] } };

export const dueAfterDays = (
  days: number,
  startsOn: string,
  id: 'safety/hazard-removal' | 'safety/suspension' = 'safety/suspension',
) => deadline({ rule: { ...ruleOn(id, startsOn), length: days, unit: 'days' }, startsOn });

/** Records of this department that a case consults. */
export const records = {
  inspection: (result: 'COMPLIANT' | 'HAZARDS_FOUND' = 'HAZARDS_FOUND', whose = enterprise) => ({
    'emergencyManagement.inspection-JC-1': [
      {
        type: 'emergencyManagement.SafetyInspectionConducted',
        data: { enterprise: whose, result, findings: '煤气区域无报警' },
      },
    ],
  }),
  hazard: ({ clearedOn, whose = enterprise }: { clearedOn?: string; whose?: typeof enterprise } = {}) => ({
    'emergencyManagement.majorHazard-ZD-1': [
      { type: 'emergencyManagement.MajorHazardIdentified', data: { enterprise: whose, criterionId: 'METALLURGY-1' } },
      ...(clearedOn
        ? [{ type: 'emergencyManagement.MajorHazardCleared', data: { findings: '已消除', clearedOn } }]
        : []),
    ],
  }),
  penalty: (
    id: string,
    decided: object = {},
    { annulled = false, whose = enterprise }: { annulled?: boolean; whose?: typeof enterprise } = {},
  ) => ({
    [`emergencyManagement.penalty-${id}`]: [
      { type: 'emergencyManagement.PriorNoticeServed', data: { enterprise: whose } },
      {
        type: 'emergencyManagement.PenaltyDecided',
        data: {
          enterprise: whose,
          legalBasis: '《安全生产法》第一百零二条',
          kinds: ['FINE'],
          fineFen: 2_000_000,
          decidedOn: '2021-09-10',
          ...decided,
        },
      },
      ...(annulled ? [{ type: 'emergencyManagement.PenaltyAnnulled', data: { annulledOn: '2021-11-01' } }] : []),
    ],
  }),
};

const order = { documentNumber: '惠应急责改〔2021〕1号', hazards: ['煤气区域未设固定式报警装置'] };
const stop = {
  ground: 'MAJOR_HAZARD' as const,
  majorHazardId: 'ZD-1',
  scope: 'SITE' as const,
  documentNumber: '惠应急停〔2021〕1号',
  legalBasis: '《安全生产法》第六十五条',
};
export const contents = { order, stop };

/** A case, fact by fact. Opened on 6 September 2021, under the law of 1 September. */
export const facts = {
  opened: (day = '2021-09-06') => ({
    type: 'SafetyCaseOpened',
    data: { enterprise, inspectionId: 'JC-1', situation: '煤气区域无报警' },
    ...at(day),
  }),
  removal: (servedOn = '2021-09-07', days = 15) => {
    const due = dueAfterDays(days, servedOn, 'safety/hazard-removal');
    return { type: 'HazardRemovalOrdered', data: { ...order, servedOn, dueOn: due.rolledDue, due }, ...at(servedOn) };
  },
  removalEnded: {
    type: 'HazardRemovalPeriodEnded',
    data: { dueOn: '2021-09-22' },
    ...at('2021-09-23', '00:00:00'),
  },
  reexamined: (cleared: boolean, day = '2021-09-24') => ({
    type: 'HazardsReexamined',
    data: { findings: '复查', cleared, dueOn: '2021-09-22' },
    ...at(day),
  }),
  disobeyed: (what: 'HAZARD_REMOVAL' | 'SUSPENSION', realDanger = true, day = '2021-09-24') => ({
    type: 'SafetyOrderDisobeyed',
    data: { order: what, findings: '仍在生产', realDanger },
    ...at(day),
  }),
  suspended: (servedOn = '2021-09-08', days = 30) => ({
    type: 'ProductionSuspendedForSafety',
    data: { enterprise, ...stop, servedOn, due: dueAfterDays(days, servedOn) },
    ...at(servedOn),
  }),
  suspensionEnded: { type: 'SuspensionPeriodEnded', data: { dueOn: '2021-10-08' }, ...at('2021-10-09', '00:00:00') },
  applied: { type: 'ResumptionApplied', data: { summary: '已整顿' }, ...at('2021-09-28') },
  examined: (fit: boolean, day = '2021-09-29') => ({
    type: 'ResumptionExamined',
    data: { findings: '现场审查', fit },
    ...at(day),
  }),
  resumed: { type: 'ResumptionApproved', data: { documentNumber: '惠应急复〔2021〕1号' }, ...at('2021-09-30') },
  notified: {
    type: 'SafetyPowerCutNotified',
    data: {
      enterprise,
      supplier: '供电企业〔模拟〕',
      meter: 'M-1',
      documentNumber: '惠应急电〔2021〕1号',
      reason: '拒不停产',
      urgent: false,
      noticeAt: '2021-09-27T10:00:00+08:00',
      executeAfterAt: '2021-09-28T10:00:00+08:00',
    },
    ...at('2021-09-27'),
  },
  cut: {
    type: 'PowerCut',
    data: { meter: 'M-1', cutAt: '2021-09-28T10:00:00+08:00', note: '已停电' },
    ...at('2021-09-28'),
  },
  restored: { type: 'PowerRestored', data: { meter: 'M-1', reason: 'ORDER_OBEYED' }, ...at('2021-09-29') },
  accident: (level: emergencyManagement.RecordSafetyAccident['level'], forWantOfConditions = true) => ({
    type: 'SafetyAccidentRecorded',
    data: { level, happenedOn: '2021-09-10', forWantOfConditions, reportNumber: '惠府函〔2021〕70号' },
    ...at('2021-10-20'),
  }),
  proposed: (proposalId = 'AJ-G1') => ({
    type: 'SafetyClosureProposed',
    data: {
      enterprise,
      proposalId,
      ground: 'UNFIT_AFTER_SUSPENSION',
      grounds: '经整顿仍不具备安全生产条件',
      scope: 'SITE',
      legalBasis: '《安全生产法》第一百一十三条',
    },
    ...at('2021-10-15'),
  }),
  decided: (decision: 'RETURNED' | 'SUSPENDED' | 'CLOSED', proposalId = 'AJ-G1') => ({
    type: 'GovernmentDecisionNoted',
    data: {
      proposalId,
      decision,
      effectiveOn: '2021-11-01',
      ...(decision === 'RETURNED' ? {} : { governmentDocumentNumber: '惠府函〔2021〕88号' }),
    },
    ...at('2021-10-28'),
  }),
};

const suspended = [facts.opened(), facts.suspended()];

/** Cases as they stand when a spec begins. */
export const cases = {
  removing: [facts.opened(), facts.removal()],
  suspended,
  disobeying: [...suspended, facts.disobeyed('SUSPENSION')],
  fit: [...suspended, facts.applied, facts.examined(true)],
  unfit: [...suspended, facts.applied, facts.examined(false)],
  proposed: [...suspended, facts.applied, facts.examined(false), facts.proposed()],
};
