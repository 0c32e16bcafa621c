import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { safetyFile } from './safety-file.decider.js';
import { standardisation } from './standardisation.decider.js';
import { at, enterprise } from './testing-safety.js';

describe('a grade of standardisation', () => {
  const grade = {
    enterprise,
    level: 3,
    certificateNumber: '粤AQBYJⅢ〔2021〕模拟1号',
    gradedOn: '2021-04-01',
    validTo: '2024-03-31',
  };
  const record = { ...grade, ...at('2021-04-01') };
  const graded = { type: 'SafetyStandardisationGraded', data: grade, ...at('2021-04-01') } as const;
  const withdrawal = { reason: '评审造假', documentNumber: '惠应急标〔2021〕1号' };
  const withdrawn = { type: 'SafetyStandardisationWithdrawn', data: withdrawal } as const;
  const lapse = { validTo: '2024-03-31', ...at('2024-04-01', '00:00:00') };
  const lapsed = { type: 'SafetyStandardisationLapsed', data: { validTo: '2024-03-31' } } as const;

  it('is recorded under the plan, once', () => {
    expect(given(standardisation).when('RecordStandardisation', record).facts()).toEqual([
      {
        type: 'SafetyStandardisationGraded',
        data: grade,
        rules: [{ ruleId: 'safety/standardisation', version: '2021' }],
      },
    ]);
    given(standardisation, graded).when('RecordStandardisation', record).thenNothing();
    given(standardisation, graded)
      .when('RecordStandardisation', { ...record, level: 2 })
      .thenRefused('emergency-management/already-recorded');
  });

  it('is renewed by a later grading, not by an earlier one', () => {
    given(standardisation, graded)
      .when('RecordStandardisation', { ...record, level: 2, gradedOn: '2021-10-08', ...at('2021-10-08') })
      .thenTypes('SafetyStandardisationGraded');
    given(standardisation, graded)
      .when('RecordStandardisation', { ...record, gradedOn: '2021-03-31' })
      .thenRefused('emergency-management/before-its-cause');
  });

  it('does not end before it was given, and is not given tomorrow', () => {
    given(standardisation)
      .when('RecordStandardisation', { ...record, validTo: '2021-03-31' })
      .thenRefused('emergency-management/before-its-cause');
    given(standardisation)
      .when('RecordStandardisation', record, { now: '2021-03-31T15:00:00.000Z' })
      .thenRefused('emergency-management/in-the-future');
  });

  it('is withdrawn while it is in force', () => {
    const withdraw = { ...withdrawal, ...at('2021-06-01') };
    given(standardisation, graded).when('WithdrawStandardisation', withdraw).then(withdrawn);
    given(standardisation, graded, withdrawn).when('WithdrawStandardisation', withdraw).thenNothing();
    for (const past of [[], [graded, lapsed]])
      given(standardisation, ...past)
        .when('WithdrawStandardisation', withdraw)
        .thenRefused('emergency-management/no-grade-in-force', { clause: '2.4.1' });
    given(standardisation, graded)
      .when('WithdrawStandardisation', { ...withdraw, ...at('2024-03-31', '23:59:59') })
      .thenTypes('SafetyStandardisationWithdrawn');
    given(standardisation, graded)
      .when('WithdrawStandardisation', { ...withdraw, ...at('2024-04-01', '00:00:00') })
      .thenRefused('emergency-management/no-grade-in-force');
  });

  it('lapses at 24:00 of its last day', () => {
    given(standardisation, graded)
      .when('LapseStandardisation', lapse, { now: '2024-03-31T16:00:00.000Z' })
      .then(lapsed);
    given(standardisation, graded)
      .when('LapseStandardisation', lapse, { now: '2024-03-31T15:59:00.000Z' })
      .thenRefused('emergency-management/period-still-runs');
    for (const over of [[graded, lapsed], [graded, withdrawn], []])
      given(standardisation, ...over)
        .when('LapseStandardisation', lapse)
        .thenNothing();
  });
});

describe('a safety supervision file', () => {
  const file = { enterprise, riskGrade: 'ORANGE' as const, archiveNumber: 'AJ-DA-001' };
  const open = { ...file, ...at('2021-03-10') };
  const opened = { type: 'SafetySupervisionFileOpened', data: file, ...at('2021-03-10') } as const;
  const id = { id: enterprise.uscc };

  it('is the enterprise’s one, under its code', () => {
    given(safetyFile).when('OpenSafetyArchive', open, id).then(opened);
    given(safetyFile, opened).when('OpenSafetyArchive', open, id).thenNothing();
    given(safetyFile)
      .when('OpenSafetyArchive', open, { id: 'DA-1' })
      .thenRefused('emergency-management/file-id-is-the-code', { rule: 'safety/supervision-file@2021' });
    given(safetyFile, opened)
      .when('OpenSafetyArchive', { ...open, riskGrade: 'RED' }, id)
      .thenRefused('emergency-management/already-recorded');
  });

  it('holds every training once', () => {
    const training = { subject: '有限空间作业', participants: 40, provider: '培训机构〔模拟〕', heldOn: '2021-05-12' };
    const record = { ...training, ...at('2021-05-12') };
    const delivered = { type: 'SafetyTrainingDelivered', data: training } as const;
    given(safetyFile, opened).when('RecordTraining', record).then(delivered);
    given(safetyFile, opened, delivered).when('RecordTraining', record).thenNothing();
    given(safetyFile, opened, delivered)
      .when('RecordTraining', { ...record, subject: '煤气安全' })
      .thenTypes('SafetyTrainingDelivered');
    given(safetyFile).when('RecordTraining', record).thenRefused('emergency-management/no-file');
    given(safetyFile, opened)
      .when('RecordTraining', record, { now: '2021-05-11T10:00:00.000Z' })
      .thenRefused('emergency-management/in-the-future');
  });

  it('shows the risks as they stand, graded by the gravest', () => {
    const risk = (grade: 'RED' | 'ORANGE' | 'BLUE') => ({ place: '炉前', danger: '喷溅', grade, control: '隔离' });
    const update = { risks: [risk('BLUE'), risk('ORANGE')], updatedOn: '2021-05-20' };
    const record = { ...update, ...at('2021-05-20') };
    const updated = { type: 'RiskRegisterUpdated', data: { ...update, riskGrade: 'ORANGE' } } as const;
    given(safetyFile, opened).when('RecordRiskControl', record).then(updated);
    given(safetyFile, opened, updated).when('RecordRiskControl', record).thenNothing();
    given(safetyFile).when('RecordRiskControl', record).thenRefused('emergency-management/no-file');
    given(safetyFile, opened, updated)
      .when('RecordRiskControl', { ...record, risks: [risk('RED')], updatedOn: '2021-05-19' })
      .thenRefused('emergency-management/before-its-cause');
  });
});
