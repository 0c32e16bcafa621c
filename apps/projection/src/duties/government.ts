import type { Bilingual, Recorded } from '#decider';
import { owed, settled, type Duty, type Duties } from './duty.js';

/** Asked for by one fact, with its day, and settled by another. */
const asked = (kind: string, says: Bilingual, required: string, done: string): Duty => ({
  kind,
  says,
  by: 'department',
  when: {
    [`government.${required}`]: (fact) => ({ ...owed(fact), whose: whoseOf(fact) }),
    [`government.${done}`]: settled,
  },
});

const whoseOf = ({ data }: Recorded): string | undefined => data.county ?? data.bureau ?? data.sender;

/** What an area that missed its tasks puts right by a day. */
const correction = ({ data, occurredAt }: Recorded) => ({
  dueOn: data.correctBy as string,
  since: occurredAt,
  whose: data.county as string,
});

/** The calendar of the plan year (三), and what areas must put right (四(二)). */
export const governmentDuties: Duties = {
  'government.deployment': [
    asked(
      'deploy',
      { zh: '部署年度工作', en: 'Deploy the year’s work' },
      'DeploymentRequired',
      'DepartmentWorkDeployed',
    ),
  ],
  'government.countyPlan': [
    asked(
      'plan',
      { zh: '制定并抄送年度计划', en: 'Make and file the county plan' },
      'CountyPlanRequired',
      'CountyPlanFiled',
    ),
  ],
  'government.feedback': [
    asked(
      'feedback',
      { zh: '反馈半年退出情况', en: 'Submit the half-year return' },
      'DepartmentFeedbackRequired',
      'DepartmentFeedbackSubmitted',
    ),
  ],
  'government.annualSummary': [
    asked(
      'summary',
      { zh: '报送年度总结', en: 'Submit the summary of the year' },
      'AnnualSummaryRequired',
      'AnnualSummarySubmitted',
    ),
  ],
  'government.consolidation': [
    asked(
      'consolidate',
      { zh: '汇总并上报省', en: 'Consolidate and report to the province' },
      'ConsolidationRequired',
      'ReportedToProvince',
    ),
  ],
  'government.areaSupervision': [
    {
      kind: 'correct',
      says: { zh: '整改未完成的任务', en: 'Put right the task that was missed' },
      by: 'department',
      when: {
        'government.AreaCircularIssued': correction,
        'government.AreaInterviewHeld': correction,
        'government.AreaCorrectionReported': settled,
      },
    },
  ],
};
