import { governmentCounts } from './government-counts.js';
import { lists, tells, type Fold, type Register } from './register.js';

/** That the day passed stays with the entry; where the matter stands is another question. */
const overdue: Fold = (entry, { data }) => ({ ...entry, overdueSince: data.dueOn as string });

const readers = 'read-registers';

/** The city's calendar and what became of it: plans, returns, summaries, the report to the province (三). */
const calendar: readonly Register[] = [
  {
    name: 'deployments',
    title: { zh: '年度工作部署', en: 'Deployments of the year’s work' },
    readers,
    when: {
      'government.DeploymentRequired': tells('REQUIRED'),
      'government.DepartmentWorkDeployed': tells('DEPLOYED'),
      'government.DeploymentOverdue': overdue,
    },
  },
  {
    name: 'county-plans',
    title: { zh: '县（区）年度计划', en: 'County plans' },
    readers,
    when: {
      'government.CountyPlanRequired': tells('REQUIRED'),
      'government.CountyPlanDrafted': tells('DRAFTED'),
      'government.CountyPlanReturned': tells('RETURNED'),
      'government.CountyPlanApproved': tells('APPROVED'),
      'government.CountyPlanFiled': tells('FILED'),
      'government.CountyPlanOverdue': overdue,
    },
  },
  {
    name: 'half-year-returns',
    title: { zh: '半年退出情况反馈', en: 'Half-year returns of exits' },
    readers,
    when: {
      'government.DepartmentFeedbackRequired': tells('REQUIRED'),
      'government.DepartmentFeedbackSubmitted': tells('SUBMITTED'),
      'government.DepartmentFeedbackSupplemented': lists('supplements', 'SUPPLEMENTED'),
      'government.DepartmentFeedbackOverdue': overdue,
    },
  },
  {
    name: 'annual-summaries',
    title: { zh: '年度总结', en: 'Summaries of the year' },
    readers,
    when: {
      'government.AnnualSummaryRequired': tells('REQUIRED'),
      'government.AnnualSummarySubmitted': tells('SUBMITTED'),
      'government.AnnualSummaryOverdue': overdue,
    },
  },
  {
    name: 'consolidations',
    title: { zh: '全市退出情况汇总', en: 'Consolidations of the city’s exits' },
    readers,
    when: {
      'government.ConsolidationRequired': tells('REQUIRED'),
      'government.CityConsolidationCompiled': tells('COMPILED'),
      'government.CityConsolidationApproved': tells('APPROVED'),
      'government.ReportedToProvince': tells('REPORTED'),
      'government.ConsolidationOverdue': overdue,
    },
  },
  {
    name: 'data-shares',
    title: { zh: '退出数据共享记录', en: 'Who gave data on exits to whom' },
    readers,
    when: { 'government.ExitDataShared': tells('SHARED') },
  },
];

const areas: readonly Register[] = [
  {
    name: 'enforcement-inspections',
    title: { zh: '执法检查', en: 'Enforcement inspections' },
    readers,
    when: { 'government.EnforcementInspectionConducted': tells('CONDUCTED') },
  },
  {
    name: 'responsibilities',
    title: { zh: '属地责任', en: 'Who answers for what in each area' },
    readers,
    when: { 'government.ResponsibilityAssigned': tells('ASSIGNED') },
  },
  {
    name: 'stability-risks',
    title: { zh: '稳定风险', en: 'Risks to stability' },
    readers,
    when: {
      'government.StabilityRiskLogged': tells('LOGGED'),
      'government.StabilityRiskHandled': tells('HANDLED'),
      'government.StabilityRiskClosed': tells('CLOSED'),
    },
  },
  {
    name: 'supervision-visits',
    title: { zh: '监督检查', en: 'Supervision visits' },
    readers,
    when: { 'government.SupervisionVisitConducted': tells('VISITED') },
  },
  {
    name: 'area-supervisions',
    title: { zh: '通报、约谈', en: 'Circulars and interviews' },
    readers,
    when: {
      'government.AreaCircularIssued': tells('CIRCULAR'),
      'government.AreaInterviewHeld': tells('INTERVIEW'),
      'government.AreaCorrectionReported': tells('CORRECTED'),
    },
  },
];

const open: readonly Register[] = [
  {
    name: 'publicity',
    title: { zh: '宣传报道', en: 'Publicity' },
    readers: 'everyone',
    when: { 'government.PublicityItemReleased': tells('RELEASED') },
  },
  {
    name: 'exposed-violations',
    title: { zh: '曝光的违法行为', en: 'Exposed violations' },
    readers: 'everyone',
    when: {
      'government.ViolationExposed': tells('EXPOSED'),
      // What it said is taken down; that something was withdrawn, and why, stays to be seen.
      'government.ExposureWithdrawn': (_entry, { data }) => ({ state: 'WITHDRAWN', reason: data.reason as string }),
    },
  },
];

/** What the government and the bureaux owe the plan (三, 四). */
export const governmentRegisters: readonly Register[] = [...calendar, ...areas, ...open, ...governmentCounts];
