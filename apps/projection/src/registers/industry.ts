import { recordIdOf, type Recorded } from '#decider';
import { lists, moves, tells, type Fold, type Register } from './register.js';

/** The area of the enterprise that a fact tells of. */
const ofEnterprise = ({ data }: Recorded): object => (data.enterprise ? { county: data.enterprise.county } : {});

/** The area of a look-back’s target, where the plan gives one. */
const ofTarget = ({ data }: Recorded): object => (data.target?.county ? { county: data.target.county } : {});

/** Sites listed and screened in an area; what is left is the blind spots. */
const screened: Fold = (entry, fact) => {
  const site = recordIdOf(fact);
  const { listed = 0, screened = 0, unscreened = [], outdated = 0 } = entry as Partial<Coverage>;
  const county = fact.data.enterprise.county as string;
  if (fact.type === 'industry.ListedForScreening')
    return coverage({ county, listed: listed + 1, screened, unscreened: [...unscreened, site], outdated });
  if (fact.type === 'industry.OutdatedEquipmentIdentified')
    return coverage({ county, listed, screened, unscreened, outdated: outdated + 1 });
  const isFirst = unscreened.includes(site);
  const left = unscreened.filter((one) => one !== site);
  return coverage({ county, listed, screened: isFirst ? screened + 1 : screened, unscreened: left, outdated });
};

interface Coverage {
  readonly county: string;
  readonly listed: number;
  readonly screened: number;
  readonly unscreened: readonly string[];
  /** Pieces of outdated equipment identified. */
  readonly outdated: number;
}

const coverage = (counts: Coverage) => ({
  ...counts,
  coveragePercent: counts.listed === 0 ? 0 : Math.round((counts.screened / counts.listed) * 1000) / 10,
});

