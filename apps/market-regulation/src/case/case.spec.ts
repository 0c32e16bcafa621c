import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import {
  another,
  at,
  cases,
  dueAfterDays,
  enterprise,
  notice,
  one,
  order,
  samples,
  substandard,
  suspension,
  two,
} from '../testing-quality.js';
import { qualityCase } from './case.decider.js';

const sample = (past: readonly object[]) => ({ 'marketRegulation.sample-CY-1': past as never });

describe('production without a licence', () => {
  const record = {
    enterprise,
    product: 'REBAR' as const,
    facts: '经查询许可系统，未取得生产许可证〔模拟〕',
    ...at('2021-06-28'),
  };
  const { occurredAt: _, ...found } = record;

  it('is found by two officers, and opens a case of its own', () => {
    given(qualityCase)
      .when('RecordUnlicensedProduction', record, two)
      .then({ type: 'UnlicensedProductionFound', data: found });
    given(qualityCase).when('RecordUnlicensedProduction', record, one).thenRefused('market-regulation/two-officers');
    given(qualityCase, ...cases.unlicensed)
      .when('RecordUnlicensedProduction', record, two)
      .thenNothing();
    given(qualityCase, ...cases.substandard)
      .when('RecordUnlicensedProduction', record, two)
      .thenRefused('market-regulation/case-under-way');
  });

  it('is not corrected but penalised', () =>
    given(qualityCase, ...cases.unlicensed)
      .when('OrderQualityCorrection', { ...order, days: 30, ...at('2021-07-01') })
      .thenRefused('market-regulation/nothing-to-correct'));
});

describe('a product below a mandatory standard', () => {
  const record = { ...substandard, ...at('2021-06-28') };

  it('is shown by a test that stands', () => {
    given(qualityCase)
      .consulting(sample(samples.final))
      .when('RecordSubstandardProduction', record)
      .then({ type: 'SubstandardProductionFound', data: substandard });
    given(qualityCase, ...cases.substandard)
      .when('RecordSubstandardProduction', record)
      .thenNothing();
    for (const past of [[], samples.failed, samples.objected, samples.refuted])
      given(qualityCase)
        .consulting(sample(past))
        .when('RecordSubstandardProduction', record)
        .thenRefused('market-regulation/test-not-final', { rule: 'quality/test-objection@2018' });
  });

  it('is shown from the first day after the time to object, told or not', () => {
    given(qualityCase)
      .consulting(sample(samples.served))
      .when('RecordSubstandardProduction', { ...record, ...at('2021-06-26', '00:00:00') })
      .thenTypes('SubstandardProductionFound');
    given(qualityCase)
      .consulting(sample(samples.served))
      .when('RecordSubstandardProduction', { ...record, ...at('2021-06-25', '23:59:59') })
      .thenRefused('market-regulation/test-not-final');
  });

  it('is a case against its producer, or against whoever sold it', () => {
    given(qualityCase)
      .consulting(sample(samples.final))
      .when('RecordSubstandardProduction', { ...record, enterprise: another })
      .thenRefused('market-regulation/sample-of-another');
    given(qualityCase)
      .consulting(sample(samples.final))
      .when('RecordSubstandardProduction', { ...record, enterprise: another, activity: 'SOLD' })
      .thenTypes('SubstandardProductionFound');
  });

  it('found on site takes two officers and no sample', () => {
    const { sampleId: _, ...onSite } = record;
    given(qualityCase).when('RecordSubstandardProduction', onSite, two).thenTypes('SubstandardProductionFound');
    given(qualityCase).when('RecordSubstandardProduction', onSite, one).thenRefused('market-regulation/two-officers');
  });
});

describe('the order to correct', () => {
  const command = { ...order, days: 30, ...at('2021-07-01') };
  const due = dueAfterDays(30, '2021-07-01', 'quality/correction');

  it('has the days that it sets, moved past a weekend', () => {
    expect(due).toMatchObject({ nominalDue: '2021-07-31', rolledDue: '2021-08-02' });
    given(qualityCase, ...cases.substandard)
      .when('OrderQualityCorrection', command)
      .then({ type: 'QualityCorrectionOrdered', data: { ...order, due } });
  });

  it('is given once, after the finding', () => {
    given(qualityCase, ...cases.correcting)
      .when('OrderQualityCorrection', command)
      .thenNothing();
    given(qualityCase, ...cases.correcting)
      .when('OrderQualityCorrection', { ...command, days: 31 })
      .thenRefused('market-regulation/nothing-to-correct', { rule: 'quality/correction@2018' });
    given(qualityCase, ...cases.substandard)
      .when('OrderQualityCorrection', { ...command, servedOn: '2021-06-27' })
      .thenRefused('market-regulation/before-its-cause');
  });
});

