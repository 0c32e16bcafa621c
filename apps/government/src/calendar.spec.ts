import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { annualSummary } from './annual-summary.decider.js';
import { deployment } from './deployment.decider.js';
import { at, due } from './testing-government.js';

describe('the deployment of a year', () => {
  const own = { id: '2021-ENR' };
  const ask = { year: 2021, bureau: 'ENR' as const, dueOn: '2021-04-30', ...at('2021-03-01') };
  const asked = {
    type: 'DeploymentRequired',
    data: { year: 2021, bureau: 'ENR', due: due('deployment', '2021-04-30') },
  } as const;
  const work = { year: 2021, bureau: 'ENR' as const, documentNumber: '惠市能重〔2021〕8号' };
  const deploy = { ...work, occurredAt: '2021-04-30T15:00:00+08:00' };
  const deployed = { type: 'DepartmentWorkDeployed', data: work } as const;
  const overdue = { type: 'DeploymentOverdue', data: { dueOn: '2021-04-30' } } as const;
  const pass = { dueOn: '2021-04-30', ...at('2021-05-01') };

  it('is asked for by the day of the plan, or an earlier one', () => {
    given(deployment).when('RequireDeployment', ask, own).then(asked);
    given(deployment, asked).when('RequireDeployment', ask, own).thenNothing();
    given(deployment, deployed).when('RequireDeployment', ask, own).thenNothing();
    given(deployment, asked)
      .when('RequireDeployment', { ...ask, dueOn: '2021-04-20' }, own)
      .thenTypes('DeploymentRequired');
    given(deployment)
      .when('RequireDeployment', { ...ask, dueOn: '2021-05-01' }, own)
      .thenRefused('government/later-than-the-plan', { rule: 'plan/deployment@2021', facts: { latest: '2021-04-30' } });
  });

  it('of a year for which the plan sets no day is asked for by any day', () =>
    given(deployment)
      .when('RequireDeployment', { ...ask, year: 2022, dueOn: '2022-05-06' }, { id: '2022-ENR' })
      .thenTypes('DeploymentRequired'));

  it('happens once for a bureau and a year', () => {
    given(deployment).when('DeployAnnualWork', deploy, own).then(deployed);
    given(deployment, deployed).when('DeployAnnualWork', deploy, own).thenNothing();
    given(deployment, deployed)
      .when('DeployAnnualWork', { ...deploy, documentNumber: '其他' }, own)
      .thenRefused('government/already-recorded');
    given(deployment)
      .when('DeployAnnualWork', deploy, { id: '2021-DRC' })
      .thenRefused('government/deployment-id', { clause: '3.1', facts: { expected: '2021-ENR' } });
  });

  it('rests on the plan in the year of the plan', () => {
    const rulesOf = (data: typeof deploy) =>
      given(deployment)
        .when('DeployAnnualWork', data, { id: `${data.year}-ENR` })
        .facts()[0]?.rules;
    expect(rulesOf(deploy)).toEqual([{ ruleId: 'plan/deployment', version: '2021' }]);
    expect(rulesOf({ ...deploy, year: 2022 })).toEqual([]);
  });

  it('is overdue when its day has ended, said once', () => {
    const after = { now: '2021-04-30T16:00:00Z' };
    given(deployment, asked).when('PassDeploymentDeadline', pass, after).then(overdue);
    given(deployment, asked)
      .when('PassDeploymentDeadline', pass, { now: '2021-04-30T15:59:59Z' })
      .thenRefused('government/period-still-runs');
    given(deployment, asked, deployed).when('PassDeploymentDeadline', pass, after).thenNothing();
    given(deployment, asked, overdue).when('PassDeploymentDeadline', pass, after).thenNothing();
    given(deployment).when('PassDeploymentDeadline', pass, after).thenNothing();
  });

  it('that comes late is taken, and was overdue', () => {
    const late = { ...deploy, occurredAt: '2021-05-01T00:00:00+08:00' };
    given(deployment, asked).when('DeployAnnualWork', late, own).then(overdue, deployed);
    given(deployment, asked, overdue).when('DeployAnnualWork', late, own).then(deployed);
    given(deployment, asked).when('DeployAnnualWork', deploy, own).then(deployed);
  });
});

describe('a summary of the year', () => {
  const own = { id: '2021-BL' };
  const ask = { year: 2021, sender: 'BL' as const, dueOn: '2021-12-31', ...at('2021-03-01') };
  const asked = {
    type: 'AnnualSummaryRequired',
    data: { year: 2021, sender: 'BL', due: due('annual-summary', '2021-12-31') },
  } as const;
  const summary = {
    year: 2021,
    sender: 'BL' as const,
    documentNumber: '博工信〔2021〕99号',
    textSha256: 'a'.repeat(64),
  };
  const submit = { ...summary, ...at('2021-12-30') };
  const submitted = { type: 'AnnualSummarySubmitted', data: summary } as const;
  const overdue = { type: 'AnnualSummaryOverdue', data: { sender: 'BL', dueOn: '2021-12-31' } } as const;
  const pass = { dueOn: '2021-12-31', ...at('2022-01-01') };

  it('is asked for by the last day of the year', () => {
    given(annualSummary).when('RequireAnnualSummary', ask, own).then(asked);
    given(annualSummary, asked).when('RequireAnnualSummary', ask, own).thenNothing();
    given(annualSummary)
      .when('RequireAnnualSummary', { ...ask, dueOn: '2022-01-01' }, own)
      .thenRefused('government/later-than-the-plan');
  });

  it('is one for each sender', () => {
    given(annualSummary, asked).when('SubmitAnnualSummary', submit, own).then(submitted);
    given(annualSummary, asked, submitted).when('SubmitAnnualSummary', submit, own).thenNothing();
    given(annualSummary, asked, submitted)
      .when('SubmitAnnualSummary', { ...submit, documentNumber: '另文' }, own)
      .thenRefused('government/already-recorded');
    given(annualSummary)
      .when('SubmitAnnualSummary', submit, { id: '2021-HC' })
      .thenRefused('government/annual-summary-id');
  });

  it('is overdue from the first of January, and still taken', () => {
    const now = { now: '2022-01-01T00:00:00Z' };
    given(annualSummary, asked).when('PassSummaryDeadline', pass, now).then(overdue);
    given(annualSummary, asked, submitted).when('PassSummaryDeadline', pass, now).thenNothing();
    given(annualSummary, asked)
      .when('PassSummaryDeadline', pass, { now: '2021-12-31T15:00:00Z' })
      .thenRefused('government/period-still-runs');
    given(annualSummary, asked)
      .when('SubmitAnnualSummary', { ...summary, ...at('2022-01-04') }, own)
      .then(overdue, submitted);
  });
});
