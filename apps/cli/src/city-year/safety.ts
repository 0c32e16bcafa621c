import type { Enterprise } from '#contracts';
import { addDays } from '#law';
import { moment, officeDay, officeDaysAfter } from '../plan-year/office-time.js';
import { safetyOfficers } from '../plan-year/safety-manner.js';
import type { Seeded } from '../plan-year/seeded.js';
import { ofEmergencyManagement, type Story } from '../plan-year/step.js';
import { atWork, inspectionDay } from './days.js';
import { atSite } from './firms.js';
import { fined } from './penalties.js';
import { rates } from './rates.js';
import type { Tale, Telling } from './tale.js';

const LAST_CASE = '2021-10-22';

/** 二(四): a file for every firm, inspections, hazards and their removal, fines, and production that is stopped. */
export function* safety({ firms, chance, count }: Telling): Generator<Tale, void, undefined> {
  const { files, inspections, hazards, penalty, majorHazards, suspended } = rates.safety;
  for (let at = 0; at < Math.min(count(files), firms.all.length); at++)
    yield { story: filed(firms.all[at]!, at + 1, chance.for(`file ${at}`)) };

  const total = count(inspections);
  const found = count(inspections * hazards);
  const penalised = count(inspections * penalty);
  for (let at = 0; at < total; at++) {
    const own = chance.for(`inspection ${at}`);
    const firm = own.pick(firms.all);
    const name = String(at + 1).padStart(4, '0');
    yield { story: at < found ? hazard(name, firm, own, at < penalised) : inspected(name, firm, own) };
  }
  const stopped = count(suspended);
  for (let at = 0; at < count(majorHazards); at++) {
    const own = chance.for(`major hazard ${at}`);
    const name = String(at + 1).padStart(3, '0');
    yield { story: major(name, own.pick(firms.inScope), own, at < stopped) };
  }
}

function* filed(enterprise: Enterprise, serial: number, chance: Seeded): Story {
  const day = officeDay(addDays('2021-03-02', chance.between(0, 90)));
  yield {
    ...ofEmergencyManagement('safetyFile', enterprise.uscc, 'OpenSafetyArchive', atWork(day, chance), {
      enterprise,
      riskGrade: chance.pick(['RED', 'ORANGE', 'YELLOW', 'YELLOW', 'BLUE', 'BLUE', 'BLUE']),
      archiveNumber: `AJ-DA-HZ-${String(serial).padStart(4, '0')}`,
    }),
    posted: 'in-due-course',
  };
}

const inspectionOf = (name: string): string => `AJ-JC-HZ-${name}`;

function* inspected(name: string, firm: Enterprise, chance: Seeded): Story {
  yield {
    ...ofEmergencyManagement(
      'inspection',
      inspectionOf(name),
      'ConductSafetyInspection',
      atWork(inspectionDay(chance), chance),
      {
        enterprise: atSite(firm, chance),
        result: 'COMPLIANT',
        findings: chance.pick(['未发现目录所列设备工艺〔模拟〕', '安全管理台账齐全〔模拟〕']),
        officers: safetyOfficers(chance),
      },
    ),
    posted: 'in-due-course',
  };
}