/** Outdated equipment, exits, ditiao steel and looking back (二(五), 三(二), 四(三)). */
export const industryRegisters: readonly Register[] = [
  {
    name: 'annual-plans',
    title: { zh: '年度工作计划', en: 'Yearly plans of the city' },
    readers: 'read-registers',
    when: { 'industry.AnnualPlanAdopted': tells('ADOPTED') },
  },
  {
    name: 'screening-coverage',
    title: { zh: '落后工艺装备排查覆盖率', en: 'Coverage of the screening, by area' },
    readers: 'read-registers',
    keepsHistory: false,
    key: ({ data }) => data.enterprise.county as string,
    when: {
      'industry.ListedForScreening': screened,
      'industry.EquipmentScreened': screened,
      'industry.OutdatedEquipmentIdentified': screened,
    },
  },
  {
    name: 'exits',
    title: { zh: '落后产能退出台账', en: 'Exits of outdated capacity' },
    readers: 'read-registers',
    when: {
      'industry.ExitFileOpened': tells('LISTED', ofEnterprise),
      'industry.EliminationOrdered': moves('ORDERED'),
      'industry.DismantlingDeferred': moves('DEFERRED'),
      'industry.ExitIsolated': moves('ISOLATED'),
      'industry.IsolationBreached': moves('BREACHED'),
      'industry.DismantlingOverdue': moves('OVERDUE'),
      'industry.MainEquipmentDismantled': moves('DISMANTLED'),
      'industry.ExitAcceptanceRejected': moves('REJECTED'),
      'industry.ExitAccepted': tells(undefined, ({ data }) => ({ state: `ACCEPTED_${data.status}` })),
      'industry.ExitArchiveFiled': moves('ARCHIVED'),
    },
  },
  {
    name: 'exit-announcements',
    title: { zh: '落后产能退出公告', en: 'Announced exits' },
    readers: 'everyone',
    key: (fact) => `${recordIdOf(fact)}.${String(fact.data.purpose).toLowerCase()}`,
    when: {
      'industry.ExitAnnounced': tells(undefined, (fact) => ({ state: fact.data.purpose, ...ofEnterprise(fact) })),
    },
  },
  {
    name: 'pledges',
    title: { zh: '不再恢复生产承诺', en: 'Pledges not to resume' },
    readers: 'everyone',
    when: { 'industry.NoResumptionPledgePublished': tells('PUBLISHED', ofEnterprise) },
  },
  {
    name: 'furnaces',
    title: { zh: '中（工）频炉登记', en: 'Induction furnaces' },
    readers: 'read-registers',
    when: {
      'industry.InductionFurnaceRegistered': tells('REGISTERED', ofEnterprise),
      'industry.FurnaceUseChanged': tells(),
      'industry.FurnaceDeregistered': tells('DEREGISTERED'),
      'industry.IllegalFurnaceUseFound': tells('ILLEGAL_USE', ofEnterprise),
      'industry.IllegalFurnaceUseCleared': tells('CLEARED'),
    },
  },
  {
    name: 'zones',
    title: { zh: '分片区四级责任', en: 'Zones and the four levels that answer for them' },
    readers: 'read-registers',
    key: (fact) => (fact.data.zoneId as string | undefined) ?? recordIdOf(fact),
    when: { 'industry.ZoneAssigned': tells('ASSIGNED'), 'industry.DitiaoPatrolConducted': lists('patrols') },
  },
  {
    name: 'ditiao-suspicions',
    title: { zh: '地条钢疑似线索', en: 'Suspicions of ditiao steel' },
    readers: 'read-registers',
    when: {
      'industry.DitiaoActivitySuspected': tells('SUSPECTED'),
      'industry.DitiaoProductionConfirmed': tells('PRODUCTION_CONFIRMED'),
      'industry.DitiaoSaleConfirmed': tells('SALE_CONFIRMED'),
      'industry.DitiaoSuspicionDismissed': tells('DISMISSED'),
    },
  },
  {
    name: 'leads',
    title: { zh: '用电、税收异常线索', en: 'Leads from power and taxes' },
    readers: 'read-registers',
    when: {
      'industry.PowerAnomalyFlagged': tells('OPEN', ofEnterprise),
      'industry.TaxAnomalyFlagged': tells('OPEN', ofEnterprise),
      'industry.LeadClosed': tells(undefined, ({ data }) => ({ state: data.outcome })),
    },
  },
  {
    name: 'look-back-rounds',
    title: { zh: '“回头看”轮次', en: 'Rounds of look-backs' },
    readers: 'read-registers',
    when: { 'industry.LookBackPlanned': tells('PLANNED') },
  },
  {
    name: 'look-backs',
    title: { zh: '“回头看”台账', en: 'Look-backs' },
    readers: 'read-registers',
    when: {
      'industry.LookBackConducted': tells(undefined, (fact) => ({ state: fact.data.outcome, ...ofTarget(fact) })),
      'industry.LookBackAccessRefused': tells('NO_ACCESS', ofTarget),
      'industry.LookBackMissed': tells('MISSED', ofTarget),
      'industry.ResidualRemovalOrdered': tells('REMOVAL_ORDERED'),
      'industry.ResidualRemovalOverdue': tells('REMOVAL_OVERDUE'),
      'industry.LookBackFindingClosed': tells('FINDING_CLOSED'),
    },
  },
  {
    name: 'follow-up-patrols',
    title: { zh: '已退出产能跟踪巡查', en: 'Patrols of exited capacity' },
    readers: 'read-registers',
    when: {
      'industry.FollowUpPatrolConducted': tells(undefined, (fact) => ({
        state: fact.data.result,
        ...ofEnterprise(fact),
      })),
    },
  },
  {
    name: 'look-back-matrix',
    title: { zh: '县（区）重点行业“回头看”矩阵', en: 'Look-backs by area and key industry' },
    readers: 'read-registers',
    when: {
      'industry.IndustryLookBackCompleted': tells(undefined, ({ data }) => ({
        state: data.problems.length > 0 ? 'PROBLEMS' : 'CLEAR',
      })),
    },
  },
  {
    name: 'supervision-matters',
    title: { zh: '国家和省督查事项', en: 'Matters of national and provincial supervision' },
    readers: 'read-registers',
    when: {
      'industry.SupervisionMatterReceived': tells('RECEIVED'),
      'industry.SupervisionMatterImplemented': tells('IMPLEMENTED'),
      'industry.SupervisionMatterVerified': tells('VERIFIED'),
      'industry.SupervisionMatterReturned': tells('RETURNED'),
      'industry.SupervisionMatterOverdue': tells('OVERDUE'),
    },
  },
];
