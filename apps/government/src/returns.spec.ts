import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { consolidation } from './consolidation.decider.js';
import { dataShare } from './data-share.decider.js';
import { feedback } from './feedback.decider.js';
import { at, closedOn, due, query } from './testing-government.js';

const totals = {
  enterprises: 1,
  equipment: 0,
  lines: 2,
  capacity: [{ product: '电炉钢', unit: '万吨/年', capacity: 0.3 }],
};

describe('a half-year return', () => {
  const own = { id: '2021-H1-ENR' };
  const whose = { year: 2021, half: 'H1' as const, bureau: 'ENR' as const };
  const ask = { ...whose, dueOn: '2021-06-30', ...at('2021-03-01') };
  const asked = {
    type: 'DepartmentFeedbackRequired',
    data: { ...whose, due: due('first-feedback', '2021-06-30') },
  } as const;
  const sent = {
    ...whose,
    frozen: query('2021-01-01', '2021-06-28'),
    content: closedOn('2021-05-10'),
    signedOffBy: '局长',
  };
  const submit = { ...sent, ...at('2021-06-29') };
  const submitted = { type: 'DepartmentFeedbackSubmitted', data: { ...sent, totals, isLate: false } } as const;
  const overdue = { type: 'DepartmentFeedbackOverdue', data: { bureau: 'ENR', dueOn: '2021-06-30' } } as const;

  it('is asked for by the end of June and of December', () => {
    given(feedback).when('RequireFeedback', ask, own).then(asked);
    given(feedback, asked).when('RequireFeedback', ask, own).thenNothing();
    given(feedback)
      .when('RequireFeedback', { ...ask, half: 'H2', dueOn: '2021-12-31' }, { id: '2021-H2-ENR' })
      .thenTypes('DepartmentFeedbackRequired');
    given(feedback)
      .when('RequireFeedback', { ...ask, dueOn: '2021-07-01' }, own)
      .thenRefused('government/later-than-the-plan', { rule: 'plan/first-feedback@2021' });
  });

  it('is a frozen query with its totals counted here, and never changes', () => {
    given(feedback, asked).when('SubmitFeedback', submit, own).then(submitted);
    given(feedback, asked, submitted).when('SubmitFeedback', submit, own).thenNothing();
    given(feedback, asked, submitted)
      .when('SubmitFeedback', { ...submit, frozen: query('2021-01-01', '2021-06-29', 'b') }, own)
      .thenRefused('government/already-recorded');
    given(feedback).when('SubmitFeedback', submit, { id: '2021-H1-DRC' }).thenRefused('government/feedback-id');
  });

  it('covers its half-year, and nothing outside of the query', () => {
    const asOf = (day: string) => ({ ...submit, frozen: query('2021-01-01', day), ...at('2021-07-02') });
    given(feedback).when('SubmitFeedback', asOf('2021-06-30'), own).thenTypes('DepartmentFeedbackSubmitted');
    given(feedback)
      .when('SubmitFeedback', asOf('2021-07-01'), own)
      .thenRefused('government/not-of-the-period', { facts: { period: { from: '2021-01-01', to: '2021-06-30' } } });
    given(feedback).when('SubmitFeedback', asOf('2021-05-10'), own).thenTypes('DepartmentFeedbackSubmitted');
    given(feedback).when('SubmitFeedback', asOf('2021-05-09'), own).thenRefused('government/outside-the-query');
    given(feedback)
      .when('SubmitFeedback', { ...submit, frozen: { ...submit.frozen, query: 'by-hand' } }, own)
      .thenRefused('government/not-of-the-period');
    given(feedback)
      .when('SubmitFeedback', submit, { ...own, now: '2021-06-27T00:00:00Z' })
      .thenRefused('government/in-the-future');
  });

  it('is overdue when its day has ended, and taken all the same', () => {
    const pass = { dueOn: '2021-06-30', ...at('2021-07-01') };
    given(feedback, asked).when('PassFeedbackDeadline', pass, { now: '2021-06-30T16:00:00Z' }).then(overdue);
    given(feedback, asked, submitted).when('PassFeedbackDeadline', pass).thenNothing();
    given(feedback, asked, overdue).when('PassFeedbackDeadline', pass).thenNothing();
    given(feedback, asked)
      .when('PassFeedbackDeadline', pass, { now: '2021-06-30T15:59:00Z' })
      .thenRefused('government/period-still-runs');
    const late = { ...submit, ...at('2021-07-05') };
    given(feedback, asked)
      .when('SubmitFeedback', late, own)
      .then(overdue, { ...submitted, data: { ...submitted.data, isLate: true } });
  });

  it('is supplemented when something changed, and stays beside it', () => {
    const more = {
      frozen: query('2021-01-01', '2021-06-30', 'c'),
      content: { ...closedOn('2021-05-10'), enterprises: [] },
      signedOffBy: '局长',
      reason: '关闭决定更正',
    };
    const supplement = { ...more, ...at('2021-08-02') };
    const first = {
      type: 'DepartmentFeedbackSupplemented',
      data: { ...whose, ...more, supplement: 1, totals: { ...totals, enterprises: 0 }, isLate: true },
    } as const;
    given(feedback, asked, submitted).when('SupplementFeedback', supplement, own).then(first);
    given(feedback, asked, submitted, first).when('SupplementFeedback', supplement, own).thenNothing();
    given(feedback, asked).when('SupplementFeedback', supplement, own).thenRefused('government/no-return-yet');
    given(feedback, asked, submitted)
      .when('SupplementFeedback', { ...supplement, content: sent.content }, own)
      .thenRefused('government/nothing-to-supplement');
    const second = given(feedback, asked, submitted, first)
      .when('SupplementFeedback', { ...supplement, content: sent.content }, own)
      .facts();
    expect(second[0]?.data).toMatchObject({ supplement: 2 });
  });
});