/** Hazards that were ordered to be removed and are gone; more than half of them are fined besides. */
function* hazard(name: string, firm: Enterprise, chance: Seeded, isFined: boolean): Story {
  const id = `AJ-HZ-${name}`;
  const enterprise = atSite(firm, chance);
  const day = inspectionDay(chance, LAST_CASE);
  yield ofEmergencyManagement('inspection', inspectionOf(name), 'ConductSafetyInspection', moment(day, '09:30'), {
    enterprise,
    result: 'HAZARDS_FOUND',
    findings: '现场检查发现事故隐患〔模拟〕',
    officers: safetyOfficers(chance),
  });
  yield ofEmergencyManagement('case', id, 'OpenSafetyCase', moment(day, '16:00'), {
    enterprise,
    inspectionId: inspectionOf(name),
    situation: '作业现场存在事故隐患〔模拟〕',
  });
  const servedOn = officeDaysAfter(day, 1);
  yield ofEmergencyManagement('case', id, 'OrderHazardRemoval', moment(servedOn, '15:00'), {
    documentNumber: `惠应急责改〔2021〕模拟${name}号`,
    servedOn,
    hazards: [chance.pick(['安全通道堆放物料〔模拟〕', '临时用电不规范〔模拟〕', '防护罩缺失〔模拟〕'])],
    days: 15,
  });
  const reexaminedOn = officeDay(addDays(servedOn, chance.between(8, 15)));
  yield ofEmergencyManagement('case', id, 'ReexamineHazards', moment(reexaminedOn, '10:00'), {
    findings: '隐患已消除〔模拟〕',
    cleared: true,
    officers: safetyOfficers(chance),
  });
  if (!isFined) return;
  yield* fined(
    {
      department: 'emergency-management',
      of: ofEmergencyManagement,
      id: `AJ-CF-HZ-${name}`,
      caseId: id,
      documentNumber: `惠应急罚〔2021〕${10_000 + Number(name)}号`,
      violation: '未采取措施消除事故隐患',
      legalBasis: '《中华人民共和国安全生产法》〔模拟，条款从略〕',
      amount: rates.safety.fine,
      enterprise,
      chance,
      officers: safetyOfficers(chance),
    },
    officeDaysAfter(day, 2),
  );
}

/** A major hazard, supervised by name and cleared; production may be stopped meanwhile. */
function* major(name: string, enterprise: Enterprise, chance: Seeded, isStopped: boolean): Story {
  const id = `AJ-ZD-HZ-${name}`;
  const caseId = `AJ-ZDA-HZ-${name}`;
  const day = inspectionDay(chance, LAST_CASE);
  const clearedOn = officeDay(addDays(day, chance.between(25, 50)));
  const hazard = { kind: 'majorHazard', id } as const;
  yield ofEmergencyManagement(hazard.kind, hazard.id, 'RecordMajorHazard', moment(day, '14:30'), {
    enterprise,
    criterionId: 'METALLURGY-1',
    place: '生产车间〔模拟〕',
    description: '吊运影响范围内设有操作室〔模拟〕',
    evidence: [{ kind: 'PHOTO', sha256: 'c'.repeat(64), capturedAt: moment(day, '10:00') }],
    officers: safetyOfficers(chance),
  });
  yield ofEmergencyManagement(
    hazard.kind,
    hazard.id,
    'SuperviseMajorHazard',
    moment(officeDaysAfter(day, 2), '10:00'),
    {
      level: 'CITY',
      documentNumber: `惠安办督〔2021〕模拟${name}号`,
      dueOn: addDays(day, 60),
    },
  );
  if (isStopped) {
    const servedOn = officeDaysAfter(day, 3);
    yield ofEmergencyManagement('case', caseId, 'OpenSafetyCase', moment(servedOn, '09:30'), {
      enterprise,
      situation: '存在重大事故隐患〔模拟〕',
    });
    yield ofEmergencyManagement('case', caseId, 'OrderStopForRectification', moment(servedOn, '10:00'), {
      ground: 'MAJOR_HAZARD',
      majorHazardId: id,
      scope: 'SITE',
      documentNumber: `惠应急停〔2021〕模拟${name}号`,
      legalBasis: '《中华人民共和国安全生产法》',
      servedOn,
      days: 60,
    });
    yield ofEmergencyManagement('case', caseId, 'ApplyForResumption', moment(clearedOn, '09:00'), {
      summary: '隐患已消除〔模拟〕',
    });
    yield ofEmergencyManagement('case', caseId, 'ExamineResumption', moment(clearedOn, '09:30'), {
      findings: '现场具备安全生产条件〔模拟〕',
      fit: true,
      officers: safetyOfficers(chance),
    });
  }
  yield ofEmergencyManagement(hazard.kind, hazard.id, 'ClearMajorHazard', moment(clearedOn, '10:00'), {
    findings: '经核查，隐患已消除〔模拟〕',
    clearedOn,
    officers: safetyOfficers(chance),
  });
  if (isStopped)
    yield ofEmergencyManagement('case', caseId, 'ApproveResumption', moment(officeDaysAfter(clearedOn, 1), '10:00'), {
      documentNumber: `惠应急复〔2021〕模拟${name}号`,
    });
}
