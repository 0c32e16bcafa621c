import type { Enterprise } from '#contracts';
import { moment } from './office-time.js';
import { safetyOfficers } from './safety-manner.js';
import type { Seeded } from './seeded.js';
import { inDueCourse, ofEmergencyManagement, type Story } from './step.js';

const sha256 = (digit: string): string => digit.repeat(64);

/** 二(四)3: hazards that went in time, hazards that did not, and a major hazard that stopped production for a while. */
export function* safetyCases(
  [prompt, stubborn, stopped]: readonly [Enterprise, Enterprise, Enterprise],
  chance: Seeded,
): Generator<Story, void, undefined> {
  yield inDueCourse(removedInTime(prompt, chance.for('prompt')));
  yield inDueCourse(finedByTheDay(stubborn, chance.for('stubborn')));
  yield inDueCourse(stoppedAndResumed(stopped, chance.for('stopped')));
}

const inspectionOf = (caseId: string): string => `${caseId}-JC`;

function* found(id: string, enterprise: Enterprise, on: string, chance: Seeded): Story {
  const inspectionId = inspectionOf(id);
  // The case looks at the inspection: what is handed in at one moment has no order among records.
  yield ofEmergencyManagement(
    'inspection',
    inspectionId,
    'ConductSafetyInspection',
    moment(on, '09:30'),
    {
      enterprise,
      result: 'HAZARDS_FOUND',
      findings: '现场检查发现事故隐患〔模拟〕',
      officers: safetyOfficers(chance),
    },
    { posted: { at: moment(on, '10:30') } },
  );
  yield ofEmergencyManagement('case', id, 'OpenSafetyCase', moment(on, '11:00'), {
    enterprise,
    inspectionId,
    situation: '煤气区域、熔炼区域存在事故隐患〔模拟〕',
  });
}

const removalOrdered = (id: string, serial: number, servedOn: string, days?: number) =>
  ofEmergencyManagement('case', id, 'OrderHazardRemoval', moment(servedOn, '15:00'), {
    documentNumber: `惠应急责改〔2021〕模拟${serial}号`,
    servedOn,
    hazards: ['煤气区域未设固定式报警装置〔模拟〕'],
    ...(days === undefined ? {} : { days }),
  });

const reexamined = (id: string, on: string, cleared: boolean, chance: Seeded) =>
  ofEmergencyManagement('case', id, 'ReexamineHazards', moment(on, '10:00'), {
    findings: cleared ? '隐患已消除〔模拟〕' : '隐患仍未消除〔模拟〕',
    cleared,
    officers: safetyOfficers(chance),
  });

function* removedInTime(enterprise: Enterprise, chance: Seeded): Story {
  const id = 'AJ-2021-001';
  yield* found(id, enterprise, '2021-04-13', chance);
  yield removalOrdered(id, 1, '2021-04-14', 15);
  yield reexamined(id, '2021-04-28', true, chance);
}