describe('the time to correct', () => {
  const pass = { dueOn: '2021-08-02', ...at('2021-08-03', '00:00:00') };
  const report = { summary: '已整改', ...at('2021-07-20') };

  it('is over at 24:00 of the last day and not a minute before', () => {
    given(qualityCase, ...cases.correcting)
      .when('PassCorrectionDeadline', pass, { now: '2021-08-02T16:00:00.000Z' })
      .then({ type: 'QualityCorrectionOverdue', data: { dueOn: '2021-08-02' } });
    given(qualityCase, ...cases.correcting)
      .when('PassCorrectionDeadline', pass, { now: '2021-08-02T15:59:00.000Z' })
      .thenRefused('market-regulation/period-still-runs');
    for (const past of [cases.reported, cases.overdue])
      given(qualityCase, ...past)
        .when('PassCorrectionDeadline', pass)
        .thenNothing();
  });

  it('is kept by a report within it', () => {
    given(qualityCase, ...cases.correcting)
      .when('ReportQualityCorrection', report)
      .then({ type: 'QualityCorrectionReported', data: { summary: '已整改' } });
    given(qualityCase, ...cases.reported)
      .when('ReportQualityCorrection', report)
      .thenNothing();
    given(qualityCase, ...cases.substandard)
      .when('ReportQualityCorrection', report)
      .thenRefused('market-regulation/report-not-open');
  });

  it('is not kept by a report after it, which says so', () =>
    given(qualityCase, ...cases.correcting)
      .when('ReportQualityCorrection', { ...report, ...at('2021-08-03') })
      .thenTypes('QualityCorrectionOverdue', 'QualityCorrectionReported'));
});

describe('a recheck', () => {
  const passed = { result: 'PASSED' as const, findings: '复查合格', ...at('2021-07-28') };
  const failed = { ...passed, result: 'FAILED' as const };

  it('that is passed closes the case, after an order, a notice or a suspension', () => {
    for (const past of [cases.correcting, cases.reported, cases.overdue, cases.noticed, cases.suspended])
      given(qualityCase, ...past)
        .when('RecheckQuality', { ...passed, ...at('2021-09-20') }, two)
        .thenTypes('QualityRechecked', 'QualityCaseClosed');
    given(qualityCase, ...cases.substandard)
      .when('RecheckQuality', passed, two)
      .thenRefused('market-regulation/nothing-to-recheck');
    given(qualityCase, ...cases.reported)
      .when('RecheckQuality', passed, one)
      .thenRefused('market-regulation/two-officers');
  });

  it('that fails leaves what is left of the time, and no more', () => {
    given(qualityCase, ...cases.reported)
      .when('RecheckQuality', { ...failed, ...at('2021-08-02', '23:59:59') }, two)
      .thenTypes('QualityRechecked');
    given(qualityCase, ...cases.reported)
      .when('RecheckQuality', { ...failed, ...at('2021-08-03', '00:00:00') }, two)
      .thenTypes('QualityRechecked', 'QualityCorrectionOverdue');
  });

  it('said twice of one moment is one', () =>
    given(qualityCase, ...cases.failedAfterNotice)
      .when('RecheckQuality', { ...failed, findings: '仍不合格', ...at('2021-08-25') }, two)
      .thenNothing());

  it('fails a suspension only when its time is over', () => {
    given(qualityCase, ...cases.suspended)
      .when('RecheckQuality', { ...failed, ...at('2021-11-01', '23:59:59') }, two)
      .thenRefused('market-regulation/suspension-still-runs');
    given(qualityCase, ...cases.suspended)
      .when('RecheckQuality', { ...failed, ...at('2021-11-02', '00:00:00') }, two)
      .thenTypes('QualityRechecked');
  });
});

describe('the notice of the province', () => {
  const record = { ...notice, ...at('2021-08-16') };

  it('follows a correction that is overdue', () => {
    given(qualityCase, ...cases.overdue)
      .when('RecordQualityNotice', record)
      .then({ type: 'QualityNoticePublished', data: { enterprise, ...notice } });
    given(qualityCase, ...cases.noticed)
      .when('RecordQualityNotice', record)
      .thenNothing();
    given(qualityCase, ...cases.reported)
      .when('RecordQualityNotice', record)
      .thenRefused('market-regulation/not-overdue', { rule: 'quality/notice@2018' });
    given(qualityCase, ...cases.noticed)
      .when('RecordQualityNotice', { ...record, documentNumber: 'x' })
      .thenRefused('market-regulation/already-recorded');
  });

  it('may come in before the timer, and not before the day', () => {
    given(qualityCase, ...cases.correcting)
      .when('RecordQualityNotice', record)
      .thenTypes('QualityCorrectionOverdue', 'QualityNoticePublished');
    given(qualityCase, ...cases.overdue)
      .when('RecordQualityNotice', { ...record, publishedOn: '2021-08-01' })
      .thenRefused('market-regulation/before-its-cause');
  });
});

describe('the suspension', () => {
  const suspend = { ...suspension, days: 60, ...at('2021-09-01') };
  const due = dueAfterDays(60, '2021-09-01', 'quality/suspension');

  it('follows a recheck that failed after the notice', () => {
    given(qualityCase, ...cases.failedAfterNotice)
      .when('SuspendForRectification', suspend)
      .then({ type: 'SuspendedForRectification', data: { enterprise, ...suspension, due } });
    given(qualityCase, ...cases.suspended)
      .when('SuspendForRectification', suspend)
      .thenNothing();
    for (const past of [cases.overdue, cases.noticed, cases.suspended])
      given(qualityCase, ...past)
        .when('SuspendForRectification', { ...suspend, days: 61 })
        .thenRefused('market-regulation/not-failed-after-notice', { rule: 'quality/suspension@2018' });
  });

  it('rests on a law', () =>
    given(qualityCase, ...cases.failedAfterNotice)
      .when('SuspendForRectification', { ...suspend, legalBasis: '2021年工作计划' })
      .thenRefused('market-regulation/plan-is-no-basis'));
});
