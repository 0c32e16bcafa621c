import type { emergencyManagement, Enterprise } from '#contracts';
import { inOfficeHours, moment, officeDay, officeDaysAfter } from './office-time.js';
import { safetyCases } from './safety-cases.js';
import { safetyClosure } from './safety-closure.js';
import type { Seeded } from './seeded.js';
import { safetyOfficers } from './safety-manner.js';
import { inDueCourse, ofEmergencyManagement, type Story } from './step.js';

/** A year of work safety (二(四)): its registers, its campaigns and its cases. */
export function* safetyYear(all: readonly Enterprise[], chance: Seeded): Generator<Story, void, undefined> {
  const someone = (at: number): Enterprise => all[(at * 7 + 3) % all.length]!;
  for (let at = 1; at <= 5; at++)
    yield inDueCourse(prevention(all[(at * 11 + 2) % all.length]!, at, chance.for(`file ${at}`)));
  yield inDueCourse(facilities(someone(41), someone(42), chance.for('facilities')));
  yield parks(someone(12), someone(43), chance.for('parks'));
  yield inDueCourse(campaigns([44, 45, 46, 47, 48].map(someone), chance.for('campaigns')));
  yield* safetyCases([someone(49), someone(50), someone(51)], chance.for('cases'));
  yield safetyClosure(someone(52), chance.for('closure'));
}

const grades: readonly emergencyManagement.OpenSafetyArchive['riskGrade'][] = [
  'ORANGE',
  'YELLOW',
  'BLUE',
  'RED',
  'BLUE',
];

/** 二(四)1: every firm has a file; some are trained, graded, and lose their grade again. */
function* prevention(enterprise: Enterprise, at: number, chance: Seeded): Story {
  const day = officeDaysAfter('2021-03-08', at * 4);
  const on = (after: number) => inOfficeHours(officeDaysAfter(day, after), chance);
  const file = { kind: 'safetyFile', id: enterprise.uscc } as const;
  yield ofEmergencyManagement(file.kind, file.id, 'OpenSafetyArchive', inOfficeHours(day, chance), {
    enterprise,
    riskGrade: grades[at - 1]!,
    archiveNumber: `AJ-DA-2021-${String(at).padStart(3, '0')}`,
  });
  if (at % 2 === 0) return;
  const trainedOn = officeDaysAfter(day, 20);
  yield ofEmergencyManagement(file.kind, file.id, 'RecordTraining', inOfficeHours(trainedOn, chance), {
    subject: chance.pick(['有限空间作业安全', '高温熔融金属作业安全', '煤气安全']),
    participants: chance.between(12, 80),
    provider: '安全培训机构〔模拟〕',
    heldOn: trainedOn,
  });
  const updatedOn = officeDaysAfter(day, 30);
  yield ofEmergencyManagement(file.kind, file.id, 'RecordRiskControl', inOfficeHours(updatedOn, chance), {
    risks: [
      { place: '熔炼区', danger: '高温熔融金属喷溅', grade: 'ORANGE', control: '隔离、干燥炉料〔模拟〕' },
      { place: '除尘系统', danger: '粉尘爆炸', grade: 'YELLOW', control: '泄爆、清灰〔模拟〕' },
    ],
    updatedOn,
  });
  const id = `AJ-BZ-2021-${String(at).padStart(2, '0')}`;
  const gradedOn = officeDaysAfter(day, 40);
  yield ofEmergencyManagement('standardisation', id, 'RecordStandardisation', inOfficeHours(gradedOn, chance), {
    enterprise,
    level: 3,
    certificateNumber: `粤AQB〔2021〕模拟${at}号`,
    gradedOn,
    // One lapses within the year, so that the timer has something to say.
    validTo: at === 3 ? '2021-11-30' : '2024-04-30',
  });
  if (at === 5)
    yield ofEmergencyManagement('standardisation', id, 'WithdrawStandardisation', on(90), {
      reason: '自评材料不实〔模拟〕',
      documentNumber: '惠应急标撤〔2021〕模拟1号',
    });
}

/** 二(四)1: one project builds as it should, after its design failed once; another builds without. */
function* facilities(good: Enterprise, bad: Enterprise, chance: Seeded): Story {
  const project = { enterprise: good, projectName: '熔炼车间技改项目〔模拟〕', projectKind: 'SMELTING' } as const;
  const reviewed = (on: string, conclusion: 'PASSED' | 'FAILED', opinion: string) =>
    ofEmergencyManagement('facilityReview', 'AJ-XM-2021-01', 'ReviewSafetyDesign', moment(on, '10:30'), {
      ...project,
      conclusion,
      opinion,
      reviewedOn: on,
    });
  yield reviewed('2021-04-12', 'FAILED', '未设应急储存设施，应补充设计〔模拟〕');
  yield ofEmergencyManagement(
    'facilityReview',
    'AJ-XM-2021-01',
    'AcceptSafetyFacilities',
    moment('2021-04-20', '10:30'),
    { ...project, opinion: '企业要求先行验收〔模拟〕', acceptedOn: '2021-04-20' },
    { refusedWith: 'emergency-management/design-not-passed' },
  );
  yield reviewed('2021-05-17', 'PASSED', '补充设计符合要求〔模拟〕');
  yield ofEmergencyManagement(
    'facilityReview',
    'AJ-XM-2021-01',
    'AcceptSafetyFacilities',
    moment('2021-11-16', '15:00'),
    {
      ...project,
      opinion: '安全设施与主体工程同时建成，验收合格〔模拟〕',
      acceptedOn: '2021-11-16',
    },
  );
  yield ofEmergencyManagement(
    'facilityReview',
    'AJ-XM-2021-02',
    'RecordThreeSimultaneitiesBreach',
    moment('2021-11-18', '10:00'),
    {
      enterprise: bad,
      projectName: '铸造线扩建项目〔模拟〕',
      projectKind: 'SMELTING',
      breach: 'DESIGN_NOT_REVIEWED',
      findings: '安全设施设计未经审查即开工〔模拟〕',
      officers: safetyOfficers(chance),
    },
  );
}