/** Fined, told to put it right, refuses: since 1 September 2021 the same fine falls on every further day. */
function* finedByTheDay(enterprise: Enterprise, chance: Seeded): Story {
  const id = 'AJ-2021-002';
  const penaltyId = 'AJ-CF-2021-002';
  const party = { enterprise, caseId: id };
  const violation = '未采取措施消除事故隐患';
  yield* found(id, enterprise, '2021-08-24', chance);
  yield removalOrdered(id, 2, '2021-08-25', 10);
  yield ofEmergencyManagement('penalty', penaltyId, 'FileCase', moment('2021-09-07', '10:00'), {
    ...party,
    source: 'DAILY_SUPERVISION',
    suspicion: violation,
    discoveredOn: '2021-09-06',
    filedOn: '2021-09-07',
  });
  yield reexamined(id, '2021-09-08', false, chance);
  yield ofEmergencyManagement('penalty', penaltyId, 'ConcludeInvestigation', moment('2021-09-10', '10:00'), {
    findings: '限期届满隐患仍未消除〔模拟〕',
    evidence: ['现场检查笔录〔模拟〕', '复查意见书〔模拟〕'],
    proposal: 'PENALTY',
    officers: safetyOfficers(chance),
  });
  yield ofEmergencyManagement('penalty', penaltyId, 'ServePriorNotice', moment('2021-09-13', '10:00'), {
    ...party,
    legalRepresentative: '法定代表人甲〔模拟〕',
    violation,
    facts: '限期届满隐患仍未消除〔模拟〕',
    legalBasis: '《中华人民共和国安全生产法》第一百零二条',
    servedOn: '2021-09-13',
    officers: safetyOfficers(chance),
  });
  yield ofEmergencyManagement('penalty', penaltyId, 'DecidePenalty', moment('2021-09-27', '10:00'), {
    documentNumber: '惠应急罚〔2021〕2号',
    kinds: ['FINE'],
    content: '罚款20000元',
    fineFen: 2_000_000,
    decidedOn: '2021-09-27',
    officers: safetyOfficers(chance),
    approver: '负责人〔模拟〕',
  });
  yield ofEmergencyManagement('penalty', penaltyId, 'ServePenaltyDecision', moment('2021-09-28', '10:00'), {
    servedOn: '2021-09-28',
    officers: safetyOfficers(chance),
  });
  yield ofEmergencyManagement('case', id, 'RecordDisobedience', moment('2021-10-11', '10:00'), {
    order: 'HAZARD_REMOVAL',
    findings: '仍未消除隐患，继续生产〔模拟〕',
    realDanger: false,
    officers: safetyOfficers(chance),
  });
  const daily = { penaltyId, documentNumber: '惠应急日罚〔2021〕模拟1号', toOn: '2021-10-11' };
  yield ofEmergencyManagement(
    'case',
    id,
    'DecideDailyFine',
    moment('2021-10-12', '09:30'),
    { ...daily, fromOn: '2021-08-26' },
    { refusedWith: 'emergency-management/no-daily-fine-yet' },
  );
  yield ofEmergencyManagement('case', id, 'DecideDailyFine', moment('2021-10-12', '10:30'), {
    ...daily,
    fromOn: '2021-09-28',
  });
  yield ofEmergencyManagement(
    'case',
    id,
    'OrderStopForRectification',
    moment('2021-10-13', '10:00'),
    {
      ground: 'REFUSED_REMOVAL',
      penaltyId,
      scope: 'SITE',
      documentNumber: '惠应急停〔2021〕模拟2号',
      legalBasis: '《中华人民共和国安全生产法》第一百零二条',
      servedOn: '2021-10-13',
      days: 30,
    },
    { refusedWith: 'emergency-management/suspension-is-a-penalty' },
  );
  yield ofEmergencyManagement('case', id, 'RecordSafetyAccident', moment('2021-11-22', '10:00'), {
    level: 'GENERAL',
    happenedOn: '2021-10-15',
    forWantOfConditions: true,
    reportNumber: '惠府函〔2021〕模拟101号',
  });
  yield ofEmergencyManagement(
    'case',
    id,
    'ProposeClosureToGov',
    moment('2021-11-24', '10:00'),
    {
      proposalId: 'AJ-2021-002-G1',
      ground: 'ACCIDENT',
      grounds: '发生一般事故〔模拟〕',
      scope: 'SITE',
      legalBasis: '《中华人民共和国安全生产法》第一百一十三条',
    },
    { refusedWith: 'emergency-management/no-such-accident' },
  );
  yield reexamined(id, '2021-12-08', true, chance);
}

/** A major hazard: production stops on the spot, the hazard is cleared, and production resumes after examination. */
function* stoppedAndResumed(enterprise: Enterprise, chance: Seeded): Story {
  const id = 'AJ-2021-003';
  const majorHazardId = 'AJ-ZD-2021-001';
  yield* found(id, enterprise, '2021-07-06', chance);
  yield ofEmergencyManagement('majorHazard', majorHazardId, 'RecordMajorHazard', moment('2021-07-06', '14:30'), {
    enterprise,
    inspectionId: inspectionOf(id),
    criterionId: 'METALLURGY-1',
    place: '熔炼车间〔模拟〕',
    description: '吊运影响范围内设有会议室〔模拟〕',
    evidence: [{ kind: 'PHOTO', sha256: sha256('a'), capturedAt: moment('2021-07-06', '10:00') }],
    officers: safetyOfficers(chance),
  });
  yield ofEmergencyManagement('case', id, 'OrderStopForRectification', moment('2021-07-07', '10:00'), {
    ground: 'MAJOR_HAZARD',
    majorHazardId,
    scope: 'SITE',
    documentNumber: '惠应急停〔2021〕模拟1号',
    legalBasis: '《中华人民共和国安全生产法》',
    servedOn: '2021-07-07',
    days: 60,
  });
  yield ofEmergencyManagement('majorHazard', majorHazardId, 'SuperviseMajorHazard', moment('2021-07-09', '10:00'), {
    level: 'CITY',
    documentNumber: '惠安办督〔2021〕模拟1号',
    dueOn: '2021-09-03',
  });
  yield ofEmergencyManagement('case', id, 'ApplyForResumption', moment('2021-08-11', '10:00'), {
    summary: '会议室已迁出，影响范围已封闭〔模拟〕',
  });
  yield ofEmergencyManagement('case', id, 'ExamineResumption', moment('2021-08-16', '10:00'), {
    findings: '现场具备安全生产条件〔模拟〕',
    fit: true,
    officers: safetyOfficers(chance),
  });
  yield ofEmergencyManagement(
    'case',
    id,
    'ApproveResumption',
    moment('2021-08-16', '16:00'),
    { documentNumber: '惠应急复〔2021〕模拟1号' },
    { refusedWith: 'emergency-management/major-hazard-stands' },
  );
  yield ofEmergencyManagement('majorHazard', majorHazardId, 'ClearMajorHazard', moment('2021-08-17', '10:00'), {
    findings: '经核查，隐患已消除〔模拟〕',
    clearedOn: '2021-08-17',
    officers: safetyOfficers(chance),
  });
  yield ofEmergencyManagement('case', id, 'ApproveResumption', moment('2021-08-18', '10:00'), {
    documentNumber: '惠应急复〔2021〕模拟1号',
  });
}
