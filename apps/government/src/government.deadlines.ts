import { recordIdOf, type DeadlineChange, type Deadlines, type Recorded } from '#decider';
import type { FixedDue } from '#law';

const keyOf = (record: string, fact: Recorded): string => `${record}/${recordIdOf(fact)}/due`;

/** What was asked for passes its day unless it comes, or that it did not was said already. */
const waitsFor = (
  record: string,
  command: string,
  required: string,
  ...settled: readonly string[]
): [string, (fact: Recorded) => readonly DeadlineChange[]][] => [
  [
    `government.${required}`,
    (fact: Recorded<{ readonly due: FixedDue }>) => {
      const dueOn = fact.data.due.rolledDue;
      return [{ set: { key: keyOf(record, fact), dueOn, record, id: recordIdOf(fact), command, data: { dueOn } } }];
    },
  ],
  ...settled.map((name): [string, (fact: Recorded) => readonly DeadlineChange[]] => [
    `government.${name}`,
    (fact) => [{ clear: keyOf(record, fact) }],
  ]),
];

/** The calendar of the plan year (三). */
export const deadlines: Deadlines = {
  when: Object.fromEntries([
    ...waitsFor(
      'deployment',
      'PassDeploymentDeadline',
      'DeploymentRequired',
      'DepartmentWorkDeployed',
      'DeploymentOverdue',
    ),
    ...waitsFor('countyPlan', 'PassCountyPlanDeadline', 'CountyPlanRequired', 'CountyPlanFiled', 'CountyPlanOverdue'),
    ...waitsFor(
      'feedback',
      'PassFeedbackDeadline',
      'DepartmentFeedbackRequired',
      'DepartmentFeedbackSubmitted',
      'DepartmentFeedbackOverdue',
    ),
    ...waitsFor(
      'annualSummary',
      'PassSummaryDeadline',
      'AnnualSummaryRequired',
      'AnnualSummarySubmitted',
      'AnnualSummaryOverdue',
    ),
    ...waitsFor(
      'consolidation',
      'PassConsolidationDeadline',
      'ConsolidationRequired',
      'ReportedToProvince',
      'ConsolidationOverdue',
    ),
  ]),
};
