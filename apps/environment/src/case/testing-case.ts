import { deadline, ruleOn, type RuleId } from '#law';
import { at, enterprise, exceedance, law } from '../testing-environment.js';

/** A violation, and evidence of every kind that may show it. Found on 5 July 2021. */
export const violation = {
  enterprise,
  kind: 'AIR_STD' as const,
  source: 'SAMPLE' as const,
  sourceId: 'JC-1',
  itemId: 'S-1',
  facts: '电炉废气颗粒物超标',
  provision: '大气污染防治法第十八条',
};

export const evidence = (whose = enterprise) => ({
  'environment.inspection-JC-1': [
    { type: 'environment.EnvInspectionConducted', data: { enterprise: whose, result: 'SUSPECTED' } },
    { type: 'environment.SampleTaken', data: { sampleId: 'S-1' } },
    {
      type: 'environment.SampleResultReported',
      data: { sampleId: 'S-1', reportNumber: 'R-1', ...exceedance, isOver: true },
    },
    {
      type: 'environment.SampleResultReported',
      data: { ...exceedance, sampleId: 'S-2', value: 20, ratio: 1, isOver: false },
    },
  ],
  [`environment.permit-${enterprise.siteId}`]: [
    {
      type: 'environment.PermitComplianceChecked',
      data: { checkId: 'CK-1', enterprise: whose, result: 'NOT_COMPLIANT' },
    },
    {
      type: 'environment.PermitComplianceChecked',
      data: { checkId: 'CK-2', enterprise: whose, result: 'NOT_COMPLIANT' },
    },
    { type: 'environment.DischargeWithoutPermitFound', data: { checkId: 'CK-2', enterprise: whose } },
  ],
  'environment.eia-XM-1': [{ type: 'environment.UnapprovedConstructionFound', data: { enterprise: whose } }],
});

/** A monitor with an exceedance A-1 and an anomaly A-2, reviewed or not. */
export const monitored = (isEvidence?: boolean) => ({
  'environment.monitor-ZD-1': [
    { type: 'environment.AutoMonitorConnected', data: { enterprise } },
    { type: 'environment.AutoMonitorExceedanceDetected', data: { alertId: 'A-1', exceedance } },
    { type: 'environment.AutoMonitorDataAnomalyFlagged', data: { alertId: 'A-2', anomaly: 'SUSPECTED_TAMPERING' } },
    ...(isEvidence === undefined
      ? []
      : ['A-1', 'A-2'].map((alertId) => ({
          type: 'environment.AutoMonitorDataReviewed',
          data: { alertId, isEvidence },
        }))),
  ],
});

type PeriodId = Extract<
  RuleId,
  | 'environment/correction-recheck'
  | 'coercion/seal'
  | 'coercion/seal-extension'
  | 'environment/production-limit'
  | 'environment/production-limit-extension'
>;

export const dueOf = (id: PeriodId, startsOn: string, length?: number) =>
  deadline({ rule: { ...ruleOn(id, startsOn), ...(length === undefined ? {} : { length }) }, startsOn });

export const order = {
  documentNumber: '惠市环责改〔2021〕8号',
  items: ['停止超标排放'],
  legalBasis: law,
  servedOn: '2021-07-05',
};
export const seal = {
  sealId: 'CF-1',
  ground: 'SERIOUS_POLLUTION' as const,
  legalBasis: '环境保护法第二十五条',
  documentNumber: '惠市环查〔2021〕1号',
  place: '电炉车间',
  items: ['1号电炉除尘风机'],
  sealedOn: '2021-07-05',
};
export const limited = {
  documentNumber: '惠市环限〔2021〕1号',
  legalBasis: '环境保护法第六十条',
  content: '限产50%',
  servedOn: '2021-07-12',
};

/** A case, fact by fact, as far as a spec needs it. */
export const facts = {
  found: (kind: string = 'AIR_STD', ratio = 2) => ({
    type: 'EnvViolationFound',
    data: { ...violation, kind, exceedance: { ...exceedance, ratio } },
    ...at('2021-07-05'),
  }),
  serious: {
    type: 'SeriousViolationDetermined',
    data: { enterprise, kind: 'AIR_STD', grounds: '多次超标', legalBasis: law, exceedance },
    ...at('2021-07-20'),
  },
  ordered: (round = 1, servedOn = '2021-07-05') => ({
    type: 'CorrectionOrdered',
    data: { round, ...order, servedOn, due: dueOf('environment/correction-recheck', servedOn) },
    ...at(servedOn),
  }),
  rechecked: (result: string, recheckedOn = '2021-07-25', round = 1) => ({
    type: 'CorrectionRechecked',
    data: { round, result, findings: '复查', recheckedOn, isLate: false },
    ...at(recheckedOn),
  }),
  sealed: (isUrgent = false) => ({
    type: 'PropertySealedCoercively',
    data: { enterprise, ...seal, ...(isUrgent ? { isUrgent } : {}), due: dueOf('coercion/seal', '2021-07-05') },
    ...at('2021-07-05'),
  }),
  extended: {
    type: 'SealExtended',
    data: { sealId: 'CF-1', reason: '案情复杂', due: dueOf('coercion/seal-extension', '2021-08-04', 30) },
    ...at('2021-08-03'),
  },
  lifted: { type: 'PropertySealLifted', data: { sealId: 'CF-1', reason: '已改正', liftedOn: '2021-08-02' } },
  limited: {
    type: 'ProductionLimited',
    data: { enterprise, ...limited, due: dueOf('environment/production-limit', '2021-07-12', 3) },
    ...at('2021-07-12'),
  },
  stopped: {
    type: 'ProductionStoppedForTreatment',
    data: { enterprise, ground: 'STILL_OVER_AFTER_LIMIT', ...limited, servedOn: '2021-10-15' },
    ...at('2021-10-15'),
  },
  resumed: {
    type: 'ProductionResumed',
    data: {
      measure: 'LIMITED',
      rectification: '更换布袋',
      filedOn: '2021-09-01',
      publishedAt: 'https://environment.example/1',
      resumedOn: '2021-09-06',
    },
    ...at('2021-09-06'),
  },
  reported: (proposalId = 'HJ-G1') => ({
    type: 'EnvClosureReported',
    data: { enterprise, proposalId, grounds: '情节严重', scope: 'SITE', legalBasis: law },
    ...at('2021-09-10'),
  }),
  decided: (decision: 'RETURNED' | 'SUSPENDED' | 'CLOSED', proposalId = 'HJ-G1') => ({
    type: 'GovernmentDecisionNoted',
    data: {
      proposalId,
      decision,
      effectiveOn: '2021-10-20',
      ...(decision === 'RETURNED' ? {} : { governmentDocumentNumber: '惠府函〔2021〕90号' }),
    },
    ...at('2021-10-15'),
  }),
  closed: { type: 'EnvCaseClosed', data: { outcome: 'CORRECTED', summary: '已改正' }, ...at('2021-08-10') },
};
