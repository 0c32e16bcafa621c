import { inOfficeHours } from '../office-time.js';
import { ofGovernment, type Story } from '../step.js';
import { byTwo, LAW, limits, outlets, telling, type Site } from './manner.js';
import { penalised } from './penalties.js';

const PLAN = '2021';
const CAMPAIGN = '重点行业废气整治专项行动〔模拟〕';

/** The year's tasks and plan, and a target of the full-compliance plan that is missed once and then met. */
export function* planned({ enterprise, chance }: Site): Story {
  const plan = telling('enforcementPlan', PLAN, chance);
  yield plan('SetAnnualEnvTasks', '2021-03-03', {
    year: 2021,
    documentNumber: '惠市环〔2021〕模拟1号',
    tasks: ['巩固污染防治攻坚战成果', '突出重点行业整治', '完善污染源自动监控系统'],
  });
  yield plan('AdoptEnforcementPlan', '2021-03-10', {
    year: 2021,
    documentNumber: '惠市环执〔2021〕模拟2号',
    quotas: [
      { kind: 'ROUTINE', count: 9000 },
      { kind: 'PERMIT_CHECK', count: 500 },
      { kind: 'CAMPAIGN', count: 1200 },
    ],
    campaigns: [CAMPAIGN],
  });
  const target = telling('complianceTarget', 'DB-2021-01', chance);
  yield target('SetComplianceTarget', '2021-04-19', {
    enterprise,
    target: '废气稳定达标排放',
    measures: ['更换布袋', '完善自动监控'],
    dueOn: '2021-09-30',
  });
  yield target('AssessComplianceTarget', '2021-10-12', {
    result: 'NOT_MET',
    findings: '偶有超标〔模拟〕',
    assessedOn: '2021-10-12',
  });
  yield target('AssessComplianceTarget', '2021-12-06', {
    result: 'MET',
    findings: '连续两个月达标〔模拟〕',
    assessedOn: '2021-12-06',
  });
}

/** A visit, a sample over the limit, and the violation that it shows. */
function* overTheLimit(
  s: Site,
  caseId: string,
  { visitedOn, reportedOn, foundOn, value }: Record<'visitedOn' | 'reportedOn' | 'foundOn', string> & { value: number },
): Story {
  const { enterprise, chance } = s;
  const inspectionId = `JC-${caseId}`;
  const visit = telling('inspection', inspectionId, chance);
  yield visit('RecordInspection', visitedOn, {
    enterprise,
    kind: 'CAMPAIGN',
    planId: PLAN,
    campaign: CAMPAIGN,
    result: 'SUSPECTED',
    findings: '排气筒可见烟尘〔模拟〕',
    ...byTwo(chance),
  });
  yield visit('TakeSample', visitedOn, {
    sampleId: `${caseId}-S1`,
    outletId: 'DA001',
    medium: 'AIR',
    pollutants: ['颗粒物'],
    takenAt: `${visitedOn}T15:30:00+08:00`,
    laboratory: '环境监测站〔模拟〕',
    ...byTwo(chance),
  });
  yield visit('ReportSampleResult', reportedOn, {
    sampleId: `${caseId}-S1`,
    reportNumber: `监测字模拟${caseId}`,
    pollutant: '颗粒物',
    value,
    limit: 20,
    unit: 'mg/m³',
    standardNumber: 'GB 28664-2012',
  });
  yield telling('case', caseId, chance)('FindViolation', foundOn, {
    enterprise,
    kind: 'AIR_STD',
    source: 'SAMPLE',
    sourceId: inspectionId,
    itemId: `${caseId}-S1`,
    facts: `颗粒物排放浓度${value}mg/m³，超过限值20mg/m³〔模拟〕`,
    provision: '《中华人民共和国大气污染防治法》第十八条',
  });
}

