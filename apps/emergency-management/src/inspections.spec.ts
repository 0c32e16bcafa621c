import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { campaign } from './campaign.decider.js';
import { inspection } from './inspection.decider.js';
import { majorHazard } from './major-hazard.decider.js';
import { at, byOne, byTwo, enterprise } from './testing-safety.js';

const june = {
  title: '钢铁水泥专项执法',
  documentNumber: '惠应急〔2021〕模拟12号',
  catalogues: ['AJ-2016-137' as const, 'AJ-2017-142' as const, 'AJ-2017-129' as const, 'YJ-2020-38' as const],
  industries: ['钢铁', '水泥'],
  areas: ['BL' as const],
  fromOn: '2021-06-01',
  toOn: '2021-06-30',
};

describe('a safety campaign', () => {
  const launch = { ...june, ...at('2021-05-28') };
  const launched = { type: 'SafetyCampaignLaunched', data: june } as const;

  it('is launched once, and ends after it began', () => {
    given(campaign).when('RunSafetyCampaign', launch).then(launched);
    given(campaign, launched).when('RunSafetyCampaign', launch).thenNothing();
    given(campaign, launched)
      .when('RunSafetyCampaign', { ...launch, title: '其他' })
      .thenRefused('emergency-management/already-recorded');
    given(campaign)
      .when('RunSafetyCampaign', { ...launch, toOn: '2021-05-31' })
      .thenRefused('emergency-management/before-its-cause', { clause: '2.4.2' });
  });
});

describe('a safety inspection', () => {
  const inspected = {
    enterprise,
    campaignId: 'ZX-1',
    result: 'HAZARDS_FOUND' as const,
    findings: '使用禁止设备',
  };
  const conduct = { ...inspected, ...at('2021-06-30') };
  const conducted = { type: 'SafetyInspectionConducted', data: inspected, ...at('2021-06-30') } as const;
  const running = {
    'emergencyManagement.campaign-ZX-1': [{ type: 'emergencyManagement.SafetyCampaignLaunched', data: june }],
  };

  it('takes two officers, and happens once', () => {
    given(inspection).consulting(running).when('ConductSafetyInspection', conduct, byTwo).then(conducted);
    given(inspection)
      .consulting(running)
      .when('ConductSafetyInspection', conduct, byOne)
      .thenRefused('emergency-management/two-officers', { clause: '2.4.2' });
    given(inspection, conducted).when('ConductSafetyInspection', conduct, byTwo).thenNothing();
    given(inspection, conducted)
      .when('ConductSafetyInspection', { ...conduct, findings: '其他' }, byTwo)
      .thenRefused('emergency-management/already-recorded');
  });

  it('belongs to a campaign from its first day to its last, or to none', () => {
    const on = (day: string) =>
      given(inspection)
        .consulting(running)
        .when('ConductSafetyInspection', { ...conduct, ...at(day) }, byTwo);
    on('2021-06-01').thenTypes('SafetyInspectionConducted');
    on('2021-05-31').thenRefused('emergency-management/not-in-the-campaign');
    on('2021-07-01').thenRefused('emergency-management/not-in-the-campaign');
    given(inspection)
      .when('ConductSafetyInspection', conduct, byTwo)
      .thenRefused('emergency-management/not-in-the-campaign');
    const { campaignId: _, ...alone } = conduct;
    given(inspection).when('ConductSafetyInspection', alone, byTwo).thenTypes('SafetyInspectionConducted');
  });

  it('finds banned equipment by catalogue and item, each once', () => {
    const found = { catalogue: 'AJ-2017-142' as const, item: 3, itemText: '条目内容〔模拟〕', equipment: '横吊具' };
    const record = { ...found, ...at('2021-06-30', '11:00:00') };
    const prohibited = { type: 'ProhibitedSafetyEquipmentFound', data: { enterprise, ...found } } as const;
    given(inspection, conducted).when('RecordProhibitedEquipment', record).then(prohibited);
    given(inspection, conducted, prohibited).when('RecordProhibitedEquipment', record).thenNothing();
    given(inspection, conducted, prohibited)
      .when('RecordProhibitedEquipment', { ...record, item: 4 })
      .thenTypes('ProhibitedSafetyEquipmentFound');
    given(inspection)
      .when('RecordProhibitedEquipment', record)
      .thenRefused('emergency-management/nothing-was-found', { rule: 'safety/prohibited-equipment@2014' });
    given(inspection, { ...conducted, data: { ...inspected, result: 'COMPLIANT' } })
      .when('RecordProhibitedEquipment', record)
      .thenRefused('emergency-management/nothing-was-found');
  });
});

