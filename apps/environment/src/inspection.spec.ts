import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { inspection } from './inspection.decider.js';
import { at, byOne, byTwo, enterprise } from './testing-environment.js';

const visit = { enterprise, kind: 'ROUTINE' as const, result: 'SUSPECTED' as const, findings: '排气筒冒黑烟' };
const conducted = { type: 'EnvInspectionConducted', data: visit, ...at('2021-06-08') };
const sample = {
  sampleId: 'S-1',
  outletId: 'DA001',
  medium: 'AIR' as const,
  pollutants: ['颗粒物'],
  takenAt: '2021-06-08T11:00:00+08:00',
  laboratory: '检测机构〔模拟〕',
};
const taken = { type: 'SampleTaken', data: sample, ...at('2021-06-08') };
const report = {
  sampleId: 'S-1',
  reportNumber: 'R-1',
  pollutant: '颗粒物',
  value: 20,
  limit: 20,
  unit: 'mg/m³',
  standardNumber: 'GB 28664-2012',
};

describe('an environmental inspection', () => {
  it('takes two officers on site', () => {
    given(inspection)
      .when('RecordInspection', { ...visit, ...at('2021-06-08') }, byTwo)
      .then({ type: 'EnvInspectionConducted', data: visit });
    given(inspection)
      .when('RecordInspection', { ...visit, ...at('2021-06-08') }, byOne)
      .thenRefused('environment/two-officers', { clause: '2.2.2' });
  });

  it('takes nobody on site when it is done from afar', () =>
    given(inspection)
      .when('RecordInspection', { ...visit, kind: 'NON_SITE', ...at('2021-06-08') })
      .thenTypes('EnvInspectionConducted'));

  it('that a tip led to is ordinary supervision, as far as anybody can read', () => {
    const told = { ...visit, kind: 'TIP' as const, ...at('2021-06-08') };
    given(inspection).when('RecordInspection', told, byTwo).then({ type: 'EnvInspectionConducted', data: visit });
    given(inspection, conducted).when('RecordInspection', told, byTwo).thenNothing();
  });

  it('is recorded once', () => {
    given(inspection, conducted)
      .when('RecordInspection', { ...visit, ...at('2021-06-08') }, byTwo)
      .thenNothing();
    given(inspection, conducted)
      .when('RecordInspection', { ...visit, result: 'CLEAN', ...at('2021-06-08') }, byTwo)
      .thenRefused('environment/already-recorded');
  });

  const ofCampaign = {
    ...visit,
    kind: 'CAMPAIGN' as const,
    planId: '2021',
    campaign: '造纸行业专项',
    ...at('2021-06-08'),
  };
  const plan = {
    'environment.enforcementPlan-2021': [
      { type: 'environment.EnvEnforcementPlanAdopted', data: { campaigns: ['造纸行业专项'] } },
    ],
  };

  it('belongs to a campaign of the adopted plan', () => {
    given(inspection).consulting(plan).when('RecordInspection', ofCampaign, byTwo).thenTypes('EnvInspectionConducted');
    given(inspection).when('RecordInspection', ofCampaign, byTwo).thenRefused('environment/no-such-campaign');
    given(inspection)
      .consulting(plan)
      .when('RecordInspection', { ...ofCampaign, campaign: '其他' }, byTwo)
      .thenRefused('environment/no-such-campaign');
  });
});

describe('a sample', () => {
  it('is taken at an inspection, by two', () => {
    given(inspection, conducted)
      .when('TakeSample', { ...sample, ...at('2021-06-08') }, byTwo)
      .then({ type: 'SampleTaken', data: sample });
    given(inspection)
      .when('TakeSample', { ...sample, ...at('2021-06-08') }, byTwo)
      .thenRefused('environment/no-inspection');
    given(inspection, conducted)
      .when('TakeSample', { ...sample, ...at('2021-06-08') }, byOne)
      .thenRefused('environment/two-officers');
    given(inspection, conducted, taken)
      .when('TakeSample', { ...sample, ...at('2021-06-08') }, byTwo)
      .thenNothing();
  });

  it('is within its limit at the limit, and over it beyond', () => {
    given(inspection, conducted, taken)
      .when('ReportSampleResult', { ...report, ...at('2021-06-12') })
      .then({ type: 'SampleResultReported', data: { ...report, ratio: 1, isOver: false } });
    given(inspection, conducted, taken)
      .when('ReportSampleResult', { ...report, value: 20.1, ...at('2021-06-12') })
      .then({ type: 'SampleResultReported', data: { ...report, value: 20.1, ratio: 1.005, isOver: true } });
  });

  it('has no ratio to a limit of zero', () =>
    given(inspection, conducted, taken)
      .when('ReportSampleResult', { ...report, limit: 0, ...at('2021-06-12') })
      .then({ type: 'SampleResultReported', data: { ...report, limit: 0, isOver: true } }));

  it('is tested once for what it was taken for', () => {
    const tested = { type: 'SampleResultReported', data: { ...report, ratio: 1, isOver: false } };
    given(inspection, conducted, taken, tested)
      .when('ReportSampleResult', { ...report, ...at('2021-06-12') })
      .thenNothing();
    given(inspection, conducted, taken, tested)
      .when('ReportSampleResult', { ...report, value: 30, ...at('2021-06-12') })
      .thenRefused('environment/already-tested');
    given(inspection, conducted, taken)
      .when('ReportSampleResult', { ...report, pollutant: '二氧化硫', ...at('2021-06-12') })
      .thenRefused('environment/not-sampled');
  });
});
