import type { industry } from '#contracts';
import { deadline } from '#law';

/** Facts and commands that the specs of industry start from. Nobody in them exists. */
export const enterprise: industry.ExitFileOpened['enterprise'] = {
  uscc: '91441322MA00TT0126',
  name: '博罗县永丰铸造有限公司〔模拟〕',
  county: 'BL',
  industry: '3120',
  siteId: '91441322MA00TT0126001P',
  synthetic: true,
};

export const at = (day: string, time = '10:00:00') => ({ occurredAt: `${day}T${time}+08:00` });

/** Two officers on site. */
export const two = { actor: { client: 'spec', officers: ['粤1', '粤2'] } };
/** One officer, which is one too few. */
export const one = { actor: { client: 'spec', officers: ['粤1'] } };

export const medium = (stage: industry.Medium['stage'], day = '2021-06-01', of = stage.length): industry.Medium => ({
  kind: 'PHOTO',
  stage,
  sha256: String(of).padStart(64, 'a'),
  capturedAt: `${day}T09:30:00+08:00`,
  place: '113.98,23.17',
});

export const line = '中频炉炼钢生产线';
const machine = { equipmentId: 'E-1', model: '中频感应电炉 5t' };

export const file = {
  enterprise,
  scope: 'LINE' as const,
  line,
  ground: 'ELIMINATION_CATEGORY' as const,
  equipment: [machine],
  catalogueItem: '产业结构调整指导目录（2019年本）淘汰类〔模拟条目〕',
};

export const order = {
  documentNumber: '惠市工信淘〔2021〕1号',
  legalBasis: '《促进产业结构调整暂行规定》；《大气污染防治法》第二十七条',
  servedOn: '2021-05-07',
  equipment: [machine],
};
const dueIn = (days: number, startsOn: string, id: 'industry/eliminate-at-once' | 'industry/deferral-reasons') =>
  deadline({
    rule: { id, version: id === 'industry/deferral-reasons' ? '2014' : '2021', length: days, unit: 'days' },
    startsOn,
  });

export const deferral = {
  reason: 'DEBT_DISPUTE_SEAL' as const,
  evidence: '法院查封裁定〔模拟〕',
  decidedOn: '2021-05-10',
  dismantleBy: '2021-09-30',
};
export const dismantling = {
  equipmentIds: ['E-1'],
  dismantledOn: '2021-06-01',
  disposal: 'SCRAPPED' as const,
  witness: '镇政府、县工信局',
  certificateNumber: '见证〔2021〕1号',
  media: [medium('BEFORE'), medium('DURING'), medium('AFTER')],
};
export const steps = {
  water: { supplier: '某水务公司〔模拟〕', meterId: 'W-1', cutOn: '2021-05-11' },
  power: { supplier: '某供电所〔模拟〕', meterId: 'P-1', cutOn: '2021-05-11' },
  unit: { unit: '变压器 1250kVA', storedIn: '镇仓库', removedOn: '2021-05-12' },
  seal: { sealNumbers: ['封-1', '封-2'], sealedOn: '2021-05-12', media: [medium('AFTER', '2021-05-12')] },
  pledge: {
    text: '承诺不再恢复生产',
    signedAs: '法定代表人',
    url: 'https://example.org/pledge',
    publishedOn: '2021-05-13',
  },
  announcement: {
    site: 'MUNICIPAL_DEPT' as const,
    url: 'https://example.org/exit',
    publishedOn: '2021-05-14',
    dismantleBy: '2021-09-30',
  },
};
export const inspection = {
  team: ['市工信局', '县工信局'],
  checklist: [{ item: '主体设备', isMet: true }],
  media: [medium('BEFORE'), medium('AFTER')],
  inspectedOn: '2021-06-03',
};
export const opinion = { opinionNumber: '惠市工信验〔2021〕1号', opinion: '符合要求', acceptedOn: '2021-06-04' };
const announcedAsAccepted = { site: 'MUNICIPAL_GOV' as const, url: 'https://example.org/a', publishedOn: '2021-06-07' };