describe('a major hazard', () => {
  const hazard = {
    enterprise,
    criterionId: 'METALLURGY-11',
    place: '煤气柜区',
    description: '未设固定式报警',
    evidence: [{ kind: 'PHOTO' as const, sha256: 'a'.repeat(64), capturedAt: '2021-09-06T10:00:00+08:00' }],
  };
  const identify = { ...hazard, ...at('2021-09-06') };
  const identified = { type: 'MajorHazardIdentified', data: hazard, ...at('2021-09-06') } as const;
  const supervision = { level: 'CITY' as const, documentNumber: '惠安办〔2021〕督1号', dueOn: '2021-10-15' };
  const supervise = { ...supervision, ...at('2021-09-08') };
  const supervised = { type: 'MajorHazardSupervised', data: supervision } as const;
  const overdue = { type: 'MajorHazardClearanceOverdue', data: { dueOn: '2021-10-15' } } as const;
  const clearance = { findings: '已消除', clearedOn: '2021-10-12' };
  const clear = { ...clearance, ...at('2021-10-12') };
  const cleared = { type: 'MajorHazardCleared', data: clearance } as const;

  it('is identified by one of the criteria, by two officers, once', () => {
    given(majorHazard).when('RecordMajorHazard', identify, byTwo).then(identified);
    given(majorHazard, identified).when('RecordMajorHazard', identify, byTwo).thenNothing();
    given(majorHazard)
      .when('RecordMajorHazard', { ...identify, criterionId: 'METALLURGY-12' }, byTwo)
      .thenRefused('emergency-management/no-such-criterion', { rule: 'safety/major-hazard-criteria@2017' });
    given(majorHazard).when('RecordMajorHazard', identify, byOne).thenRefused('emergency-management/two-officers');
    given(majorHazard, identified)
      .when('RecordMajorHazard', { ...identify, place: '其他' }, byTwo)
      .thenRefused('emergency-management/already-recorded');
  });

  it('is supervised by name while it stands', () => {
    given(majorHazard, identified).when('SuperviseMajorHazard', supervise).then(supervised);
    given(majorHazard, identified, supervised).when('SuperviseMajorHazard', supervise).thenNothing();
    for (const past of [[], [identified, cleared]])
      given(majorHazard, ...past)
        .when('SuperviseMajorHazard', supervise)
        .thenRefused('emergency-management/no-major-hazard');
    given(majorHazard, identified)
      .when('SuperviseMajorHazard', { ...supervise, dueOn: '2021-09-05' })
      .thenRefused('emergency-management/before-its-cause');
  });

  it('is overdue at 24:00 of its day, unless it was gone by then', () => {
    const pass = { dueOn: '2021-10-15', ...at('2021-10-16', '00:00:00') };
    const standing = given(majorHazard, identified, supervised);
    standing.when('PassClearanceDeadline', pass, { now: '2021-10-15T16:00:00.000Z' }).then(overdue);
    standing
      .when('PassClearanceDeadline', pass, { now: '2021-10-15T15:59:00.000Z' })
      .thenRefused('emergency-management/period-still-runs');
    for (const over of [cleared, overdue])
      given(majorHazard, identified, supervised, over).when('PassClearanceDeadline', pass).thenNothing();
  });

  it('is cleared by two officers, after it was found, once', () => {
    given(majorHazard, identified).when('ClearMajorHazard', clear, byTwo).then(cleared);
    given(majorHazard, identified, cleared).when('ClearMajorHazard', clear, byTwo).thenNothing();
    given(majorHazard).when('ClearMajorHazard', clear, byTwo).thenRefused('emergency-management/no-major-hazard');
    given(majorHazard, identified)
      .when('ClearMajorHazard', clear, byOne)
      .thenRefused('emergency-management/two-officers');
    given(majorHazard, identified)
      .when('ClearMajorHazard', { ...clear, clearedOn: '2021-09-05' }, byTwo)
      .thenRefused('emergency-management/before-its-cause');
  });
});
