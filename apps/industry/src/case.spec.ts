import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { industryCase } from './case.decider.js';
import { at, enterprise } from './testing-industry.js';

const finding = { finding: 'ISOLATION_BREACHED' as const, facts: '封条被撕毁', enterprise, originId: 'GX-1' };
const report = {
  reportedTo: ['BIIT' as const, 'CITY_GOV' as const],
  documentNumber: '报〔2021〕1号',
  reportedOn: '2021-07-08',
};
const letter = { to: 'environment' as const, documentNumber: '移〔2021〕1号', handedOverOn: '2021-07-12' };
const conclusion = { outcome: 'ISOLATED_AGAIN' as const, opinion: '已重新封存', concludedOn: '2021-07-20' };

const opened = { type: 'CaseOpened', data: { ...finding, reportBy: '2021-07-08' } } as const;
const reported = { type: 'CaseReported', data: { ...report, inTime: true } } as const;
const missed = { type: 'CaseReportMissed', data: { dueOn: '2021-07-08' } } as const;
const handedOver = { type: 'CaseHandedOver', data: letter } as const;
const concluded = { type: 'CaseConcluded', data: conclusion } as const;

describe('a case of exited capacity that stirs', () => {
  it('is opened on a finding, to be reported on the same day', () => {
    const open = { ...finding, ...at('2021-07-08') };
    given(industryCase).when('OpenCase', open).then(opened);
    given(industryCase, opened).when('OpenCase', open).thenNothing();
    given(industryCase, opened)
      .when('OpenCase', { ...open, facts: '其他' })
      .thenRefused('industry/already-recorded');
    expect(industryCase.subject?.({ CaseOpened: opened.data }, 'GX-1')).toMatchObject({ caseId: 'GX-1' });
  });

  it('is reported on its day, or says that the day was missed', () => {
    given(industryCase, opened)
      .when('ReportCase', { ...report, ...at('2021-07-08') })
      .then(reported);
    given(industryCase, opened)
      .when('ReportCase', { ...report, reportedOn: '2021-07-09', ...at('2021-07-09') })
      .then(missed, { type: 'CaseReported', data: { ...report, reportedOn: '2021-07-09', inTime: false } });
    given(industryCase, opened, reported)
      .when('ReportCase', { ...report, ...at('2021-07-08') })
      .thenNothing();
    given(industryCase)
      .when('ReportCase', { ...report, ...at('2021-07-08') })
      .thenRefused('industry/no-such-case');
  });

  it('has missed its day at 24:00', () => {
    const pass = { dueOn: '2021-07-08', ...at('2021-07-09', '00:00:00') };
    given(industryCase, opened).when('PassCaseReportDay', pass, { now: '2021-07-08T16:00:00.000Z' }).then(missed);
    given(industryCase, opened)
      .when('PassCaseReportDay', pass, { now: '2021-07-08T15:59:59.000Z' })
      .thenRefused('industry/period-still-runs');
    given(industryCase, opened, reported).when('PassCaseReportDay', pass).thenNothing();
  });

  it('goes to those with power: industry has no penalties', () => {
    const handOver = { ...letter, ...at('2021-07-12') };
    given(industryCase, opened, reported).when('HandOverCase', handOver).then(handedOver);
    given(industryCase, opened, reported, handedOver).when('HandOverCase', handOver).thenNothing();
    given(industryCase, opened).when('HandOverCase', handOver).thenRefused('industry/not-reported');
  });

  it('is concluded once it was reported', () => {
    const conclude = { ...conclusion, ...at('2021-07-20') };
    given(industryCase, opened, reported).when('ConcludeCase', conclude).then(concluded);
    given(industryCase, opened, reported, concluded).when('ConcludeCase', conclude).thenNothing();
    given(industryCase, opened).when('ConcludeCase', conclude).thenRefused('industry/not-reported');
    given(industryCase, opened, reported)
      .when('ConcludeCase', { ...conclude, outcome: 'HANDED_OVER' })
      .thenRefused('industry/not-handed-over');
    given(industryCase, opened, reported, concluded)
      .when('HandOverCase', { ...letter, ...at('2021-07-21') })
      .thenRefused('industry/case-concluded');
  });
});