const fact = <Type extends string, Data extends object>(type: Type, data: Data, day: string) => ({
  type,
  data,
  ...at(day),
});

/** An exit, fact by fact, as far as a spec needs it. */
export const facts = {
  opened: fact('ExitFileOpened', file, '2021-05-06'),
  voluntary: fact('ExitFileOpened', { ...file, ground: 'VOLUNTARY', catalogueItem: undefined }, '2021-05-06'),
  stopUse: fact('ExitFileOpened', { ...file, ground: 'STOP_USE_ORDERED', originId: 'EQ-1' }, '2021-05-06'),
  closure: (scope: 'LINE' | 'SITE' | 'ENTERPRISE') =>
    fact(
      'ExitFileOpened',
      { ...file, scope, ground: 'CLOSURE_ORDERED', originId: 'GB-1', orderDocumentNumber: '惠府函〔2021〕88号' },
      '2021-05-06',
    ),
  ordered: fact(
    'EliminationOrdered',
    { enterprise, line, ...order, due: dueIn(30, '2021-05-07', 'industry/eliminate-at-once') },
    '2021-05-07',
  ),
  deferred: fact(
    'DismantlingDeferred',
    { enterprise, ...deferral, due: dueIn(143, '2021-05-10', 'industry/deferral-reasons') },
    '2021-05-10',
  ),
  overdue: (dueOn: string) => fact('DismantlingOverdue', { dueOn }, dueOn),
  started: fact('DismantlingStarted', { startedOn: '2021-05-20' }, '2021-05-20'),
  dismantled: (dismantledOn = '2021-06-01') =>
    fact('MainEquipmentDismantled', { ...dismantling, dismantledOn }, dismantledOn),
  water: fact('WaterCut', steps.water, '2021-05-11'),
  power: fact('PowerCut', steps.power, '2021-05-11'),
  unit: fact('PowerUnitRemoved', steps.unit, '2021-05-12'),
  seal: fact('MainEquipmentSealed', steps.seal, '2021-05-12'),
  pledge: fact('NoResumptionPledgePublished', { enterprise, ...steps.pledge }, '2021-05-13'),
  announced: fact('ExitAnnounced', { enterprise, line, purpose: 'ISOLATION', ...steps.announcement }, '2021-05-14'),
  isolated: fact('ExitIsolated', { enterprise, line, isolatedOn: '2021-05-14' }, '2021-05-14'),
  sealBroken: fact(
    'IsolationBreached',
    {
      enterprise,
      breach: 'SEAL_BROKEN',
      undone: ['MainEquipmentSealed'],
      facts: '封条被撕毁',
      foundOn: '2021-07-08',
    },
    '2021-07-08',
  ),
  inspected: (basis: 'DISMANTLED' | 'ISOLATED', result: 'PASSED' | 'FAILED' = 'PASSED') =>
    fact('ExitAcceptanceInspected', { basis, ...inspection, result }, '2021-06-03'),
  accepted: (status: 'DISMANTLED' | 'ISOLATED') =>
    fact('ExitAccepted', { enterprise, status, ...opinion }, '2021-06-04'),
  acceptanceAnnounced: fact(
    'ExitAnnounced',
    { enterprise, line, purpose: 'ACCEPTANCE', status: 'DISMANTLED', ...announcedAsAccepted },
    '2021-06-07',
  ),
};
export const announcement = announcedAsAccepted;

const ordered = [facts.opened, facts.ordered];
const deferred = [...ordered, facts.deferred];
const five = [...deferred, facts.water, facts.power, facts.unit, facts.seal, facts.pledge];
const isolated = [...five, facts.announced, facts.isolated];
const dismantled = [...ordered, facts.dismantled()];

/** Exits as they stand when a spec begins. Ordered on 7 May to be gone within 30 days, so by 7 June 2021. */
export const exits = { ordered, deferred, five, isolated, dismantled };