/** Fined, not corrected, limited, and corrected at last. */
function* notCorrected(s: Site): Story {
  const { chance } = s;
  const id = 'HJ-DAILY';
  const on = telling('case', id, chance);
  const violation = '超标排放大气污染物';
  yield* overTheLimit(s, id, { visitedOn: '2021-05-11', reportedOn: '2021-05-18', foundOn: '2021-05-19', value: 46 });
  const order = { items: ['立即停止超标排放'], legalBasis: LAW.air };
  yield on('OrderCorrection', '2021-05-20', {
    ...order,
    documentNumber: '惠市环责改〔2021〕模拟8号',
    servedOn: '2021-05-20',
  });
  const fine = { caseId: id, violation, legalBasis: LAW.air, kinds: ['FINE' as const] };
  const original = { ...fine, penaltyId: 'HJ-CF-1', serial: 811, content: '罚款100000元', fineFen: 10_000_000 };
  yield* penalised(s, original, '2021-05-31', '2021-06-11');
  yield on('RecheckCorrection', '2021-06-18', {
    result: 'STILL_VIOLATING',
    findings: '颗粒物仍超标〔模拟〕',
    recheckedOn: '2021-06-18',
    ...byTwo(chance),
  });
  yield on('OrderCorrection', '2021-06-21', {
    ...order,
    documentNumber: '惠市环责改〔2021〕模拟9号',
    servedOn: '2021-06-21',
  });
  yield on('LimitProduction', '2021-06-23', {
    documentNumber: '惠市环限〔2021〕模拟1号',
    legalBasis: LAW.protection,
    content: '熔炼工段限产50%〔模拟〕',
    months: 2,
    servedOn: '2021-06-23',
  });
  yield on('RecheckCorrection', '2021-07-16', {
    result: 'CORRECTED',
    findings: '颗粒物达标〔模拟〕',
    recheckedOn: '2021-07-16',
    ...byTwo(chance),
  });
  yield on('ExtendProductionLimit', '2021-08-18', { months: 1, reason: '除尘设备调试〔模拟〕' });
  yield on('ResumeProduction', '2021-09-08', {
    rectification: '新除尘系统验收合格〔模拟〕',
    filedOn: '2021-09-06',
    publishedAt: 'https://environment.example/resumed/HJ-DAILY',
    resumedOn: '2021-09-08',
  });
}

/** The same, with the fine for each day on which it was not corrected: 29 of them, from 21 May to 18 June. */
export function* dailyFine(s: Site): Story {
  const id = 'HJ-DAILY';
  yield* notCorrected(s);
  const daily = {
    caseId: id,
    penaltyId: 'HJ-CF-2',
    serial: 812,
    violation: '受到罚款处罚、被责令改正，拒不改正',
    legalBasis: '《中华人民共和国环境保护法》第五十九条',
    kinds: ['FINE' as const],
    content: '按日连续罚款29日，共计2900000元',
    fineFen: 290_000_000,
  };
  yield* penalised(s, daily, '2021-09-22', '2021-10-13');
  const on = telling('case', id, s.chance);
  yield on('DecideDailyPenalty', '2021-10-14', { originalPenaltyId: 'HJ-CF-1', penaltyId: 'HJ-CF-2' });
  yield on('CloseCase', '2021-10-20', { summary: '复查合格，恢复生产〔模拟〕' });
}