/** 二(四)1: a park takes a project that is safe, and none of outdated capacity. */
function* parks(outdated: Enterprise, sound: Enterprise, chance: Seeded): Story {
  const park = { parkId: 'PARK-MN-01', parkName: '产业转移工业园〔模拟〕' };
  yield ofEmergencyManagement(
    'parkAdmission',
    'AJ-YQ-2021-01',
    'ReviewProjectSafetyConditions',
    inOfficeHours('2021-09-06', chance),
    {
      enterprise: sound,
      ...park,
      projectName: '绿色铸造项目〔模拟〕',
      conclusion: 'MET',
      opinion: '安全条件符合〔模拟〕',
    },
  );
  const moving = { enterprise: outdated, ...park, projectName: '搬迁扩能项目〔模拟〕', capacityLineId: 'LINE-2021-02' };
  yield ofEmergencyManagement(
    'parkAdmission',
    'AJ-YQ-2021-02',
    'ReviewProjectSafetyConditions',
    moment('2021-10-12', '10:00'),
    { ...moving, conclusion: 'MET', opinion: '企业自评符合〔模拟〕' },
    { refusedWith: 'emergency-management/outdated-capacity-in-park' },
  );
  yield ofEmergencyManagement(
    'parkAdmission',
    'AJ-YQ-2021-02',
    'ReviewProjectSafetyConditions',
    moment('2021-10-14', '10:00'),
    { ...moving, conclusion: 'NOT_MET', opinion: '拟迁入产能已认定为落后产能〔模拟〕' },
  );
  yield ofEmergencyManagement('parkAdmission', 'AJ-YQ-2021-02', 'RefuseParkAdmission', moment('2021-10-18', '10:00'), {
    ground: 'OUTDATED_CAPACITY',
    capacityLineId: moving.capacityLineId,
    reason: '园区不得承接落后产能',
  });
}

/** 二(四)2: two campaigns on the four catalogues, and what their inspections found. */
function* campaigns(inspected: readonly Enterprise[], chance: Seeded): Story {
  const launched = (id: string, on: string, fromOn: string, toOn: string) =>
    ofEmergencyManagement('campaign', id, 'RunSafetyCampaign', moment(on, '09:30'), {
      title: `钢铁、水泥等行业安全生产专项执法（${fromOn.slice(5, 7)}月）〔模拟〕`,
      documentNumber: `惠应急〔2021〕模拟${Number(fromOn.slice(5, 7))}号`,
      catalogues: ['AJ-2016-137', 'AJ-2017-142', 'AJ-2017-129', 'YJ-2020-38'],
      industries: ['钢铁', '水泥'],
      areas: ['HC', 'HY', 'BL', 'HD', 'LM', 'DYW', 'ZK'],
      fromOn,
      toOn,
    });
  yield launched('AJ-ZX-2021-06', '2021-05-28', '2021-06-01', '2021-06-30');
  for (const [at, enterprise] of inspected.entries()) {
    const id = `AJ-JC-2021-${String(at + 1).padStart(3, '0')}`;
    const day = officeDay(`2021-06-${String(3 + at * 5).padStart(2, '0')}`);
    const found = at % 2 === 1;
    yield ofEmergencyManagement('inspection', id, 'ConductSafetyInspection', moment(day, '10:00'), {
      enterprise,
      campaignId: 'AJ-ZX-2021-06',
      result: found ? 'HAZARDS_FOUND' : 'COMPLIANT',
      findings: found ? '使用目录所列禁止设备〔模拟〕' : '未发现目录所列设备工艺〔模拟〕',
      officers: safetyOfficers(chance),
    });
    if (found)
      yield ofEmergencyManagement('inspection', id, 'RecordProhibitedEquipment', moment(day, '11:30'), {
        catalogue: at === 1 ? 'AJ-2017-142' : 'AJ-2016-137',
        item: at + 1,
        itemText: '〔模拟条目〕',
        equipment: '目录所列设备一台〔模拟〕',
      });
  }
  yield launched('AJ-ZX-2021-11', '2021-10-29', '2021-11-01', '2021-11-30');
}