describe('the consolidation of a year', () => {
  const own = { id: '2021' };
  const ask = { year: 2021, dueOn: '2022-01-10', ...at('2021-03-01') };
  const asked = {
    type: 'ConsolidationRequired',
    data: { year: 2021, due: due('consolidation', '2022-01-10') },
  } as const;
  const sent = {
    year: 2021,
    frozen: query('2021-01-01', '2021-12-31'),
    content: closedOn('2021-05-10'),
    signedOffBy: '局长',
  };
  const compile = { ...sent, ...at('2022-01-05') };
  const compiled = {
    type: 'CityConsolidationCompiled',
    data: { ...sent, totals, isLate: false, returnsMissing: [] as string[] },
  } as const;
  const agree = { governmentDocumentNumber: '惠府函〔2022〕1号', ...at('2022-01-07') };
  const approved = {
    type: 'CityConsolidationApproved',
    data: { year: 2021, contentSha256: 'a'.repeat(64), governmentDocumentNumber: '惠府函〔2022〕1号' },
    ...at('2022-01-07'),
  } as const;
  const report = { recipients: ['省工业和信息化厅'], documentNumber: '惠市工信〔2022〕2号', reportedOn: '2022-01-10' };
  const post = { ...report, ...at('2022-01-10') };
  const reported = { type: 'ReportedToProvince', data: { year: 2021, ...report } } as const;
  const now = { ...own, now: '2022-01-12T00:00:00Z' };
  const overdue = { type: 'ConsolidationOverdue', data: { dueOn: '2022-01-10' } } as const;
  const missing = ['H1', 'H2'].flatMap((half) =>
    ['DRC', 'EEB', 'AMR', 'EMB', 'ENR'].map((who) => `2021-${half}-${who}`),
  );

  it('is asked for by 10 January of the next year', () => {
    given(consolidation).when('RequireConsolidation', ask, own).then(asked);
    given(consolidation, asked).when('RequireConsolidation', ask, own).thenNothing();
    given(consolidation)
      .when('RequireConsolidation', { ...ask, dueOn: '2022-01-11' }, own)
      .thenRefused('government/later-than-the-plan');
  });

  it('says which returns were not in', () => {
    const data = { ...compiled.data, returnsMissing: missing };
    given(consolidation, asked)
      .when('CompileConsolidation', compile, now)
      .then({ ...compiled, data });
    const h1 = { type: 'government.DepartmentFeedbackSubmitted', data: {} };
    const facts = given(consolidation, asked)
      .consulting({ 'government.feedback-2021-H1-ENR': [h1] })
      .when('CompileConsolidation', compile, now)
      .facts();
    expect(facts[0]?.data).toMatchObject({ returnsMissing: missing.filter((one) => one !== '2021-H1-ENR') });
  });

  it('may be made anew until the government agrees', () => {
    given(consolidation, compiled).when('CompileConsolidation', compile, now).thenNothing();
    const anew = { ...compile, frozen: query('2021-01-01', '2021-12-31', 'd') };
    given(consolidation, compiled).when('CompileConsolidation', anew, now).thenTypes('CityConsolidationCompiled');
    given(consolidation, compiled, approved)
      .when('CompileConsolidation', anew, now)
      .thenRefused('government/consolidation-agreed');
    given(consolidation)
      .when('CompileConsolidation', { ...compile, frozen: query('2021-07-01', '2021-12-31') }, now)
      .thenRefused('government/not-of-the-period');
  });

  it('is agreed to as it was compiled', () => {
    given(consolidation, compiled)
      .when('ApproveConsolidation', agree, now)
      .then({ type: approved.type, data: approved.data });
    given(consolidation, compiled, approved).when('ApproveConsolidation', agree, now).thenNothing();
    given(consolidation).when('ApproveConsolidation', agree, now).thenRefused('government/nothing-compiled');
  });

  it('is reported only with the government’s consent', () => {
    given(consolidation, asked, compiled, approved).when('ReportToProvince', post, now).then(reported);
    given(consolidation, asked, compiled, approved, reported).when('ReportToProvince', post, now).thenNothing();
    given(consolidation, asked, compiled)
      .when('ReportToProvince', post, now)
      .thenRefused('government/no-consent', { rule: 'plan/consolidation@2021' });
    given(consolidation, asked, compiled, approved)
      .when('ReportToProvince', { ...post, reportedOn: '2022-01-06' }, now)
      .thenRefused('government/before-its-cause');
  });

  it('is overdue from 11 January', () => {
    const pass = { dueOn: '2022-01-10', ...at('2022-01-11') };
    given(consolidation, asked, compiled).when('PassConsolidationDeadline', pass, now).then(overdue);
    given(consolidation, asked, compiled, approved, reported)
      .when('PassConsolidationDeadline', pass, now)
      .thenNothing();
    given(consolidation, asked)
      .when('PassConsolidationDeadline', pass, { now: '2022-01-10T15:00:00Z' })
      .thenRefused('government/period-still-runs');
    given(consolidation, asked, compiled, approved)
      .when('ReportToProvince', { ...post, reportedOn: '2022-01-11' }, now)
      .thenTypes('ConsolidationOverdue', 'ReportedToProvince');
  });
});

describe('the sharing of data', () => {
  const share = { from: 'BIIT' as const, to: 'DRC' as const, dataset: '2021年退出企业', purpose: '信用归集' };
  const shared = { type: 'ExitDataShared', data: share } as const;

  it('is from one department to another', () => {
    given(dataShare)
      .when('ShareExitData', { ...share, ...at('2021-08-02') })
      .then(shared);
    given(dataShare, shared)
      .when('ShareExitData', { ...share, ...at('2021-08-02') })
      .thenNothing();
    given(dataShare)
      .when('ShareExitData', { ...share, to: 'BIIT', ...at('2021-08-02') })
      .thenRefused('government/shares-with-itself', { clause: '3.3' });
  });
});