/** What a monitor shows is evidence only after review; tampering is evasion, sealed at once and stopped. */
export function* tampered(s: Site): Story {
  const { enterprise, chance } = s;
  const device = telling('monitor', 'ZD-2021-01', chance);
  const id = 'HJ-EVASION';
  const on = telling('case', id, chance);
  yield device('ConnectAutoMonitoring', '2021-04-13', {
    enterprise,
    outletId: 'DA001',
    pollutants: ['颗粒物'],
    network: '省重点污染源自动监控平台〔模拟〕',
  });
  yield device('RecordMonitoringAlert', '2021-07-19', {
    alertId: 'BJ-1',
    pollutant: '颗粒物',
    windowFromAt: '2021-07-19T02:00:00+08:00',
    windowToAt: '2021-07-19T03:00:00+08:00',
    average: 31.5,
    limit: 20,
    unit: 'mg/m³',
    standardNumber: 'GB 28664-2012',
  });
  yield device('ReviewMonitoringData', '2021-07-21', {
    alertId: 'BJ-1',
    legalReview: 'PASSED',
    technicalReview: 'FAILED',
    opinion: '处于校准时段，数据无效〔模拟〕',
  });
  yield device('FlagMonitoringAnomaly', '2021-07-22', {
    alertId: 'BJ-2',
    anomaly: 'SUSPECTED_TAMPERING',
    windowFromAt: '2021-07-20T20:00:00+08:00',
    windowToAt: '2021-07-21T06:00:00+08:00',
    description: '夜间数值恒定，采样管被拔出〔模拟〕',
  });
  const violation = {
    enterprise,
    kind: 'EVASION' as const,
    source: 'MONITOR' as const,
    sourceId: 'ZD-2021-01',
    itemId: 'BJ-2',
    facts: '拔除采样管，逃避监管排放污染物〔模拟〕',
    provision: '《中华人民共和国大气污染防治法》第二十条',
  };
  yield on('FindViolation', '2021-07-23', violation, 'environment/not-reviewed');
  yield device('ReviewMonitoringData', '2021-07-26', {
    alertId: 'BJ-2',
    legalReview: 'PASSED',
    technicalReview: 'PASSED',
    opinion: '设备位置、标志和数据传输符合要求，数据有效〔模拟〕',
  });
  yield on('FindViolation', '2021-07-27', violation);
  const seal = { sealId: 'CF-2021-01' };
  yield on('SealProperty', '2021-07-28', {
    ...seal,
    ground: 'SERIOUS_POLLUTION',
    legalBasis: LAW.seal,
    documentNumber: '惠市环查〔2021〕模拟1号',
    place: '熔炼车间〔模拟〕',
    items: ['1号熔炼炉烟气旁路阀'],
    isWitnessed: true,
    isUrgent: true,
    sealedOn: '2021-07-28',
    ...byTwo(chance),
  });
  yield on('ApproveUrgentSeal', '2021-07-29', { ...seal, approvedAt: '2021-07-29T09:00:00+08:00' });
  yield on('OrderCorrection', '2021-07-30', {
    documentNumber: '惠市环责改〔2021〕模拟10号',
    items: ['恢复自动监测设备正常运行'],
    legalBasis: LAW.air,
    servedOn: '2021-07-30',
  });
  yield on('ReferForDetention', '2021-08-03', {
    organ: '公安局〔模拟〕',
    legalBasis: '《中华人民共和国环境保护法》第六十三条',
    documentNumber: '惠市环移拘〔2021〕模拟1号',
    referredOn: '2021-08-03',
  });
  yield on('StopProduction', '2021-08-04', {
    ground: 'EVASION',
    documentNumber: '惠市环停〔2021〕模拟1号',
    legalBasis: LAW.protection,
    content: '熔炼工段停产整治〔模拟〕',
    servedOn: '2021-08-04',
  });
  yield on('RecordSealAppraisal', '2021-08-16', {
    ...seal,
    subject: '自动监测设备司法鉴定〔模拟〕',
    fromOn: '2021-08-09',
    toOn: '2021-08-13',
  });
  yield on('ExtendSeal', '2021-08-26', { ...seal, days: 15, reason: '案情复杂〔模拟〕' });
  yield on('RecheckCorrection', '2021-08-27', {
    result: 'CORRECTED',
    findings: '自动监测设备恢复正常〔模拟〕',
    recheckedOn: '2021-08-27',
    ...byTwo(chance),
  });
  yield on('LiftSeal', '2021-09-01', {
    ...seal,
    reason: '违法行为已改正〔模拟〕',
    liftedOn: '2021-09-01',
    ...byTwo(chance),
  });
  yield on('ResumeProduction', '2021-09-15', {
    rectification: '加装门禁与视频监控〔模拟〕',
    filedOn: '2021-09-13',
    publishedAt: 'https://environment.example/resumed/HJ-EVASION',
    resumedOn: '2021-09-15',
  });
  yield on('CloseCase', '2021-09-17', { summary: '改正到位，解除停产整治〔模拟〕' });
  yield device('RecordDisconnection', '2021-11-15', {
    disconnectedAt: '2021-11-15T08:00:00+08:00',
    isAnnounced: true,
    reason: '设备大修报备〔模拟〕',
  });
}

