import type { energy } from '#contracts';
import { deadline } from '#law';

/** Facts and commands that the specs of energy start from. Nobody in them exists. */
export const enterprise: energy.EnergySupervisionTaskAssigned['enterprise'] = {
  uscc: '91441322MA00TT0126',
  name: '博罗县永丰铸造有限公司〔模拟〕',
  county: 'BL',
  industry: '3120',
  synthetic: true,
};

export const at = (day: string, time = '10:00:00') => ({ occurredAt: `${day}T${time}+08:00` });

export const task = {
  planId: '2021',
  enterprise,
  theme: 'MANDATORY_LIMIT' as const,
  assignee: '监察一科',
  dueOn: '2021-06-30',
};

export const measurement: energy.Measurement = {
  product: '电炉钢',
  unitConsumption: 86.5,
  unit: 'kgce/t',
  limitValue: 86,
  standardNumber: 'GB 21256-2013',
  periodFrom: '2020-01-01',
  periodTo: '2020-12-31',
};
export const within = { ...measurement, unitConsumption: 86 };

export const order = { documentNumber: '惠能监改〔2021〕12号', items: ['更换电炉'] };
export const dueAfterMonths = (months: number, servedOn: string) =>
  deadline({
    rule: { id: 'energy/rectification-period', version: '2021', length: months, unit: 'months' },
    startsOn: servedOn,
  });

export const ground = '电炉钢单位产品能耗86.5kgce/t，超过GB 21256-2013限额86kgce/t';

/** A case, fact by fact, as far as a spec needs it. */
export const facts = {
  planAdopted: {
    type: 'energy.EnergySupervisionPlanAdopted',
    data: { year: 2021, documentNumber: 'x', scope: 'x', targetCount: 80, themes: ['MANDATORY_LIMIT'] },
  },
  assigned: { type: 'EnergySupervisionTaskAssigned', data: task, ...at('2021-03-05') },
  conducted: (result: energy.EnergySupervisionConducted['result'], day = '2021-03-10') => ({
    type: 'EnergySupervisionConducted',
    data: { mode: 'ON_SITE', findings: '电炉能耗偏高', result },
    ...at(day),
  }),
  measured: { type: 'EnergyLimitMeasured', data: { ...measurement, result: 'OVER' }, ...at('2021-03-10') },
  ordered: (servedOn = '2021-03-15', months = 6) => ({
    type: 'EnergyRectificationOrdered',
    data: { ...order, servedOn, due: dueAfterMonths(months, servedOn) },
    ...at(servedOn),
  }),
  yellow: (dueOn = '2021-09-15') => ({
    type: 'YellowCardIssued',
    data: { enterprise, ground, dueOn },
    ...at('2021-03-15'),
  }),
  requested: (filedOn = '2021-09-15', months = 3) => ({
    type: 'ExtensionRequested',
    data: { months, reason: '设备到货延迟', filedOn },
    ...at(filedOn),
  }),
  refused: { type: 'ExtensionRefused', data: { reason: '理由不足', dueOn: '2021-09-15' }, ...at('2021-09-20') },
  granted: {
    type: 'ExtensionGranted',
    data: { months: 3, due: { ...dueAfterMonths(9, '2021-03-15'), startsOn: '2021-09-15', length: 3 } },
    ...at('2021-09-20'),
  },
  expired: (dueOn = '2021-09-15') => ({
    type: 'RectificationPeriodExpired',
    data: { dueOn },
    ...at('2021-09-16', '00:00:00'),
  }),
  reported: { type: 'RectificationReported', data: { summary: '已更换电炉' }, ...at('2021-09-10') },
  reinspected: (result: 'WITHIN' | 'OVER' | 'NOT_MEASURED') => ({
    type: 'RectificationReinspected',
    data: { findings: '复查', result },
    ...at('2021-09-18'),
  }),
  accepted: { type: 'RectificationAccepted', data: { opinion: '合格' }, ...at('2021-09-19') },
  cleared: { type: 'YellowCardCleared', data: { reason: 'RECTIFIED' }, ...at('2021-09-19') },
  failed: (why: 'NOT_DONE' | 'STILL_OVER_LIMIT' = 'NOT_DONE') => ({
    type: 'RectificationFailed',
    data: { ground: why, reason: '逾期未整改' },
    ...at('2021-09-22'),
  }),
  proposed: (proposalId = 'GB-1') => ({
    type: 'ClosureProposed',
    data: { enterprise, proposalId, grounds: '逾期未整改', scope: 'LINE', legalBasis: '节约能源法第七十二条' },
    ...at('2021-09-25'),
  }),
  decided: (decision: 'RETURNED' | 'SUSPENDED' | 'CLOSED', proposalId = 'GB-1', effectiveOn = '2021-10-20') => ({
    type: 'GovernmentDecisionNoted',
    data: {
      proposalId,
      decision,
      effectiveOn,
      ...(decision === 'RETURNED' ? {} : { governmentDocumentNumber: '惠府函〔2021〕88号' }),
    },
    ...at('2021-10-15'),
  }),
  red: {
    type: 'RedCardIssued',
    data: { enterprise, closedOn: '2021-10-20', governmentDocumentNumber: '惠府函〔2021〕88号' },
    ...at('2021-10-20'),
  },
};

const over = [facts.assigned, facts.conducted('OVER_LIMIT'), facts.measured];
const rectifying = [...over, facts.ordered(), facts.yellow()];
const failed = [...rectifying, facts.expired(), facts.failed()];

/** Cases as they stand when a spec begins. Served on 15 March, so due on 15 September 2021. */
export const cases = { over, rectifying, failed, proposed: [...failed, facts.proposed()] };