/** Serious, reported, and closed by the government alone; the permit is then struck from the books. */
export function* closed(s: Site): Story {
  const { enterprise, chance, siteCode } = s;
  const id = 'HJ-CLOSED';
  const on = telling('case', id, chance);
  const permit = telling('permit', siteCode, chance);
  yield permit('BringInPermit', '2021-03-09', {
    enterprise,
    managementClass: 'KEY',
    validFrom: '2020-05-01',
    validTo: '2023-04-30',
    outlets,
    limits,
  });
  yield* overTheLimit(s, id, { visitedOn: '2021-06-02', reportedOn: '2021-06-08', foundOn: '2021-06-09', value: 92 });
  yield on('OrderCorrection', '2021-06-10', {
    documentNumber: '惠市环责改〔2021〕模拟11号',
    items: ['停止超标排放'],
    legalBasis: LAW.air,
    servedOn: '2021-06-10',
  });
  yield on('RecheckCorrection', '2021-07-08', {
    result: 'OBSTRUCTED',
    findings: '拒绝检查人员进入〔模拟〕',
    recheckedOn: '2021-07-08',
    ...byTwo(chance),
  });
  const report = { grounds: '超标四倍以上，阻挠复查〔模拟〕', scope: 'SITE' as const, legalBasis: LAW.air };
  yield on('ReportForClosure', '2021-07-12', { ...report, proposalId: 'HJ-CLOSED-G1' }, 'environment/not-serious');
  yield on('DetermineSeriousness', '2021-07-13', { grounds: '超标四倍以上，拒不改正〔模拟〕', legalBasis: LAW.air });
  yield on('ReportForClosure', '2021-07-15', { ...report, proposalId: 'HJ-CLOSED-G1' });
  yield ofGovernment('closureProposal', 'HJ-CLOSED-G1', 'OrderClosure', inOfficeHours('2021-08-10', chance), {
    governmentDocumentNumber: '惠府函〔2021〕模拟91号',
    scope: 'SITE',
    effectiveOn: '2021-08-16',
  });
  yield permit('CancelPermit', '2021-08-20', {
    ground: 'CLOSED_BY_GOVERNMENT',
    proposalId: 'HJ-CLOSED-G1',
    cancelledOn: '2021-08-20',
  });
  yield on('CloseCase', '2021-08-24', { summary: '政府已责令关闭〔模拟〕' });
}

/** Discharge without a permit, found on a check. */
export function* withoutPermit(s: Site): Story {
  const { enterprise, chance, siteCode } = s;
  yield telling('permit', siteCode, chance)('CheckPermitCompliance', '2021-06-22', {
    checkId: 'AZ-2021-02',
    enterprise,
    result: 'NOT_COMPLIANT',
    findings: '未取得排污许可证，正在排放废气〔模拟〕',
    ...byTwo(chance),
  });
  const on = telling('case', 'HJ-NO-PERMIT', chance);
  yield on('FindViolation', '2021-06-23', {
    enterprise,
    kind: 'NO_PERMIT',
    source: 'PERMIT_CHECK',
    sourceId: siteCode,
    itemId: 'AZ-2021-02',
    facts: '无证排放大气污染物〔模拟〕',
    provision: '《排污许可管理条例》第二条',
  });
  yield on('OrderCorrection', '2021-06-24', {
    documentNumber: '惠市环责改〔2021〕模拟12号',
    items: ['停止排放污染物'],
    legalBasis: '《排污许可管理条例》第三十三条',
    servedOn: '2021-06-24',
  });
}

/** Scenario 17: who is party merges away while its case is open, and the case goes on against who took over. */
export function* outlivesItsParty(s: Site): Story {
  const { chance } = s;
  const id = 'SC-17';
  const on = telling('case', id, chance);
  const order = { items: ['停止超标排放'], legalBasis: LAW.air };
  yield* overTheLimit(s, id, { visitedOn: '2021-11-16', reportedOn: '2021-11-23', foundOn: '2021-11-24', value: 31 });
  yield on('OrderCorrection', '2021-11-25', {
    ...order,
    documentNumber: '惠市环责改〔2021〕模拟17号',
    servedOn: '2021-11-25',
  });
  yield on('RecheckCorrection', '2021-12-23', {
    result: 'STILL_VIOLATING',
    findings: '合并后原场所仍超标排放〔模拟〕',
    recheckedOn: '2021-12-23',
    ...byTwo(chance),
  });
  yield on('OrderCorrection', '2021-12-28', {
    ...order,
    documentNumber: '惠市环责改〔2021〕模拟18号',
    servedOn: '2021-12-28',
  });
}
